import Access
package import Journal
import Messages
import People
import Quantities
import Region

extension MessageIntake {
  /// Makes the answer to a message again from the journal and the vault.
  ///
  /// Reading the original is reading persons, so an access record is written first. What is given
  /// are all entries of the command that judged the message; nil when it has no answer, or when a
  /// person in it was destroyed since.
  package func missingReply(
    _ entries: [Entry],
    at moment: Moment
  ) async throws(IntakeFailure) -> ReplyFile? {
    guard let answer = try Self.answer(entries), let judged = Judged(answer),
      judged.judgement.reply != nil
    else { return nil }
    let opened: OpenedOriginal
    do throws(VaultFailure) {
      let subjects = try await vault.clients(of: judged.judgement.original)
      let grant = try await accessLog.grant(
        for: AccessRequest(
          actor: .messages,
          purpose: .message,
          subjects: subjects,
          at: moment.now
        )
      )
      opened = try await vault.open(judged.judgement.original, under: grant)
    } catch {
      throw .vault(error)
    }
    guard opened.isComplete, let message = MessageReader.read(opened.bytes.span).message else {
      return nil
    }
    return await result(message, judged).reply
  }

  private static func answer(_ entries: [Entry]) throws(IntakeFailure) -> Answer? {
    guard let first = entries.first, let last = entries.last else { return nil }
    var events: [RegionEvent] = []
    do throws(EventFailure) {
      for entry in entries { events.append(try EventTable.event(of: entry)) }
    } catch {
      throw .office(.event(error))
    }
    return Answer(events: events, first: first.position, last: last.position, isRepeated: true)
  }

  /// Confirms what was sealed and journalled, and sweeps what was sealed and never judged.
  ///
  /// Done once at every start, before the first message is taken in. What was not confirmed came in
  /// last, so the journal is read back only as far as the unconfirmed originals reach.
  package func tidyVault(_ journal: any Journal) async throws(IntakeFailure) {
    do {
      let batches = try await vault.unconfirmed()
      guard !batches.isEmpty else { return }
      let judged = try await judgedOriginals(journal)
      let kept = batches.filter { batch in batch.originals.contains { judged.contains($0) } }
      let lost = batches.filter { batch in !batch.originals.contains { judged.contains($0) } }
      if !kept.isEmpty { try await vault.confirm(kept.map(\.id)) }
      guard !lost.isEmpty else { return }
      let known = await office.published.access
      let keeping = Set(lost.flatMap(\.clients).filter { known.knows(client: $0) })
      try await vault.sweep(lost.map(\.id), keeping: keeping)
    } catch let failure as VaultFailure {
      throw .vault(failure)
    } catch let failure as JournalFailure {
      throw .office(.journal(failure))
    } catch {
      throw .notTyped("vault")
    }
  }

  /// The originals that the last entries of the journal name.
  private func judgedOriginals(_ journal: any Journal) async throws -> Set<OriginalID> {
    let end = try await journal.head().position
    let start = Position(max(0, end.rawValue - 10_000))
    var originals: Set<OriginalID> = []
    try await journal.scan(after: start) { entry in
      if entry.event == MessageJudged.eventName {
        originals.insert(try MessageJudged(body: entry.body).original)
      }
      return true
    }
    return originals
  }
}
