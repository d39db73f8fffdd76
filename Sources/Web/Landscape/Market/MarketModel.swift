import Landscape
import Quantities
import Region

/// The market of a year: who earns what, how concentrated it is, and who works where.
struct MarketModel: Sendable {
  let figures: MarketFigures
  let year: Int
  /// The years there is money of, in order.
  let years: [Int]
  /// The municipalities that the visitor may choose from.
  let municipalities: [MunicipalityCode]
  let municipality: MunicipalityCode?
  let laws: [PolicyLaw]
  let law: PolicyLaw?
  /// The limit below which a provider is in the long tail.
  let limit: Int

  static let (yearName, municipalityName, lawName, limitName) = (
    "jaar", "gemeente", "wet", "grens"
  )
  static let limits = [10, 25, 50]
  /// How many of the largest the tile tells of.
  static let largest = 10

  init(_ visit: Visit) {
    let state = visit.state
    years = state.marketYears
    let asked = visit.query[Self.yearName].flatMap { Int($0) }
    // Support is claimed after it was delivered, so the year of the day may still be empty.
    year =
      asked.flatMap { [years] in years.contains($0) ? $0 : nil }
      ?? years.last { $0 <= visit.validOn.year } ?? years.last ?? visit.validOn.year
    municipalities = (state.profile?.municipalities ?? []).filter { visit.reaches($0) }.sorted()
    municipality = visit.query[Self.municipalityName].flatMap { MunicipalityCode($0) }
      .flatMap { [municipalities] in municipalities.contains($0) ? $0 : nil }
    let known = Set(state.strategies.current.map(\.strategy.law))
    laws = PolicyLaw.allCases.filter { known.contains($0) }
    law = visit.query[Self.lawName].flatMap { PolicyLaw(rawValue: $0) }
    let limit = visit.query[Self.limitName].flatMap { Int($0) }
    self.limit = limit.flatMap { Self.limits.contains($0) ? $0 : nil } ?? Self.limits[0]
    figures = state.marketFigures(
      MarketQuestion(
        year: year,
        municipalities: municipality.map { [$0] } ?? Set(municipalities),
        law: law
      )
    )
  }

  /// The share of the largest together, in thousandths.
  var largestShare: Int { figures.permille(of: figures.largest(Self.largest)) }

  var tail: [MarketFigures.Provider] { figures.tail(below: limit) }

  /// The share of the long tail, in thousandths.
  var tailShare: Int {
    figures.permille(of: Cents(tail.reduce(Int64(0)) { $0 &+ $1.awarded.rawValue }))
  }

  /// Whether there is more than one municipality to compare.
  var comparesMunicipalities: Bool { municipality == nil && municipalities.count > 1 }
}
