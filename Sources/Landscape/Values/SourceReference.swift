/// A place in a source: a line of a document, an article of an act, or a public source as a whole.
///
/// Written as `PREFIX:PLACE`, where the prefix is one of the sources that the strategy file lists:
/// `004:32`, `002:269-271`, `Wmo:2.5.1`, or a prefix alone.
///
/// - Dutch term: bronverwijzing
package struct SourceReference: Hashable, Sendable, CustomStringConvertible {
  package let prefix: String
  /// The line, the lines or the article; nil for the source as a whole.
  package let place: String?

  /// Reads a reference; nil when it has no prefix, an empty place or blanks.
  package init?(_ text: String) {
    guard !text.isEmpty, !text.contains(where: \.isWhitespace) else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard !parts[0].isEmpty, parts.count == 1 || !parts[1].isEmpty else { return nil }
    prefix = String(parts[0])
    place = parts.count == 2 ? String(parts[1]) : nil
  }

  package var description: String { prefix + (place.map { ":" + $0 } ?? "") }

  /// The first and last line, when the place is one line or a range of lines.
  package var lines: ClosedRange<Int>? {
    guard let place else { return nil }
    let parts = place.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), place.utf8.count <= 11,
      place.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let first = Int(parts[0]), let last = Int(parts[parts.count - 1]), first >= 1, first <= last
    else { return nil }
    return first...last
  }
}
