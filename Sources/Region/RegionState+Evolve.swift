import Access
import Claims
import Commissioning
package import Journal
import Landscape
import Quantities

extension RegionState {
  /// Takes in an event; never fails, whatever a journal holds.
  ///
  /// The position is that of the first entry of the command. An event from outside is first held
  /// against the state (`fault(in:)`), so that its numbers lie within the region.
  package mutating func evolve(_ event: RegionEvent, command position: Int64) {
    switch event {
    case .opened(let profile): self.profile = profile
    case .pricesImported(let list): evolve(imported: list)
    case .pricesDerived(let list): evolve(derived: list)
    case .settingsChanged(let chosen): settings.append(chosen)
    case .message(let judged): note(judged, at: position)
    case .access(let event):
      access.evolve(event, at: position)
      switch event {
      case .allocationRecorded(let recorded), .allocationTakenOver(let recorded): tie(recorded)
      default: break
      }
    case .delivery(let event): deliveries.evolve(event, at: position)
    case .claim(let event): evolve(event, at: position)
    case .strategy, .contract, .procedure, .programme, .coverage, .transition, .supplier:
      keep(event)
    case .table: break
    }
  }

  /// Takes in an event of one of the books, and keeps it for snapshots.
  private mutating func keep(_ event: RegionEvent) {
    switch event {
    case .strategy(let event): strategies.evolve(event)
    case .contract(let event):
      contracts.evolve(event)
      if event.changesPrices { pricing.isStale = true }
    case .procedure(let event): procedures.evolve(event)
    case .programme(let event): programmes.evolve(event)
    case .coverage(let event): coverage.evolve(event)
    case .transition(let event): transition.evolve(event)
    case .supplier(let event): suppliers.evolve(event)
    case .opened, .pricesImported, .pricesDerived, .settingsChanged, .message, .access, .delivery,
      .claim, .table:
      return
    }
    bookEvents.append(event)
  }

  private mutating func note(_ judged: MessageJudged, at position: Int64) {
    messages.note(judged.key, with: judged.counterparty, at: position)
    messages.list(
      MessageLog.Row(
        position: position,
        message: judged.key.message,
        identification: judged.key.identification,
        flow: judged.flow,
        outcome: judged.outcome,
        municipality: judged.municipality,
        provider: judged.provider
      )
    )
    guard let reply = judged.reply else { return }
    messages.note(judged.replyKey(reply), with: judged.counterparty, at: position)
  }

  private mutating func evolve(_ event: ClaimEvent, at position: Int64) {
    switch event {
    case .judged(let event):
      ledger.record(
        event.notice,
        receipts: event.verdict.receipts,
        awarded: event.verdict.awarded,
        at: position
      )
    case .submitted(let event):
      ledger.submit(event.notice, allocations: event.allocations, at: position)
    case .answered(let event):
      guard let row = ledger.claim(broughtBy: event.message) else { return }
      ledger.answer(
        claim: row,
        refused: Set(event.refused.map { Int($0) }),
        awarded: event.awarded
      )
    case .annulled(let message):
      guard let row = ledger.claim(broughtBy: message) else { return }
      ledger.annul(claim: row)
    case .tableJudged(let table): ledger.record(table, at: position)
    case .balanceTakenOver(let balance):
      let found = access.allocations.find(
        number: balance.number,
        municipality: balance.municipality
      )
      if let found { ledger.open(balance, on: found.slot, at: position) }
    }
  }

  /// Ties lines of our own to the allocation they named before it was known here.
  private mutating func tie(_ recorded: AllocationRecorded) {
    let number = recorded.product.number
    guard !ledger.own.untied.isEmpty,
      let id = access.allocations.find(number: number, municipality: recorded.municipality),
      access.allocations[id].belongs(to: recorded.client, at: recorded.provider)
    else { return }
    let name = AllocationName(
      municipality: recorded.municipality,
      provider: recorded.provider,
      client: recorded.client,
      number: number
    )
    ledger.tie(name, to: id.slot)
  }

  /// Takes in an entry of the journal.
  ///
  /// - Throws: when the entry was written by a version of Regie that this one does not know, or
  ///   names something that does not stand in the journal before it.
  package mutating func take(_ entry: Entry) throws(EventFailure) {
    let event = try EventTable.event(of: entry)
    if let why = fault(in: event) {
      throw EventFailure(position: entry.position, event: entry.event, why: why)
    }
    let first = entry.position.rawValue &- Int64(entry.command.index) &+ 1
    evolve(event, command: first)
    if entry.command.index == 1 { commands.note(entry.command.key, at: first) }
    head = entry.head
  }
}

extension MessageJudged {
  /// The code of the party at the other end, whichever way the message went.
  package var counterparty: String {
    key.role == .municipality ? provider.description : municipality.description
  }

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
