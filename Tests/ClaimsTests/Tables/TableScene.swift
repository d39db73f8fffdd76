import Access
import Claims
import Commissioning
import People
import Quantities
import Rules

/// Judging tables of deliveries in a scene of claims.
extension ClaimScene {
  /// Judges rows as one table, group by group, and takes them into the ledger.
  @discardableResult
  mutating func table(
    _ lines: [DeliveredLine],
    ceilings: [TableCeiling] = [],
    on today: CivilDate = ClaimScene.today
  ) -> [TableJudged] {
    let basis = ClaimBasis(
      day: today,
      ruleSets: [TableRules.set.version],
      priceList: 1,
      settings: 0
    )
    var judged: [TableJudged] = []
    for group in DeliveryGroup.groups(of: lines) {
      let judge = TableJudge(
        allocations: allocations,
        ledger: ledger,
        prices: prices,
        settings: ClaimSettings(contract: settings),
        ceilings: ceilings
      )
      let table = judge.judge(group, number: "T\(position)", basis: basis)
      ledger.record(table, at: position)
      judged.append(table)
    }
    position += 1
    return judged
  }

  /// The rules that refuse one row by itself.
  func refusals(
    _ line: DeliveredLine,
    ceilings: [TableCeiling] = [],
    on today: CivilDate = ClaimScene.today
  ) -> [String] {
    var copy = self
    let table = copy.table([line], ceilings: ceilings, on: today)[0]
    return table.failures(0)
  }

  /// Takes over what was awarded on an allocation elsewhere.
  mutating func open(_ number: Int64, volume: Int64, unit: ClaimUnit = .hour, amount: Int64) {
    guard let id = allocations.find(number: number, municipality: Self.municipality) else { return }
    let balance = TakenOverBalance(
      municipality: Self.municipality,
      number: number,
      volume: volume,
      unit: volume > 0 ? unit : nil,
      amount: Cents(amount)
    )
    ledger.open(balance, on: id.slot, at: position)
    position += 1
  }
}

extension TableJudged {
  /// The rules that refuse a line.
  func failures(_ row: Int) -> [String] {
    claim.verdict.receipts[row].assessment.failed.indices.map {
      TableRules.set.rules[$0].id.description
    }
  }

  var isWhole: Bool { claim.verdict.isWhole }
}

/// A row of a table; by default hours of 02A03 over January 2025 under the Wmo, on no named
/// allocation.
func row(
  _ number: Int32 = 2,
  law: SupportLaw = .socialSupport,
  from: String = "2025-01-01",
  through: String = "2025-01-31",
  volume: Int64 = 2,
  unit: ClaimUnit = .hour,
  tariff: Int64? = nil,
  amount: Int64? = nil,
  product: String = "02A03",
  category: String? = nil,
  allocation: Int64? = nil,
  client: ClientKey = ClaimScene.client,
  provider: ProviderCode = ClaimScene.provider,
  reference: String? = nil,
  credits: String? = nil
) -> DeliveredLine {
  guard let period = Period(from: day(from), through: day(through)),
    let code = ProductCode(product)
  else { preconditionFailure("row \(number) has no period or product") }
  return DeliveredLine(
    row: number,
    law: law,
    municipality: ClaimScene.municipality,
    provider: provider,
    client: client,
    allocationNumber: allocation,
    category: category.flatMap { ProductCategory($0) },
    code: code,
    period: period,
    volume: volume,
    unit: unit,
    tariff: tariff.map { Cents($0) },
    amount: Cents(amount ?? volume * (unit == .euro ? 1 : 6_000)),
    reference: reference,
    previousReference: credits
  )
}
