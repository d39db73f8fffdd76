import Access
import Commissioning
import Foundation
import Journal
import Landscape
import People
import Quantities
import Region
import StrategyFiles

/// A region in Noord-Limburg on the eve of 2022: the shipped strategy, contracts old and new, and
/// allocations that came by message.
enum SupplyFixture {
  static let venlo = MunicipalityCode(uncheckedNumber: 983)
  static let venray = MunicipalityCode(uncheckedNumber: 984)
  static let policy: Label<TransitionPolicy> = BookFixture.label("nl-pw-2022")

  static func product(_ text: String) -> ProductCode {
    guard let code = ProductCode(text) else { preconditionFailure("\(text) is no product") }
    return code
  }

  static func chamber(_ number: Int) -> ChamberNumber {
    ChamberNumber(uncheckedNumber: 90_000_000 + UInt32(number))
  }

  static func claimCode(_ number: Int) -> ProviderCode {
    ProviderCode(uncheckedNumber: 99_990_100 + UInt32(number))
  }

  /// A strategy as it is shipped.
  static func shipped(_ name: String) -> Strategy {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Strategies/\(name).yaml")
    guard let bytes = try? Data(contentsOf: file),
      let strategy = StrategyReader.check(Array(bytes)).strategy
    else { preconditionFailure("\(name) is not a strategy") }
    return strategy
  }

  /// A contract of three years for one product in both municipalities.
  static func contract(_ code: String, _ number: Int, from start: String) -> Command {
    guard let pattern = TermPattern("3") else { preconditionFailure("no pattern") }
    return .contract(
      .conclude(
        ContractDraft(
          code: BookFixture.label(code),
          provider: chamber(number),
          claimCodes: [claimCode(number)],
          municipalities: [venlo, venray],
          products: [product("IAT")],
          form: .openFramework,
          variant: .effort,
          start: day(start),
          pattern: pattern,
          mayDissolveAfterFirstYear: true
        )
      )
    )
  }

  /// A 301 that the municipality sent.
  static func allocation(
    _ message: String,
    number: Int64,
    provider: Int,
    decided: String,
    through: String? = nil,
    client: ClientKey = RegionFixture.client
  ) -> Command {
    let product = AllocatedProduct(
      number: number,
      decided: DecisionMoment(on: day(decided), at: CivilTime(nanoseconds: 0)),
      terms: AllocationTerms(
        category: ProductCategory("02"),
        code: product("IAT"),
        from: day(decided),
        through: through.map { day($0) },
        volume: SupportVolume(amount: 4, unit: .hour, frequency: .week)
      )
    )
    let envelope = MessageEnvelope(
      key: MessageKey(
        role: .municipality,
        party: venlo.description,
        sender: venlo.description,
        message: "WMO301",
        identification: message
      ),
      flow: .sent,
      municipality: venlo,
      provider: claimCode(provider),
      dated: day(decided),
      content: RegionFixture.digest(UInt64(number)),
      original: OriginalID(high: 6, low: UInt64(number)),
      replyMessage: nil,
      municipalityExists: true,
      levelTwo: [],
      furtherLevelTwo: 0
    )
    let notice = AllocationNotice(
      municipality: venlo,
      provider: claimCode(provider),
      client: client,
      products: [product]
    )
    return .take(envelope, .allocations(notice))
  }

  static func adoption(_ municipality: MunicipalityCode = venlo) -> TransitionAdoption {
    TransitionAdoption(
      policy: policy,
      municipality: municipality,
      products: [product("IAT")],
      period: BookFixture.open("2021-10-19")
    )
  }

  /// What was there before anybody asked for coverage, transition or suppliers.
  static var ready: RegionRun {
    var run = RegionRun()
    let commands: [(Command, String)] = [
      (.open(RegionProfile(municipalities: [venlo, venray])), "2018-01-01"),
      (BookFixture.adopt(shipped("noord-limburg-participatie-2022")), "2021-06-01"),
      (contract("oud-1", 1, from: "2019-01-01"), "2021-06-01"),
      (contract("oud-2", 2, from: "2019-01-01"), "2021-06-01"),
      (contract("nieuw-1", 1, from: "2022-01-01"), "2021-07-01"),
      (contract("nieuw-3", 3, from: "2022-01-01"), "2021-07-01"),
      (allocation("A1", number: 1, provider: 2, decided: "2021-03-01"), "2021-03-01"),
      (
        allocation(
          "A2",
          number: 2,
          provider: 2,
          decided: "2021-11-01",
          through: "2022-05-01",
          client: RegionFixture.otherClient
        ), "2021-11-01"
      ),
      (
        allocation(
          "A3",
          number: 3,
          provider: 1,
          decided: "2021-11-01",
          client: RegionFixture.stranger
        ), "2021-11-01"
      ),
    ]
    for (command, at) in commands where run.perform(command, on: day(at)) == nil {
      preconditionFailure("refused on \(at): \(command)")
    }
    return run
  }

  /// Every command of the three books, in order; none of them is refused.
  static var commands: [(command: Command, day: String)] {
    let key = TransitionSignal.Key(
      policy: policy,
      trajectory: Trajectory.Name(municipality: venlo, number: 2)
    )
    let cell = CoverageCell(municipality: venlo, targetGroup: "dg-a", product: product("IAT"))
    return coverage(cell)
      + [
        (.transition(.adopt(adoption())), "2021-11-02"),
        (
          .transition(
            .markOwnDelivery(
              OwnDelivery(
                provider: claimCode(9),
                name: "NLW",
                basis: .document("001:28-31")
              )
            )
          ), "2021-11-02"
        ),
        (.transition(.giveReason(key, "geen ander aanbod")), "2021-11-03"),
        (
          .transition(
            .withdraw(policy, venlo, last: day("2022-06-30"), reason: "voorbij")
          ), "2022-06-30"
        ),
      ] + suppliers
  }

  private static func coverage(_ cell: CoverageCell) -> [(command: Command, day: String)] {
    guard let code = Label<CoverageNorm>("n1"),
      let thresholds = CoverageNorm.Thresholds(
        minimumProviders: 1,
        wantedProviders: 1,
        minimumPlaces: 1
      )
    else { preconditionFailure("no norm") }
    let report = CapacityReport(
      provider: chamber(1),
      municipality: venlo,
      product: product("IAT"),
      on: day("2022-02-01"),
      freePlaces: 4,
      waitingDays: 14
    )
    let norm = CoverageNorm(
      code: code,
      period: BookFixture.open("2022-01-01"),
      thresholds: thresholds,
      waiting: LegalTerm(.weeks(6), .contract, .standard("norm van de sector")),
      reportValid: CoverageNorm.usualReportValid,
      basis: .clause("besluit van de regio")
    )
    return [
      (.coverage(.setNorm(norm)), "2022-01-01"), (.coverage(.report([report])), "2022-02-01"),
      (.coverage(.open(cell)), "2022-02-02"),
      (.coverage(.close(cell, outcome: "een aanbieder erbij")), "2022-05-01"),
      (.coverage(.endNorm(code, last: day("2023-12-31"))), "2022-06-01"),
    ]
  }

  private static var suppliers: [(command: Command, day: String)] {
    let demand = QualityDemand(
      requirement: Requirement(
        code: BookFixture.label("vog"),
        kind: .quality,
        text: "Verklaring omtrent het gedrag",
        test: "dossiercontrole",
        basis: .clause("programma van eisen")
      ),
      repeatedWithin: LegalTerm(.months(12), .contract, .clause("jaarlijks"))
    )
    let test = QualityTest(
      requirement: demand.code,
      provider: chamber(1),
      on: day("2022-03-01"),
      result: .met,
      finding: "tien dossiers"
    )
    let statement = FormStatement(
      provider: chamber(1),
      segment: BookFixture.label("pw-s2"),
      forms: [BookFixture.label("iat")],
      on: day("2022-03-01")
    )
    let part = YearEvaluation.Part(isSufficient: false, finding: "bleef uit")
    let line = ProductLine(
      product: product("IAT"),
      line: .first,
      basis: .assumption("geen bron noemt de lijn")
    )
    return [
      (.supplier(.setDemand(demand)), "2022-01-01"), (.supplier(.recordTest(test)), "2022-03-01"),
      (.supplier(.stateForms(statement)), "2022-03-01"), (.supplier(.setLine(line)), "2022-03-01"),
      (
        .supplier(
          .evaluate(
            YearEvaluation(
              contract: BookFixture.label("nieuw-3"),
              year: 1,
              results: part,
              progress: part
            )
          )
        ), "2022-12-15"
      ),
    ]
  }

  /// The region after all of it.
  static var life: RegionRun {
    var run = ready
    for (command, at) in commands where run.perform(command, on: day(at)) == nil {
      preconditionFailure("refused on \(at): \(command)")
    }
    return run
  }
}
