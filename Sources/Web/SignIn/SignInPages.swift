import Accounts
import Documents
import Rules

/// The pages on the way in and out.
enum SignInPages {
  /// What a page of signing in has to say first.
  enum Message {
    case sessionEnded
    case refused(AccountRefusal)
  }

  static func page(at address: SigningAddress, _ visit: Visit) -> Page {
    let kept = KeptForm(visit.query)
    switch address {
    case .signIn, .signOut, .extend, .demo: return signIn(visit, kept: kept, message: nil)
    case .secondFactor: return secondFactor(visit, kept: kept, message: nil)
    case .invitation: return invitation(visit, values: Query(), message: nil)
    case .again: return again(visit, kept: kept, message: nil)
    }
  }

  /// The way in: in the demo a button per role, everywhere else a name and a password.
  static func signIn(_ visit: Visit, kept: KeptForm?, message: Message?) -> Page {
    var html = HTML()
    write(message, visit, &html)
    if let kept, kept.hasFields {
      html.alert(.neutral, nil) {
        $0.paragraph(
          visit.say(
            "Wat u had ingevuld is bewaard en staat na het aanmelden weer in het formulier.",
            "What you had filled in is kept and will be in the form again after you sign in."
          )
        )
      }
    }
    if let demo = visit.region.demo {
      demoButtons(demo, visit, kept, &html)
    } else {
      passwordForm(visit, kept, &html)
    }
    return Page(
      visit.say("Aanmelden bij \(visit.region.name)", "Sign in to \(visit.region.name)"),
      body: html
    )
  }

  private static func passwordForm(_ visit: Visit, _ kept: KeptForm?, _ html: inout HTML) {
    var form = FormView(visit.address(.signing(.signIn)), on: visit)
    form.hidden = kept?.items ?? []
    form.write(&html, visit.say("Aanmelden", "Sign in")) { html in
      form.input(
        "naam",
        visit.say("Gebruikersnaam", "User name"),
        autocomplete: "username",
        &html
      )
      form.input(
        "wachtwoord",
        visit.say("Wachtwoord", "Password"),
        description: visit.say("Plakken mag.", "You may paste it."),
        type: "password",
        autocomplete: "current-password",
        keepsValue: false,
        &html
      )
    }
    html.element("p") { html in
      html.element(
        "a",
        .href(visit.path(.signing(.invitation))),
        text: visit.say("Ik heb een uitnodiging gekregen", "I was given an invitation")
      )
    }
  }

  /// The roles of the demo; whoever presses a button is in.
  private static func demoButtons(
    _ demo: DemoAccounts,
    _ visit: Visit,
    _ kept: KeptForm?,
    _ html: inout HTML
  ) {
    html.paragraph(
      visit.say(
        "Dit is een demonstratie. Kies als wie u wilt rondkijken; er is geen wachtwoord.",
        "This is a demonstration. Choose as whom you want to look around; there is no password."
      )
    )
    html.element("ul", .class("regie-cards")) { html in
      for person in demo.people {
        let role = person.role
        html.element("li", .class("regie-card")) { html in
          var form = FormView(visit.address(.signing(.demo)), on: visit)
          form.hidden = (kept?.items ?? []) + [QueryItem("rol", role.rawValue)]
          form.write(&html, role.name[visit.language].capitalizedFirst) { _ in }
          html.paragraph(visit.say(role.task))
        }
      }
    }
  }

  /// Asks for a code, also once more for a factor that is being set.
  static func secondFactor(
    _ visit: Visit,
    kept: KeptForm?,
    message: Message?,
    isNew: Bool = false
  ) -> Page {
    var html = HTML()
    write(message, visit, &html)
    var form = FormView(visit.address(.signing(.secondFactor)), on: visit)
    form.hidden = (kept?.items ?? []) + (isNew ? [QueryItem("instellen", "ja")] : [])
    form.write(&html, visit.say("Verder", "Continue")) { html in codeField(form, visit, &html) }
    return Page(
      visit.say("Uw code", "Your code"),
      lead: visit.say(
        "Na uw wachtwoord vragen we een code: zo komt niemand binnen met een wachtwoord alleen.",
        "After your password we ask for a code: so nobody comes in with a password alone."
      ),
      body: html
    )
  }

  static func again(_ visit: Visit, kept: KeptForm?, message: Message?) -> Page {
    var html = HTML()
    write(message, visit, &html)
    var form = FormView(visit.address(.signing(.again)), on: visit)
    form.hidden = kept?.items ?? []
    form.write(&html, visit.say("Bevestigen", "Confirm")) { html in
      if visit.region.demo == nil { codeField(form, visit, &html) }
    }
    return Page(
      visit.say("Bevestig dat u het bent", "Confirm that it is you"),
      lead: visit.say(
        "Wat u wilt doen weegt zwaar. Daarom vragen we uw code opnieuw.",
        "What you want to do has weight. That is why we ask for your code again."
      ),
      body: html
    )
  }

  private static func codeField(_ form: FormView, _ visit: Visit, _ html: inout HTML) {
    form.input(
      "code",
      visit.say("Code", "Code"),
      description: visit.say(
        "6 cijfers uit uw app, of een van uw herstelcodes.",
        "6 digits from your app, or one of your recovery codes."
      ),
      autocomplete: "one-time-code",
      keepsValue: false,
      &html
    )
  }

  /// Takes an account up, or sets a new password, with the code that was handed over.
  static func invitation(_ visit: Visit, values: Query, message: Message?) -> Page {
    var html = HTML()
    write(message, visit, &html)
    let form = FormView(visit.address(.signing(.invitation)), on: visit, values: values)
    form.write(&html, visit.say("Account openen", "Open the account")) { html in
      form.input(
        "naam",
        visit.say("Gebruikersnaam", "User name"),
        autocomplete: "username",
        &html
      )
      form.input(
        "uitnodiging",
        visit.say("Uitnodiging", "Invitation"),
        description: visit.say(
          "De code die uw beheerder u gaf; zij werkt een keer en 24 uur lang.",
          "The code that your administrator gave you; it works once and for 24 hours."
        ),
        autocomplete: "one-time-code",
        &html
      )
      form.input(
        "wachtwoord",
        visit.say("Nieuw wachtwoord", "New password"),
        description: visit.say(
          "Minstens 15 tekens. Een paar woorden achter elkaar is goed.",
          "At least 15 characters. A few words in a row are fine."
        ),
        type: "password",
        autocomplete: "new-password",
        keepsValue: false,
        &html
      )
    }
    return Page(visit.say("Uw uitnodiging", "Your invitation"), body: html)
  }

  /// The secret for the app that makes codes, to type over or to paste.
  static func newFactor(
    _ visit: Visit,
    _ factor: NewFactor,
    kept: KeptForm?,
    message: Message?
  )
    -> Page
  {
    var html = HTML()
    write(message, visit, &html)
    html.paragraph(
      visit.say(
        "Open uw app voor eenmalige codes, kies een account toevoegen en typ of plak deze sleutel.",
        "Open your app for one-time codes, choose to add an account and type or paste this key."
      )
    )
    html.element("p") { $0.element("code", text: factor.secret) }
    html.element("p") { html in
      html.element("code", text: factor.address)
    }
    var form = FormView(visit.address(.signing(.secondFactor)), on: visit)
    form.hidden = (kept?.items ?? []) + [QueryItem("instellen", "ja")]
    form.write(&html, visit.say("Code instellen", "Set the code")) { html in
      codeField(form, visit, &html)
    }
    return Page(visit.say("Uw tweede sleutel", "Your second key"), body: html)
  }

  /// The codes for when the app is lost; shown this once.
  static func recoveryCodes(_ visit: Visit, _ codes: [String], to path: String) -> Page {
    var html = HTML()
    html.paragraph(
      visit.say(
        "Bewaar deze codes op papier. Elke code werkt een keer. We laten ze niet nog eens zien.",
        "Keep these codes on paper. Each works once. We do not show them again."
      )
    )
    html.element("ul") { html in
      for code in codes { html.element("li") { $0.element("code", text: code) } }
    }
    html.element("p") {
      $0.element(
        "a",
        .class("nl-button"),
        .href(path),
        text: visit.say("Ik heb ze bewaard", "I kept them")
      )
    }
    return Page(visit.say("Uw herstelcodes", "Your recovery codes"), body: html)
  }

  private static func write(_ message: Message?, _ visit: Visit, _ html: inout HTML) {
    switch message {
    case nil: break
    case .sessionEnded:
      html.alert(.warning, nil) {
        $0.paragraph(
          visit.say(
            "Uw sessie is verlopen. Er is niets verzonden; meld u opnieuw aan.",
            "Your session has ended. Nothing was sent; sign in again."
          )
        )
      }
    case .refused(let refusal):
      html.element("div", .class("nl-alert nl-alert--negative"), .role("alert")) {
        $0.element("p", .tabIndex(-1), .data(.focus, ""), text: visit.say(refusal.text))
      }
    }
  }
}

extension String {
  /// The text with a capital at the start.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
