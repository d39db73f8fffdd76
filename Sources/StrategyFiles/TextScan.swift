import Landscape
import Rules

/// Looks at the bytes of a file before the parser does, for what could make the parser itself slow.
///
/// An anchor that is used as a key grows tenfold with every level when keys are compared, and deep
/// nesting costs stack; both are refused on sight. A file with an anchor or an alias alone goes to
/// the parser, which knows for sure.
struct TextScan {
  private(set) var findings: [StrategyFinding] = []

  /// The deepest indentation of a line, list marks included.
  private static let maximumIndent = 100

  init(_ bytes: [UInt8]) {
    var anchors: [TextPlace] = []
    var aliases: [TextPlace] = []
    var line = 1
    var column = 0
    var indent = true
    var previous = UInt8(ascii: "\n")
    for (index, byte) in bytes.enumerated() {
      if byte & 0xC0 != 0x80 { column += 1 }
      let place = TextPlace(line: line, column: column)
      let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: "\n")
      if TextScan.opens(previous), !TextScan.isBlank(next) {
        if byte == UInt8(ascii: "&") { anchors.append(place) }
        if byte == UInt8(ascii: "*") { aliases.append(place) }
      }
      if indent, !TextScan.indents(byte) {
        indent = false
        if column > TextScan.maximumIndent, byte != UInt8(ascii: "\n") {
          findings.append(
            StrategyReader.finding(
              "SF01",
              place,
              BilingualText(
                "Deze regel springt te ver in om te lezen.",
                "This line is indented too far to be read."
              )
            )
          )
        }
      }
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 0
        indent = true
      }
      previous = byte
    }
    guard !anchors.isEmpty, !aliases.isEmpty else { return }
    for place in (anchors + aliases).sorted().prefix(20) {
      findings.append(
        StrategyReader.finding(
          "SF11",
          place,
          BilingualText(
            "Ankers (&) en verwijzingen (*) zijn niet toegestaan. Schrijf het uit, of zet tekst die "
              + "zo begint tussen aanhalingstekens.",
            "Anchors (&) and aliases (*) are not allowed. Write it out, or put text that begins "
              + "like this in quotation marks."
          )
        )
      )
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Whether a new value may begin behind a byte.
  private static func opens(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
      || byte == UInt8(ascii: ",")
  }

  /// Whether a byte may be part of what a line begins with.
  private static func indents(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: ":")
  }
}
