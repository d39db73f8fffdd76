import Documents
import Foundation
import Quantities
import Testing

/// XLSX out (IM-04), read back by a program of somebody else.
@Suite("Sheet as XLSX")
struct SheetXLSXTests {
  @Test(
    "IM-04: texts are texts, amounts numbers, and nothing is a formula or a link",
    // Debian's python3-openpyxl reads the file back; Scripts/install-packages test installs it.
    .enabled(if: Spreadsheet.canRead)
  )
  func readBack() throws {
    let day = try #require(CivilDate("2025-03-31"))
    let early = try #require(CivilDate("1850-01-01"))
    let sheet = Sheet(
      title: "Proef & co",
      columns: ["Naam", "Getal", "Bedrag", "Dag", "Aandeel"],
      rows: [
        [.text("=1+1"), .number(1_234), .euros(Cents(-123_456)), .date(day), .permille(705)],
        [.text("https://voorbeeld.nl"), .number(.max), .euros(Cents(10)), .date(early), .none],
        [.text("mailto:a@voorbeeld.nl"), .number(0), .euros(Cents(.min)), .none, .permille(-1)],
        [.text("een\0twee"), .none, .euros(Cents(1)), .none, .none],
        [.text(String(repeating: "é", count: 40_000)), .text("007"), .none, .none, .none],
      ],
      notes: [Sheet.Note("Geldig op", "31 maart 2025")]
    )
    let made = Instant(milliseconds: 1_743_379_200_000)
    let cells = try Spreadsheet.cells(sheet.xlsx(made: made))
    #expect(
      Array(cells.prefix(26)) == [
        "Lijst A1 s Naam", "Lijst B1 s Getal", "Lijst C1 s Bedrag", "Lijst D1 s Dag",
        "Lijst E1 s Aandeel",
        "Lijst A2 s =1+1", "Lijst B2 n 1234", "Lijst C2 n -1234.56", "Lijst D2 d 2025-03-31",
        "Lijst E2 n 0.705",
        "Lijst A3 s https://voorbeeld.nl", "Lijst B3 s 9223372036854775807", "Lijst C3 n 0.1",
        "Lijst D3 s 1850-01-01",
        "Lijst A4 s mailto:a@voorbeeld.nl", "Lijst B4 n 0", "Lijst C4 s -92233720368547758.08",
        "Lijst E4 n -0.001",
        "Lijst A5 s een\u{FFFD}twee", "Lijst C5 n 0.01",
        "Lijst A6 s " + String(repeating: "é", count: 32_766) + "\u{2026}", "Lijst B6 s 007",
        "Toelichting A1 s Geldig op", "Toelichting B1 s 31 maart 2025",
        "links 0", "title Proef & co",
      ]
    )
  }

  @Test(
    "IM-04: a list without rows or columns is a file as well",
    .enabled(if: Spreadsheet.canRead)
  )
  func empty() throws {
    let sheet = Sheet(title: "", columns: [], rows: [])
    let cells = try Spreadsheet.cells(sheet.xlsx(made: Instant(milliseconds: 0)))
    #expect(cells.filter { $0.hasPrefix("Lijst") } == [])
  }

  @Test("A list that is longer than the format holds is refused")
  func tooLong() {
    let row: [Sheet.Value] = []
    let sheet = Sheet(
      title: "lang",
      columns: ["a"],
      rows: Array(repeating: row, count: Sheet.mostRows + 1)
    )
    #expect(throws: SheetFailure.tooManyRows(Sheet.mostRows + 1)) {
      try sheet.xlsx(made: Instant(milliseconds: 0))
    }
  }
}

/// Reads an XLSX file with Debian's own Python.
private enum Spreadsheet {
  private static let script = """
    import sys, openpyxl, datetime
    book = openpyxl.load_workbook(sys.argv[1])
    links = 0
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                links += 1 if cell.hyperlink else 0
                if cell.value is None: continue
                value = cell.value
                if isinstance(value, datetime.datetime): value = value.date().isoformat()
                print(f"{sheet.title} {cell.coordinate} {cell.data_type} {value}")
    print(f"links {links}")
    print(f"title {book.properties.title}")
    """

  static let canRead: Bool = (try? run(["-c", "import openpyxl"])) != nil

  static func cells(_ bytes: [UInt8]) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try run(["-c", script, file.path])
    return output.split(separator: "\n").map(String.init)
  }

  private struct Failed: Error {}

  private static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = arguments
    process.environment = ["PYTHONIOENCODING": "utf-8"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed() }
    return String(decoding: data, as: UTF8.self)
  }
}
