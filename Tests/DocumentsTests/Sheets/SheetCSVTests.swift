import Documents
import Generators
import Quantities
import Testing

/// CSV for people (IM-03).
@Suite("Sheet as CSV")
struct SheetCSVTests {
  @Test("A list is these bytes, with the mark of UTF-8 and lines that end in CR LF")
  func golden() throws {
    let day = try #require(CivilDate("2025-03-31"))
    let sheet = Sheet(
      title: "Aanbieders",
      columns: ["Naam", "Cliënten", "Bedrag", "Vanaf", "Aandeel", "Leeg"],
      rows: [
        [
          .text("De Brug; \"Oost\""), .number(1_234), .euros(Cents(-123_456)), .date(day),
          .permille(-5), .none,
        ],
        [.text("Zon, maan"), .number(-7)],
      ]
    )
    let text =
      "Naam;Cliënten;Bedrag;Vanaf;Aandeel;Leeg\r\n"
      + "\"De Brug; \"\"Oost\"\"\";1234;\"-1234,56\";2025-03-31;\"-0,5%\";\r\n"
      + "\"Zon, maan\";-7;;;;\r\n"
    #expect(Array(sheet.csv.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(String(decoding: sheet.csv.dropFirst(3), as: UTF8.self) == text)
  }

  @Test(
    "IM-03: a text that a spreadsheet would run has an apostrophe before it",
    arguments: [
      "=1+1", "+31 6", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "\0x", "\u{FF1D}1", "\u{FF0B}1",
      "\u{FF0D}1", "\u{FF20}x", " =1", "\u{A0}=1", "\u{200B}=1", "\u{FEFF}-1",
    ]
  )
  func formulas(text: String) {
    #expect(SpreadsheetText.guarded(text) == "'" + text)
  }

  @Test(
    "IM-03: other texts stay as they are",
    arguments: ["", "Jan", "'t Huis", "a=b", "1-2", " x", "é", "3+1+1"]
  )
  func plain(text: String) {
    #expect(SpreadsheetText.guarded(text) == text)
  }

  @Test("IM-03: what was written is read back, whatever the texts")
  func roundTrip() throws {
    let seed = SeededGenerator.freshSeed()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let width = random.number(1...5)
      let rows = (0..<random.number(0...6)).map { _ in
        (0..<width).map { _ in Self.value(&random) }
      }
      let columns = (0..<width).map { "kolom \($0)" }
      let sheet = Sheet(title: "proef", columns: columns, rows: rows)
      let read = try #require(CSVReader.rows(Array(sheet.csv.dropFirst(3))), "seed \(seed)")
      let expected = [columns] + rows.map { $0.map(\.plainText) }
      #expect(read == expected, "seed \(seed)")
    }
  }

  private static func value(_ random: inout SeededGenerator) -> Sheet.Value {
    switch random.number(0...6) {
    case 0: return .number(Int64(bitPattern: random.next()))
    case 1: return .euros(Cents(Int64(bitPattern: random.next())))
    case 2: return .permille(random.number(-1_000...1_000))
    case 3: return .none
    default:
      let scalars: [Unicode.Scalar] = [
        "a", "\"", ";", ",", "\r", "\n", "\t", "=", "+", "'", " ", "é", "\u{FF1D}", "\u{1F600}",
      ]
      var text = String.UnicodeScalarView()
      for _ in 0..<random.number(0...8) { text.append(scalars[random.number(0...13)]) }
      return .text(String(text))
    }
  }
}

/// A reader of CSV after RFC 4180 that knows nothing of the writer.
private enum CSVReader {
  /// The rows, or nil when a quote is where it may not be.
  static func rows(_ bytes: [UInt8]) -> [[String]]? {
    var (rows, row, field): ([[String]], [String], [UInt8]) = ([], [], [])
    var index = 0
    func at(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }
    while index < bytes.count {
      if field.isEmpty, bytes[index] == 0x22 {
        index += 1
        while at(index) != 0x22 || at(index + 1) == 0x22 {
          guard index < bytes.count else { return nil }
          index += at(index) == 0x22 ? 1 : 0
          field.append(bytes[index])
          index += 1
        }
        index += 1
        guard at(index) == 0x3B || at(index) == 0x0D else { return nil }
      } else if bytes[index] == 0x3B {
        row.append(String(decoding: field, as: UTF8.self))
        field = []
        index += 1
      } else if bytes[index] == 0x0D, at(index + 1) == 0x0A {
        row.append(String(decoding: field, as: UTF8.self))
        rows.append(row)
        (row, field) = ([], [])
        index += 2
      } else if bytes[index] == 0x22 {
        return nil
      } else {
        field.append(bytes[index])
        index += 1
      }
    }
    return row.isEmpty && field.isEmpty ? rows : nil
  }
}
