/// A source of numbers that repeats itself for the same seed, so that a failing test can be run
/// again.
package struct SeededRandom: RandomNumberGenerator, Sendable {
  /// The seed it began with, for the message of a failing test.
  package let seed: UInt64
  private var state: UInt64

  package init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Whether something that happens in `part` of a hundred cases happens now.
  package mutating func happens(_ part: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < part
  }
}
