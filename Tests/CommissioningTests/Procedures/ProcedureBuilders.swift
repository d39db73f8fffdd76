import Commissioning
import Digests
import Journal
import Quantities
import Testing

func moment(_ text: String) throws -> CivilMoment {
  try #require(CivilMoment(text.count == 10 ? text + " 10:00:00" : text))
}

func chamber(_ number: Int) throws -> ChamberNumber {
  try #require(ChamberNumber(number: 90_000_000 + number))
}

func bid(_ lot: String, _ provider: Int) throws -> BidKey {
  BidKey(try label(lot), try chamber(provider))
}

/// The secret of an opener, always the same for the same number.
func secret(_ number: UInt8) throws -> OpenerSecret {
  try #require(OpenerSecret((0..<32).map { UInt8($0) &* 7 &+ number }))
}

/// What both openers of the usual plan keep to themselves.
func secrets() throws -> [OfficerCode: OpenerSecret] {
  [try label("opener-1"): try secret(1), try label("opener-2"): try secret(2)]
}

/// Real sealing under the keys of both openers of the usual plan.
func sealing(of procedure: String = "p1") throws -> BidSealing {
  let keys = try secrets().mapValues(\.publicKey)
  return BidCipher(try #require(ProcedureKey(try label(procedure), keys))).sealing
}

func seal(_ text: String, of procedure: String = "p1") throws -> (bytes: [UInt8], bid: SealedBid) {
  try #require(try sealing(of: procedure).seal(Array(text.utf8), for: try label(procedure)))
}

func plan(
  _ kind: ProcedureKind = .awardCriteria,
  lots: [Lot]? = nil,
  criteria: [AwardCriterion]? = nil,
  tieBreaks: [TieBreak] = [.draw],
  gates: [[String]] = [["pho-sd"], ["college-0983", "college-0984"]],
  openers: [String] = ["opener-1", "opener-2"],
  assessors: [String] = ["lezer-1", "lezer-2"],
  choices: [CalendarStep: TermLength] = [:],
  entryOpens: String? = nil
) throws -> ProcedurePlan {
  let usualCriteria = [
    AwardCriterion(
      code: try label("plan"),
      text: "Plan dat vertrouwen geeft",
      maximumPoints: 60,
      minimumPoints: 20,
      indicator: "afschalen"
    ),
    AwardCriterion(code: try label("netwerk"), text: "Lokaal netwerk", maximumPoints: 40),
  ]
  let usualLots = [
    Lot(
      code: try label("regionaal"),
      kind: .regional,
      entry: .closed,
      maximumAwards: 2,
      minimumScore: 50
    ),
    Lot(code: try label("lokaal"), kind: .local, entry: .intermediate),
  ]
  let admissionLots = [Lot(code: try label("enig"), kind: .single, entry: .openHouse)]
  return ProcedurePlan(
    code: try label("p1"),
    title: "Proef",
    kind: kind,
    municipalities: ["0983", "0984"].compactMap { MunicipalityCode($0) },
    lots: lots ?? (kind == .admission ? admissionLots : usualLots),
    requirements: [
      Requirement(
        code: try label("gva"),
        kind: .exclusion,
        text: "Integer",
        evidence: .behaviourDeclaration,
        basis: .standard("uitsluiting")
      ),
      Requirement(
        code: try label("ervaring"),
        kind: .suitability,
        text: "Ervaren",
        basis: .document("003:460")
      ),
    ],
    criteria: criteria ?? (kind == .awardCriteria ? usualCriteria : []),
    tieBreaks: tieBreaks,
    gates: try gates.map { try $0.map { try label($0) } },
    openers: try openers.map { try label($0) },
    assessors: try assessors.map { try label($0) },
    choices: choices,
    entryOpens: try entryOpens.map { try date($0) }
  )
}

/// Procedures that are told what to do, with everything that happened.
struct ProcedureScript {
  var book = ProcedureBook()
  var events: [ProcedureEvent] = []

  init() {}

  /// A procedure up to and including its publication on 1 February 2021.
  init(published plan: ProcedurePlan) throws {
    try run(.prepare(plan), at: "2020-12-01")
    for municipality in plan.municipalities {
      try act(.chooseLots(municipality, Set(plan.lots.map(\.code))), at: "2020-12-15")
    }
    for officer in plan.openers where plan.kind.hasSealedBids {
      let key = try #require(try secrets()[officer]).publicKey
      try act(.provideKey(officer, key), at: "2021-01-18")
    }
    for body in plan.gates.flatMap({ $0 }) { try act(.approve(body), at: "2021-01-20") }
    try act(.publish, at: "2021-02-01")
  }

  mutating func run(_ command: ProcedureCommand, at time: String) throws {
    for event in try book.decide(command, at: try moment(time)) {
      book.evolve(event)
      events.append(event)
    }
  }

  mutating func act(_ action: ProcedureAction, at time: String) throws {
    try run(.act(try label("p1"), action), at: time)
  }

  func refusal(_ action: ProcedureAction, at time: String) throws -> ProcedureRefusal? {
    do {
      _ = try book.decide(.act(try label("p1"), action), at: try moment(time))
      return nil
    } catch let refusal as ProcedureRefusal {
      return refusal
    }
  }

  var procedure: ProcurementProcedure {
    get throws { try #require(book.procedures[try label("p1")]) }
  }

  /// Scores by both assessors and the agreed score, for one criterion.
  mutating func assess(_ key: BidKey, _ criterion: String, _ points: Int, at time: String) throws {
    let code: Label<AwardCriterion> = try label(criterion)
    for officer in ["lezer-1", "lezer-2"] {
      try act(.score(key, code, points: points, by: try label(officer)), at: time)
    }
    try act(.agree(key, code, points: points, reason: "eens"), at: time)
  }

  static var opening: ProcedureAction {
    get throws { .open(by: [try label("opener-1"), try label("opener-2")]) }
  }

  static func declaration(_ issued: String = "2021-01-01") throws -> Evidence {
    Evidence(
      kind: .behaviourDeclaration,
      issued: try date(issued),
      received: try date("2021-05-01")
    )
  }
}
