package import Commissioning
package import Quantities

/// What a line costs: the tariff it should name and the amount it should claim.
///
/// Rounding is half up, once, at the end of the calculation (iWmo/iJw 3.2 IV081).
package enum ClaimAmounts {}

/// The tariff that a line should name.
///
/// - Dutch term: ProductTarief (iWmo/iJw 3.2 TR418)
package enum ExpectedTariff: Hashable, Sendable {
  /// This tariff per claimed unit.
  case tariff(Cents)
  /// No tariff: the line is in euros (CD087, CS339).
  case none
  /// The contract prices another unit, and there is no conversion.
  case otherUnit(ClaimUnit)
  /// The contract's tariff is too large to count with.
  case overflow
}

/// The amount that a line should claim.
///
/// - Dutch term: IngediendBedrag (iWmo/iJw 3.2 TR346)
package enum ExpectedAmount: Hashable, Sendable {
  case amount(Cents)
  /// The line names no tariff, so there is nothing to multiply.
  case tariffMissing
  /// Volume and tariff are too large to count with.
  case overflow
}

extension ClaimAmounts {
  /// The tariff a line in this unit should name under a contract row (TR418).
  ///
  /// Minutes under an hourly tariff take a sixtieth of it, rounded. Hours under a tariff per minute
  /// take sixty of it, which is exact; the standard does not speak of that case. A row without a
  /// unit prices whatever unit is claimed.
  package static func tariff(for unit: ClaimUnit, under row: PriceRow) -> ExpectedTariff {
    if unit == .euro { return .none }
    let tariff: Cents?
    switch (unit, row.unit) {
    case (_, nil): tariff = row.tariff
    case (.minute, .hour): tariff = row.tariff.scaled(by: 1, over: 60)
    case (.hour, .minute): tariff = row.tariff.multiplied(by: 60)
    case (_, .some(let priced)):
      guard priced == unit else { return .otherUnit(priced) }
      tariff = row.tariff
    }
    return tariff.map { .tariff($0) } ?? .overflow
  }

  /// The amount a line should claim (TR346).
  ///
  /// Volume times the tariff of the line, except that minutes under an hourly tariff are priced
  /// from the unrounded hourly tariff, and that in euros the volume is the amount in cents.
  ///
  /// - Parameters:
  ///   - volume: whole units; cents when the unit is `euro`
  ///   - unit: the unit of the line
  ///   - tariff: the tariff that the line names
  ///   - row: the contract row that applies, when there is one
  /// - Returns: the amount, or why there is none.
  package static func amount(
    volume: Int64,
    unit: ClaimUnit,
    tariff: Cents?,
    under row: PriceRow?
  ) -> ExpectedAmount {
    if unit == .euro { return .amount(Cents(volume)) }
    let amount: Cents?
    if unit == .minute, let row, row.unit == .hour {
      amount = row.tariff.scaled(by: volume, over: 60)
    } else {
      guard let tariff else { return .tariffMissing }
      amount = tariff.multiplied(by: volume)
    }
    return amount.map { .amount($0) } ?? .overflow
  }
}
