package import Quantities

/// A fixed price per month for so much support per week.
///
/// A year has 52 weeks and 12 months, so a month has 13/3 weeks (003:391: 3 hours at € 40 is € 120
/// a week and € 520 a month).
///
/// - Dutch term: all-in maandtarief (003:391, 003:405-407)
package struct MonthPrice: Hashable, Sendable {
  package let minutesPerWeek: Int64
  package let hourPrice: Cents

  package init(minutesPerWeek: Int64, hourPrice: Cents) {
    self.minutesPerWeek = minutesPerWeek
    self.hourPrice = hourPrice
  }

  /// Thirteen weeks in three months.
  package static let weeksPerMonth: (numerator: Int64, denominator: Int64) = (13, 3)
}

extension MonthPrice {
  /// The price of a week, rounded once; nil when it does not fit.
  package var perWeek: Cents? { hourPrice.scaled(by: minutesPerWeek, over: 60) }

  /// The price of a month, rounded once from the hour price; nil when it does not fit.
  package var perMonth: Cents? {
    let (minutes, overflow) = minutesPerWeek.multipliedReportingOverflow(
      by: Self.weeksPerMonth.numerator
    )
    guard !overflow else { return nil }
    return hourPrice.scaled(by: minutes, over: 60 * Self.weeksPerMonth.denominator)
  }
}
