import Journal

/// A small generator of random numbers from a seed, so that a failure can be had again.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Changes of a canonical document.
enum TreeMutation {
  /// The same document with about one in ten texts and numbers replaced.
  static func changedTexts(_ value: JSONValue, _ generator: inout SplitMix) -> JSONValue {
    switch value {
    case .string(let text):
      guard Int.random(in: 0..<10, using: &generator) == 0 else { return value }
      let pieces = ["é", "\"", "\\", "\u{0}", "\n", "e\u{301}", "x", " ", "😀"]
      return .string(text + (pieces.randomElement(using: &generator) ?? ""))
    case .integer(let number):
      guard Int.random(in: 0..<10, using: &generator) == 0 else { return value }
      return .integer(number / 2)
    case .array(let elements):
      return .array(elements.map { changedTexts($0, &generator) })
    case .object(let fields):
      return .object(
        fields.map { JSONValue.Field(key: $0.key, value: changedTexts($0.value, &generator)) }
      )
    case .null, .boolean: return value
    }
  }
}
