package import People
package import Testing

/// One clause of a contract that every implementation must keep.
package struct Clause<Subject: Sendable>: Sendable, CustomTestStringConvertible {
  package let name: String
  package let check: @Sendable (Subject) async throws -> Void

  package init(_ name: String, _ check: @escaping @Sendable (Subject) async throws -> Void) {
    self.name = name
    self.check = check
  }

  package var testDescription: String { name }
}

/// Expects a failure with a code.
package func expectFailure(
  _ code: VaultFailure.Code,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ work: () async throws -> Void
) async {
  do {
    try await work()
    Issue.record("no failure, but \(code) was expected", sourceLocation: sourceLocation)
  } catch let failure as VaultFailure {
    #expect(failure.code == code, "\(failure)", sourceLocation: sourceLocation)
  } catch {
    Issue.record("\(error) instead of \(code)", sourceLocation: sourceLocation)
  }
}
