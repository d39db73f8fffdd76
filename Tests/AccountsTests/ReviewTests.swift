import Accounts
import People
import Quantities
import Rules
import Testing

@Suite("AZ-06: roles are looked at again, in time")
struct ReviewTests {
  private static let towns: Reach = .municipalities([AccountDesk.municipality])

  @Test("Privileged roles within a quarter and all others within a year; what is late says so")
  func due() async throws {
    let desk = try await AccountDesk()
    let (administrator, _) = try await desk.add("a.arend", (.administrator, .region))
    let (officer, _) = try await desk.add("b.buizerd", (.backOfficeOfficer, Self.towns))
    let first = desk.now.today
    var reviews = try await desk.store.reviews(on: first)
    #expect(reviews.map(\.user.key) == [administrator, officer])
    #expect(reviews.map(\.due) == [first.adding(months: 3), first.adding(months: 12)])
    #expect(reviews.allSatisfy { $0.last == nil && !$0.isOverdue(on: first) })
    #expect(!reviews[0].isOverdue(on: first.adding(months: 3)))
    #expect(reviews[0].isOverdue(on: first.adding(months: 3).adding(days: 1)))

    desk.pass(seconds: 100 * 86_400)
    let role = reviews[0].role.number
    #expect(try await desk.store.reviews(on: desk.now.today)[0].isOverdue(on: desk.now.today))
    try await desk.store.review(assignment: role, by: .commandLine, at: desk.now)
    reviews = try await desk.store.reviews(on: desk.now.today)
    let mine = try #require(reviews.first { $0.role.number == role })
    #expect(mine.last == desk.now.instant)
    #expect(mine.due == desk.now.today.adding(months: 3))
    #expect(!mine.isOverdue(on: desk.now.today))
    let event = try await desk.store.events(from: 1, limit: 1_000).last
    #expect(event?.kind == .roleReviewed && event?.word == "administrator")
  }

  @Test("Nobody says of the own roles that they are right, and a role that is not there is none")
  func refused() async throws {
    let desk = try await AccountDesk()
    let (user, _) = try await desk.add("a.arend", (.administrator, .region))
    let role = try await desk.store.reviews(on: desk.now.today)[0].role.number
    await expectRefusal(.ownRights) {
      try await desk.store.review(assignment: role, by: .user(user), at: desk.now)
    }
    await expectRefusal(.noSuchRole) {
      try await desk.store.review(assignment: 99, by: .commandLine, at: desk.now)
    }
  }

  @Test("The list holds each role of today of each user in use, and no other")
  func complete() async throws {
    let desk = try await AccountDesk()
    let reaches: [Role: Reach] = [
      .provider: .provider(AccountDesk.chamber), .accessConsultant: Self.towns,
      .caseDirector: Self.towns, .backOfficeOfficer: Self.towns, .alderman: Self.towns,
      .councilMember: Self.towns,
    ]
    // The administrator comes last: from the second on, the command line only proposes.
    for role in Role.allCases.reversed() {
      _ = try await desk.add("naam.\(role.rawValue.lowercased())", (role, reaches[role] ?? .region))
    }
    let (gone, _) = try await desk.add("uit.dienst", (.lawyer, .region))
    try await desk.store.setDisabled(true, gone, by: .commandLine, at: desk.now)
    let reviews = try await desk.store.reviews(on: desk.now.today)
    #expect(
      reviews.map(\.role.role).sorted { $0.rawValue < $1.rawValue }
        == Role.allCases.sorted { $0.rawValue < $1.rawValue }
    )
    let quarter = reviews.filter { $0.due == desk.now.today.adding(months: 3) }
    #expect(Set(quarter.map(\.role.role)) == Set(Role.allCases.filter(\.isPrivileged)))
    #expect(try await desk.store.reviews(on: desk.now.today.adding(days: -1)).isEmpty)
  }
}
