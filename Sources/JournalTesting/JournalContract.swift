package import Journal
import Quantities

/// What every journal must do, whatever it is kept in.
///
/// A test target runs every case against its own journal: the suite is one, the factories differ.
package struct JournalContract: Sendable, CustomStringConvertible {
  /// Makes a journal without entries.
  package typealias Factory = @Sendable () async throws -> any Journal

  /// What the case shows, in words.
  package let description: String
  private let body: @Sendable (any Journal) async throws -> Void

  init(_ description: String, _ body: @escaping @Sendable (any Journal) async throws -> Void) {
    self.description = description
    self.body = body
  }

  /// Runs the case on a new journal; throws a `ContractBreach` that says what was not kept.
  package func run(_ factory: Factory) async throws {
    try await body(try await factory())
  }

  /// All cases.
  package static let all: [JournalContract] = writing + times + reading + refusals
}

/// A part of the contract that a journal did not keep.
package struct ContractBreach: Error, Sendable, CustomStringConvertible {
  package let description: String
}

extension JournalContract {
  static func require(_ condition: Bool, _ what: String) throws {
    guard condition else { throw ContractBreach(description: what) }
  }

  static func requireFailure(
    _ code: JournalFailure.Code,
    _ attempt: () async throws -> Void
  ) async throws {
    do {
      try await attempt()
    } catch let failure as JournalFailure {
      return try require(failure.code == code, "\(code) was due, \(failure.code) came")
    }
    throw ContractBreach(description: "\(code) was due, and nothing failed")
  }

  static func all(of journal: any Journal) async throws -> [Entry] {
    var entries: [Entry] = []
    try await journal.scan {
      entries.append($0)
      return true
    }
    return entries
  }

  static let opening = EntryBuilder.opening
}
