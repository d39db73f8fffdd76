import Accounts
import Documents
import HTTPTypes
import Hummingbird

/// Carries out what is sent on the way in and out.
struct SignInDesk {
  let desk: RegionDesk
  let request: Request

  private var door: Doorway { Doorway(site: desk.site, place: desk.place) }
  private var accounts: AccountStore { desk.place.accounts }

  func take(_ form: PostedForm, at address: SigningAddress) async throws -> Response {
    do {
      switch address {
      case .signIn: return try await signIn(form)
      case .secondFactor: return try await secondFactor(form)
      case .invitation: return try await accept(form)
      case .again: return try await again(form)
      case .extend: return extend(form)
      case .signOut: return try await signOut()
      case .demo: return try await demo(form)
      }
    } catch let refusal as AccountRefusal {
      return show(refused(form, at: address, refusal), form)
    }
  }

  /// The same page again, with what is wrong above it.
  private func refused(
    _ form: PostedForm,
    at address: SigningAddress,
    _ refusal: AccountRefusal
  ) -> Page {
    let kept = KeptForm(form.fields.fields)
    let message = SignInPages.Message.refused(refusal)
    var page =
      switch address {
      case .secondFactor:
        SignInPages.secondFactor(
          form.visit,
          kept: kept,
          message: message,
          isNew: form["instellen"] != nil
        )
      case .again: SignInPages.again(form.visit, kept: kept, message: message)
      case .invitation:
        SignInPages.invitation(form.visit, values: form.fields.fields, message: message)
      case .signIn, .extend, .signOut, .demo:
        SignInPages.signIn(form.visit, kept: kept, message: message)
      }
    page.titlePrefix = form.visit.say("Niet gelukt", "Not done")
    page.status = .badRequest
    if case .wait = refusal { page.status = .tooMany }
    return page
  }
}

// MARK: - The steps

extension SignInDesk {
  private func signIn(_ form: PostedForm) async throws -> Response {
    let found = try await accounts.signIn(
      name: form["naam"] ?? "",
      password: form["wachtwoord"] ?? "",
      network: door.network(of: request),
      at: door.moment
    )
    return try await afterPassword(form, found.token, found.stage)
  }

  private func accept(_ form: PostedForm) async throws -> Response {
    let found = try await accounts.acceptInvitation(
      name: form["naam"] ?? "",
      code: form["uitnodiging"] ?? "",
      password: form["wachtwoord"] ?? "",
      policy: PasswordPolicy(context: [desk.place.name, desk.place.slug.description]),
      network: door.network(of: request),
      at: door.moment
    )
    return try await afterPassword(form, found.token, found.stage)
  }

  /// On to the second factor, or to setting one for who has none.
  private func afterPassword(
    _ form: PostedForm,
    _ token: SessionToken,
    _ stage: Session.Stage
  ) async throws -> Response {
    let kept = KeptForm(form.fields.fields)
    let page: Page
    if stage == .enrolment {
      let factor = try await accounts.beginFactor(
        token,
        issuer: "Regie \(desk.place.name)",
        at: door.moment
      )
      page = SignInPages.newFactor(form.visit, factor, kept: kept, message: nil)
    } else {
      page = SignInPages.secondFactor(form.visit, kept: kept, message: nil)
    }
    return show(page, form, cookie: token)
  }

  private func secondFactor(_ form: PostedForm) async throws -> Response {
    guard let token = door.token(of: request) else { throw AccountRefusal.noSession }
    let code = form["code"] ?? ""
    let network = door.network(of: request)
    guard form["instellen"] != nil else {
      let next = try await accounts.confirm(token, code: code, network: network, at: door.moment)
      return try await enter(form, next)
    }
    let made = try await accounts.finishFactor(
      token,
      code: code,
      network: network,
      at: door.moment
    )
    let path = KeptForm(form.fields.fields)?.path ?? home
    let page = SignInPages.recoveryCodes(form.visit, made.recoveryCodes, to: path)
    return show(page, form, cookie: made.token)
  }

  private func again(_ form: PostedForm) async throws -> Response {
    guard let token = door.token(of: request) else { throw AccountRefusal.noSession }
    let next =
      if let demo = desk.place.demo {
        try await demo.stepUp(token, at: door.moment)
      } else {
        try await accounts.stepUp(token, code: form["code"] ?? "", at: door.moment)
      }
    return try await enter(form, next)
  }

  /// The demo's buttons; where they are not, the page does not exist.
  private func demo(_ form: PostedForm) async throws -> Response {
    guard let demo = desk.place.demo else { throw Trouble.notFound }
    guard let role = form["rol"].flatMap({ Role(rawValue: $0) }) else { throw Trouble.badRequest }
    if let old = door.token(of: request) { try await accounts.signOut(old, at: door.moment) }
    return try await enter(form, try await demo.signIn(as: role, at: door.moment))
  }

  /// In: to where the user was going, with a form given back when there was one.
  private func enter(_ form: PostedForm, _ token: SessionToken) async throws -> Response {
    let kept = KeptForm(form.fields.fields)
    guard let kept, kept.hasFields else {
      var response = desk.see(path: kept?.path ?? home)
      set(token, in: &response)
      return response
    }
    let session = try await accounts.session(token, at: door.moment)
    let visitor = Visitor(session: session, token: token, now: door.moment)
    return show(RestorePage.page(form.visit, kept, visitor), form, cookie: token)
  }

  private func extend(_ form: PostedForm) -> Response {
    // Looking the session up was using it.
    desk.plain(.ok, "ja")
  }

  private func signOut() async throws -> Response {
    if let token = door.token(of: request) {
      try await accounts.signOut(token, at: door.moment)
    }
    var response = desk.see(Address.region(desk.place.slug, .signing(.signIn)))
    response.headers.append(
      HTTPField(name: .setCookie, value: Cookies.gone(Cookies.sessionName(desk.place.slug)))
    )
    // The cookies of other regions on this host are of other sessions.
    response.headers[.clearSiteData] =
      desk.site.regions.count == 1
      ? "\"cache\", \"cookies\", \"storage\"" : "\"cache\", \"storage\""
    return response
  }
}

// MARK: - Answers

extension SignInDesk {
  private var home: String { Address.region(desk.place.slug, .home).path }

  private func show(_ page: Page, _ form: PostedForm, cookie: SessionToken? = nil) -> Response {
    let asked = RegionDesk.Asked(
      page: .signing(.signIn),
      query: Query(),
      method: .post,
      visitor: nil
    )
    var response = desk.write(page, asked, form.visit, false)
    if let cookie { set(cookie, in: &response) }
    return response
  }

  private func set(_ token: SessionToken, in response: inout Response) {
    let name = Cookies.sessionName(desk.place.slug)
    response.headers[.setCookie] = Cookies.session(name, token.cookieValue)
  }
}
