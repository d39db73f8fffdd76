import Claims
import Columns
import Commissioning
import Journal
import People
import Quantities
import Region
import Rules

private typealias Fixture = RegionFixture

/// A random life of a region, made from a seed: allocations come, change and are annulled, prices
/// and choices change, claims and credits follow.
struct RegionHistory {
  private(set) var run = RegionFixture.opened
  /// Every claim that was judged, with the JSON of its explanations as they were given then.
  private(set) var told: [(claim: ClaimJudged, json: [[UInt8]])] = []
  /// Every group of a table that was judged, with the same.
  private(set) var toldTables: [(table: TableJudged, json: [[UInt8]])] = []
  private var random: UInt64
  private var messages = 0
  private var month = 1
  private var sent: [String] = []
  private var lines: [ClaimLine] = []

  init(seed: UInt64) {
    random = StableHash.of(seed, seed: 77)
    allocate(1)
    allocate(2)
  }

  /// A number from 0 up to a limit.
  private mutating func number(_ limit: UInt64) -> Int {
    random = StableHash.of(random, seed: 5)
    return Int(random % limit)
  }

  mutating func step() {
    switch number(12) {
    case 0, 1: allocate(Int64(number(3) + 1))
    case 2: refuse()
    case 3: run.perform(.importPrices(Fixture.prices(Int64(5_900 + 100 * number(3)))))
    case 4: choose()
    case 5: takeOver()
    case 6: table()
    default: claim()
    }
  }

  private mutating func message() -> String {
    messages += 1
    return "M\(messages)"
  }

  private mutating func allocate(_ allocation: Int64) {
    let message = message()
    sent.append(message)
    run.perform(
      Fixture.allocation(
        message,
        number: allocation,
        hours: Int64(20 + number(80)),
        decided: messages,
        client: allocation == 2 ? Fixture.otherClient : Fixture.client
      )
    )
  }

  /// The other party refuses one of the latest messages.
  private mutating func refuse() {
    guard let original = sent.suffix(3).first else { return }
    run.perform(Fixture.refusal(message(), of: original))
  }

  private mutating func choose() {
    var settings = RegionSettings()
    settings.contract.monthTotals = number(2) == 0 ? .monthsTouched : .unlimited
    run.perform(.changeSettings(settings))
  }

  private mutating func claim() {
    month = min(12, month + number(2))
    let claimed = (0..<number(5) + 1).map { _ in line() }
    lines += claimed
    let notice = Fixture.claim("D\(messages)", month: month, claimed)
    guard let claim = run.perform(Fixture.received(message(), notice))?.claim else { return }
    told.append((claim, Self.json(claim, in: run.state)))
  }

  /// Takes an allocation over with what was awarded on it, or adds that to one that is there.
  private mutating func takeOver() {
    messages += 1
    run.perform(
      Fixture.takenOver(
        UInt64(messages),
        allocation: Int64(number(5) + 1),
        hours: Int64(20 + number(40)),
        awarded: Int64(number(30))
      )
    )
  }

  /// A table of a few rows, with and without allocations, and credits of lines of before.
  private mutating func table() {
    messages += 1
    let rows = (0..<number(4) + 1).map { place in
      row(Int32(place + 2))
    }
    let events = run.perform(Fixture.deliveries(UInt64(messages), rows)) ?? []
    for table in events.tables { toldTables.append((table, Self.json(table, in: run.state))) }
  }

  private mutating func row(_ place: Int32) -> DeliveredLine {
    messages += 1
    let earlier = toldTables.last?.table.claim.notice.lines.first?.reference
    let isFree = number(3) == 0
    return Fixture.delivered(
      place,
      law: isFree ? .participation : .socialSupport,
      month: number(12) + 1,
      hours: Int64(number(12) + 1),
      tariff: Int64(5_900 + 100 * number(3)),
      product: isFree ? "IAT" : "02A03",
      allocation: number(2) == 0 ? Int64(number(5) + 1) : nil,
      client: number(2) == 0 ? Fixture.client : Fixture.otherClient,
      reference: number(2) == 0 ? "T\(messages)" : nil,
      credits: number(6) == 0 ? earlier : nil
    )
  }

  private mutating func line() -> ClaimLine {
    messages += 1
    if number(4) == 0, !lines.isEmpty {
      let debit = lines[number(UInt64(lines.count))]
      return ClaimLine(
        reference: "C\(messages)",
        previousReference: debit.reference,
        clientIndex: debit.clientIndex,
        allocationNumber: debit.allocationNumber,
        category: debit.category,
        code: debit.code,
        period: debit.period,
        volume: debit.volume,
        unit: debit.unit,
        tariff: debit.tariff,
        amount: debit.amount,
        isCredit: true
      )
    }
    let allocation = Int64(number(3) + 1)
    return Fixture.line(
      "R\(messages)",
      month: number(UInt64(month)) + 1,
      hours: Int64(number(12) + 1),
      allocation: allocation,
      client: allocation == 2 ? 1 : 0,
      tariff: Int64(5_900 + 100 * number(3))
    )
  }

  /// The explanations of all lines of a group of a table, in both languages.
  static func json(_ table: TableJudged, in state: RegionState) -> [[UInt8]] {
    table.facts.indices.flatMap { row in
      let explanation = state.explanation(of: table, row: row)
      return [explanation?.json(in: .dutch) ?? [], explanation?.json(in: .english) ?? []]
    }
  }

  /// The explanations of all lines of a claim, in both languages.
  static func json(_ claim: ClaimJudged, in state: RegionState) -> [[UInt8]] {
    claim.notice.lines.indices.flatMap { row in
      [state.explanation(of: claim, row: row)].flatMap { explanation in
        [explanation?.json(in: .dutch) ?? [], explanation?.json(in: .english) ?? []]
      }
    }
  }
}
