import Accounts
import Commissioning
import Generators
import Journal
import Quantities
import Region
import Testing
import Web

@Suite("AZ-04: nothing is changed without two different people")
struct TwoPeopleTests {
  /// Contracts whose ceilings are proposed, so that many changes are possible.
  private static let contracts = (0..<10).map { "x\($0)" }

  /// Users who may all propose, and of whom most may decide.
  private static let people = (1...5).map { number in
    Principal(
      user: UserKey(high: 7, low: UInt64(number)),
      role: number == 1 ? .contractManager : .controller,
      reach: .region
    )
  }

  private func open() async throws -> TestSite {
    let site = try await TestSite()
    for (place, code) in Self.contracts.enumerated() {
      let draft = CommissioningFixture.draft(code, start: "2025-01-01")
      let contract = ContractDraft(
        code: draft.code,
        provider: draft.provider,
        claimCodes: draft.claimCodes,
        municipalities: draft.municipalities,
        form: draft.form,
        variant: draft.variant,
        start: draft.start,
        pattern: draft.pattern,
        mayBringInCeiling: true
      )
      _ = try await site.office.perform(
        .contract(.conclude(contract)),
        TestSite.context(UInt64(100 + place))
      )
    }
    return site
  }

  @Test("Proposing, approving, refusing and withdrawing in any order and at once", arguments: 0..<6)
  func interleavings(run: Int) async throws {
    let seed = SeededGenerator.freshSeed()
    var random = SeededGenerator(seed: seed)
    let site = try await open()
    let start = await site.office.published.head.position.rawValue
    for _ in 0..<12 {
      let seeds = (0..<6).map { _ in random.next() }
      await withTaskGroup(of: Void.self) { group in
        for seed in seeds { group.addTask { try? await step(site, seed) } }
      }
    }
    let place = site.site.regions[0]
    try await place.carryOutApproved(on: TestSite.today, at: site.moment)
    let all = try await site.accounts.proposals(for: Self.people[1])
    let done = all.filter { $0.done != nil }
    for proposal in done {
      #expect(proposal.state == .approved, "seed \(seed)")
      #expect(proposal.decider != nil && proposal.decider != proposal.proposer, "seed \(seed)")
    }
    let entries = try await place.journal.read(after: Position(start), limit: 1_000)
    #expect(entries.count == done.count, "seed \(seed)")
    #expect(entries.map(\.actor).sorted() == done.compactMap(\.decider).sorted(), "seed \(seed)")
    #expect(Set(done.compactMap { ProposedDeed($0)?.deed.subject }).count == done.count)
  }

  /// Somebody does something, sensible or not; what is refused is refused.
  private func step(_ site: TestSite, _ seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let actor = Self.people[random.number(0...Self.people.count - 1)]
    let (accounts, now) = (site.accounts, site.moment)
    let known = try await accounts.proposals(for: actor)
    let number = Int64(random.number(1...max(1, known.count)))
    switch random.number(0...9) {
    case 0...3:
      let code =
        CommissioningFixture.label(
          Self.contracts[random.number(0...Self.contracts.count - 1)]
        ) as ContractCode
      let deed = Deed.ceiling(code, .announce(from: CommissioningFixture.day("2026-12-01")))
      let before = deed.before(in: await site.office.published)
      _ = try await accounts.propose(
        .ceilingChange,
        scope: .region,
        body: ProposedDeed(deed, reason: "\(seed)", before: before).body,
        by: actor,
        at: now
      )
    case 4...6:
      let digest = try await accounts.proposal(number, for: actor).digest
      _ = try await accounts.approve(number, shown: digest, by: actor, at: now)
      if random.number(0...1) == 0 {
        try await site.site.regions[0].carryOutApproved(on: TestSite.today, at: now)
      }
    case 7: try await accounts.refuse(number, by: actor, at: now)
    case 8: try await accounts.withdraw(number, by: actor, at: now)
    default: try await site.site.regions[0].carryOutApproved(on: TestSite.today, at: now)
    }
  }
}
