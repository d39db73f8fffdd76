import Commissioning
import Quantities
import Testing

/// The rules of document 001 with the days of the note of 19 October 2021.
func participationPolicy(products: [String] = []) throws -> TransitionPolicy {
  func clause(
    _ kind: TransitionClause.Kind,
    _ from: String,
    _ through: String? = nil,
    _ lines: String
  ) throws -> TransitionClause {
    TransitionClause(
      code: try label(kind.rawValue),
      kind: kind,
      text: kind.rawValue,
      period: try #require(
        OpenPeriod(from: try date(from), through: through.flatMap { CivilDate($0) })
      ),
      weight: .advice,
      bases: [.document(lines)]
    )
  }
  return TransitionPolicy(
    code: try label("nl-pw-2022"),
    title: "Participatie",
    municipalities: [try municipality("0983"), try municipality("0984")],
    products: products.compactMap { ProductCode($0) },
    clauses: [
      try clause(.limitLeaving, "2021-10-19", "2021-12-31", "001:52-53"),
      try clause(.limitLong, "2021-10-19", "2021-12-31", "001:54-55"),
      try clause(.finishRunning, "2021-10-19", nil, "001:57-59"),
      try clause(.useContracted, "2022-01-01", nil, "001:61-62"),
      try clause(.askToEnrol, "2022-01-01", nil, "001:64-69"),
      try clause(.entryOpen, "2022-04-01", nil, "001:74-78"),
      try clause(.describeProvider, "2021-10-19", nil, "001:80-85"),
    ]
  )
}

/// Support that was bought: `provider` 1 stays, 2 leaves, 3 is new.
func trajectory(
  _ number: Int64 = 1,
  provider: Int = 2,
  bought: String,
  from: String? = nil,
  through: String? = nil,
  product text: String? = "IAT",
  municipality code: String = "0983",
  resident: Int = 1
) throws -> Trajectory {
  Trajectory(
    name: Trajectory.Name(municipality: try municipality(code), number: number),
    resident: resident,
    provider: try claimCode("9999010\(provider)"),
    product: text.flatMap { ProductCode($0) },
    bought: try date(bought),
    period: try #require(
      OpenPeriod(from: try date(from ?? bought), through: through.flatMap { CivilDate($0) })
    )
  )
}

/// Contracts before and after the first of January 2022, and the book of the policy.
struct TransitionScript {
  var contracts: ContractScript
  var book = TransitionBook()
  var events: [TransitionEvent] = []
  var policy: TransitionPolicy

  init(adopted: Bool = true) throws {
    policy = try participationPolicy()
    contracts = try ContractScript()
    for (code, provider, start) in [
      ("oud-1", 1, "2019-01-01"), ("oud-2", 2, "2019-01-01"),
      ("nieuw-1", 1, "2022-01-01"), ("nieuw-3", 3, "2022-01-01"),
    ] {
      let draft = try draft(
        code,
        start: start,
        pattern: "3",
        provider: "9000000\(provider)",
        claimCode: "9999010\(provider)",
        municipalities: ["0983", "0984"],
        products: ["IAT"]
      )
      try contracts.run(.conclude(draft), on: "2018-07-01")
    }
    if adopted { try run(.adopt(try adoption()), on: "2021-10-19") }
  }

  func adoption(
    _ code: String = "0983",
    from: String = "2021-10-19",
    products: [String] = ["IAT"]
  ) throws -> TransitionAdoption {
    TransitionAdoption(
      policy: try label("nl-pw-2022"),
      municipality: try municipality(code),
      products: products.compactMap { ProductCode($0) },
      period: try #require(OpenPeriod(from: try date(from), through: nil))
    )
  }

  var judge: TransitionJudge {
    TransitionJudge(policy, book: book, contracts: ContractedIndex(contracts.book))
  }

  mutating func run(
    _ command: TransitionCommand,
    on day: String,
    standing: Set<TransitionSignal.Key> = []
  ) throws {
    let decided = try book.decide(
      command,
      policy: command.policy == policy.code ? policy : nil,
      standing: { standing.contains($0) },
      on: try date(day)
    )
    for event in decided {
      book.evolve(event)
      events.append(event)
    }
  }

  func refusal(
    _ command: TransitionCommand,
    on day: String,
    standing: Set<TransitionSignal.Key> = []
  ) throws -> TransitionRefusal? {
    do {
      _ = try book.decide(
        command,
        policy: command.policy == policy.code ? policy : nil,
        standing: { standing.contains($0) },
        on: try date(day)
      )
      return nil
    } catch let refusal as TransitionRefusal {
      return refusal
    }
  }
}
