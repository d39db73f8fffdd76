/// Texts that must stay texts in a spreadsheet.
///
/// A name such as `=HYPERLINK(...)` from a message would otherwise run on the machine of whoever
/// opens the file (ASVS 1.2.10).
package enum SpreadsheetText {
  /// The text, with an apostrophe before it where a spreadsheet would take it for a formula.
  package static func guarded(_ text: String) -> String {
    looksLikeFormula(text) ? "'" + text : text
  }

  /// Whether it begins with `=`, `+`, `-`, `@`, one of these in full width, or a character that
  /// breaks a cell; blanks and invisible characters before it do not hide it.
  package static func looksLikeFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
      case "\t", "\r", "\n", "\0": return true
      default:
        let properties = scalar.properties
        guard properties.isWhitespace || properties.isDefaultIgnorableCodePoint else {
          return false
        }
      }
    }
    return false
  }
}
