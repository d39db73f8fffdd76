package import Quantities

/// Volumes kept apart by the unit in which they are counted (`VolumeMeasure`).
///
/// An allocation keeps its unit: another unit asks for another number (iWmo/iJw 3.2 OP257,
/// OP033x1). No rule refuses a version that changes it all the same, and allocations without a
/// volume take lines in every unit of the contract. Pieces cannot be added to hours, so what was
/// claimed in another unit never counts against a volume.
package struct CountedVolumes: Hashable, Sendable {
  /// The units in which volumes are counted: hours are counted in minutes.
  package static let units: [ClaimUnit] = [
    .minute, .fullDay, .halfDay, .outputPiece, .euro, .effortPiece,
  ]

  private var minutes: Int64 = 0
  private var fullDays: Int64 = 0
  private var halfDays: Int64 = 0
  private var outputPieces: Int64 = 0
  private var cents: Int64 = 0
  private var effortPieces: Int64 = 0

  package init() {}

  /// Adds what others hold, unit by unit; numbers that a journal holds may wrap, never trap.
  mutating func add(_ other: CountedVolumes) {
    minutes &+= other.minutes
    fullDays &+= other.fullDays
    halfDays &+= other.halfDays
    outputPieces &+= other.outputPieces
    cents &+= other.cents
    effortPieces &+= other.effortPieces
  }

  /// What is counted together with a unit: for hours and for minutes the same number of minutes.
  package subscript(unit: ClaimUnit) -> Int64 {
    get {
      switch unit {
      case .minute, .hour: minutes
      case .fullDay: fullDays
      case .halfDay: halfDays
      case .outputPiece: outputPieces
      case .euro: cents
      case .effortPiece: effortPieces
      }
    }
    set {
      switch unit {
      case .minute, .hour: minutes = newValue
      case .fullDay: fullDays = newValue
      case .halfDay: halfDays = newValue
      case .outputPiece: outputPieces = newValue
      case .euro: cents = newValue
      case .effortPiece: effortPieces = newValue
      }
    }
  }
}
