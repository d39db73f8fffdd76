import Quantities

extension Sheet {
  /// The type of the file, for whoever receives it.
  package static let csvType = "text/csv; charset=utf-8"

  /// The table as CSV for people (IM-03): UTF-8 that says so with its first three bytes, because
  /// Excel reads it as an older code without them; semicolons, as Dutch Excel expects; amounts with
  /// a decimal comma; quoted after RFC 4180.
  ///
  /// A text that a spreadsheet would run as a formula has an apostrophe before it; a value that is
  /// typed as a number never has.
  package var csv: [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes.reserveCapacity(rows.count * columns.count * 12)
    Self.write(columns.map { .text($0) }, to: &bytes)
    for row in rows.indices {
      Self.write(columns.indices.map { value(row: row, column: $0) }, to: &bytes)
    }
    return bytes
  }

  private static func write(_ values: [Value], to bytes: inout [UInt8]) {
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      write(value.plainText, to: &bytes)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private static func write(_ field: String, to bytes: inout [UInt8]) {
    guard needsQuotes(field) else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ field: String) -> Bool {
    guard let first = field.utf8.first, let last = field.utf8.last else { return false }
    return first == 0x20 || last == 0x20
      || field.utf8.contains { byte in
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: ","): true
        default: byte < 0x20
        }
      }
  }
}

extension Sheet.Value {
  /// The value as CSV for people holds it, before it is quoted.
  package var plainText: String {
    switch self {
    case .text(let text): SpreadsheetText.guarded(text)
    case .number(let number): "\(number)"
    case .euros(let amount): amount.decimalText.withDecimalComma
    case .date(let date): date.description
    case .permille(let share):
      (share < 0 ? "-" : "") + "\(share.magnitude / 10),\(share.magnitude % 10)%"
    case .none: ""
    }
  }
}

extension String {
  fileprivate var withDecimalComma: String { String(map { $0 == "." ? "," : $0 }) }
}
