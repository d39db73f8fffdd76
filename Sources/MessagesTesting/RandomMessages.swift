import Generators
package import Messages
import Quantities

/// Makes messages that are valid by the schema and otherwise arbitrary.
///
/// They reach into the corners of the types: the longest texts, the largest numbers, characters
/// that XML reads otherwise, blanks at the ends. What they say makes no sense and mostly breaks the
/// rules of level 2.
package struct RandomMessages: Sendable {
  private var generator: SeededGenerator
  /// How many times a repeating element may stand in its parent.
  private let most: Int

  package init(seed: UInt64, atMost most: Int = 3) {
    generator = SeededGenerator(seed: seed)
    self.most = max(1, most)
  }

  /// The next message of a type.
  package mutating func next(_ type: MessageType) -> Message {
    var builder = MessageBuilder(type)
    fill(0, row: 0, &builder)
    return builder.build()
  }

  /// Fills an element that holds other elements and lives in a row.
  private mutating func fill(_ node: Int, row: Int, _ builder: inout MessageBuilder) {
    let grammar = builder.type.grammar
    for index in grammar.nodes[node].children {
      let child = grammar.nodes[index]
      guard child.required || generator.chance(percent: 60) else { continue }
      if child.repeats {
        for _ in 0..<Int.random(in: 1...most, using: &generator) {
          let row = builder.append(child.table, under: row)
          set(index, row, &builder)
        }
      } else {
        set(index, row, &builder)
      }
    }
  }

  private mutating func set(_ index: Int, _ row: Int, _ builder: inout MessageBuilder) {
    let node = builder.type.grammar.nodes[index]
    if let type = node.type, let field = node.field {
      builder.set(field, row, text: value(of: type))
    } else {
      if let field = node.field { builder.markPresent(field, row) }
      fill(index, row: row, &builder)
    }
  }
}

// MARK: - Values

extension RandomMessages {
  /// A value that a simple type allows, in its canonical form.
  package mutating func value(of type: SimpleType) -> String {
    if let fixed = type.fixed { return fixed }
    if let code = type.list?.entries.randomElement(using: &generator)?.code { return code }
    switch type.base {
    case .integer: return String(number(type.minimum, type.maximum))
    case .date: return date()
    case .time: return time()
    case .string: return string(type)
    }
  }

  private mutating func number(_ minimum: Int64, _ maximum: Int64) -> Int64 {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: minimum
    case 1: maximum
    case 2: min(maximum, minimum + Int64.random(in: 0...20, using: &generator))
    default: Int64.random(in: minimum...maximum, using: &generator)
    }
  }

  private mutating func date() -> String {
    let days: ClosedRange<Int32> =
      generator.chance(percent: 10) ? -700_000...2_900_000 : -25_000...30_000
    return CivilDate(dayNumber: Int32.random(in: days, using: &generator)).description
  }

  private mutating func time() -> String {
    let second = Int64.random(in: 0..<86_400, using: &generator)
    let part =
      generator.chance(percent: 20) ? Int64.random(in: 1..<1_000_000_000, using: &generator) : 0
    return CivilTime(nanoseconds: second * 1_000_000_000 + part).description
  }

  private mutating func string(_ type: SimpleType) -> String {
    switch type.pattern {
    case .digits4: return text(of: "0123456789", 4)
    case .digits8: return text(of: "0123456789", 8)
    case .digits9: return text(of: "0123456789", 9)
    case .digits: return text(of: "0123456789", length(type))
    case .letters: return text(of: "abzABZÀÉéøſỳ", length(type))
    case .alphanumeric: return text(of: "abzABZ0189", length(type))
    case .version: return (0..<3).map { _ in String(number(0, 120)) }.joined(separator: ".")
    case .nonblank: return visible(text(of: " aZ09é€<>&\"'.-]\u{1F600}\t", length(type)))
    case .somewhere: return visible(text(of: " aZ09é€<>&\"'.-]\u{1F600}\t\n\r", length(type)))
    case nil: return text(of: "aZ09<>&-/ ", length(type))
    }
  }

  private mutating func length(_ type: SimpleType) -> Int {
    let longest = min(type.maximum, 300)
    return Int(max(1, number(max(1, type.minimum), longest)))
  }

  private mutating func text(of characters: String, _ count: Int) -> String {
    let scalars = Array(characters.unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<count {
      text.append(scalars[Int.random(in: 0..<scalars.count, using: &generator)])
    }
    return String(text)
  }

  /// The text with something visible in it.
  private func visible(_ text: String) -> String {
    guard text.unicodeScalars.allSatisfy(\.properties.isWhitespace) else { return text }
    return "x" + String(text.unicodeScalars.dropFirst())
  }
}
