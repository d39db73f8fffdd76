import Accounts
import Documents
import People
import Quantities

/// The roles that have to be looked at again: those with power over others' rights each quarter,
/// all others each year (AZ-06).
enum ReviewsPage {
  static func reply(_ visit: Visit, errors: [FieldError] = []) async throws -> Reply {
    let day = try visit.actor().now.today
    let reviews = try await visit.region.accounts.reviews(on: day)
    let table = ListTable(
      id: "beoordelingen",
      caption: visit.say("Rollen en hun beoordeling", "Roles and their review"),
      columns: [
        ListTable.Column("naam", visit.say("Naam", "Name")),
        ListTable.Column("rol", visit.say("Rol", "Role")),
        ListTable.Column("bereik", visit.say("Bereik", "Reach")),
        ListTable.Column("sinds", visit.say("Sinds", "Since")),
        ListTable.Column("laatst", visit.say("Laatst beoordeeld", "Last reviewed")),
        ListTable.Column("uiterlijk", visit.say("Uiterlijk", "Due")),
        ListTable.Column("stand", visit.say("Stand", "Standing")),
      ],
      rows: reviews.map { row($0, day, visit) }
    )
    let list = ListView(
      table,
      on: visit,
      at: .administration(.reviews),
      emptyText: visit.say("Niemand heeft een rol.", "Nobody has a role.")
    )
    return try visit.reply(list) { page(list, reviews, day, errors, visit) }
  }

  private static func row(_ review: RoleReview, _ day: CivilDate, _ visit: Visit) -> ListTable.Row {
    ListTable.Row([
      visit.may(.manageUsers)
        ? .link(review.user.displayName, .administration(.user(review.user.key.description)))
        : .text(review.user.displayName),
      .text(visit.say(review.role.role.name)),
      .text(visit.say(review.role.reach.text)),
      .day(review.role.period.first),
      review.last.map { .day($0.utcDate) } ?? .text(visit.say("nog niet", "not yet")),
      .day(review.due),
      review.isOverdue(on: day)
        ? .status(.negative, visit.say("te laat", "overdue"))
        : .status(.positive, visit.say("op tijd", "in time")),
    ])
  }

  private static func page(
    _ list: ListView,
    _ reviews: [RoleReview],
    _ day: CivilDate,
    _ errors: [FieldError],
    _ visit: Visit
  ) -> Page {
    var html = HTML()
    list.write(&html)
    let own = visit.visitor?.principal.user
    let others = reviews.filter { $0.user.key != own }
    if visit.may(.manageUsers), !others.isEmpty { form(others, errors, visit, &html) }
    let late = reviews.count { $0.isOverdue(on: day) }
    return Page(
      visit.say("Beoordelingen", "Reviews"),
      titled: errors,
      visit,
      lead: lead(late, visit),
      body: html
    )
  }

  private static func lead(_ late: Int, _ visit: Visit) -> String {
    switch late {
    case 0:
      visit.say("Alle rollen zijn op tijd beoordeeld.", "All roles were reviewed in time.")
    case 1: visit.say("1 rol is te laat beoordeeld.", "1 role is overdue for review.")
    default:
      visit.say(
        "\(late) rollen zijn te laat beoordeeld.",
        "\(late) roles are overdue for review."
      )
    }
  }

  private static func form(
    _ reviews: [RoleReview],
    _ errors: [FieldError],
    _ visit: Visit,
    _ html: inout HTML
  ) {
    html.heading(2, visit.say("Een rol beoordelen", "Review a role"))
    html.paragraph(
      visit.say(
        "Klopt de rol niet meer? Open dan de gebruiker en draag voor dat de rol eindigt.",
        "Is the role not right any more? Then open the user and propose that the role ends."
      )
    )
    let form = FormView(visit.address(.administration(.reviews)), on: visit, errors: errors)
    form.write(&html, visit.say("Deze rol klopt nog", "This role is still right")) { html in
      form.select(
        "rolnummer",
        visit.say("Rol", "Role"),
        reviews.map { review in
          ListFilter.Choice(
            "\(review.role.number)",
            "\(review.user.displayName): \(visit.say(review.role.role.name)), "
              + "\(visit.say(review.role.reach.text))"
          )
        },
        &html
      )
    }
  }

  /// Notes that a role is still right.
  static func take(_ form: PostedForm) async throws -> Reply {
    let visit = form.visit
    guard visit.may(.manageUsers) else { throw Trouble.notFound }
    guard !form.isRestored else { return try await reply(visit) }
    let actor = try visit.actor()
    let address = RegionAddress.administration(.reviews)
    guard actor.isFresh else { return .again }
    guard let number = form["rolnummer"].flatMap({ Int64($0) }) else { throw Trouble.badRequest }
    do {
      let user = AccountActor.user(actor.principal.user)
      try await visit.region.accounts.review(assignment: number, by: user, at: actor.now)
    } catch let refusal as AccountRefusal {
      return try await reply(visit, errors: [FieldError("rolnummer", visit.say(refusal.text))])
    }
    return .seeOther(visit.address(address))
  }
}
