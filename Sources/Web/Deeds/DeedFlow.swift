import Accounts
import Documents
import Quantities
import Region
import Rules

/// The steps by which a deed is proposed: the form, all values once more (AC-10), and then the
/// proposal, which another decides on (AZ-04).
struct DeedFlow<Form: DeedForm> {
  let form: Form

  private var visit: Visit { form.visit }

  static var stepName: String { "_stap" }
  static var reasonName: String { "reden" }
  /// The name of the place where what is wrong with the whole is told.
  static var wholeName: String { "voordracht" }
  private static var longestReason: Int { 2_000 }

  /// What was asked with a button.
  private enum Step: String {
    case review = "nakijken"
    case change = "wijzigen"
    case propose = "voordragen"
  }

  func page(values: Query = Query(), errors: [FieldError] = []) -> Page {
    var html = HTML()
    html.element("div", .id("veld-\(Self.wholeName)"), .tabIndex(-1)) { form.writeFacts(&$0) }
    if let obstacle = form.obstacle {
      html.alert(.neutral, nil) { $0.paragraph(obstacle) }
    } else {
      var view = FormView(visit.address(form.address), on: visit, values: values, errors: errors)
      view.hidden = [QueryItem(Self.stepName, Step.review.rawValue)]
      view.write(&html, visit.say("Nakijken", "Check")) { html in
        form.writeFields(view, &html)
        view.textarea(
          Self.reasonName,
          visit.say("Reden", "Reason"),
          description: visit.say(
            "Wie beslist leest dit. Noem geen personen.",
            "Whoever decides reads this. Name no persons."
          ),
          &html
        )
      }
    }
    return Page(
      form.title,
      titled: errors,
      visit,
      lead: form.lead,
      crumbs: form.crumbs,
      body: html
    )
  }

  func take(_ posted: PostedForm) async throws -> Reply {
    let fields = posted.fields.fields
    try requireKnown(fields)
    guard !posted.isRestored, form.obstacle == nil else { return .page(page(values: fields)) }
    guard let step = Step(rawValue: fields[Self.stepName] ?? "") else { throw Trouble.badRequest }
    let deed: Deed
    let reason: String
    do {
      (deed, reason) = try await read(fields)
    } catch let wrong as FieldErrors {
      return .page(page(values: fields, errors: wrong.errors))
    }
    switch step {
    case .change: return .page(page(values: fields))
    case .review: return .page(review(deed, reason, fields))
    case .propose: return try await propose(deed, reason, fields)
    }
  }

  /// Refuses a form with fields that are none of this one, or twice the same (AZ-03).
  private func requireKnown(_ fields: Query) throws(Trouble) {
    let own = FormFields.ownNames.union([
      Self.stepName, Self.reasonName, FormFields.versionName, RestorePage.fieldName,
    ])
    let known = own.union(form.fieldNames)
    guard fields.items.allSatisfy({ known.contains($0.name) }) else { throw .badRequest }
  }

  private func read(_ fields: Query) async throws -> (Deed, String) {
    var wrong: [FieldError] = []
    var deed: Deed?
    do { deed = try await form.read(fields) } catch let found as FieldErrors {
      wrong = found.errors
    }
    let reason = fields[Self.reasonName] ?? ""
    if reason.allSatisfy(\.isWhitespace) {
      let text = visit.say("Schrijf waarom u dit voordraagt.", "Write why you propose this.")
      wrong.append(FieldError(Self.reasonName, text))
    } else if reason.utf8.count > Self.longestReason {
      let text = visit.say("Schrijf de reden korter op.", "Write the reason more shortly.")
      wrong.append(FieldError(Self.reasonName, text))
    }
    if wrong.isEmpty, let deed, let refusal = refusal(of: deed) {
      wrong.append(FieldError(Self.wholeName, visit.say(refusal)))
    }
    guard wrong.isEmpty, let deed else { throw FieldErrors(errors: wrong) }
    return (deed, reason)
  }

  /// Why the region would refuse it today; nil when it would do it.
  private func refusal(of deed: Deed) -> BilingualText? {
    deed.refusal(in: visit.state, on: visit.today)
  }
}

extension Deed {
  /// Why a region would refuse it on a day; nil when it would do it.
  func refusal(in state: RegionState, on today: CivilDate) -> BilingualText? {
    guard let command else { return nil }
    do throws(Refusal) {
      _ = try state.decide(command, on: today)
      return nil
    } catch {
      return error.text
    }
  }
}

// MARK: - Checking and proposing

extension DeedFlow {
  private func review(_ deed: Deed, _ reason: String, _ fields: Query) -> Page {
    let proposed = ProposedDeed(deed, reason: reason, before: deed.before(in: visit.state))
    var html = HTML()
    DeedView(proposed, visit).write(&html)
    var view = FormView(visit.address(form.address), on: visit)
    let typed = fields.items.filter { form.fieldNames.contains($0.name) }
    let kept = typed + [QueryItem(Self.reasonName, reason)]
    view.hidden =
      kept + [
        QueryItem(Self.stepName, Step.propose.rawValue),
        QueryItem(FormFields.versionName, DeedFact.text(proposed.before)),
      ]
    view.write(&html, visit.say("Voordragen", "Propose")) { _ in }
    view.hidden = kept + [QueryItem(Self.stepName, Step.change.rawValue)]
    view.isSecondary = true
    view.write(&html, visit.say("Terug en wijzigen", "Back and change")) { _ in }
    return Page(
      visit.say("Kijk uw voordracht na", "Check your proposal"),
      lead: visit.say(
        "Er is nog niets verzonden. Na het voordragen beslist een collega.",
        "Nothing was sent yet. After you propose it a colleague decides."
      ),
      crumbs: form.crumbs + [Crumb(form.title, visit.address(form.address))],
      body: html
    )
  }

  private func propose(_ deed: Deed, _ reason: String, _ fields: Query) async throws -> Reply {
    guard let seen = DeedFact.list(fields[FormFields.versionName]) else {
      throw Trouble.badRequest
    }
    let now = deed.before(in: visit.state)
    guard seen == now else {
      let view = DeedView(ProposedDeed(deed, reason: reason, before: seen), visit)
      return .page(view.conflict(now, next: form.title, form.address, form.crumbs))
    }
    let actor = try visit.actor()
    let number: Int64
    do {
      number = try await visit.region.accounts.propose(
        deed.kind,
        scope: form.scope,
        body: ProposedDeed(deed, reason: reason, before: now).body,
        by: actor.principal,
        at: actor.now
      )
    } catch AccountRefusal.noSuchProposal {
      throw Trouble.notFound
    } catch let refusal as AccountRefusal {
      let error = FieldError(Self.wholeName, visit.say(refusal.text))
      return .page(page(values: fields, errors: [error]))
    }
    visit.region.waiting.forget()
    return .seeOther(visit.address(.administration(.proposal("\(number)"))))
  }
}
