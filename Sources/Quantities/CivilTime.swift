/// A time of the day, without a date and without a time zone.
///
/// Precise to the nanosecond; further decimals are cut off, since nobody allocates support twice
/// within one nanosecond.
///
/// - Dutch term: tijd (iWmo/iJw `LDT_Tijd`)
package struct CivilTime: Hashable, Comparable, Sendable {
  /// Nanoseconds since midnight; 86,400 × 10⁹ for `24:00:00`, which the schemas allow.
  package let nanoseconds: Int64

  package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  package static func < (left: CivilTime, right: CivilTime) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  /// Reads `hh:mm:ss` with any number of decimals; anything else is nil.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8, bytes[2] == 0x3A, bytes[5] == 0x3A else { return nil }
    func pair(_ index: Int) -> Int64? {
      let tens = bytes[index] &- 0x30
      let ones = bytes[index + 1] &- 0x30
      return tens < 10 && ones < 10 ? Int64(tens) * 10 + Int64(ones) : nil
    }
    guard let hours = pair(0), let minutes = pair(3), let seconds = pair(6),
      hours <= 24, minutes < 60, seconds < 60
    else { return nil }
    var fraction: Int64 = 0
    var isWhole = true
    if bytes.count > 8 {
      guard bytes[8] == 0x2E, bytes.count > 9 else { return nil }
      var scale: Int64 = 100_000_000
      for byte in bytes[9...] {
        let digit = byte &- 0x30
        guard digit < 10 else { return nil }
        fraction += Int64(digit) * scale
        isWhole = isWhole && digit == 0
        scale /= 10
      }
    }
    let value = ((hours * 60 + minutes) * 60 + seconds) * 1_000_000_000 + fraction
    // After 24:00:00 nothing follows, not even decimals that are too small to be kept.
    guard value < 86_400_000_000_000 || (value == 86_400_000_000_000 && isWhole) else {
      return nil
    }
    self.nanoseconds = value
  }
}

extension CivilTime: CustomStringConvertible {
  /// `hh:mm:ss`, with decimals only when there are any.
  package var description: String {
    let seconds = nanoseconds.magnitude / 1_000_000_000
    let fraction = nanoseconds.magnitude % 1_000_000_000
    return String(unsafeUninitializedCapacity: 18) { buffer in
      FixedDigits.put(seconds / 3600, width: 2, into: buffer, at: 0)
      buffer[2] = 0x3A
      FixedDigits.put(seconds / 60 % 60, width: 2, into: buffer, at: 3)
      buffer[5] = 0x3A
      FixedDigits.put(seconds % 60, width: 2, into: buffer, at: 6)
      guard fraction > 0 else { return 8 }
      buffer[8] = 0x2E
      FixedDigits.put(fraction, width: 9, into: buffer, at: 9)
      var count = 18
      while buffer[count - 1] == 0x30 { count -= 1 }
      return count
    }
  }
}
