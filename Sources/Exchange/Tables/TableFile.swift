package import Commissioning
import Rules

/// A table in a text file: a header and rows of cells, with the line each row begins on.
///
/// Strict on purpose: a table that another program reads differently would import other prices
/// than the sender sees. UTF-8 without a byte order mark; tab, semicolon or comma, whichever the
/// header uses; quotes as in RFC 4180; lines end with LF or CR LF. Findings never repeat what is in
/// a cell, because someone may hand in a list of residents by mistake.
package struct TableFile: Equatable, Sendable {
  package let separator: Separator
  package let header: [String]
  /// The rows below the header, each with as many cells as the header.
  package let rows: [Row]

  /// What stands between two cells.
  package enum Separator: UInt8, CaseIterable, Sendable {
    case tab = 0x09
    case semicolon = 0x3B
    case comma = 0x2C
  }

  /// One row of cells.
  package struct Row: Equatable, Sendable {
    /// The line the row begins on, counted from one.
    package let line: Int
    package let cells: [String]
    /// Where the row stands in the bytes, its line end included.
    package let range: Range<Int>
  }

  /// The largest file that is read.
  package static var maximumByteCount: Int { 64 * 1024 * 1024 }

  /// The most rows below the header that are read.
  package static var maximumRowCount: Int { 1_000_000 }

  /// The most findings that are given; further ones are counted.
  package static var maximumFindingCount: Int { 1000 }
}

// MARK: - Reading

extension TableFile {
  /// Reads a table, or says everything that is wrong with its form.
  package static func read(_ bytes: [UInt8]) -> Result<TableFile, ImportRefusal> {
    let (table, findings) = readRightRows(bytes)
    guard let table, findings.isEmpty else { return .failure(ImportRefusal(limited(findings))) }
    return .success(table)
  }

  /// The rows whose form is right, and everything that is wrong with the form of the others.
  ///
  /// So the contents of the right rows can be judged as well, and one file gives all its findings.
  /// There is no table without a header on the first line.
  static func readRightRows(_ bytes: [UInt8]) -> (table: TableFile?, findings: [ImportFinding]) {
    if let finding = encodingFinding(bytes) { return (nil, [finding]) }
    var scanner = TableScanner(bytes, separator: separator(of: bytes))
    let lines = scanner.scan()
    var findings = scanner.findings
    guard let first = lines.first, first.line == 1 else {
      if findings.isEmpty {
        let finding = ImportFinding(
          line: 1,
          column: nil,
          text: "het bestand is leeg. Zet er een kopregel in.",
          english: "the file is empty. Put a header line in it."
        )
        findings.append(finding)
      }
      return (nil, findings)
    }
    var rows: [Row] = []
    for row in lines.dropFirst() {
      if row.cells.count == first.cells.count {
        rows.append(row)
      } else {
        findings.append(widthFinding(row, expected: first.cells.count))
      }
    }
    return (TableFile(separator: scanner.separator, header: first.cells, rows: rows), findings)
  }

  /// The first findings in order of line, and how many there are more.
  static func limited(_ findings: [ImportFinding]) -> [ImportFinding] {
    guard findings.count > maximumFindingCount else { return findings }
    let ordered = ImportRefusal(findings).findings
    let rest = findings.count - maximumFindingCount
    return ordered.prefix(maximumFindingCount) + [
      ImportFinding(
        line: ordered[maximumFindingCount].line,
        column: nil,
        text: "vanaf hier zijn er nog \(rest) bevindingen. Verbeter eerst die erboven.",
        english: "there are \(rest) more findings from here. Mend those above first."
      )
    ]
  }

  private static func widthFinding(_ row: Row, expected: Int) -> ImportFinding {
    ImportFinding(
      line: row.line,
      column: nil,
      text: """
        deze regel heeft \(CountedNoun.cell.text(row.cells.count).dutch) en de \
        kop heeft er \(expected). \
        Laat lege cellen staan en zet een cel met een scheidingsteken erin tussen aanhalingstekens.
        """,
      english: """
        this line has \(CountedNoun.cell.text(row.cells.count).english) and the \
        header has \(expected). Leave empty cells in place, and quote a cell that holds a separator.
        """
    )
  }

  /// What makes the file unreadable as text: size, byte order mark or another encoding.
  private static func encodingFinding(_ bytes: [UInt8]) -> ImportFinding? {
    func finding(_ line: Int, _ dutch: String, _ english: String) -> ImportFinding {
      ImportFinding(line: line, column: nil, text: dutch, english: english)
    }
    if bytes.count > maximumByteCount {
      return finding(
        1,
        "het bestand is groter dan 64 MB. Verdeel het over kleinere bestanden.",
        "the file is larger than 64 MB. Divide it over smaller files."
      )
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return finding(
        1,
        "het bestand begint met een byte order mark. Bewaar het als UTF-8 zonder BOM.",
        "the file begins with a byte order mark. Save it as UTF-8 without one."
      )
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return finding(
        1,
        "het bestand is UTF-16. Bewaar het als UTF-8 zonder BOM.",
        "the file is UTF-16. Save it as UTF-8 without a byte order mark."
      )
    }
    guard let place = invalidUTF8(bytes) else { return nil }
    let line = bytes[..<place].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    return finding(
      line,
      "hier staat een teken dat geen UTF-8 is. Bewaar het bestand als UTF-8.",
      "there is a character here that is not UTF-8. Save the file as UTF-8."
    )
  }

  private static func invalidUTF8(_ bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return min(error.byteOffsets.lowerBound, bytes.count)
    }
  }

  /// The separator that the header uses most, outside quotes; a tab wins a tie.
  private static func separator(of bytes: [UInt8]) -> Separator {
    var counts = [0, 0, 0]
    var quoted = false
    for byte in bytes {
      if byte == 0x22 { quoted.toggle() }
      if byte == 0x0A, !quoted { break }
      guard !quoted, let separator = Separator(rawValue: byte) else { continue }
      switch separator {
      case .tab: counts[0] += 1
      case .semicolon: counts[1] += 1
      case .comma: counts[2] += 1
      }
    }
    let most = counts.max() ?? 0
    return Separator.allCases[counts.firstIndex(of: most) ?? 0]
  }
}
