import Access
import Claims
package import Commissioning
package import Journal
import Quantities
package import Region

/// What came of a table of open allocations.
package struct AllocationsTaken: Hashable, Sendable {
  /// The rows below the header.
  package let rows: Int
  /// The allocations that are new here.
  package let allocations: Int
  /// The opening balances that were taken over.
  package let balances: Int
  /// What the contracts of the providers leave to signal, by line of the file.
  package let signals: [ToldFinding]
  /// The last entry of the first import; nil when nothing changed.
  package let position: Position?
}

extension TableIntake {
  /// Takes open allocations over with what was awarded on them so far.
  ///
  /// - Returns: what was taken over, or everything that is wrong with the file.
  package func importAllocations(
    _ bytes: [UInt8],
    at moment: MessageIntake.Moment
  ) async throws(IntakeFailure) -> Result<AllocationsTaken, ImportRefusal> {
    let (rows, findings) = AllocationTable.read(bytes, of: await municipalities)
    guard findings.isEmpty else { return .failure(ImportRefusal(TableFile.limited(findings))) }
    let context = context(.allocations, bytes, at: moment)
    let parcel = Parcel(
      kind: .allocations,
      bytes: bytes,
      rows: rows,
      content: context.body,
      context: context
    )
    switch try await take(parcel, { .importAllocations($0, $1) }) {
    case .refused(let refusal):
      return .failure(ImportRefusal(TableFile.limited(refusal.findings)))
    case .unchanged:
      return .success(
        AllocationsTaken(rows: rows.count, allocations: 0, balances: 0, signals: [], position: nil)
      )
    case .done(let answer):
      var allocations = 0
      var balances = 0
      var signals: [ToldFinding] = []
      for event in answer.events {
        switch event {
        case .access(.allocationTakenOver): allocations += 1
        case .claim(.balanceTakenOver): balances += 1
        case .table(let table): signals = table.findings
        default: break
        }
      }
      return .success(
        AllocationsTaken(
          rows: rows.count,
          allocations: answer.isRepeated ? 0 : allocations,
          balances: answer.isRepeated ? 0 : balances,
          signals: signals,
          position: answer.last
        )
      )
    }
  }
}
