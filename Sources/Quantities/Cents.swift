/// An amount of money in whole euro cents.
///
/// Money in Regie is always a whole number of cents and every calculation with it is checked: an
/// amount that does not fit is reported by `nil`, never wrapped and never a trap, because amounts
/// come from files that others wrote.
///
/// - Dutch term: bedrag (iWmo/iJw `LDT_Bedrag`, `LDT_TotaalBedrag`)
package struct Cents: Hashable, Comparable, Sendable {
  /// Cents; negative for an amount to be taken back.
  package let rawValue: Int64

  @inlinable
  package init(_ rawValue: Int64) { self.rawValue = rawValue }

  /// No money.
  @inlinable
  package static var zero: Cents { Cents(0) }

  @inlinable
  package static func < (left: Cents, right: Cents) -> Bool { left.rawValue < right.rawValue }
}

extension Cents {
  /// The sum, or nil when it does not fit in 64 bits.
  @inlinable
  package func adding(_ other: Cents) -> Cents? {
    let (sum, overflow) = rawValue.addingReportingOverflow(other.rawValue)
    return overflow ? nil : Cents(sum)
  }

  /// The difference, or nil when it does not fit in 64 bits.
  @inlinable
  package func subtracting(_ other: Cents) -> Cents? {
    let (difference, overflow) = rawValue.subtractingReportingOverflow(other.rawValue)
    return overflow ? nil : Cents(difference)
  }

  /// The amount times a whole number, or nil when it does not fit in 64 bits.
  @inlinable
  package func multiplied(by factor: Int64) -> Cents? {
    let (product, overflow) = rawValue.multipliedReportingOverflow(by: factor)
    return overflow ? nil : Cents(product)
  }

  /// The amount times `numerator / denominator`, rounded once, half away from zero.
  ///
  /// This is the rounding of the message standard ("half up, at the end of the calculation",
  /// iWmo 3.2 IV081): 9185 cents an hour times 425 minutes over 60 is 65060 cents.
  ///
  /// - Returns: nil when the denominator is not positive or the product does not fit in 64 bits.
  @inlinable
  package func scaled(by numerator: Int64, over denominator: Int64) -> Cents? {
    let (product, overflow) = rawValue.multipliedReportingOverflow(by: numerator)
    guard !overflow, let rounded = Rounding.halfUp(product, over: denominator) else { return nil }
    return Cents(rounded)
  }

  /// The amount in euros with two decimals and a point, for machines: `-1234.50`.
  package var decimalText: String {
    let magnitude = rawValue.magnitude
    let cents = magnitude % 100
    return (rawValue < 0 ? "-" : "") + "\(magnitude / 100)." + (cents < 10 ? "0" : "") + "\(cents)"
  }

  /// The amount as Dutch readers write it: `€ 1.234,50`, and `€ -1.234,50` when negative.
  package var dutchText: String {
    let magnitude = rawValue.magnitude
    let cents = magnitude % 100
    return "€ " + (rawValue < 0 ? "-" : "") + Cents.grouped(magnitude / 100, by: ".")
      + "," + (cents < 10 ? "0" : "") + "\(cents)"
  }

  /// The amount as English readers write it: `€1,234.50`, and `-€1,234.50` when negative.
  package var englishText: String {
    let magnitude = rawValue.magnitude
    let cents = magnitude % 100
    return (rawValue < 0 ? "-" : "") + "€" + Cents.grouped(magnitude / 100, by: ",")
      + "." + (cents < 10 ? "0" : "") + "\(cents)"
  }

  private static func grouped(_ value: UInt64, by separator: String) -> String {
    let digits = String(value)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return text
  }
}
