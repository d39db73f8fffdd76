/// The one rounding that money knows.
package enum Rounding {
  /// `numerator / denominator` to the nearest whole number, halves away from zero.
  ///
  /// - Returns: nil when the denominator is not positive.
  @inlinable
  package static func halfUp(_ numerator: Int64, over denominator: Int64) -> Int64? {
    guard denominator > 0 else { return nil }
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    // Compare without doubling, which could overflow: |remainder| >= denominator - |remainder|.
    let magnitude = Int64(remainder.magnitude)
    guard magnitude > 0, magnitude >= denominator - magnitude else { return quotient }
    return numerator < 0 ? quotient - 1 : quotient + 1
  }
}

extension Rounding {
  /// The same for products that do not fit in 64 bits on the way.
  ///
  /// - Returns: nil when the denominator is not positive or the result does not fit in 64 bits.
  package static func halfUp(_ numerator: Int128, over denominator: Int128) -> Int64? {
    guard denominator > 0 else { return nil }
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let magnitude = remainder < 0 ? -remainder : remainder
    let isUp = magnitude > 0 && magnitude >= denominator - magnitude
    return Int64(exactly: isUp ? (numerator < 0 ? quotient - 1 : quotient + 1) : quotient)
  }
}
