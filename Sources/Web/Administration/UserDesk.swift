import Accounts
import Documents
import People
import Quantities
import Region

/// One user: the rights, and what an administrator can propose or do about them.
struct UserDesk {
  let key: UserKey
  let visit: Visit

  init(_ text: String, _ visit: Visit) throws {
    guard let key = UserKey(text) else { throw Trouble.notFound }
    self.key = key
    self.visit = visit
  }

  var address: RegionAddress { .administration(.user(key.description)) }

  /// What can be asked for on the page.
  enum Action: String, CaseIterable {
    case give = "geven"
    case end = "beeindigen"
    case removeFactor = "factor"
    case invite = "uitnodigen"
    case disable = "uitschakelen"
    case enable = "inschakelen"
  }

  func page(
    _ action: Action? = nil,
    values: Query = Query(),
    errors: [FieldError] = []
  ) async throws -> Page {
    let user = try await user()
    return UserPage(desk: self, user: user, action: action, values: values, errors: errors).page
  }

  private func user() async throws -> User {
    do {
      return try await visit.region.accounts.user(key)
    } catch AccountRefusal.noSuchUser {
      throw Trouble.notFound
    }
  }

  func take(_ form: PostedForm) async throws -> Reply {
    guard let action = form["actie"].flatMap(Action.init) else { throw Trouble.badRequest }
    let values = form.fields.fields
    guard !form.isRestored else { return .page(try await page(action, values: values)) }
    guard let seen = UserVersion(form[FormFields.versionName]) else { throw Trouble.badRequest }
    let now = UserVersion(try await user())
    guard seen == now else { return .page(conflict(seen, now)) }
    do {
      return try await carryOut(action, form)
    } catch let refusal as AccountRefusal {
      let error = FieldError(UserPage.field(of: action), visit.say(refusal.text))
      return .page(try await page(action, values: values, errors: [error]))
    }
  }

  private func carryOut(_ action: Action, _ form: PostedForm) async throws -> Reply {
    let actor = try visit.actor()
    let (accounts, by) = (visit.region.accounts, AccountActor.user(actor.principal.user))
    switch action {
    case .give, .end, .removeFactor:
      let change: RightsChange
      switch RightsForm.read(action, form) {
      case .success(let read): change = read
      case .failure(let failure):
        return .page(
          try await page(action, values: form.fields.fields, errors: failure.errors)
        )
      }
      let number = try await accounts.proposeRights(
        change,
        of: key,
        by: actor.principal,
        at: actor.now
      )
      return .seeOther(visit.address(.administration(.proposal("\(number)"))))
    case .invite:
      let code = try await accounts.invite(key, by: by, at: actor.now)
      return .page(NewUserPage.invitation(code, user: key, visit))
    case .disable, .enable:
      // Taking oneself out of use would end the session in the middle of it.
      guard key != actor.principal.user else { throw AccountRefusal.ownRights }
      try await accounts.setDisabled(action == .disable, key, by: by, at: actor.now)
      return .seeOther(visit.address(address))
    }
  }

  /// Somebody else changed the user since the page was shown: both versions, and nothing done.
  private func conflict(_ seen: UserVersion, _ now: UserVersion) -> Page {
    var html = HTML()
    html.heading(2, visit.say("Wat u zag", "What you saw"))
    html.list(seen.lines(visit))
    html.heading(2, visit.say("Hoe het nu is", "How it is now"))
    html.list(now.lines(visit))
    html.element("p") {
      $0.element(
        "a",
        .href(visit.path(address)),
        text: visit.say("Naar de gebruiker zoals die nu is", "To the user as it is now")
      )
    }
    return Page(
      visit.say("De gebruiker is intussen gewijzigd", "The user was changed meanwhile"),
      lead: visit.say(
        "Een ander was u voor. Er is niets gedaan met wat u verzond.",
        "Somebody else was before you. Nothing was done with what you sent."
      ),
      crumbs: [Crumb(visit.say("Gebruikers", "Users"), visit.address(.administration(.users)))],
      status: .conflict,
      body: html
    )
  }
}

/// Reads the form of a change of rights.
enum RightsForm {
  /// What is wrong with it.
  struct Errors: Error {
    let errors: [FieldError]
  }

  static func read(_ action: UserDesk.Action, _ form: PostedForm) -> Result<RightsChange, Errors> {
    switch action {
    case .removeFactor: .success(.removeFactor)
    case .end: end(form)
    default: give(form)
    }
  }

  private static func end(_ form: PostedForm) -> Result<RightsChange, Errors> {
    guard let number = form["rolnummer"].flatMap({ Int64($0) }),
      let last = form["einddag"].flatMap({ CivilDate($0) })
    else {
      let text = form.visit.say(
        "Vul de laatste dag in als jjjj-mm-dd.",
        "Fill in the last day as yyyy-mm-dd."
      )
      return .failure(Errors(errors: [FieldError("einddag", text)]))
    }
    return .success(.end(assignment: number, last: last))
  }

  private static func give(_ form: PostedForm) -> Result<RightsChange, Errors> {
    let visit = form.visit
    var errors: [FieldError] = []
    func fail(_ field: String, _ dutch: String, _ english: String) {
      errors.append(FieldError(field, visit.say(dutch, english)))
    }
    let role = form["rol"].flatMap { Role(rawValue: $0) }
    if role == nil { fail("rol", "Kies een rol.", "Choose a role.") }
    let reach = reach(form)
    if reach == nil {
      fail(
        "bereik",
        "Kies de hele regio, een of meer gemeenten, of vul een KvK-nummer in.",
        "Choose the whole region, one or more municipalities, or fill in a provider's number."
      )
    }
    let first = form["eerste"].flatMap { CivilDate($0) }
    if first == nil {
      fail("eerste", "Vul de eerste dag in als jjjj-mm-dd.", "Fill in the first day.")
    }
    let last = form["laatste"].flatMap { CivilDate($0) }
    if form["laatste"] != nil, last == nil {
      fail("laatste", "Vul de laatste dag in als jjjj-mm-dd, of laat hem leeg.", "Fill in a day.")
    }
    guard errors.isEmpty, let role, let reach, let first else {
      return .failure(Errors(errors: errors))
    }
    return .success(.give(RoleRequest(role, reach, from: first, through: last)))
  }

  private static func reach(_ form: PostedForm) -> Reach? {
    switch form["bereik"] {
    case "regio": return .region
    case "gemeenten":
      let own = Set(form.visit.state.profile?.municipalities ?? [])
      let texts = form.fields.fields.all("gemeente")
      let codes = texts.compactMap { MunicipalityCode($0) }
      guard !codes.isEmpty, codes.count == texts.count, own.isSuperset(of: codes) else {
        return nil
      }
      return .municipalities(Set(codes))
    case "aanbieder": return form["kvk"].flatMap { ChamberNumber($0) }.map { .provider($0) }
    default: return nil
    }
  }
}
