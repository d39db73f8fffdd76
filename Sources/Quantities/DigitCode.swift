/// A text of a fixed number of decimal digits, kept with its leading zeros.
package protocol DigitCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number of digits of every value.
  static var digitCount: Int { get }
  /// The digits read as one number; leading zeros are restored by `description`.
  var number: UInt32 { get }
  /// Takes over a number that is known to have at most `digitCount` digits.
  init(uncheckedNumber number: UInt32)
}

extension DigitCode {
  /// Reads exactly `digitCount` ASCII digits; anything else is nil.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    let number = text.withUTF8 { bytes -> UInt32? in
      guard bytes.count == Self.digitCount else { return nil }
      var value: UInt32 = 0
      for byte in bytes {
        let digit = byte &- 0x30
        guard digit < 10 else { return nil }
        value = value * 10 + UInt32(digit)
      }
      return value
    }
    guard let number else { return nil }
    self.init(uncheckedNumber: number)
  }

  /// The value for a number, or nil when the number has too many digits.
  package init?(number: some BinaryInteger) {
    var limit: UInt32 = 1
    for _ in 0..<Self.digitCount { limit *= 10 }
    guard let value = UInt32(exactly: number), value < limit else { return nil }
    self.init(uncheckedNumber: value)
  }

  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// The digits, leading zeros included.
  package var description: String {
    FixedDigits.text(UInt64(number), width: Self.digitCount)
  }
}
