import Generators
import Journal

/// Changes of a canonical document.
enum TreeMutation {
  /// The same document with about one in ten texts and numbers replaced.
  static func changedTexts(_ value: JSONValue, _ generator: inout SeededGenerator) -> JSONValue {
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
