import Commissioning
import Exchange
import Generators
import Testing

func findings<Value>(_ result: Result<Value, ImportRefusal>) -> [ImportFinding] {
  if case .failure(let refusal) = result { return refusal.findings }
  return []
}

@Suite("TableFile")
struct TableFileTests {
  @Test(
    "Cells come back as they were written",
    arguments: [
      ("a\tb\n1\t2\n", [["1", "2"]]), ("a\tb\n1\t2", [["1", "2"]]),
      ("a;b\r\n1;2\r\n", [["1", "2"]]), ("a,b\n1,\n,2\n", [["1", ""], ["", "2"]]),
      ("a,b\n\"1,\"\"x\"\"\",\"\"\n", [["1,\"x\"", ""]]),
      ("a,b\n\"twee\nregels\",2\n3,4\n", [["twee\nregels", "2"], ["3", "4"]]),
      ("a;b\n1,5;één\n", [["1,5", "één"]]), ("a\tb\n1\t2\n\n\n", [["1", "2"]]),
      ("a,b\n\"1\",\"2\"", [["1", "2"]]), ("a,b\n1,\"\"", [["1", ""]]), ("a,b\n1,", [["1", ""]]),
      ("a\n1\n2\n", [["1"], ["2"]]), ("a\n\"\"\n\n", [[""]]), ("a\tb\n", []),
      ("\"a\"\t\"b\"\n1\t2\n", [["1", "2"]]),
    ]
  )
  func cells(text: String, expected: [[String]]) throws {
    let table = try TableFile.read(Array(text.utf8)).get()
    #expect(table.rows.map(\.cells) == expected)
    #expect(table.header == (table.header.count == 1 ? ["a"] : ["a", "b"]))
  }

  @Test("The separator is the one that the header uses most, outside quotes")
  func separators() throws {
    func separator(_ text: String) throws -> TableFile.Separator {
      try TableFile.read(Array(text.utf8)).get().separator
    }
    #expect(try separator("a\tb\n") == .tab)
    #expect(try separator("a;b,c;d\n") == .semicolon)
    #expect(try separator("a,b\n1;2;3;4,5\n") == .comma)
    #expect(try separator("\"a;;;\",b\n") == .comma)
    #expect(try separator("a\n") == .tab)
  }

  @Test("A row knows the line it begins on, also after a cell of several lines")
  func lineNumbers() throws {
    let table = try TableFile.read(Array("a,b\n1,\"x\ny\nz\"\n2,3\r\n4,5".utf8)).get()
    #expect(table.rows.map(\.line) == [2, 5, 6])
  }

  @Test(
    "What is not a strict table is refused with its line",
    arguments: [
      ("", 1, "leeg"), ("\n\n", 1, "leeg"), ("\u{FEFF}a,b\n", 1, "byte order mark"),
      ("a,b\n1\n", 2, "heeft 1 cel en de kop heeft er 2"), ("a,b\n1,2,3\n", 2, "heeft 3 cellen"),
      ("a,b\n1,x\"y\n", 2, "midden in een cel"), ("a,b\n1,\"y\"z\n", 2, "sluitende"),
      ("a,b\n1,2\n3,\"open\n4,5\n", 3, "niet gesloten"), ("a,b\n1,2\n\n3,4\n", 3, "leeg"),
      ("a,b\n1,\u{0}\n", 2, "stuurteken"), ("a,b\r1,2\r", 1, "stuurteken"),
      ("a,b\n1,\u{7F}\n", 2, "stuurteken"),
    ]
  )
  func refusals(text: String, line: Int, words: String) throws {
    let found = findings(TableFile.read(Array(text.utf8)))
    let finding = try #require(found.first)
    #expect(finding.line == line)
    #expect(finding.text.contains(words), "\(finding.text)")
    #expect(finding.text.hasSuffix("."))
  }

  @Test("Other encodings are refused, with the line of the first wrong byte")
  func encodings() {
    let latin = Array("a,b\n1,2\n1,caf".utf8) + [0xE9, 0x0A]
    #expect(findings(TableFile.read(latin)).map(\.line) == [3])
    #expect(findings(TableFile.read([0xFF, 0xFE, 0x61, 0x00]))[0].text.contains("UTF-16"))
    #expect(findings(TableFile.read([0xFE, 0xFF, 0x00, 0x61]))[0].text.contains("UTF-16"))
    #expect(findings(TableFile.read([0xC3])).map(\.line) == [1])
  }

  @Test("All faults are found, not only the first")
  func allFindings() {
    let text = "a,b\n1\nx\"y,2\n3,4\n5,\"6\"7\n8,9,10\n"
    #expect(findings(TableFile.read(Array(text.utf8))).map(\.line) == [2, 3, 5, 6])
  }

  @Test("Very many faults are counted instead of listed")
  func manyFindings() {
    let text = "a,b\n" + String(repeating: "1\n", count: 5000)
    let found = findings(TableFile.read(Array(text.utf8)))
    #expect(found.count == TableFile.maximumFindingCount + 1)
    #expect(found.last?.text.contains("nog 4000 bevindingen") == true)
  }

  @Test("A file over 64 MB is refused before it is read")
  func tooLarge() {
    let bytes = [UInt8](repeating: 0x61, count: TableFile.maximumByteCount + 1)
    #expect(findings(TableFile.read(bytes)).first?.text.contains("64 MB") == true)
  }

  @Test("Any cells written with quotes are read back", arguments: 1...20)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = ["a", "é", "\"", ",", ";", "\t", "\n", " ", "0", "\r\n", "\u{1F600}"]
    let width = Int.random(in: 2...5, using: &random)
    let separators = [",", ";", "\t"]
    let separator = separators[Int.random(in: 0..<3, using: &random)]
    var rows: [[String]] = []
    for _ in 0..<40 {
      rows.append(
        (0..<width).map { _ in
          (0..<Int.random(in: 0...6, using: &random))
            .map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }.joined()
        }
      )
    }
    let header = (0..<width).map { "k\($0)" }
    func quoted(_ cell: String) -> String {
      // Byte by byte: as a Character, CR LF would be one and hide nothing, but é may be two.
      var text = "\""
      for scalar in cell.unicodeScalars {
        if scalar == "\"" { text += "\"\"" } else { text.unicodeScalars.append(scalar) }
      }
      return text + "\""
    }
    let text = ([header] + rows).map { $0.map(quoted).joined(separator: separator) }
      .joined(separator: "\r\n")
    let table = try TableFile.read(Array(text.utf8)).get()
    #expect(table.header == header, "seed \(seed)")
    #expect(table.rows.map(\.cells) == rows, "seed \(seed)")
  }
}
