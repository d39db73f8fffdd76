import Accounts
import Commissioning
import Journal
import Quantities
import Region
import Rules
import Web

/// A region told by its events: contracts, procedures and programmes, without messages.
struct CommissioningFixture {
  var state = RegionState()
  private var position: Int64 = 0

  static let venlo = MunicipalityCode(uncheckedNumber: 983)
  static let venray = MunicipalityCode(uncheckedNumber: 984)
  static let product = product("02A03")

  static func chamber(_ number: UInt32) -> ChamberNumber {
    ChamberNumber(uncheckedNumber: 90_000_000 + number)
  }

  static func claimCode(_ number: UInt32) -> ProviderCode {
    ProviderCode(uncheckedNumber: 99_990_100 + number)
  }

  static func product(_ text: String) -> ProductCode {
    guard let code = ProductCode(text) else { preconditionFailure("\(text) is no product") }
    return code
  }

  static func label<Subject>(_ text: String) -> Label<Subject> {
    guard let label = Label<Subject>(text) else { preconditionFailure("\(text) is no label") }
    return label
  }

  static func day(_ text: String) -> CivilDate {
    guard let day = CivilDate(text) else { preconditionFailure("\(text) is no day") }
    return day
  }

  static func open(_ first: String) -> OpenPeriod {
    guard let period = OpenPeriod(from: day(first), through: nil) else {
      preconditionFailure("no period from \(first)")
    }
    return period
  }

  mutating func add(_ events: RegionEvent...) {
    for event in events {
      position += 1
      state.evolve(event, command: position)
    }
  }

  /// What somebody sees of it on a day.
  func view(
    _ on: String,
    own: ChamberNumber? = nil,
    detail: Detail = .exact,
    language: Language = .dutch
  ) -> CommissioningView {
    CommissioningView(
      state,
      on: Self.day(on),
      language: language,
      reach: own.map { .provider($0) } ?? .region,
      detail: detail,
      own: own
    )
  }
}

// MARK: - Contracts

extension CommissioningFixture {
  static func draft(
    _ code: String,
    provider: UInt32 = 1,
    start: String = "2024-01-01",
    pattern: String = "2+1+1",
    mode: TermPattern.Mode = .option,
    lot: String? = "regionaal",
    municipalities: [MunicipalityCode] = [venlo],
    mayDissolve: Bool = false
  ) -> ContractDraft {
    guard let pattern = TermPattern(pattern, mode: mode) else { preconditionFailure("no term") }
    return ContractDraft(
      code: label(code),
      provider: chamber(provider),
      claimCodes: [claimCode(provider)],
      lot: lot.map { label($0) },
      municipalities: municipalities,
      products: [product],
      form: .openFramework,
      variant: .effort,
      start: day(start),
      pattern: pattern,
      reasonForLength: "langdurig partnerschap",
      mayBringInCeiling: true,
      mayDissolveAfterFirstYear: mayDissolve
    )
  }

  static func record(_ provider: UInt32, _ name: String) -> ProviderRecord {
    ProviderRecord(
      chamber: chamber(provider),
      name: name,
      claimCodes: [ProviderRecord.DatedCode(claimCode(provider), open("2020-01-01"))],
      products: [product],
      targetGroups: [],
      profile: "Begeleiding thuis"
    )
  }

  static func tariff(_ cents: Int64, _ first: String) -> Tariff {
    Tariff(
      price: Cents(cents),
      unit: .hour,
      period: open(first),
      basis: .clause("tariefbijlage")
    )
  }

  mutating func conclude(_ draft: ContractDraft) { add(.contract(.concluded(draft))) }

  mutating func change(_ code: String, _ changes: ContractChange...) {
    for change in changes { add(.contract(.happened(Self.label(code), change))) }
  }

  /// Two providers with a contract each.
  static var two: CommissioningFixture {
    var fixture = CommissioningFixture()
    fixture.add(
      .contract(.providerRecorded(record(1, "Zorg Een"))),
      .contract(.providerRecorded(record(2, "Zorg Twee")))
    )
    fixture.conclude(draft("c1"))
    fixture.conclude(draft("c2", provider: 2, municipalities: [venlo, venray]))
    return fixture
  }
}

// MARK: - Procedures

extension CommissioningFixture {
  static func plan(_ kind: ProcedureKind) -> ProcedurePlan {
    let isRanked = kind == .awardCriteria
    return ProcedurePlan(
      code: label("p1"),
      title: "Proef",
      kind: kind,
      municipalities: [venlo],
      lots: [Lot(code: label("enig"), kind: .single, entry: .closed)],
      criteria: isRanked
        ? [AwardCriterion(code: label("plan"), text: "Plan", maximumPoints: 60)] : [],
      openers: [label("o1"), label("o2")],
      assessors: [label("a1"), label("a2")]
    )
  }

  mutating func prepare(_ kind: ProcedureKind) { add(.procedure(.prepared(Self.plan(kind)))) }

  mutating func happen(_ changes: ProcedureChange...) {
    for change in changes { add(.procedure(.happened(Self.label("p1"), change))) }
  }

  static func bid(_ provider: UInt32) -> BidKey { BidKey(label("enig"), chamber(provider)) }

  static func sealed(_ number: UInt64) -> SealedBid {
    SealedBid(digest: Digest(words: Digest.Words(number, 2, 3, 4)), byteCount: 100)
  }

  static func moment(_ on: String) -> CivilMoment {
    CivilMoment(day(on), CivilTime(nanoseconds: 36_000_000_000_000))
  }

  /// Published on the first of February 2026 with two sealed bids.
  static func tender(_ kind: ProcedureKind) -> CommissioningFixture {
    var fixture = two
    fixture.prepare(kind)
    let calendar = try? ProcedureCalendar(kind, published: day("2026-02-01"))
    fixture.happen(
      .published(calendar?.days ?? [:]),
      .submitted(bid(1), kind == .admission ? nil : sealed(1), at: moment("2026-03-01")),
      .submitted(bid(2), kind == .admission ? nil : sealed(2), at: moment("2026-03-02"))
    )
    return fixture
  }
}
