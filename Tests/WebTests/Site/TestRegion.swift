import Accounts
import Columns
import Commissioning
import Digests
import Exchange
import Journal
import Landscape
import Messages
import MessagesTesting
import People
import PeopleTesting
import Quantities
import Region
import Rules
import StrategyFiles
import Synchronization
import Testing
import Web

/// Where a region of a test lies, and who works in it.
struct RegionPlan: Sendable {
  let slug: String
  let name: String
  let municipality: MunicipalityCode
  let provider: ChamberNumber?
  let claimCode: ProviderCode
  /// From which its random names are drawn.
  let seed: UInt64

  static let north = RegionPlan(
    slug: "noord-limburg",
    name: "Noord-Limburg",
    municipality: MunicipalityCode(uncheckedNumber: 983),
    provider: ChamberNumber("90001001"),
    claimCode: ProviderCode(uncheckedNumber: 99_990_101),
    seed: 41
  )
  static let west = RegionPlan(
    slug: "lekstroom",
    name: "Lekstroom",
    municipality: MunicipalityCode(uncheckedNumber: 321),
    provider: ChamberNumber("90001002"),
    claimCode: ProviderCode(uncheckedNumber: 99_990_109),
    seed: 43
  )
}

/// What is in a region of a test beside its profile.
struct RegionContents: OptionSet {
  let rawValue: Int

  /// The strategy that is shipped for the north.
  static let strategy = RegionContents(rawValue: 1)
  /// An allocation, and a claim of which a part is refused.
  static let messages = RegionContents(rawValue: 2)
  /// Two providers with a contract each; the first is the one that signs in.
  static let contracts = RegionContents(rawValue: 4)
  /// A second municipality, with an allocation and a claim of its own from another provider.
  static let neighbour = RegionContents(rawValue: 8)
}

/// A region behind its pages: the real office, intake and accounts over memory.
struct TestRegion {
  let plan: RegionPlan
  let office: Office
  let journal: any Journal
  let vault: InMemoryVault
  let accessLog: any AccessLog
  let demo: DemoAccounts
  let desk: TestDesk
  let place: RegionPlace

  /// The second municipality, whose work nobody in the demo does.
  static let neighbour = MunicipalityCode(uncheckedNumber: 984)
  static let neighbourCode = ProviderCode(uncheckedNumber: 99_990_155)
  static let neighbourClaim = "KANARIE9"

  init(
    _ plan: RegionPlan,
    _ contents: RegionContents,
    isDemo: Bool,
    clock: TestClock,
    journal: any Journal = MemoryJournal(digest: StandardDigest.sha256),
    accessLog: any AccessLog = InMemoryAccessLog()
  ) async throws {
    self.plan = plan
    self.journal = journal
    self.accessLog = accessLog
    let random = TestRandomness(seed: plan.seed)
    office = Office(journal: journal, state: RegionState())
    vault = InMemoryVault.forTests()
    demo = try await DemoAccounts(
      DemoPermit(),
      municipalities: [plan.municipality],
      provider: plan.provider,
      settings: .quick(random),
      at: Moment(TestSite.start, today: TestSite.today)
    )
    desk = TestDesk(
      intake: MessageIntake(
        office: office,
        vault: vault,
        accessLog: accessLog,
        party: Party(
          role: .municipality,
          municipalities: Self.municipalities(of: plan, contents),
          provider: nil
        ),
        randomness: random
      ),
      tables: TableIntake(office: office, vault: vault, randomness: random),
      clock: clock
    )
    place = RegionPlace(
      slug: try #require(RegionSlug(plan.slug)),
      name: plan.name,
      office: office,
      journal: journal,
      vault: vault,
      accessLog: accessLog,
      accounts: demo.store,
      demo: isDemo ? demo : nil,
      intake: desk
    )
    try await fill(contents)
  }

  /// Carries a command out; its number is its key.
  func perform(_ command: Command, _ number: UInt64) async throws {
    _ = try await office.perform(command, Self.context(number))
  }

  static func context(_ number: UInt64) -> CommandContext {
    let digest = Digest(words: Digest.Words(number, 1, 2, 3))
    return CommandContext(
      key: digest,
      body: digest,
      actor: "test",
      today: TestSite.today,
      now: TestSite.start
    )
  }
}

// MARK: - Contents

extension TestRegion {
  private func fill(_ contents: RegionContents) async throws {
    let municipalities = Self.municipalities(of: plan, contents)
    try await perform(.open(RegionProfile(municipalities: municipalities)), 1)
    if contents.contains(.strategy) {
      let strategy = try #require(ShippedStrategy.noordLimburgWmo.strategy)
      let digest = StandardDigest.sha256(ShippedStrategy.noordLimburgWmo.bytes.span)
      try await perform(.strategy(.adopt(strategy, digest: digest, reason: "test")), 2)
    }
    if contents.contains(.contracts) { try await conclude() }
    if contents.contains(.messages) {
      _ = try await desk.take(MessageDraft.allocation.sent(in: plan), on: TestSite.today)
      _ = try await desk.take(MessageDraft.claim.sent(in: plan), on: TestSite.today)
    }
    if contents.contains(.neighbour) {
      for draft in [
        MessageDraft.allocation.setting("Header/BerichtIdentificatie/Identificatie", "BUUR0001"),
        MessageDraft.claim.setting("Header/BerichtIdentificatie/Identificatie", "BUUR0002")
          .setting("Declaratie/DeclaratieNummer", Self.neighbourClaim),
      ] {
        let bytes = draft.sent(Self.neighbour, Self.neighbourCode)
        _ = try await desk.take(bytes, on: TestSite.today)
      }
    }
  }

  private static func municipalities(
    of plan: RegionPlan,
    _ contents: RegionContents
  ) -> [MunicipalityCode] {
    contents.contains(.neighbour) ? [plan.municipality, neighbour] : [plan.municipality]
  }

  private func conclude() async throws {
    typealias Fixture = CommissioningFixture
    let provider = try #require(plan.provider)
    let code = ProviderRecord.DatedCode(plan.claimCode, Fixture.open("2020-01-01"))
    let commands: [ContractCommand] = [
      .recordProvider(ProviderRecord(chamber: provider, name: "Zorg Een", claimCodes: [code])),
      .recordProvider(Fixture.record(2, "Zorg <Twee>")),
      .conclude(own(provider)),
      .conclude(
        Fixture.draft(
          "c2",
          provider: 2,
          start: "2025-01-01",
          municipalities: [plan.municipality]
        )
      ),
      .agreeTariff(
        TariffBook.Key(.lot(Fixture.label("regionaal")), Fixture.product),
        Fixture.tariff(6_000, "2025-01-01")
      ),
    ]
    for (place, command) in commands.enumerated() {
      try await perform(.contract(command), UInt64(10 + place))
    }
  }

  private func own(_ provider: ChamberNumber) -> ContractDraft {
    let draft = CommissioningFixture.draft(
      "c1",
      start: "2025-01-01",
      municipalities: [plan.municipality]
    )
    return ContractDraft(
      code: draft.code,
      provider: provider,
      claimCodes: [plan.claimCode],
      lot: draft.lot,
      municipalities: draft.municipalities,
      products: draft.products,
      form: draft.form,
      variant: draft.variant,
      start: draft.start,
      pattern: draft.pattern
    )
  }
}

extension MessageDraft {
  /// The message as bytes on the way to or from a region.
  func sent(in plan: RegionPlan = .north) -> [UInt8] { sent(plan.municipality, plan.claimCode) }

  /// The message as bytes on the way between a municipality and a provider.
  func sent(_ municipality: MunicipalityCode, _ provider: ProviderCode) -> [UInt8] {
    let isOurs = type.name.hasSuffix("301") || type.name.hasSuffix("325")
    let (own, other) = isOurs ? ("Afzender", "Ontvanger") : ("Ontvanger", "Afzender")
    let draft = setting("Header/\(own)", municipality.description)
      .setting("Header/\(other)", provider.description)
    return MessageWriter.write(draft.build())
  }
}

/// Random names, words and secrets in a row that is the same in every run.
final class TestRandomness: RandomSource, SecretSource {
  private let seed: UInt64
  private let count = Atomic<UInt64>(0)

  init(seed: UInt64) { self.seed = seed }

  func next() -> UInt64 {
    StableHash.of(count.wrappingAdd(1, ordering: .relaxed).newValue, seed: seed)
  }

  func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 13) }
  }
}

extension AccountStore.Settings {
  /// Settings with which a test opens accounts in no time: no password here is worth guessing.
  static func quick(_ random: some SecretSource) -> AccountStore.Settings {
    var settings = AccountStore.Settings(random: random)
    settings.cost = ScryptCost(logRounds: 4, blockSize: 1, parallelism: 1)
    return settings
  }
}
