import Accounts
import People
import Quantities
import Rules
import Testing

@Suite("AZ-01, LG-11: who may do what")
struct RightsTests {
  private static let user = UserKey(high: 1, low: 2)
  private static let towns: Reach = .municipalities([AccountDesk.municipality])

  private static func principal(_ role: Role) -> Principal {
    let reach: Reach =
      [.region, towns, .provider(AccountDesk.chamber)].first { role.fits($0) } ?? .region
    return Principal(user: user, role: role, reach: reach)
  }

  /// The whole matrix, written down a second time as what each role may do; what is not here is
  /// refused.
  ///
  /// A change of `rights.tsv` changes this table too, on purpose.
  private static let matrix: [Role: String] = [
    .administrator: """
    users.see users.manage users.approve securityEvents.see journal.verify settings.see
    settings.change proposals.see
    """,
    .policyAdviser: """
    strategy.see strategy.adopt market.see programme.see programme.decide procedures.see
    coverage.see providers.see providers.sheet continuity.see suppliers.see contracts.see
    tariffs.see ceilings.see figures.see figures.propose exports.make proposals.see
    """,
    .purchaser: """
    strategy.see market.see programme.see programme.decide procedures.see procedures.run bids.open
    coverage.see providers.see providers.sheet providers.record continuity.see suppliers.see
    contracts.see contracts.prepare tariffs.see tariffs.prepare ceilings.see figures.see
    exports.make proposals.see
    """,
    .contractManager: """
    strategy.see market.see programme.see procedures.see coverage.see coverage.record providers.see
    providers.sheet providers.record continuity.see suppliers.see suppliers.evaluate contracts.see
    contracts.prepare contracts.activate tariffs.see tariffs.prepare tariffs.activate ceilings.see
    ceilings.propose figures.see figures.propose allocations.see claims.see claims.explain
    messages.see exports.make proposals.see
    """,
    .accessConsultant: """
    strategy.see coverage.see providers.see providers.sheet continuity.see contracts.see tariffs.see
    allocations.see claims.see figures.see
    """,
    .caseDirector: """
    strategy.see coverage.see providers.see providers.sheet contracts.see tariffs.see
    allocations.see claims.see figures.see
    """,
    .backOfficeOfficer: """
    strategy.see coverage.see providers.see contracts.see tariffs.see ceilings.see worklist.see
    allocations.see claims.see claims.explain messages.see messages.upload messages.download
    tables.upload person.find exports.make figures.see
    """,
    .controller: """
    strategy.see programme.see market.see coverage.see providers.see providers.sheet continuity.see
    contracts.see tariffs.see ceilings.see ceilings.propose ceilings.decide tariffs.activate
    worklist.see allocations.see claims.see claims.explain messages.see figures.see
    figures.propose figures.publish proposals.see exports.make journal.verify
    """,
    .qualityOfficer: """
    strategy.see programme.see coverage.see providers.see providers.sheet continuity.see
    suppliers.see suppliers.evaluate contracts.see figures.see exports.make
    """,
    .lawyer: """
    strategy.see programme.see procedures.see providers.see providers.sheet continuity.see
    contracts.see contracts.activate tariffs.see tariffs.activate ceilings.see claims.explain
    proposals.see exports.make
    """,
    .provider: """
    strategy.see procedures.see providers.see providers.sheet continuity.see suppliers.see
    coverage.record contracts.see tariffs.see ceilings.see worklist.see allocations.see claims.see
    claims.explain messages.see messages.upload messages.download figures.see exports.make
    """,
    .alderman: "strategy.see figures.see",
    .councilMember: "strategy.see figures.see",
    .logReviewer: """
    accessRecords.see accessRecords.review securityEvents.see journal.verify
    """,
    .privacyOfficer: """
    accessRecords.see accessRecords.review securityEvents.see users.see figures.publish
    journal.verify proposals.see
    """,
  ]

  @Test("AZ-01: every role and every right", arguments: Role.allCases)
  func wholeMatrix(role: Role) throws {
    let text = try #require(Self.matrix[role]) + " ownAccount ownSessions ownFactors"
    let words = text.split { $0 == " " || $0 == "\n" }.map(String.init)
    let expected = Set(words.compactMap { Right(rawValue: $0) })
    #expect(expected.count == words.count)
    for right in Right.allCases {
      let grant = Rights.grant(right, to: Self.principal(role))
      #expect((grant != nil) == expected.contains(right), "\(role) \(right.rawValue)")
    }
  }

  @Test("AZ-01: every row names a source, and every right says what it is")
  func sources() {
    for (cell, row) in RightsTable.shared.rows {
      #expect(row.source.count > 4, "\(cell)")
    }
    for right in Right.allCases {
      #expect(right.name.dutch != right.rawValue && !right.name.english.isEmpty, "\(right)")
    }
  }

  @Test("LG-11: an administrator, a log reviewer and a privacy officer see no content")
  func noContent() {
    let content: [Right] = [
      .seeClaims, .explainClaims, .seeAllocations, .findPerson, .seeMessages, .downloadMessages,
      .seeWorkList, .exportPersons, .makeExports, .seeContracts, .seeProviderSheet, .seeFigures,
    ]
    for role in [Role.administrator, .logReviewer, .privacyOfficer] {
      for right in content {
        #expect(Rights.grant(right, to: Self.principal(role)) == nil, "\(role) \(right)")
      }
    }
    for role in [Role.logReviewer, .privacyOfficer] {
      for right in [Right.manageUsers, .approveUsers, .changeSettings] {
        #expect(Rights.grant(right, to: Self.principal(role)) == nil, "\(role) \(right)")
      }
    }
    for role in Role.allCases where ![.logReviewer, .privacyOfficer].contains(role) {
      #expect(Rights.grant(.seeAccessRecords, to: Self.principal(role)) == nil, "\(role)")
    }
  }

  @Test("B.21, annex F: council and provider get published figures only; lines are never published")
  func details() {
    for role in [Role.councilMember, .alderman, .provider] {
      #expect(Rights.grant(.seeFigures, to: Self.principal(role))?.detail == .published)
    }
    for role in Role.allCases {
      let principal = Self.principal(role)
      for right in [Right.seeClaims, .seeAllocations, .seeWorkList] {
        if let grant = Rights.grant(right, to: principal) {
          #expect(grant.detail == .exact, "\(role)")
        }
      }
      if let grant = Rights.grant(.seeFigures, to: principal) {
        #expect(grant.detail != .exact && grant.detail != Detail.none, "\(role)")
      }
    }
  }

  @Test(
    "AZ-02: nobody's reach grows: what is granted lies within what was given, or is the region's"
  )
  func reaches() {
    let other: Reach = .municipalities([MunicipalityCode(uncheckedNumber: 344)])
    for role in Role.allCases where role.fits(Self.towns) {
      for right in Right.allCases {
        let principal = Principal(user: Self.user, role: role, reach: Self.towns)
        guard let grant = Rights.grant(right, to: principal) else { continue }
        let row = RightsTable.shared.rows[RightsTable.Cell(role: role, right: right)]
        let expected: Reach = row?.reach == .region ? .region : Self.towns
        #expect(grant.reach == expected)
        #expect(grant.reach.covers(other) == (expected == .region))
      }
    }
    for right in Right.allCases {
      guard let grant = Rights.grant(right, to: Self.principal(.provider)) else { continue }
      if grant.detail == .exact {
        #expect(grant.reach == .provider(AccountDesk.chamber), "\(right)")
        #expect(!grant.reach.contains(ChamberNumber(uncheckedNumber: 1)))
        #expect(grant.reach.filter == [])
      }
    }
  }

  @Test("AZ-01: a role with a reach that it cannot have may do nothing")
  func wrongReach() {
    for role in Role.allCases {
      for reach in [Reach.region, Self.towns, .provider(AccountDesk.chamber)]
      where !role.fits(reach) {
        let principal = Principal(user: Self.user, role: role, reach: reach)
        #expect(Rights.grants(to: principal).isEmpty, "\(role) \(reach)")
      }
    }
  }

  @Test("AU-12: the list of what asks for a fresh authentication is data")
  func fresh() {
    let fresh = Right.allCases.filter(\.needsFreshAuthentication).map(\.rawValue)
    #expect(
      fresh == [
        "exports.persons", "users.manage", "users.approve", "settings.change", "ownFactors",
      ]
    )
    #expect(Right.allCases.filter(\.readsPersons) == [.findPerson, .exportPersons])
  }

  @Test("AZ-04: every kind of proposal is made and decided on by somebody, by different rights")
  func proposals() {
    for kind in ProposalKind.allCases {
      #expect(kind.proposing != kind.deciding)
      #expect(kind.proposing.fourEyes == kind && kind.deciding.fourEyes == kind)
      for right in [kind.proposing, kind.deciding] {
        #expect(Role.allCases.contains { Rights.grant(right, to: Self.principal($0)) != nil })
      }
    }
  }

  @Test("LG-11: who keeps accounts or watches readers has no other role")
  func together() {
    for one in Role.allCases {
      for other in Role.allCases {
        #expect(one.goesTogether(with: other) == other.goesTogether(with: one))
        if one != other, one.isPrivileged { #expect(!one.goesTogether(with: other)) }
      }
    }
    #expect(Role.policyAdviser.goesTogether(with: .contractManager))
    #expect(!Role.alderman.goesTogether(with: .controller))
  }

  @Test("A reach is kept as it was, and anything else is none")
  func storedReach() {
    let codes = [321, 353, 344].map { MunicipalityCode(uncheckedNumber: $0) }
    for reach in [
      Reach.region, .municipalities(Set(codes)), .municipalities([codes[0]]),
      .provider(AccountDesk.chamber),
    ] {
      #expect(Reach(reach.description) == reach)
    }
    for wrong in [
      "", "Region", "municipalities:", "municipalities:0321,", "municipalities:321", "provider:",
      "provider:1", "region:0321", "municipalities", ":", "provider:12345678,12345679",
    ] {
      #expect(Reach(wrong) == nil, "\(wrong)")
    }
  }

  @Test("Every role says in both languages what somebody in it comes to do")
  func tasks() {
    for role in Role.allCases {
      #expect(role.task != role.name && role.task.dutch.hasSuffix(".") && role.task.english != "")
    }
  }
}
