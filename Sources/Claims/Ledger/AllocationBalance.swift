package import Commissioning
package import Quantities

/// What was approved on one allocation and not taken back.
package struct AllocationBalance: Hashable, Sendable {
  /// The volumes, each in the unit in which limits are counted.
  package var volumes: CountedVolumes
  /// The part of the hours and minutes that was claimed in minutes.
  package var minutes: Int64
  /// The delivered volumes as they were written, whatever their unit.
  package var delivered: Int64
  package var amount: Cents
  /// The number of approved debits that stand.
  package var standingLines: Int32

  package init(
    volumes: CountedVolumes = CountedVolumes(),
    minutes: Int64 = 0,
    delivered: Int64 = 0,
    amount: Cents = .zero,
    standingLines: Int32 = 0
  ) {
    self.volumes = volumes
    self.minutes = minutes
    self.delivered = delivered
    self.amount = amount
    self.standingLines = standingLines
  }
}

extension AllocationBalance {
  /// Adds an approved line, or takes it back with sign -1.
  ///
  /// Numbers of messages are far too small to wrap; nothing that stands in a journal may trap.
  mutating func book(_ written: Int64, _ unit: ClaimUnit, _ cents: Cents, sign: Int64) {
    let counted = sign &* (VolumeMeasure.counted(written, unit) ?? 0)
    volumes[unit] &+= counted
    if unit == .minute { minutes &+= counted }
    delivered &+= sign &* written
    amount = Cents(amount.rawValue &+ sign &* cents.rawValue)
  }

  /// Adds what another balance holds, but for the number of lines.
  mutating func add(_ other: AllocationBalance) {
    for unit in CountedVolumes.units { volumes[unit] &+= other.volumes[unit] }
    minutes &+= other.minutes
    delivered &+= other.delivered
    amount = Cents(amount.rawValue &+ other.amount.rawValue)
  }

  /// What counts against the allocated volume for a line in a unit (TR322).
  package func usedVolume(for unit: ClaimUnit, _ settings: ContractSettings) -> Int64 {
    guard VolumeMeasure.countedUnit(unit) == .minute else { return volumes[unit] }
    switch settings.minutesAndHours {
    case .summedInMinutes: return volumes[unit]
    case .separately: return unit == .minute ? minutes : volumes[unit] &- minutes
    }
  }

  /// What counts against the budget (TR369): amounts, or volumes as the rule says literally.
  package func usedBudget(_ settings: ContractSettings) -> Cents {
    switch settings.budgetCounting {
    case .amounts: amount
    case .volumes: Cents(delivered)
    }
  }
}

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
