package import Quantities

/// One place in the matrix: a product for a group of residents in a municipality.
///
/// - Dutch term: cel van de dekkingsmatrix (003:474-482)
package struct CoverageCell: Hashable, Sendable {
  package let municipality: MunicipalityCode
  /// The group by its code in the strategy; nil for everybody.
  package let targetGroup: String?
  package let product: ProductCode

  package init(municipality: MunicipalityCode, targetGroup: String?, product: ProductCode) {
    self.municipality = municipality
    self.targetGroup = targetGroup
    self.product = product
  }
}

extension CoverageCell: Comparable {
  package static func < (left: CoverageCell, right: CoverageCell) -> Bool {
    if left.municipality != right.municipality { return left.municipality < right.municipality }
    if left.targetGroup != right.targetGroup {
      return (left.targetGroup ?? "") < (right.targetGroup ?? "")
    }
    return left.product < right.product
  }
}

extension CoverageCell: CustomStringConvertible {
  /// `0321 dg-a 02A03`; a star stands for every group.
  package var description: String { "\(municipality) \(targetGroup ?? "*") \(product)" }
}

/// Whether there is enough offer.
///
/// - Dutch term: dekkend aanbod (003:474-482; `definitions.md` B.14)
package enum CoverageColour: Int, CaseIterable, Comparable, Hashable, Sendable {
  case green = 0
  case amber = 1
  case red = 2

  package static func < (left: CoverageColour, right: CoverageColour) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What one contracted provider offers in a place of the matrix on a day.
///
/// - Dutch term: aanbod van een gecontracteerde aanbieder
package struct CoverageOffer: Hashable, Sendable {
  package let provider: ChamberNumber
  package let takesClients: Bool
  /// The latest report on or before the day; nil when the provider never gave one.
  package let report: CapacityReport?
  /// Whether the report is too old to count on.
  package let isStale: Bool
  /// Whether the wait that it reports is longer than the norm; nil when no wait is known.
  package let isLate: Bool?

  /// The report, when it can be counted on.
  package var freshReport: CapacityReport? { isStale ? nil : report }
}

/// What was found for one place of the matrix, with the reason of its colour.
///
/// - Dutch term: bevinding in de dekkingsmatrix
package struct CoverageFinding: Hashable, Sendable {
  package let cell: CoverageCell
  package let colour: CoverageColour
  /// Why it has its colour; never empty, the weightiest first.
  package let reasons: [CoverageReason]
  /// The contracted providers, in order of their numbers.
  package let offers: [CoverageOffer]
  package let norm: CoverageNorm
  /// The procedure that opens when the place is red; nil when it is not.
  package let opens: SupplementaryProcedure?
  /// Since when that procedure is open, when somebody opened it.
  package let openedOn: CivilDate?
}

extension CoverageFinding {
  package var contracted: Int { offers.count }
  package var taking: Int { offers.count(where: \.takesClients) }

  /// The places that are reported free at providers that take clients; old reports do not count.
  package var freePlaces: Int {
    offers.reduce(0) { sum, offer in
      sum + (offer.takesClients ? offer.freshReport?.freePlaces ?? 0 : 0)
    }
  }

  /// The shortest wait that is reported by a provider that takes clients.
  package var shortestWait: Int? {
    offers.compactMap { $0.takesClients ? $0.freshReport?.waitingDays : nil }.min()
  }
}
