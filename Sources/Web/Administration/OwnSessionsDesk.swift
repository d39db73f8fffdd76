import Accounts
import Documents
import People
import Quantities

/// The sessions of whoever looks: ending one, changing role, and new recovery codes.
struct OwnSessionsDesk {
  private let visit: Visit

  init(_ visit: Visit) { self.visit = visit }

  private var address: RegionAddress { .administration(.ownSessions) }

  func page(errors: [FieldError] = []) async throws -> Page {
    let actor = try visit.actor()
    let sessions = try await visit.region.accounts.sessions(
      of: actor.principal.user,
      at: actor.now
    )
    var html = HTML()
    html.element("div", .id("veld-sessie"), .tabIndex(-1)) { html in
      for session in sessions { write(session, actor, errors, &html) }
    }
    if actor.session.roles.count > 1 { roles(actor, &html) }
    if visit.region.demo == nil { try await codes(actor, &html) }
    return Page(
      visit.say("Mijn sessies", "My sessions"),
      titled: errors,
      visit,
      lead: visit.say(
        "Waar u bent aangemeld. Herkent u iets niet, beëindig het dan en meld het.",
        "Where you are signed in. End what you do not know, and report it."
      ),
      body: html
    )
  }

  private func write(
    _ session: Session,
    _ actor: Visitor,
    _ errors: [FieldError],
    _ html: inout HTML
  ) {
    let isCurrent = session.id == actor.session.id
    html.heading(
      2,
      isCurrent
        ? visit.say("Deze sessie", "This session")
        : visit.say(
          "Sessie van \(session.began.secondText)",
          "Session of \(session.began.secondText)"
        )
    )
    html.facts([
      (name: visit.say("Begonnen", "Began"), value: session.began.secondText),
      (name: visit.say("Laatst gebruikt", "Last used"), value: session.seen.secondText),
      (
        name: visit.say("Rol", "Role"),
        value: session.acting.map { visit.say($0.role.name) } ?? visit.say("geen", "none")
      ),
    ])
    guard !isCurrent else { return }
    var form = FormView(visit.address(address), on: visit, errors: [])
    form.hidden = [
      QueryItem("actie", "beeindigen"), QueryItem("sessie", session.id.description),
    ]
    form.write(&html, visit.say("Deze sessie beëindigen", "End this session")) { _ in }
  }

  private func roles(_ actor: Visitor, _ html: inout HTML) {
    html.heading(2, visit.say("Van rol wisselen", "Change role"))
    var form = FormView(visit.address(address), on: visit)
    form.hidden = [QueryItem("actie", "rol")]
    form.write(&html, visit.say("Verder in deze rol", "Go on in this role")) { html in
      form.select(
        "rol",
        visit.say("Rol", "Role"),
        actor.session.roles.map {
          ListFilter.Choice(
            "\($0.number)",
            "\(visit.say($0.role.name)), \(visit.say($0.reach.text))"
          )
        },
        &html
      )
    }
  }

  private func codes(_ actor: Visitor, _ html: inout HTML) async throws {
    let left = try await visit.region.accounts.recoveryCodesLeft(of: actor.principal.user)
    html.heading(2, visit.say("Herstelcodes", "Recovery codes"))
    html.paragraph(
      visit.say(
        left == 1 ? "U hebt nog 1 herstelcode." : "U hebt nog \(left) herstelcodes.",
        left == 1 ? "You have 1 recovery code left." : "You have \(left) recovery codes left."
      )
    )
    var form = FormView(visit.address(address), on: visit)
    form.hidden = [QueryItem("actie", "codes")]
    form.write(&html, visit.say("Nieuwe herstelcodes maken", "Make new recovery codes")) { _ in }
  }
}

// MARK: - What is sent

extension OwnSessionsDesk {
  func take(_ form: PostedForm) async throws -> Reply {
    guard !form.isRestored else { return .page(try await page()) }
    let actor = try visit.actor()
    let accounts = visit.region.accounts
    do {
      switch form["actie"] {
      case "beeindigen":
        guard let id = form["sessie"].flatMap({ SessionID($0) }) else { throw Trouble.badRequest }
        try await accounts.endSession(id, of: actor.principal.user, at: actor.now)
        return .seeOther(visit.address(address))
      case "rol":
        guard let number = form["rol"].flatMap({ Int64($0) }) else { throw Trouble.badRequest }
        let token = try await accounts.takeRole(number, actor.token, at: actor.now)
        return .renewed(token, visit.address(.home))
      case "codes":
        guard actor.isFresh else {
          let back = QueryItem("naar", Address.region(visit.slug, address).path)
          return .seeOther(visit.address(.signing(.again)), query: [back])
        }
        return .page(shown(try await accounts.renewRecoveryCodes(actor.token, at: actor.now)))
      default: throw Trouble.badRequest
      }
    } catch let refusal as AccountRefusal {
      return .page(try await page(errors: [FieldError("sessie", visit.say(refusal.text))]))
    }
  }

  /// The one time that the codes are shown.
  private func shown(_ codes: [String]) -> Page {
    var html = HTML()
    html.alert(.warning, nil) {
      $0.paragraph(
        visit.say(
          "Bewaar deze codes op een veilige plek. De oude werken niet meer; deze ziet u maar een "
            + "keer.",
          "Keep these codes in a safe place. The old ones work no more; you see these once."
        )
      )
    }
    html.list(codes)
    return Page(
      visit.say("Nieuwe herstelcodes", "New recovery codes"),
      crumbs: [Crumb(visit.say("Mijn sessies", "My sessions"), visit.address(address))],
      body: html
    )
  }
}
