package import Quantities

/// What someone asks about coverage.
package enum CoverageCommand: Hashable, Sendable {
  /// Takes in reports of providers, all of them or none.
  case report([CapacityReport])
  case setNorm(CoverageNorm)
  case endNorm(Label<CoverageNorm>, last: CivilDate)
  /// Opens supplementary contracting for a place that is red.
  case open(CoverageCell)
  case close(CoverageCell, outcome: String)
}

/// Something that happened about coverage.
package enum CoverageEvent: Hashable, Sendable {
  case reported([CapacityReport])
  case normSet(CoverageNorm)
  case normEnded(Label<CoverageNorm>, last: CivilDate)
  /// Supplementary contracting was opened, with what was found on that day.
  case opened(CoverageCell, on: CivilDate, SupplementaryProcedure, why: [String])
  case closed(CoverageCell, on: CivilDate, outcome: String)
}
