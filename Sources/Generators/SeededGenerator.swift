/// A small random generator that repeats itself for the same seed (SplitMix64).
///
/// Tests print their seed when they fail, so that the failure can be had again.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  /// The seed it began with.
  package let seed: UInt64
  private var state: UInt64

  package init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  /// A seed that was never used before, for a run that prints it when it fails.
  package static func freshSeed() -> UInt64 {
    var system = SystemRandomNumberGenerator()
    return system.next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension SeededGenerator {
  /// Bytes without any order.
  package mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<max(0, count)).map { _ in UInt8(truncatingIfNeeded: next()) }
  }

  /// A number from a range.
  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// True once in so many times.
  package mutating func chance(in times: Int) -> Bool { number(1...max(1, times)) == 1 }

  /// True in so many of a hundred cases.
  package mutating func chance(percent: Int) -> Bool { number(0...99) < percent }
}
