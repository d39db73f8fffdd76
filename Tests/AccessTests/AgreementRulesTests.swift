import Access
import Commissioning
import People
import Quantities
import Rules
import Testing

@Suite("An allocation is held against the contract of its provider (issue 3, part 6)")
struct AgreementRulesTests {
  private static let contract: ContractCode = {
    guard let code = ContractCode("c1") else { preconditionFailure("c1 is a label") }
    return code
  }()

  /// An allocation in a state, how the contracts stand, and which rules signal.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var given = AccessState()
    var product = hoursOfCare
    let standing: ContractStanding?
    var then: [String] = []

    var findings: [Finding] {
      let standing = standing
      let facts = AccessFacts(today: day("2025-01-10"), standing: { _ in standing })
      return given.judge(notice(product), facts: facts).findings
    }
  }

  private static func standing(
    running: Bool = true,
    covering: Bool = true,
    stop: ContractStanding.Stopped? = nil,
    ceiling: ContractStanding.Reached? = nil,
    tariff: Bool? = true
  ) -> ContractStanding {
    ContractStanding(
      ground: .register,
      running: running ? [contract] : [],
      nearest: running
        ? nil
        : ContractStanding.Nearest(
          contract: contract,
          first: day("2022-01-01"),
          last: day("2024-12-31")
        ),
      covering: covering ? [contract] : [],
      intakeStop: stop,
      ceiling: ceiling,
      hasTariff: tariff
    )
  }

  private static let stop = ContractStanding.Stopped(contract: contract, from: day("2025-01-01"))
  private static let reached = ContractStanding.Reached(
    contract: contract,
    amount: Cents(1_000_000),
    awarded: Cents(1_000_000)
  )
  private static let supported = AccessState.knowing(
    notice(product(9, terms("02A03", "2024-01-01", "2025-01-05")))
  )
  private static let left = AccessState.knowing(
    notice(product(9, terms("02A03", "2024-01-01", "2025-01-04")))
  )

  static let cases: [Case] = [
    Case(testDescription: "nothing is known of agreements", standing: nil),
    Case(testDescription: "all is in order", standing: standing()),
    Case(
      testDescription: "others have a contract, this provider has none",
      standing: .nowhere,
      then: ["CT01"]
    ),
    Case(
      testDescription: "the contract ended",
      standing: standing(running: false, covering: false, tariff: false),
      then: ["CT02"]
    ),
    Case(
      testDescription: "the product is not under the contract",
      standing: standing(covering: false, tariff: false),
      then: ["CT03"]
    ),
    Case(
      testDescription: "a category that is not under the contract",
      product: product(1, terms("06", "2025-01-06")),
      standing: standing(covering: false, tariff: nil),
      then: ["CT03"]
    ),
    Case(
      testDescription: "a stop on clients, and the client is new",
      standing: standing(stop: stop),
      then: ["CT04"]
    ),
    Case(
      testDescription: "a stop on clients, and the client has support until the day before",
      given: supported,
      standing: standing(stop: stop)
    ),
    Case(
      testDescription: "a stop on clients, and the client was gone for a day",
      given: left,
      standing: standing(stop: stop),
      then: ["CT04"]
    ),
    Case(
      testDescription: "the ceiling is reached",
      standing: standing(ceiling: reached),
      then: ["CT05"]
    ),
    Case(
      testDescription: "the ceiling is reached, for a category",
      product: product(1, terms("02", "2025-01-06")),
      standing: standing(ceiling: reached, tariff: nil),
      then: ["CT05"]
    ),
    Case(
      testDescription: "there is no tariff on the day",
      standing: standing(tariff: false),
      then: ["CT06"]
    ),
    Case(
      testDescription: "the imported list has no price",
      standing: ContractStanding(ground: .imported, hasTariff: false),
      then: ["CT06"]
    ),
    Case(
      testDescription: "a stop and a ceiling at once",
      standing: standing(stop: stop, ceiling: reached, tariff: false),
      then: ["CT04", "CT05", "CT06"]
    ),
  ]

  @Test("Each case signals what it should, without a return code", arguments: cases)
  func judged(_ given: Case) {
    #expect(given.findings.map(\.rule.description) == given.then)
    #expect(given.findings.allSatisfy { $0.code == nil })
  }

  @Test("Every rule signals at least once and is silent at least once")
  func bothWays() {
    let all = Set(AgreementRules.products.rules.map(\.id.description))
    #expect(Set(Self.cases.flatMap(\.then)) == all)
    #expect(Self.cases.contains { $0.then.isEmpty && $0.standing != nil })
  }

  @Test("A signal refuses nothing: also a received message is taken over")
  func takenOver() {
    let facts = AccessFacts(today: day("2025-01-10"), standing: { _ in .nowhere })
    let decision = AccessState().judge(notice(hoursOfCare), facts: facts, handling: .judged)
    #expect(!decision.isRefused && decision.events.count == 1)
  }

  @Test("A version that is known already, and a deletion, are not held against a contract again")
  func onlyNewVersions() {
    let facts = AccessFacts(today: day("2025-01-10"), standing: { _ in .nowhere })
    let known = AccessState.knowing(notice(hoursOfCare))
    #expect(known.judge(notice(hoursOfCare), facts: facts).findings.isEmpty)
    let gone = product(
      1,
      hoursOfCare.terms,
      decided: moment("2025-01-08"),
      reason: .deleted
    )
    #expect(known.judge(notice(gone), facts: facts).findings.isEmpty)
  }

  @Test("The sentence says what is wrong, by which source, and what to do")
  func sentence() throws {
    let found = Self.cases.first { $0.then == ["CT05"] }?.findings.first
    let finding = try #require(found)
    #expect(
      AccessTexts.all.text(for: finding, in: .dutch)
        == """
        Toewijzing 1: van het plafond van € 10.000,00 van contract c1 is € 10.000,00 toegekend, \
        dus het is bereikt. Een specifieke toewijzing wordt toch volledig betaald; pas het \
        plafond schriftelijk aan of kies een andere aanbieder (bron: contractstandaard artikel 1.5).
        """
    )
  }
}

private let hoursOfCare = product(
  1,
  terms("02A03", "2025-01-06", "2025-06-29", volume: weekly(3))
)
