import Access
import Claims
import Commissioning
import People
import Quantities
import Rules

/// What a region knows when it judges claims: allocations, prices, and what was claimed before.
struct ClaimScene {
  static let municipality = MunicipalityCode(uncheckedNumber: 344)
  static let provider = ProviderCode(uncheckedNumber: 99_990_101)
  static let otherProvider = ProviderCode(uncheckedNumber: 99_990_202)
  static let client = ClientKey(high: 1, low: 1)
  static let otherClient = ClientKey(high: 2, low: 2)
  static let stranger = ClientKey(high: 3, low: 3)
  static let today = day("2026-01-10")

  var allocations = AllocationBook()
  var ledger = ClaimLedger()
  var prices: PriceList
  var settings = ContractSettings()
  /// The place in the journal of whatever comes next.
  var position: Int64 = 1
  private var claimCount = 0

  /// A region with prices and allocation 1: three hours a week of 02A03 over 2025.
  init(prices rows: [PriceRow] = [price(6_000)]) {
    prices = Self.list(rows)
    allocate(1, "02A03", volume: weekly(3))
  }

  static func list(_ rows: [PriceRow]) -> PriceList {
    let lines = rows.enumerated().map { PriceLine(line: $0.offset + 2, row: $0.element) }
    guard case .success(let list) = PriceList.make(lines) else {
      preconditionFailure("the prices of a test contradict each other")
    }
    return list
  }
}

extension ClaimScene {
  /// Brings a version of an allocation; `product` is `"02A03"`, `"02"`, or nil for a generic one.
  mutating func allocate(
    _ number: Int64,
    _ product: String?,
    _ from: String = "2025-01-01",
    _ through: String? = "2025-12-31",
    volume: SupportVolume? = nil,
    budget: Int64? = nil,
    reason: ChangeReason? = nil,
    client: ClientKey = ClaimScene.client,
    provider: ProviderCode = ClaimScene.provider
  ) {
    let decided = DecisionMoment(
      on: day("2024-12-18"),
      at: CivilTime(nanoseconds: position * 1_000_000_000)
    )
    let terms = AllocationTerms(
      category: product.flatMap { ProductCategory($0.prefix(2)) },
      code: product.flatMap { $0.utf8.count > 2 ? ProductCode($0) : nil },
      from: day(from),
      through: through.map(day),
      volume: volume,
      budget: budget.map { Cents($0) }
    )
    allocations.record(
      AllocatedProduct(number: number, decided: decided, terms: terms, changeReason: reason),
      of: client,
      with: provider,
      in: Self.municipality,
      position: position
    )
    position += 1
  }

  var judge: ClaimJudge {
    ClaimJudge(
      allocations: allocations,
      ledger: ledger,
      prices: prices,
      settings: ClaimSettings(contract: settings)
    )
  }

  func verdict(_ notice: ClaimNotice) -> ClaimVerdict { judge.judge(notice, on: Self.today) }

  /// The verdict on one line by itself, in the claim of a month.
  func receipt(_ line: ClaimLine, in month: String) -> LineReceipt {
    verdict(notice([line], month)).receipts[0]
  }

  func notice(
    _ lines: [ClaimLine],
    _ month: String,
    number: String? = nil,
    clients: [ClientKey] = [ClaimScene.client, ClaimScene.otherClient, ClaimScene.stranger],
    provider: ProviderCode = ClaimScene.provider
  ) -> ClaimNotice {
    let period = Period(monthOf: day(month + "-01"))
    return ClaimNotice(
      municipality: Self.municipality,
      provider: provider,
      number: number ?? "D\(claimCount + 1)",
      period: period,
      dated: period.last.adding(days: 5),
      total: Cents(lines.reduce(0) { $0 + $1.signedAmount.rawValue }),
      clients: clients.map { ClaimedClient(key: $0) },
      lines: lines
    )
  }

  /// Judges a claim and takes it into the ledger.
  @discardableResult
  mutating func claim(
    _ lines: [ClaimLine],
    _ month: String,
    provider: ProviderCode = ClaimScene.provider
  ) -> ClaimVerdict {
    let notice = notice(lines, month, provider: provider)
    let verdict = verdict(notice)
    guard verdict.claim.passes else { return verdict }
    ledger.record(notice, receipts: verdict.receipts, awarded: verdict.awarded, at: position)
    claimCount += 1
    position += 1
    return verdict
  }

  /// The balance of the allocation with a number.
  func balance(_ number: Int64) -> AllocationBalance {
    allocations.find(number: number, municipality: Self.municipality).map {
      ledger.balance(of: $0.slot)
    } ?? AllocationBalance()
  }
}

// MARK: - Small values

/// A date from its text; a text of a test that is no date is a mistake in the test.
func day(_ text: String) -> CivilDate { DeliveryFixture.day(text) }

func weekly(_ hours: Int64) -> SupportVolume {
  SupportVolume(amount: hours, unit: .hour, frequency: .week)
}

func total(_ amount: Int64, _ unit: ClaimUnit = .hour) -> SupportVolume {
  SupportVolume(amount: amount, unit: unit, frequency: .total)
}

/// A row of a contract; it holds for everything that is not said.
func price(
  _ tariff: Int64,
  unit: ClaimUnit? = .hour,
  code: String? = nil,
  category: String? = nil,
  provider: ProviderCode? = nil,
  municipality: MunicipalityCode? = nil,
  from: String = "2024-01-01",
  through: String? = nil
) -> PriceRow {
  guard let period = OpenPeriod(from: day(from), through: through.map(day)) else {
    preconditionFailure("\(from) lies after \(through ?? "")")
  }
  return PriceRow(
    municipality: municipality,
    provider: provider,
    category: category.flatMap { ProductCategory($0) },
    code: code.flatMap { ProductCode($0) },
    unit: unit,
    tariff: Cents(tariff),
    period: period
  )
}

/// A line of a claim; by default hours of 02A03 on allocation 1 over the whole of a month.
func line(
  _ reference: String,
  _ month: String,
  _ volume: Int64,
  from: String? = nil,
  through: String? = nil,
  unit: ClaimUnit = .hour,
  tariff: Int64? = 6_000,
  amount: Int64? = nil,
  product: String = "02A03",
  category: String? = nil,
  allocation: Int64 = 1,
  client: Int32 = 0,
  credits: String? = nil
) -> ClaimLine {
  let whole = Period(monthOf: day(month + "-01"))
  let first = from.map(day) ?? whole.first
  let last = through.map(day) ?? whole.last
  guard let period = Period(from: first, through: last), let code = ProductCode(product),
    let category = ProductCategory(category ?? String(product.prefix(2)))
  else { preconditionFailure("line \(reference) has no period or product") }
  let tariff = unit == .euro ? nil : tariff
  return ClaimLine(
    reference: reference,
    previousReference: credits,
    clientIndex: client,
    allocationNumber: allocation,
    category: category,
    code: code,
    period: period,
    volume: volume,
    unit: unit,
    tariff: tariff.map { Cents($0) },
    amount: Cents(amount ?? volume * (tariff ?? 1)),
    isCredit: credits != nil
  )
}

extension LineReceipt {
  /// The rules that failed, by name.
  var failures: [String] { assessment.failed.indices.map { LineRules.name($0) } }

  /// The rules that were not assessed, by name.
  var skipped: [String] { assessment.notAssessed.indices.map { LineRules.name($0) } }
}

extension LineRules {
  static func name(_ index: Int) -> String { set.rules[index].id.description }
}
