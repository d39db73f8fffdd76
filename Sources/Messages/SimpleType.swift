/// A simple type of the base schema: what one value in a message may look like.
///
/// - Dutch term: datatype (iWmo/iJw basisschema, `LDT_…`)
package struct SimpleType: Hashable, Sendable {
  /// The lexical kind; white space around integers, dates and times has no meaning, in strings it
  /// has.
  package enum Base: String, Hashable, Sendable {
    case string, integer, date, time
  }

  /// What the characters of a string must be; one case for each pattern of the standard.
  package enum Pattern: String, Hashable, Sendable {
    /// One line with at least one visible character: `.*[^\s].*`.
    case nonblank
    /// At least one visible character, line breaks allowed (`LDT_Commentaar`).
    case somewhere
    /// Only digits: `[0-9]*`.
    case digits
    /// Exactly 4, 8 or 9 digits.
    case digits4, digits8, digits9
    /// Letters from A to Z and the accented Latin letters (`LDT_Voorletters`).
    case letters
    /// Letters from A to Z and digits (`DeclaratieNummer` in a 323).
    case alphanumeric
    /// `n.n.n` without leading zeros (`LDT_Versie`).
    case version
  }

  /// The standard's own name, such as `LDT_Bedrag`.
  package let name: String
  package let base: Base
  /// Smallest value of an integer, or smallest number of characters of a string.
  package let minimum: Int64
  /// Largest value of an integer, or largest number of characters of a string.
  package let maximum: Int64
  package let pattern: Pattern?
  /// The only values, where the type has a list.
  package let list: CodeList?
  /// The only value, where the element has one.
  package let fixed: String?

  /// The same type with a fixed value or another pattern, as one element of a message demands it.
  func restricted(fixed: String?, pattern: Pattern?) -> SimpleType {
    SimpleType(
      name: name,
      base: base,
      minimum: minimum,
      maximum: maximum,
      pattern: pattern ?? self.pattern,
      list: list,
      fixed: fixed
    )
  }
}

extension SimpleType {
  /// How values of this type are kept in a message.
  package var storage: FieldStorage {
    switch base {
    case .integer: .integer
    case .date: .date
    case .time: .text
    case .string:
      if list != nil || fixed != nil || pattern == .digits4 || pattern == .digits8 {
        .code
      } else if pattern == .digits9 {
        .digits(9)
      } else {
        .text
      }
    }
  }
}

/// How the values of a field are kept: in a column of numbers, or in a column of text.
package enum FieldStorage: Hashable, Sendable {
  /// The number itself.
  case integer
  /// The day number of a `CivilDate`.
  case date
  /// Up to 8 ASCII characters packed in a number, see `PackedCode`.
  case code
  /// A text of so many digits, kept as the number; leading zeros come back in its text.
  case digits(Int)
  /// The bytes of the text.
  case text
  /// Whether an optional element without a value of its own is there.
  case presence
}
