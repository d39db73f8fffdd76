import Accounts
import Foundation
import Journal
import Quantities
import Testing

@Suite("AZ-04: what takes two people")
struct ProposalTests {
  private static let towns: Reach = .municipalities([AccountDesk.municipality])

  private static func principal(
    _ number: UInt64,
    _ role: Role,
    _ reach: Reach = .region
  ) -> Principal {
    Principal(user: UserKey(high: 9, low: number), role: role, reach: reach)
  }

  /// Two people with the same rights, who can propose and decide.
  private static let pairs: [ProposalKind: (Principal, Principal)] = [
    .contractActivation: (principal(1, .contractManager), principal(2, .contractManager)),
    .tariffActivation: (principal(1, .contractManager), principal(2, .controller)),
    .ceilingChange: (principal(1, .controller), principal(2, .controller)),
    .publication: (principal(1, .controller), principal(2, .controller)),
  ]

  @Test(
    "Own approval, changed content, a second decision: refused",
    arguments: pairs.keys.map(\.self)
  )
  func rules(kind: ProposalKind) async throws {
    let desk = try await AccountDesk()
    let (one, other) = try #require(Self.pairs[kind])
    let (store, now) = (desk.store, desk.now)
    let body = Array("{\"wat\":1}".utf8)
    let number = try await store.propose(kind, scope: .region, body: body, by: one, at: now)
    let shown = try await store.proposal(number, for: other)
    #expect(shown.body == body && shown.state == .pending)
    if Rights.grant(kind.deciding, to: one) != nil {
      await expectRefusal(.ownProposal) {
        _ = try await store.approve(number, shown: shown.digest, by: one, at: now)
      }
      await expectRefusal(.ownProposal) { try await store.refuse(number, by: one, at: now) }
    }
    await expectRefusal(.contentChanged) {
      _ = try await store.approve(number, shown: .zero, by: other, at: now)
    }
    #expect(try await store.proposal(number, for: other).state == .pending)
    let approved = try await store.approve(number, shown: shown.digest, by: other, at: now)
    #expect(approved.state == .approved && approved.done == nil)
    #expect(try await store.approvedAndNotDone().map(\.number) == [number])
    try await store.markDone(number, by: .user(other.user), at: now)
    try await store.markDone(number, by: .user(other.user), at: now)
    #expect(try await store.approvedAndNotDone().isEmpty)
    await expectRefusal(.decided) {
      _ = try await store.approve(number, shown: shown.digest, by: other, at: now)
    }
    await expectRefusal(.decided) { try await store.refuse(number, by: other, at: now) }
    await expectRefusal(.decided) { try await store.withdraw(number, by: one, at: now) }
    let events = try await store.events(from: 1, limit: 100).map(\.kind)
    #expect(events == [.proposed, .approved, .carriedOut])
  }

  @Test("Many approvals at once count once")
  func parallel() async throws {
    let desk = try await AccountDesk()
    let (store, now) = (desk.store, desk.now)
    let one = Self.principal(1, .controller)
    let number = try await store.propose(
      .ceilingChange,
      scope: .region,
      body: [1],
      by: one,
      at: now
    )
    let digest = try await store.proposal(number, for: one).digest
    let counted = await withTaskGroup(of: Bool.self) { group in
      for index in 2..<22 as Range<UInt64> {
        group.addTask {
          let decider = Self.principal(index, .controller)
          return (try? await store.approve(number, shown: digest, by: decider, at: now)) != nil
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(counted == 1)
  }

  @Test("AZ-02: what one may neither make nor decide on does not exist")
  func unseen() async throws {
    let desk = try await AccountDesk()
    let (store, now) = (desk.store, desk.now)
    let one = Self.principal(1, .controller)
    let number = try await store.propose(
      .ceilingChange,
      scope: .region,
      body: [1],
      by: one,
      at: now
    )
    let digest = try await store.proposal(number, for: one).digest
    for role in Role.allCases {
      let reach: Reach =
        [.region, Self.towns, .provider(AccountDesk.chamber)].first { role.fits($0) } ?? .region
      let principal = Self.principal(7, role, reach)
      let may = [Right.proposeCeilings, .decideCeilings].contains {
        Rights.grant($0, to: principal) != nil
      }
      #expect(try await store.proposals(for: principal).isEmpty == !may, "\(role)")
      if Rights.grant(.decideCeilings, to: principal) == nil {
        await expectRefusal(.noSuchProposal, "\(role)") {
          _ = try await store.approve(number, shown: digest, by: principal, at: now)
        }
      }
    }
    await expectRefusal(.noSuchProposal) {
      _ = try await store.propose(
        .ceilingChange,
        scope: .region,
        body: [],
        by: Self.principal(3, .lawyer),
        at: now
      )
    }
    await expectRefusal(.noSuchProposal) {
      try await store.withdraw(number, by: Self.principal(2, .controller), at: now)
    }
    await expectRefusal(.tooLarge) {
      let huge = [UInt8](repeating: 0, count: 1 << 21)
      _ = try await store.propose(.ceilingChange, scope: .region, body: huge, by: one, at: now)
    }
  }

  @Test(
    "A municipality's own figures: whoever reaches another municipality decides on nothing here"
  )
  func scope() async throws {
    let desk = try await AccountDesk()
    let (store, now) = (desk.store, desk.now)
    let other: Reach = .municipalities([MunicipalityCode(uncheckedNumber: 344)])
    let one = Self.principal(1, .controller, Self.towns)
    let number = try await store.propose(
      .publication,
      scope: Self.towns,
      body: [1],
      by: one,
      at: now
    )
    let digest = try await store.proposal(number, for: one).digest
    await expectRefusal(.noSuchProposal) {
      let elsewhere = Self.principal(2, .controller, other)
      _ = try await store.approve(number, shown: digest, by: elsewhere, at: now)
    }
    await expectRefusal(.noSuchProposal) {
      _ = try await store.propose(.publication, scope: .region, body: [1], by: one, at: now)
    }
    let near = Self.principal(2, .controller, Self.towns)
    _ = try await store.approve(number, shown: digest, by: near, at: now)
  }

  @Test("Rights of others: two administrators do it, and the change is there at once")
  func rights() async throws {
    let desk = try await AccountDesk()
    let (first, _) = try await desk.add("a.een", (.administrator, .region))
    let (second, _) = try await desk.add("a.twee", (.administrator, .region))
    let (user, _) = try await desk.add("m.vos")
    let (store, now) = (desk.store, desk.now)
    let one = Principal(user: first, role: .administrator, reach: .region)
    let other = Principal(user: second, role: .administrator, reach: .region)
    let request = RoleRequest(.controller, .region, from: now.today, through: nil)
    // From now on also the command line waits for a second person.
    #expect(try await !store.isBeginning(on: now.today))
    await expectRefusal(.ownProposal) {
      try await store.applyAtBeginning(.give(request), to: user, at: now)
    }
    await expectRefusal(.ownRights) {
      _ = try await store.proposeRights(.give(request), of: first, by: one, at: now)
    }
    await expectRefusal(.noSuchProposal) {
      _ = try await store.propose(.rights, scope: .region, body: [], by: one, at: now)
    }
    let number = try await store.proposeRights(.give(request), of: user, by: one, at: now)
    let digest = try await store.proposal(number, for: other).digest
    await expectRefusal(.ownProposal) {
      _ = try await store.approve(number, shown: digest, by: one, at: now)
    }
    #expect(try await store.user(user).assignments.isEmpty)
    let approved = try await store.approve(number, shown: digest, by: other, at: now)
    #expect(approved.done != nil)
    #expect(try await store.user(user).roles(on: now.today).map(\.role) == [.controller])
    // About oneself nobody decides, whoever proposed it.
    let own = try await store.proposeRights(.removeFactor, of: second, by: one, at: now)
    let ownDigest = try await store.proposal(own, for: other).digest
    await expectRefusal(.ownRights) {
      _ = try await store.approve(own, shown: ownDigest, by: other, at: now)
    }
    // The command line proposes, one administrator decides.
    let fromOutside = try await store.proposeRights(
      .removeFactor,
      of: user,
      fromCommandLineAt: now
    )
    let outsideDigest = try await store.proposal(fromOutside, for: one).digest
    _ = try await store.approve(fromOutside, shown: outsideDigest, by: one, at: now)
    #expect(try await store.reviewList(privilegedOnly: true, on: now.today).count == 2)
    #expect(try await store.reviewList(privilegedOnly: false, on: now.today).count == 3)
  }

  @Test("LG-11: roles that one person may not have together are refused, also later on")
  func together() async throws {
    let desk = try await AccountDesk()
    let (user, _) = try await desk.add("m.vos", (.controller, .region))
    for role in [Role.administrator, .logReviewer, .privacyOfficer] {
      await expectRefusal(.rolesTogether(.controller, role)) {
        let request = RoleRequest(role, .region, from: desk.now.today, through: nil)
        try await desk.store.applyAtBeginning(.give(request), to: user, at: desk.now)
      }
    }
    await expectRefusal(.roleReach(.councilMember)) {
      let request = RoleRequest(.councilMember, .region, from: desk.now.today, through: nil)
      try await desk.store.applyAtBeginning(.give(request), to: user, at: desk.now)
    }
  }

  @Test("A change of rights is kept as it was, and other bytes are none")
  func bodies() {
    let day = CivilDate(dayNumber: 20_413)
    for body in ["", "{}", "[]", "{\"change\":\"give\"}", "{\"change\":\"all\"}", "x"] {
      #expect(RightsChange(body: Array(body.utf8)) == nil, "\(body)")
    }
    let unknown = """
      {"change":"give","role":"koning","reach":"region","from":"2025-11-21"}
      """
    #expect(RightsChange(body: Array(unknown.utf8)) == nil)
    let known = """
      {"change":"give","role":"controller","reach":"region","from":"2025-11-21"}
      """
    let request = RoleRequest(.controller, .region, from: day, through: nil)
    #expect(RightsChange(body: Array(known.utf8)) == .give(request))
  }
}
