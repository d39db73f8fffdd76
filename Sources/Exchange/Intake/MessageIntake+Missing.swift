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
  package func tidyVault(_ journal: any Journal) async throws(IntakeFailure) {
    try await VaultSweeper(office: office, vault: vault).tidy(journal)
  }
}
