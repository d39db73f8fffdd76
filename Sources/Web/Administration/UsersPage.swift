import Accounts
import Documents
import People
import Quantities

/// The users with their roles of today.
enum UsersPage {
  static func reply(_ visit: Visit) async throws -> Reply {
    let users = try await visit.region.accounts.users()
    let day = try visit.actor().now.today
    let rows = users.map { row($0, day, visit) }
    let table = ListTable(
      id: "gebruikers",
      caption: visit.say("Gebruikers", "Users"),
      columns: [
        ListTable.Column("naam", visit.say("Naam", "Name")),
        ListTable.Column("aanmeldnaam", visit.say("Aanmeldnaam", "Sign-in name")),
        ListTable.Column("rollen", visit.say("Rollen vandaag", "Roles today")),
        ListTable.Column("stand", visit.say("Stand", "Standing")),
        ListTable.Column("sinds", visit.say("Sinds", "Since")),
      ],
      rows: rows
    )
    let list = ListView(
      table,
      on: visit,
      at: .administration(.users),
      emptyText: visit.say("Er zijn nog geen gebruikers.", "There are no users yet.")
    )
    let active = users.count { !$0.isDisabled }
    return try visit.reply(list) { page(list, active, visit) }
  }

  private static func page(_ list: ListView, _ active: Int, _ visit: Visit) -> Page {
    var html = HTML()
    if visit.may(.manageUsers) {
      html.element("p") {
        $0.element(
          "a",
          .href(visit.path(.administration(.newUser))),
          .class("nl-button"),
          text: visit.say("Gebruiker toevoegen", "Add a user")
        )
      }
    }
    list.write(&html)
    return Page(
      visit.say("Gebruikers", "Users"),
      lead: visit.say(
        active == 1
          ? "1 gebruiker kan zich aanmelden." : "\(active) gebruikers kunnen zich aanmelden.",
        active == 1 ? "1 user can sign in." : "\(active) users can sign in."
      ),
      body: html
    )
  }

  private static func row(_ user: User, _ day: CivilDate, _ visit: Visit) -> ListTable.Row {
    let roles = user.roles(on: day).map { visit.say($0.role.name) }
    return ListTable.Row([
      visit.may(.manageUsers)
        ? .link(user.displayName, .administration(.user(user.key.description)))
        : .text(user.displayName),
      .text(user.signInName),
      .text(roles.isEmpty ? visit.say("geen", "none") : roles.joined(separator: ", ")),
      standing(user, visit),
      .day(user.made.utcDate),
    ])
  }

  /// Whether somebody can sign in, and if not what is missing.
  static func standing(_ user: User, _ visit: Visit) -> ListTable.Cell {
    if user.isDisabled { return .status(.neutral, visit.say("uitgeschakeld", "disabled")) }
    if !user.hasPassword { return .status(.warning, visit.say("uitgenodigd", "invited")) }
    if !user.hasSecondFactor {
      return .status(.warning, visit.say("zonder tweede factor", "without a second factor"))
    }
    return .status(.positive, visit.say("in gebruik", "in use"))
  }
}
