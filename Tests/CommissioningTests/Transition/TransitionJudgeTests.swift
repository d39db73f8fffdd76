import Commissioning
import Generators
import Quantities
import Rules
import Testing

@Suite("Transition policy of document 001: it signals and never blocks")
struct TransitionJudgeTests {
  /// Given a trajectory, then what the policy says of it.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let bought: String
    var through: String?
    var provider = 2
    var product: String? = "IAT"
    var municipality = "0983"
    /// `buiten:...`, `afmaken`, `in-orde`, or the kind of the rule that is departed from.
    let says: String
    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "001:57 it was running, with a leaving provider",
      bought: "2021-10-18",
      says: "afmaken"
    ),
    Row(
      name: "001:57 it was running, with a staying provider",
      bought: "2021-10-18",
      provider: 1,
      says: "afmaken"
    ),
    Row(
      name: "001:52 new and short, with a leaving provider",
      bought: "2021-10-19",
      through: "2021-12-31",
      says: "beperk_vertrekkende"
    ),
    Row(
      name: "001:54 new and into the new year, with a leaving provider",
      bought: "2021-10-19",
      through: "2022-01-01",
      says: "beperk_langlopende"
    ),
    Row(name: "001:54 new without an end", bought: "2021-12-31", says: "beperk_langlopende"),
    Row(name: "new, with a staying provider", bought: "2021-11-01", provider: 1, says: "in-orde"),
    Row(
      name: "new, before its start, with a provider that comes",
      bought: "2021-11-01",
      provider: 3,
      says: "in-orde"
    ),
    Row(
      name: "001:61 after the start, without a contract",
      bought: "2022-01-01",
      through: "2022-01-31",
      says: "gebruik_gecontracteerde"
    ),
    Row(
      name: "001:61 after the start, contracted",
      bought: "2022-01-01",
      provider: 3,
      says: "in-orde"
    ),
    Row(
      name: "001:61 a provider that nobody knows",
      bought: "2022-02-01",
      provider: 9,
      says: "gebruik_gecontracteerde"
    ),
    Row(
      name: "001:33 another product",
      bought: "2022-02-01",
      product: "CAT",
      says: "buiten:ander-product"
    ),
    Row(
      name: "001:33 no product named",
      bought: "2022-02-01",
      product: nil,
      says: "buiten:ander-product"
    ),
    Row(
      name: "001:19 a municipality that did not adopt it",
      bought: "2022-02-01",
      municipality: "0984",
      says: "buiten:niet-overgenomen"
    ),
  ]

  @Test("Each rule with its days", arguments: rows)
  func rules(row: Row) throws {
    let script = try TransitionScript()
    let verdict = script.judge.verdict(
      on: try trajectory(
        provider: row.provider,
        bought: row.bought,
        through: row.through,
        product: row.product,
        municipality: row.municipality
      )
    )
    let says =
      switch verdict {
      case .outside(let why): "buiten:\(why.rawValue)"
      case .finished: "afmaken"
      case .inOrder: "in-orde"
      case .signal(let signal): signal.clause.kind.rawValue
      }
    #expect(says == row.says)
  }

  @Test("A signal says what is found, what can be done, which lines, and asks for a reason")
  func texts() throws {
    let judge = try TransitionScript().judge
    let early = judge.verdict(on: try trajectory(bought: "2021-11-01", through: "2022-03-01"))
      .signal
    #expect(
      early?.text.dutch
        == "Aanbieder 99990102 heeft vanaf 1 januari 2022 geen contract meer en dit traject loopt "
        + "dan nog; zulke trajecten horen het meest te worden beperkt. Inschrijven kan vanaf "
        + "1 april 2022. Dit is een advies: geef de reden van de afwijking."
    )
    #expect(
      early?.bases.map(\.dutchText) == [
        "bron 001:52-53", "bron 001:54-55", "bron 001:74-78",
      ]
    )
    let later = judge.verdict(on: try trajectory(bought: "2022-02-01")).signal
    #expect(
      later?.text.dutch
        == "Aanbieder 99990102 heeft geen contract voor dit product; gebruik een gecontracteerde "
        + "aanbieder. Vraag de aanbieder zich in te schrijven. Inschrijven kan vanaf 1 april 2022. "
        + "Dit is een advies: geef de reden van de afwijking."
    )
    let open = judge.verdict(on: try trajectory(bought: "2022-05-01")).signal
    #expect(open?.text.dutch.contains("Inschrijven kan op elk moment.") == true)
    #expect(open?.text.english.contains("Enrolling is possible at any time.") == true)
  }

  @Test("001:28-31 own delivery is outside all of it")
  func ownDelivery() throws {
    var script = try TransitionScript()
    let own = OwnDelivery(
      provider: try claimCode("99990102"),
      name: "NLW",
      basis: .document("001:28-31")
    )
    try script.run(.markOwnDelivery(own), on: "2021-10-20")
    for bought in ["2021-10-01", "2021-11-01", "2022-02-01"] {
      #expect(
        script.judge.verdict(on: try trajectory(bought: bought)) == .outside(.ownDelivery)
      )
    }
  }

  @Test("Who enrols later is contracted from then on, and no signal is left")
  func laterEntry() throws {
    var script = try TransitionScript()
    let entry = try draft(
      "later-2",
      start: "2022-04-15",
      pattern: "1",
      provider: "90000002",
      claimCode: "99990102",
      products: ["IAT"]
    )
    try script.contracts.run(.conclude(entry), on: "2022-04-10")
    #expect(script.judge.verdict(on: try trajectory(bought: "2022-04-14")).signal != nil)
    #expect(script.judge.verdict(on: try trajectory(bought: "2022-04-15")) == .inOrder)
  }

  @Test("The days come from the rules: another policy, other days")
  func parameters() throws {
    for seed in UInt64(1)...50 {
      var generator = SeededGenerator(seed: seed)
      var script = try TransitionScript(adopted: false)
      let begin = try date("2020-01-01").adding(days: generator.number(0...400))
      let start = try date("2022-01-01")
      script.policy = TransitionPolicy(
        code: script.policy.code,
        title: "",
        municipalities: script.policy.municipalities,
        products: [],
        clauses: try script.policy.clauses.map { clause in
          let period =
            switch clause.kind {
            case .limitLeaving, .limitLong:
              OpenPeriod(from: begin, through: start.adding(days: -1))
            case .finishRunning: OpenPeriod(from: begin, through: nil)
            default: clause.period as OpenPeriod?
            }
          return TransitionClause(
            code: clause.code,
            kind: clause.kind,
            text: clause.text,
            period: try #require(period),
            weight: clause.weight,
            bases: clause.bases
          )
        }
      )
      try script.run(.adopt(try script.adoption(from: "2019-01-01")), on: "2019-01-01")
      let bought = try date("2020-01-01").adding(days: generator.number(0...1_200))
      let verdict = script.judge.verdict(on: try trajectory(bought: bought.description))
      let isSignal = verdict.signal != nil
      // Provider 2 leaves: only what was running already is left in peace.
      #expect(isSignal == (bought >= begin), "seed \(seed)")
    }
  }

  @Test("Rules without a start, or none at all, signal nothing")
  func empty() throws {
    var script = try TransitionScript()
    script.policy = TransitionPolicy(
      code: script.policy.code,
      title: "",
      municipalities: [],
      products: [],
      clauses: []
    )
    #expect(
      script.judge.verdict(on: try trajectory(bought: "2022-02-01")) == .outside(.noClause)
    )
  }
}
