import Claims
import Journal
import Quantities
import Rules

/// What the result file says of one row.
struct ResultLine: Sendable {
  let isApproved: Bool
  /// With its sign: negative for a credit.
  let claimed: Cents
  let awarded: Cents
  let codes: [String]
  let rules: [String]
  let text: String
  /// Where `claims explain` finds the receipt.
  let receipt: String

  init(_ explanation: LineExplanation, _ position: Position, _ row: Int) {
    isApproved = explanation.isApproved
    claimed = explanation.line.signedAmount
    awarded = isApproved ? claimed : .zero
    let failures = explanation.failures
    codes = failures.compactMap { $0.code?.description }
    rules = failures.map(\.id.description)
    text = failures.map { ClaimTexts.sentence($0.id, $0.compared, .dutch) }.joined(separator: " ")
    receipt = "\(position).\(row + 1)"
  }
}

/// The answer to a table of deliveries: the same table, with the verdict behind every row.
enum ResultTable {
  /// The columns that are added.
  static let columns = [
    "oordeel", "toegekend_cent", "codes", "regels", "toelichting", "bewijs",
  ]

  /// Writes the table; the same table and verdicts give the same bytes.
  static func write(_ table: TableFile, _ lines: [Int32: ResultLine]) -> [UInt8] {
    var bytes: [UInt8] = []
    append(table.header + columns, table.separator, to: &bytes)
    for row in table.rows {
      guard let line = lines[Int32(truncatingIfNeeded: row.line)] else { continue }
      let verdict = [
        line.isApproved ? "goedgekeurd" : "afgekeurd", "\(line.awarded.rawValue)",
        line.codes.joined(separator: " "), line.rules.joined(separator: " "), line.text,
        line.receipt,
      ]
      append(row.cells + verdict, table.separator, to: &bytes)
    }
    return bytes
  }

  private static func append(
    _ cells: [String],
    _ separator: TableFile.Separator,
    to bytes: inout [UInt8]
  ) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(separator.rawValue) }
      let special: Set<UInt8> = [separator.rawValue, 0x22, 0x0A, 0x0D]
      guard cell.utf8.contains(where: { special.contains($0) }) else {
        bytes += cell.utf8
        continue
      }
      bytes.append(0x22)
      for byte in cell.utf8 {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    }
    bytes.append(0x0A)
  }
}
