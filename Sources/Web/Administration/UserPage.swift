import Accounts
import Documents
import Quantities
import Region

/// One user as an administrator sees it: the rights and the forms to change them.
struct UserPage {
  let desk: UserDesk
  let user: User
  /// The form that was sent last.
  let action: UserDesk.Action?
  let values: Query
  let errors: [FieldError]

  private var visit: Visit { desk.visit }

  /// The field that an objection to an action stands beside.
  static func field(of action: UserDesk.Action) -> String {
    switch action {
    case .give: "rol"
    case .end: "einddag"
    case .removeFactor, .invite, .disable, .enable: "gebruiker"
    }
  }

  var page: Page {
    var html = HTML()
    facts(&html)
    roles(&html)
    html.heading(2, visit.say("Een rol voordragen", "Propose a role"))
    give(&html)
    html.heading(2, visit.say("Toegang", "Access"))
    access(&html)
    return Page(
      user.displayName,
      titled: errors,
      visit,
      lead: visit.say(
        "Een wijziging van rechten geldt pas als een andere beheerder haar goedkeurt.",
        "A change of rights holds only when another administrator approves it."
      ),
      crumbs: [Crumb(visit.say("Gebruikers", "Users"), visit.address(.administration(.users)))],
      body: html
    )
  }

  private func facts(_ html: inout HTML) {
    html.element("div", .id("veld-gebruiker"), .tabIndex(-1)) { html in
      html.facts { html in
        html.fact(visit.say("Aanmeldnaam", "Sign-in name")) { $0.write(user.signInName) }
        html.fact(visit.say("Stand", "Standing")) {
          visit.write(UsersPage.standing(user, visit), &$0)
        }
        html.fact(visit.say("Toegevoegd", "Added")) {
          $0.write(Wording.day(user.made.utcDate, visit.language))
        }
      }
    }
  }

  private func roles(_ html: inout HTML) {
    html.heading(2, visit.say("Rollen", "Roles"))
    guard !user.assignments.isEmpty else {
      html.paragraph(visit.say("Nog geen rol.", "No role yet."))
      return
    }
    PlainTable(
      id: "rollen",
      caption: visit.say("Rollen van deze gebruiker", "Roles of this user"),
      columns: [
        ListTable.Column("rol", visit.say("Rol", "Role")),
        ListTable.Column("bereik", visit.say("Voor", "For")),
        ListTable.Column("van", visit.say("Vanaf", "From")),
        ListTable.Column("tot", visit.say("Tot en met", "Through")),
      ],
      rows: user.assignments.map { role in
        ListTable.Row([
          .text(visit.say(role.role.name)),
          .text(visit.say(role.reach.text)),
          .day(role.period.first),
          role.period.last.map { .day($0) } ?? .none,
        ])
      }
    ).write(&html, on: visit)
    html.heading(3, visit.say("Een rol laten eindigen", "End a role"))
    let form = form(.end)
    form.write(&html, visit.say("Einde voordragen", "Propose the end")) { html in
      form.select(
        "rolnummer",
        visit.say("Rol", "Role"),
        user.assignments.map {
          ListFilter.Choice(
            "\($0.number)",
            "\(visit.say($0.role.name)), \(visit.say($0.reach.text))"
          )
        },
        &html
      )
      form.input("einddag", visit.say("Laatste dag", "Last day"), type: "date", &html)
    }
  }

  /// A form of this page; what was typed and what was wrong stand with the one that was sent.
  private func form(_ own: UserDesk.Action) -> FormView {
    let isOwn = own == action
    var form = FormView(
      visit.address(desk.address),
      on: visit,
      values: isOwn ? values : Query(),
      errors: isOwn ? errors : []
    )
    form.hidden = [
      QueryItem("actie", own.rawValue),
      QueryItem(FormFields.versionName, UserVersion(user).text),
    ]
    return form
  }

  private func give(_ html: inout HTML) {
    let form = form(.give)
    form.write(&html, visit.say("Rol voordragen", "Propose the role")) { html in
      form.select(
        "rol",
        visit.say("Rol", "Role"),
        Role.allCases.map { ListFilter.Choice($0.rawValue, visit.say($0.name)) },
        &html
      )
      form.select(
        "bereik",
        visit.say("Voor welk deel van de regio", "For which part of the region"),
        [
          ListFilter.Choice("gemeenten", visit.say("gemeenten hieronder", "municipalities below")),
          ListFilter.Choice("regio", visit.say("de hele regio", "the whole region")),
          ListFilter.Choice("aanbieder", visit.say("een aanbieder", "one provider")),
        ],
        &html
      )
      let names = RegionNames(visit.state)
      form.checkboxes(
        "gemeente",
        visit.say("Gemeenten", "Municipalities"),
        (visit.state.profile?.municipalities ?? []).sorted().map {
          ListFilter.Choice($0.description, names.withCode($0))
        },
        &html
      )
      form.input(
        "kvk",
        visit.say("KvK-nummer", "Trade register number"),
        description: visit.say("Alleen voor een aanbieder.", "Only for a provider."),
        isOptional: true,
        &html
      )
      form.input("eerste", visit.say("Eerste dag", "First day"), type: "date", &html)
      form.input(
        "laatste",
        visit.say("Laatste dag", "Last day"),
        type: "date",
        isOptional: true,
        &html
      )
    }
  }

  private func access(_ html: inout HTML) {
    form(.invite).write(&html, visit.say("Nieuwe uitnodiging maken", "Make a new invitation")) {
      $0.paragraph(
        visit.say(
          "Voor wie het wachtwoord kwijt is. De tweede factor blijft nodig.",
          "For who lost the password. The second factor is still needed."
        )
      )
    }
    if user.hasSecondFactor {
      form(.removeFactor).write(
        &html,
        visit.say("Verwijderen van de tweede factor voordragen", "Propose to remove")
      ) {
        $0.paragraph(
          visit.say(
            "Voor wie telefoon en herstelcodes kwijt is.",
            "For who lost telephone and recovery codes."
          )
        )
      }
    }
    let action: UserDesk.Action = user.isDisabled ? .enable : .disable
    let button =
      user.isDisabled
      ? visit.say("Weer inschakelen", "Enable again") : visit.say("Uitschakelen", "Disable")
    form(action).write(&html, button) {
      $0.paragraph(
        user.isDisabled
          ? visit.say("De gebruiker kan zich nu niet aanmelden.", "The user cannot sign in now.")
          : visit.say(
            "Alle sessies van de gebruiker eindigen meteen.",
            "All sessions of the user end at once."
          )
      )
    }
  }
}
