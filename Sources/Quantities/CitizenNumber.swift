/// The national personal number of a resident.
///
/// It never stands in the journal, in a log, in an error message or in a file name: only the vault
/// and the messages themselves hold it. It therefore has no `description` that shows the digits.
///
/// - Dutch term: burgerservicenummer, BSN (Wabb; iWmo/iJw `LDT_BurgerServicenummer`)
package struct CitizenNumber: Hashable, Sendable {
  /// The nine digits as one number.
  package let number: UInt32

  /// Reads exactly nine ASCII digits; anything else is nil.
  ///
  /// Whether they pass the check is a separate question, `passesElevenTest`.
  package init?(digits text: some StringProtocol) {
    guard text.utf8.count == 9 else { return nil }
    var value: UInt32 = 0
    for byte in text.utf8 {
      let digit = byte &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + UInt32(digit)
    }
    number = value
  }

  /// The number, or nil when it has more than nine digits.
  package init?(number: some BinaryInteger) {
    guard let value = UInt32(exactly: number), value < 1_000_000_000 else { return nil }
    self.number = value
  }

  /// Whether the digits pass the eleven test.
  ///
  /// Weights 9 to 2 and minus 1; the sum must be divisible by 11 (iWmo/iJw CS002). Passing says
  /// nothing about whose number it is (Wabb article 12).
  @inlinable
  package var passesElevenTest: Bool {
    var rest = number
    var sum = -Int(rest % 10)
    for weight in 2...9 {
      rest /= 10
      sum += weight * Int(rest % 10)
    }
    return sum % 11 == 0 && number != 0
  }

  /// The nine digits, leading zeros included: only for the vault and for messages.
  package var digits: String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 9 - text.count)) + text
  }
}

extension CitizenNumber: CustomStringConvertible, CustomReflectable {
  /// A fixed word, so that a number cannot slip into a log by interpolation.
  package var description: String { "(BSN)" }

  /// Shows nothing, for the same reason.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
