import Accounts
import Claims
import Commissioning
import Quantities
import Region

/// What was awarded per municipality and month of a year, beside the ceilings of that year.
struct AwardedModel {
  let year: Int
  let years: [Int]
  let municipalities: [Municipality]
  /// What all municipalities together were awarded in each of the twelve months, but for those
  /// whose amounts are withheld.
  let months: [Cents]
  /// The sum of the ceilings of the year; nil when only a part of the region may be seen.
  let ceilings: Cents?
  let ceilingCount: Int
  /// What was awarded under these ceilings in each of the twelve months; empty without ceilings.
  let underCeilings: [Cents]

  struct Municipality {
    let code: MunicipalityCode
    let months: [Cents]
    let total: Cents
    let lines: Int
    let clients: Int
    /// Whether the amounts are withheld, because too little stands behind them (annex F, 4).
    let isWithheld: Bool
  }

  init(_ visit: Visit) async {
    let figures = await visit.region.claimViews.awardedFigures(
      visit.state,
      of: visit.providersWithin
    )
    let years = figures.years
    let asked = visit.query["jaar"].flatMap { Int($0) }
    // Support is claimed after it was delivered, so the year of the day may still be empty.
    let year =
      asked.flatMap { years.contains($0) ? $0 : nil }
      ?? years.last { $0 <= visit.validOn.year } ?? years.last ?? visit.validOn.year
    self.year = year
    self.years = years
    let chosen = visit.chosenMunicipality()
    municipalities = figures.municipalities
      .filter { code in
        (chosen.map { $0 == code } ?? true)
          && (visit.municipalitiesWithin?.contains(code) ?? true)
      }
      .map { Self.municipality($0, year, figures, visit) }
    months = (0..<12).map { [municipalities] month -> Cents in
      let shown = municipalities.filter { !$0.isWithheld }
      return Cents(shown.reduce(Int64(0)) { $0 &+ $1.months[month].rawValue })
    }
    let isWhole = visit.grant?.reach == .region && chosen == nil
    let found = Self.ceilings(visit.state, year)
    ceilingCount = found.count
    guard isWhole, !found.isEmpty else {
      ceilings = nil
      underCeilings = []
      return
    }
    ceilings = Cents(found.reduce(Int64(0)) { $0 &+ $1.amount.rawValue })
    let awards = await visit.region.claimViews.scopedAwards(
      visit.state,
      under: found.map(\.scope)
    )
    underCeilings = Self.firstDays(year).map { awards.months[$0] ?? .zero }
  }

  private static func firstDays(_ year: Int) -> [CivilDate] {
    (1...12).compactMap { CivilDate(year: year, month: $0, day: 1) }
  }

  private static func municipality(
    _ code: MunicipalityCode,
    _ year: Int,
    _ figures: AwardedFigures,
    _ visit: Visit
  ) -> Municipality {
    let months = (1...12).map { month -> Cents in
      CivilDate(year: year, month: month, day: 1)
        .flatMap { figures.months[AwardedFigures.Month(municipality: code, first: $0)]?.amount }
        ?? .zero
    }
    let sum = figures.sum(code, year: year)
    let key = AwardedFigures.Year(municipality: code, year: year)
    let providers = figures.providers[key] ?? [:]
    let shown = visit.amount(
      sum.amount,
      persons: figures.clients[key] ?? 0,
      providers: providers.count,
      largestOfOne: providers.values.max() ?? .zero
    )
    return Municipality(
      code: code,
      months: months,
      total: sum.amount,
      lines: sum.lines,
      clients: figures.clients[key] ?? 0,
      // What a provider was paid itself is no secret to it.
      isWithheld: shown == .hidden && visit.providersWithin == nil
    )
  }

  /// The ceilings that hold in a year, in the order of the contracts.
  private static func ceilings(
    _ state: RegionState,
    _ year: Int
  ) -> [(amount: Cents, scope: ScopedAwards.Scope)] {
    state.contracts.contracts.values.sorted { $0.draft.code < $1.draft.code }
      .compactMap { contract in
        guard let ceiling = contract.ceiling, let amount = ceiling.amount,
          let period = ceiling.period, period.first.year <= year, period.last.year >= year
        else { return nil }
        let scope = ScopedAwards.Scope(
          providers: Set(contract.draft.claimCodes),
          municipalities: Set(contract.draft.municipalities),
          products: Set(contract.draft.products),
          period: period
        )
        return (amount: amount, scope: scope)
      }
  }

  var total: Cents { Cents(months.reduce(Int64(0)) { $0 &+ $1.rawValue }) }

  /// What was awarded from January through each month.
  var cumulative: [Cents] { Self.addedUp(months) }

  /// The same of what was awarded under the ceilings.
  var cumulativeUnderCeilings: [Cents] { Self.addedUp(underCeilings) }

  private static func addedUp(_ months: [Cents]) -> [Cents] {
    var sum: Int64 = 0
    return months.map { month in
      sum &+= month.rawValue
      return Cents(sum)
    }
  }
}
