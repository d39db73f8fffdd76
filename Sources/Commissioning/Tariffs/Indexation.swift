package import Quantities

/// By which indices, and how, a tariff goes along with wages and prices.
///
/// - Dutch term: indexering (contractstandaard art. 3.2: OVA en PPC)
package struct Indexation: Hashable, Sendable {
  package let personnelWeight: Rate
  package let materialWeight: Rate
  package let basis: Basis

  /// The rule, or nil unless the two weights are not negative and make 100 %.
  package init?(personnel: Rate, material: Rate, basis: Basis) {
    guard personnel >= .zero, material >= .zero, personnel.adding(material) == .whole else {
      return nil
    }
    personnelWeight = personnel
    materialWeight = material
    self.basis = basis
  }

  /// Youth care: 90 % wages, 10 % prices.
  ///
  /// For the Wmo the standard leaves the weights open.
  package static let youth = Indexation(
    personnel: .percent(90),
    material: .percent(10),
    basis: .standard("artikel 3.2: jeugd 90 % OVA en 10 % PPC")
  )
}

/// What an index was expected to be and what it became, per year.
///
/// - Dutch term: OVA, PPC (prognose en definitief)
package struct IndexSeries: Hashable, Sendable {
  package private(set) var years: [Int: Year] = [:]

  /// One year of an index.
  package struct Year: Hashable, Sendable {
    package let prognosis: Rate
    package let final: Rate?

    package init(prognosis: Rate, final: Rate? = nil) {
      self.prognosis = prognosis
      self.final = final
    }
  }

  package init(_ years: [Int: Year] = [:]) { self.years = years }
}

/// The growth of tariffs from one year to the next, exact to a millionth of a millionth.
package struct IndexationStep: Hashable, Sendable {
  package let year: Int
  /// A rate times a weight: both in millionths.
  package let trillionths: Int64
  /// Whether the difference between prognosis and outcome of the year before is in it.
  package let isCorrected: Bool

  /// The growth, rounded to a millionth, to be shown.
  package var rate: Rate {
    Rate(millionths: Rounding.halfUp(trillionths, over: 1_000_000) ?? 0)
  }

  /// A price after the step, rounded once; nil when it does not fit.
  package func applied(to price: Cents) -> Cents? {
    let whole = Int128(1_000_000_000_000)
    let grown = Int128(price.rawValue) * (whole + Int128(trillionths))
    return Rounding.halfUp(grown, over: whole).map { Cents($0) }
  }
}

/// Why a step cannot be computed.
package enum IndexationGap: Error, Hashable, Sendable {
  case noPrognosis(index: String, year: Int)
  case noOutcome(index: String, year: Int)
  case doesNotFit

  package var text: String {
    switch self {
    case .noPrognosis(let index, let year):
      "Voor \(year) is geen prognose van \(index) bekend; vul die aan."
    case .noOutcome(let index, let year):
      "Van \(year) is \(index) nog niet definitief; de correctie is nog niet te berekenen."
    case .doesNotFit: "Deze percentages zijn te groot om mee te rekenen."
    }
  }
}

extension Indexation {
  /// The growth into a year: the prognosis of that year, and what the year before turned out to be
  /// more or less than its prognosis.
  ///
  /// In the first year after a new contract there is no correction (contractstandaard art. 3.2):
  /// the new price knew the outcome.
  package func step(
    into year: Int,
    personnel: IndexSeries,
    material: IndexSeries,
    firstContractYear: Int
  ) throws(IndexationGap) -> IndexationStep {
    let isCorrected = year > firstContractYear + 1
    var total: Int64 = 0
    for (name, series, weight) in [
      ("OVA", personnel, personnelWeight), ("PPC", material, materialWeight),
    ] where weight > .zero {
      let growth = try Self.growth(name, series, into: year, isCorrected: isCorrected)
      let (product, overflow) = growth.millionths.multipliedReportingOverflow(
        by: weight.millionths
      )
      let (sum, tooLarge) = total.addingReportingOverflow(product)
      guard !overflow, !tooLarge else { throw .doesNotFit }
      total = sum
    }
    return IndexationStep(year: year, trillionths: total, isCorrected: isCorrected)
  }

  private static func growth(
    _ name: String,
    _ series: IndexSeries,
    into year: Int,
    isCorrected: Bool
  ) throws(IndexationGap) -> Rate {
    guard let now = series.years[year] else { throw .noPrognosis(index: name, year: year) }
    guard isCorrected else { return now.prognosis }
    guard let before = series.years[year - 1] else {
      throw .noPrognosis(index: name, year: year - 1)
    }
    guard let final = before.final else { throw .noOutcome(index: name, year: year - 1) }
    let (difference, overflow) = final.millionths.subtractingReportingOverflow(
      before.prognosis.millionths
    )
    guard !overflow, let growth = now.prognosis.adding(Rate(millionths: difference)) else {
      throw .doesNotFit
    }
    return growth
  }
}
