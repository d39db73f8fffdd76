import Access
import Claims
import Journal
import People
import Region

/// Brings the vault in line with the journal after a stop at any moment.
struct VaultSweeper {
  let office: Office
  let vault: any Vault

  /// Confirms what was sealed and journalled, and sweeps what was sealed and never judged.
  ///
  /// Done once at every start, before anything is taken in. What was not confirmed came in last,
  /// so the journal is read back only as far as the unconfirmed originals reach.
  func tidy(_ journal: any Journal) async throws(IntakeFailure) {
    do {
      let batches = try await vault.unconfirmed()
      guard !batches.isEmpty else { return }
      let judged = try await judgedOriginals(journal)
      let kept = batches.filter { batch in batch.originals.contains { judged.contains($0) } }
      let lost = batches.filter { batch in !batch.originals.contains { judged.contains($0) } }
      if !kept.isEmpty { try await vault.confirm(kept.map(\.id)) }
      guard !lost.isEmpty else { return }
      let state = await office.published
      let keeping = Set(
        lost.flatMap(\.clients).filter {
          state.access.knows(client: $0) || state.ledger.knows(client: $0)
        }
      )
      try await vault.sweep(lost.map(\.id), keeping: keeping)
    } catch let failure as VaultFailure {
      throw .vault(failure)
    } catch let failure as JournalFailure {
      throw .office(.journal(failure))
    } catch {
      throw .notTyped("vault")
    }
  }

  /// The originals that the last entries of the journal name, at least those of its last command:
  /// a table of allocations may have more entries than are looked at otherwise.
  private func judgedOriginals(_ journal: any Journal) async throws -> Set<OriginalID> {
    let end = try await journal.head().position.rawValue
    guard end > 0 else { return [] }
    let last = try await journal.read(after: Position(end - 1), limit: 1)
    let lastCommand = last.first.map { end - Int64($0.command.index) } ?? end
    let start = Position(max(0, min(lastCommand, end - 10_000)))
    var originals: Set<OriginalID> = []
    try await journal.scan(after: start) { entry in
      switch entry.event {
      case MessageJudged.eventName:
        originals.insert(try MessageJudged(body: entry.body).original)
      case TableImported.eventName:
        originals.insert(try TableImported(body: entry.body).original)
      default: break
      }
      return true
    }
    return originals
  }
}
