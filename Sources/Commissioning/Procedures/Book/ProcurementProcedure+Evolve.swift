import Quantities

extension ProcurementProcedure {
  /// Takes in what happened; total: what is about something that is not there changes nothing.
  package mutating func evolve(_ change: ProcedureChange) {
    switch change {
    case .lotsChosen(let municipality, let lots): lotChoices[municipality] = Set(lots)
    case .approved(let body, let on): approvals[body] = on
    case .keyed(let officer, let key, _): openerKeys[officer] = key
    case .published(let days):
      let calendar = ProcedureCalendar(plan, days: days)
      self.calendar = calendar
      closing = calendar[.closing].map { CivilMoment($0, plan.closingTime) }
      bidsBindThrough = calendar[.bidValidityEnd]
    case .asked(let provider, let text, let on):
      questions.append(
        ProcedureQuestion(number: questions.count + 1, provider: provider, text: text, asked: on)
      )
    case .answered(let number, let text):
      if questions.indices.contains(number - 1) { questions[number - 1].answer = text }
    case .noted(let note, let numbers):
      notes.append(note)
      for number in numbers where questions.indices.contains(number - 1) {
        questions[number - 1].note = note.number
      }
    case .postponed(let moment, let days):
      closing = moment
      calendar = ProcedureCalendar(plan, days: days)
      bidsBindThrough = calendar?[.bidValidityEnd]
    case .complained(let provider, let on, let due):
      complaints.append(
        ProcedureComplaint(
          number: complaints.count + 1,
          provider: provider,
          received: on,
          due: due
        )
      )
    case .complaintAnswered(let number, let on):
      if complaints.indices.contains(number - 1) { complaints[number - 1].answered = on }
    case .withdrawn(let reason): withdrawal = reason
    default: evolveBids(change)
    }
  }

  private mutating func evolveBids(_ change: ProcedureChange) {
    switch change {
    case .submitted(let key, let sealed, let at):
      bids[key] = Bid(key: key, submitted: at, sealed: sealed)
    case .bidWithdrawn(let key): bids[key]?.state = .withdrawn
    case .opened(let opening):
      guard self.opening == nil else { return }
      self.opening = opening
      for bid in opening.bids {
        bids[bid.key] = Bid(key: bid.key, submitted: bid.submitted, sealed: bid.sealed)
      }
    case .evidenced(let key, let requirement, let evidence):
      bids[key]?.evidence[requirement] = evidence
    case .setAside(let key, let requirement, _): bids[key]?.state = .setAside(requirement)
    case .scored(let key, let criterion, let points, let officer):
      bids[key]?.scores[officer, default: [:]][criterion] = points
    case .agreed(let key, let criterion, let points, let reason):
      bids[key]?.consensus[criterion] = Bid.Consensus(points: points, reason: reason)
    case .drawn(let lot, let order): draws[lot] = order
    case .awarded(let lot, let award):
      awards[lot] = award
      for bid in bidsInPlay(for: lot) {
        let isWon = award.winners.contains(bid.key.provider)
        bids[bid.key]?.state = isWon ? .awarded(on: award.on) : .notAwarded(on: award.on)
      }
    case .reliefSought(let on): relief = Relief(sought: on)
    case .ruled(let on, let through):
      relief?.ruled = on
      bidsBindThrough = through
    case .finalised(let lot, let on): awards[lot]?.finalOn = on
    case .admitted(let key, let from): bids[key]?.state = .admitted(from: from)
    default: break
    }
  }
}
