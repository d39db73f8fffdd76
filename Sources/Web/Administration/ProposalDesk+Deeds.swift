import Accounts
import Documents
import Journal
import Quantities
import Region

// What is no change of rights: it is carried out in the region after it was approved.
extension ProposalDesk {
  /// Why it cannot be approved, before anything is decided: the region changed since, or would
  /// refuse it; nil when it can.
  func objection(_ proposal: Proposal, _ shown: Digest) async throws -> Reply? {
    guard proposal.state == .pending, proposal.digest == shown,
      let proposed = ProposedDeed(proposal)
    else { return nil }
    guard proposed.isAsSeen(in: visit.state) else { return .page(stale(proposed)) }
    guard let refusal = proposed.deed.refusal(in: visit.state, on: visit.today) else { return nil }
    return .page(try await page(errors: [FieldError("besluit", visit.say(refusal))]))
  }

  func carryOut(_ proposal: Proposal, _ actor: Visitor) async throws -> Reply {
    let run = DeedRun(
      place: visit.region,
      today: visit.today,
      now: actor.now,
      by: .user(actor.principal.user)
    )
    switch try await run.carryOut(proposal) {
    case .done: return .seeOther(visit.address(address))
    case .stale:
      guard let proposed = ProposedDeed(proposal) else { throw Trouble.unknown }
      return .page(stale(proposed))
    case .refused(let text):
      return .page(try await page(errors: [FieldError("besluit", visit.say(text))]))
    }
  }

  private func stale(_ proposed: ProposedDeed) -> Page {
    // What holds now, also when it changed after this request began.
    let now = proposed.deed.before(in: visit.region.office.view.state)
    return DeedView(proposed, visit).conflict(
      now,
      next: "\(visit.say("voordracht", "proposal")) \(number)",
      address,
      [Crumb(visit.say("Voordrachten", "Proposals"), visit.address(.administration(.proposals)))]
    )
  }

  /// The button for what was approved and left undone, because the program stopped in between.
  func carryOutForm(
    _ proposal: Proposal,
    _ principal: Principal,
    _ errors: [FieldError],
    _ html: inout HTML
  ) {
    html.alert(.warning, visit.say("Nog niet uitgevoerd", "Not carried out yet")) {
      $0.paragraph(
        visit.say(
          "De voordracht is goedgekeurd, maar niet als uitgevoerd vastgelegd. Wat al gebeurd is, "
            + "gebeurt geen tweede keer.",
          "The proposal was approved, but not recorded as carried out. What was done already is "
            + "not done a second time."
        )
      )
    }
    html.element("div", .id("veld-besluit"), .tabIndex(-1)) { _ in }
    guard mayDecide(proposal, principal) else { return }
    form(.carryOut, proposal, errors)
      .write(&html, visit.say("Alsnog uitvoeren", "Carry out now")) { _ in }
  }
}

extension Proposal {
  /// Whether it was approved and nobody carried it out yet.
  var isLeftUndone: Bool { state == .approved && done == nil && kind != .rights }
}
