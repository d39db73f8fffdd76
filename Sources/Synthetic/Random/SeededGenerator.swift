/// A small generator of numbers that gives the same row for the same seed, on every machine.
///
/// SplitMix64 with our own ways to draw from it: the standard library may change how it turns
/// random bits into a range or a shuffle, and then the same seed would make another region.
package struct SeededGenerator: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// The generator for one part of a whole, independent of how much the other parts draw.
  package init(seed: UInt64, part: Int) {
    var mixer = SeededGenerator(
      seed: seed ^ UInt64(bitPattern: Int64(part)) &* 0xD6E8_FEB8_6659_FD93
    )
    state = mixer.next()
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

extension SeededGenerator {
  /// A number from 0 up to, not including, the bound; 0 when the bound is not positive.
  package mutating func below(_ bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in a closed range.
  package mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True in so many of a thousand draws.
  package mutating func chance(perMille: Int) -> Bool { below(1000) < perMille }

  /// One of the elements, or nil when there are none.
  package mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  /// Puts the elements in another order (Fisher and Yates).
  package mutating func shuffle<Element>(_ elements: inout [Element]) {
    var index = elements.count - 1
    while index > 0 {
      elements.swapAt(index, below(index + 1))
      index -= 1
    }
  }
}
