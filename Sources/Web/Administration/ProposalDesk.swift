import Accounts
import Documents
import Journal
import Quantities

/// One proposal, and deciding on it: never by who made it, and only on what was shown (AZ-04).
struct ProposalDesk {
  let number: Int64
  let visit: Visit

  init(_ text: String, _ visit: Visit) throws {
    guard let number = Int64(text), number > 0 else { throw Trouble.notFound }
    self.number = number
    self.visit = visit
  }

  var address: RegionAddress { .administration(.proposal("\(number)")) }
  private static let digestName = "inhoud"

  func page(errors: [FieldError] = []) async throws -> Page {
    let actor = try visit.actor()
    let proposal = try await proposal(actor)
    let names = try await UserNames(visit)
    var html = HTML()
    facts(proposal, names, &html)
    if proposal.state == .pending { decide(proposal, actor.principal, errors, &html) }
    if proposal.isLeftUndone { carryOutForm(proposal, actor.principal, errors, &html) }
    return Page(
      "\(visit.say("Voordracht", "Proposal")) \(number)",
      titled: errors,
      visit,
      lead: visit.say(proposal.kind.name),
      crumbs: [
        Crumb(visit.say("Voordrachten", "Proposals"), visit.address(.administration(.proposals)))
      ],
      body: html
    )
  }

  private func proposal(_ actor: Visitor) async throws -> Proposal {
    do {
      return try await visit.region.accounts.proposal(number, for: actor.principal)
    } catch AccountRefusal.noSuchProposal {
      throw Trouble.notFound
    }
  }

  private func facts(_ proposal: Proposal, _ names: UserNames, _ html: inout HTML) {
    html.facts { html in
      html.fact(visit.say("Stand", "Standing")) {
        $0.badge(proposal.state.kind, visit.say(proposal.state.words))
      }
      if let subject = proposal.subject {
        html.fact(visit.say("Gebruiker", "User")) { $0.write(names[subject.actorText]) }
      }
      if ProposedDeed(proposal) == nil {
        html.fact(visit.say("Wat er verandert", "What changes")) { $0.write(words(proposal)) }
      }
      html.fact(visit.say("Voorgedragen door", "Proposed by")) {
        $0.write(
          names[proposal.proposer] + ", " + Wording.day(proposal.made.utcDate, visit.language)
        )
      }
      if let decider = proposal.decider, let decided = proposal.decided {
        html.fact(visit.say("Besloten door", "Decided by")) {
          $0.write(names[decider] + ", " + Wording.day(decided.utcDate, visit.language))
        }
      }
      if proposal.kind != .rights, let done = proposal.done {
        html.fact(visit.say("Uitgevoerd", "Carried out")) {
          $0.write(Wording.day(done.utcDate, visit.language))
        }
      }
    }
    guard let proposed = ProposedDeed(proposal) else { return }
    let view = DeedView(proposed, visit)
    view.write(&html)
    guard proposal.state == .pending, !proposed.isAsSeen(in: visit.state) else { return }
    html.alert(
      .warning,
      visit.say("De regio is intussen gewijzigd", "The region changed meanwhile")
    ) {
      $0.paragraph(
        visit.say(
          "Deze voordracht past niet meer. Wijs haar af of trek haar in, en doe een nieuwe.",
          "This proposal does not fit any more. Refuse or withdraw it, and make a new one."
        )
      )
      view.writeVersions(proposed.deed.before(in: visit.state), &$0)
    }
  }

  /// What is proposed; a body that is not about rights is shown as it stands.
  private func words(_ proposal: Proposal) -> String {
    RightsChange(body: proposal.body).map { visit.say($0.text) }
      ?? String(decoding: proposal.body.prefix(2_000), as: UTF8.self)
  }

  private func decide(
    _ proposal: Proposal,
    _ principal: Principal,
    _ errors: [FieldError],
    _ html: inout HTML
  ) {
    let isOwn = proposal.proposer == principal.user.actorText
    let mayDecide = mayDecide(proposal, principal)
    html.heading(2, visit.say("Besluit", "Decision"))
    html.element("div", .id("veld-besluit"), .tabIndex(-1)) { html in
      if isOwn || proposal.subject == principal.user {
        html.paragraph(
          visit.say(
            "Een ander beslist hierover: niemand keurt zijn eigen voordracht of rechten goed.",
            "Somebody else decides: nobody approves an own proposal or own rights."
          )
        )
      } else if !mayDecide {
        html.paragraph(
          visit.say("U beslist hier niet over.", "You do not decide on this.")
        )
      }
    }
    if isOwn {
      form(.withdraw, proposal, errors)
        .write(&html, visit.say("Voordracht intrekken", "Withdraw the proposal")) { _ in }
    } else if mayDecide {
      form(.approve, proposal, errors)
        .write(&html, visit.say("Goedkeuren", "Approve")) { _ in }
      var refusal = form(.refuse, proposal, [])
      refusal.isSecondary = true
      refusal.write(&html, visit.say("Afwijzen", "Refuse")) { _ in }
    }
  }

  func mayDecide(_ proposal: Proposal, _ principal: Principal) -> Bool {
    Rights.grant(proposal.kind.deciding, to: principal)?.reach.covers(proposal.scope) == true
  }

  func form(_ action: Action, _ proposal: Proposal, _ errors: [FieldError]) -> FormView {
    var form = FormView(visit.address(address), on: visit, errors: errors)
    form.hidden = [
      QueryItem("actie", action.rawValue), QueryItem(Self.digestName, proposal.digest.description),
    ]
    return form
  }
}

// MARK: - Deciding

extension ProposalDesk {
  func take(_ form: PostedForm) async throws -> Reply {
    guard !form.isRestored else { return .page(try await page()) }
    let actor = try visit.actor()
    let proposal = try await proposal(actor)
    guard let shown = form[Self.digestName].flatMap({ Digest(hex: $0) }),
      let action = form["actie"].flatMap(Action.init)
    else { throw Trouble.badRequest }
    if action != .withdraw, proposal.kind.deciding.needsFreshAuthentication, !actor.isFresh {
      return .again
    }
    defer { visit.region.waiting.forget() }
    do {
      if action == .approve, let reply = try await objection(proposal, shown) { return reply }
      guard let approved = try await decide(action, proposal, shown, actor) else {
        return .seeOther(visit.address(address))
      }
      return try await carryOut(approved, actor)
    } catch AccountRefusal.contentChanged {
      return .page(changed(shown, proposal))
    } catch AccountRefusal.decided {
      return .page(decided(proposal))
    } catch AccountRefusal.noSuchProposal {
      throw Trouble.notFound
    } catch let refusal as AccountRefusal {
      return .page(try await page(errors: [FieldError("besluit", visit.say(refusal.text))]))
    }
  }

  /// What can be asked for on the page.
  enum Action: String {
    case approve = "goedkeuren"
    case refuse = "afwijzen"
    case withdraw = "intrekken"
    /// Carries out what was approved and left undone.
    case carryOut = "uitvoeren"
  }

  /// Decides, and gives what is to be carried out now; nil when there is nothing to do.
  private func decide(
    _ action: Action,
    _ proposal: Proposal,
    _ shown: Digest,
    _ actor: Visitor
  ) async throws -> Proposal? {
    let accounts = visit.region.accounts
    switch action {
    case .approve:
      let approved = try await accounts.approve(
        number,
        shown: shown,
        by: actor.principal,
        at: actor.now
      )
      return approved.done == nil ? approved : nil
    case .refuse: try await accounts.refuse(number, by: actor.principal, at: actor.now)
    case .withdraw: try await accounts.withdraw(number, by: actor.principal, at: actor.now)
    case .carryOut:
      guard proposal.isLeftUndone, mayDecide(proposal, actor.principal) else {
        throw AccountRefusal.noSuchProposal
      }
      return proposal
    }
    return nil
  }

  private func changed(_ shown: Digest, _ proposal: Proposal) -> Page {
    var html = HTML()
    html.facts([
      (name: visit.say("Kenmerk van wat u zag", "Mark of what you saw"), value: shown.description),
      (name: visit.say("Kenmerk van nu", "Mark of now"), value: proposal.digest.description),
      (name: visit.say("Wat er nu staat", "What it says now"), value: words(proposal)),
    ])
    return conflict(
      visit.say("De voordracht is een andere", "The proposal is another"),
      html
    )
  }

  private func decided(_ proposal: Proposal) -> Page {
    var html = HTML()
    html.facts([
      (
        name: visit.say("Toen u keek", "When you looked"),
        value: visit.say(Proposal.State.pending.words)
      ),
      (name: visit.say("Nu", "Now"), value: visit.say(proposal.state.words)),
    ])
    return conflict(
      visit.say("Over deze voordracht is al besloten", "This proposal was decided already"),
      html
    )
  }

  private func conflict(_ title: String, _ body: HTML) -> Page {
    var html = body
    html.element("p") {
      $0.element(
        "a",
        .href(visit.path(address)),
        text: visit.say("Naar de voordracht zoals die nu is", "To the proposal as it is now")
      )
    }
    return Page(
      title,
      lead: visit.say("Er is niets gewijzigd.", "Nothing was changed."),
      crumbs: [
        Crumb(visit.say("Voordrachten", "Proposals"), visit.address(.administration(.proposals)))
      ],
      status: .conflict,
      body: html
    )
  }
}
