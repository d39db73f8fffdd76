import Accounts
import Documents
import People

/// Adds a user without any role; what somebody may do is proposed and approved by two people.
enum NewUserPage {
  static func page(_ visit: Visit, values: Query = Query(), errors: [FieldError] = []) -> Page {
    var html = HTML()
    let form = FormView(
      visit.address(.administration(.newUser)),
      on: visit,
      values: values,
      errors: errors
    )
    form.write(&html, visit.say("Toevoegen en uitnodigen", "Add and invite")) { html in
      form.input(
        "aanmeldnaam",
        visit.say("Aanmeldnaam", "Sign-in name"),
        description: visit.say(
          "Kleine letters, cijfers, punt, streepje of @; ten minste 3 tekens.",
          "Small letters, digits, dot, hyphen or @; at least 3 characters."
        ),
        autocomplete: "off",
        &html
      )
      form.input("naam", visit.say("Naam op het scherm", "Name on the screen"), &html)
    }
    return Page(
      visit.say("Gebruiker toevoegen", "Add a user"),
      titled: errors,
      visit,
      lead: visit.say(
        "De gebruiker kiest zelf een wachtwoord. Rollen draagt u daarna voor.",
        "The user chooses a password. You propose roles after that."
      ),
      crumbs: [Crumb(visit.say("Gebruikers", "Users"), visit.address(.administration(.users)))],
      body: html
    )
  }

  static func take(_ form: PostedForm) async throws -> Page {
    let visit = form.visit
    let values = form.fields.fields
    guard !form.isRestored else { return page(visit, values: values) }
    let actor = try visit.actor()
    do {
      let made = try await visit.region.accounts.addUser(
        signInName: form["aanmeldnaam"] ?? "",
        displayName: form["naam"] ?? "",
        by: .user(actor.principal.user),
        at: actor.now
      )
      return invitation(made.invitation, user: made.user, visit)
    } catch let refusal as AccountRefusal {
      let field = refusal == .badDisplayName ? "naam" : "aanmeldnaam"
      return page(visit, values: values, errors: [FieldError(field, visit.say(refusal.text))])
    }
  }

  /// The one time that a code is shown.
  static func invitation(_ code: String, user: UserKey, _ visit: Visit) -> Page {
    var html = HTML()
    html.alert(.warning, nil) {
      $0.paragraph(
        visit.say(
          "Geef deze code zelf aan de gebruiker. U ziet hem maar een keer; hij werkt 24 uur en een "
            + "keer.",
          "Hand this code to the user yourself. You see it once; it works for 24 hours and once."
        )
      )
    }
    html.element("p") { $0.element("code", text: code) }
    html.element("p") {
      $0.element(
        "a",
        .href(visit.path(.administration(.user(user.description)))),
        text: visit.say("Naar de gebruiker, om rollen voor te dragen", "To the user")
      )
    }
    return Page(
      visit.say("De gebruiker is uitgenodigd", "The user was invited"),
      crumbs: [Crumb(visit.say("Gebruikers", "Users"), visit.address(.administration(.users)))],
      body: html
    )
  }
}
