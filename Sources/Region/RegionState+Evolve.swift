import Access
import Claims
import Commissioning
package import Journal

extension RegionState {
  /// Takes in an event; never fails, whatever a journal holds.
  ///
  /// The position is that of the first entry of the command.
  package mutating func evolve(_ event: RegionEvent, command position: Int64) {
    switch event {
    case .opened(let profile): self.profile = profile
    case .pricesImported(let list): priceLists.append(list)
    case .settingsChanged(let chosen): settings.append(chosen)
    case .message(let judged):
      messages.note(judged.key, at: position)
      if let reply = judged.reply { messages.note(judged.replyKey(reply), at: position) }
    case .access(let event): access.evolve(event, at: position)
    case .delivery(let event): deliveries.evolve(event, at: position)
    case .claim(.judged(let event)):
      ledger.record(
        event.notice,
        receipts: event.verdict.receipts,
        awarded: event.verdict.awarded,
        at: position
      )
    case .claim(.submitted(let event)):
      ledger.submit(event.notice, allocations: event.allocations, at: position)
    case .claim(.answered(let event)):
      if let row = ledger.claim(number: event.number, of: event.provider) {
        ledger.answer(
          claim: row,
          refused: Set(event.refused.map { Int($0) }),
          awarded: event.awarded
        )
      }
    }
  }

  /// Takes in an entry of the journal.
  ///
  /// - Throws: when the entry was written by a version of Regie that this one does not know.
  package mutating func take(_ entry: Entry) throws(EventFailure) {
    let event = try EventTable.event(of: entry)
    let first = entry.position.rawValue - Int64(entry.command.index) + 1
    evolve(event, command: first)
    if entry.command.index == 1 { commands.note(entry.command.key, at: first) }
    head = entry.head
  }
}

extension MessageJudged {
  /// The key under which our own answer is known.
  package func replyKey(_ reply: Reply) -> MessageKey {
    MessageKey(
      role: key.role,
      party: key.party,
      sender: key.party,
      message: reply.message,
      identification: reply.identification
    )
  }
}
