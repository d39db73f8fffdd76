/// A share or a growth, exact to a millionth: 2.65 % is 26,500.
///
/// Percentages of indices, weights and margins are decimal fractions; a binary fraction would turn
/// 0.1 into something else and a tariff into a discussion.
///
/// - Dutch term: percentage
package struct Rate: Hashable, Comparable, Sendable {
  package let millionths: Int64

  package init(millionths: Int64) { self.millionths = millionths }

  package static var zero: Rate { Rate(millionths: 0) }
  /// The whole: 100 %.
  package static var whole: Rate { Rate(millionths: 1_000_000) }

  /// So many whole per cents.
  package static func percent(_ count: Int64) -> Rate {
    Rate(millionths: min(max(count, -1_000_000), 1_000_000) * 10_000)
  }

  package static func < (left: Rate, right: Rate) -> Bool { left.millionths < right.millionths }

  /// The sum, or nil when it does not fit.
  package func adding(_ other: Rate) -> Rate? {
    let (sum, overflow) = millionths.addingReportingOverflow(other.millionths)
    return overflow ? nil : Rate(millionths: sum)
  }
}

extension Rate {
  /// The part that one amount is of another, rounded to a millionth; nil when that is no number.
  package init?(_ part: Cents, of whole: Cents) {
    let (scaled, overflow) = part.rawValue.multipliedReportingOverflow(by: 1_000_000)
    guard !overflow, whole.rawValue > 0,
      let millionths = Rounding.halfUp(scaled, over: whole.rawValue)
    else { return nil }
    self.init(millionths: millionths)
  }

  /// This share of an amount, rounded once; nil when it does not fit.
  package func share(of amount: Cents) -> Cents? {
    amount.scaled(by: millionths, over: 1_000_000)
  }

  /// Reads a percentage with at most four decimals, with a comma or a point: `2,65`.
  package init?(percent text: some StringProtocol) {
    var digits = Substring(text)
    let isNegative = digits.first == "-"
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard (1...2).contains(parts.count), let whole = parts.first, (1...9).contains(whole.utf8.count)
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard (1...4).contains(fraction.utf8.count),
      (whole + fraction).utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let value = Int64(whole + fraction + String(repeating: "0", count: 4 - fraction.utf8.count))
    else { return nil }
    self.init(millionths: isNegative ? -value : value)
  }

  /// The percentage as Dutch readers write it: `2,65 %`, with at most four decimals.
  package var dutchText: String {
    let magnitude = millionths.magnitude
    let digits = String(magnitude % 10_000)
    var fraction = Substring(String(repeating: "0", count: 4 - digits.count) + digits)
    while fraction.last == "0" { fraction = fraction.dropLast() }
    let whole = (millionths < 0 ? "-" : "") + "\(magnitude / 10_000)"
    return whole + (fraction.isEmpty ? "" : "," + fraction) + " %"
  }
}
