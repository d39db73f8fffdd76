import Commissioning
import Exchange
import Generators
import Quantities
import Testing

@Suite("ContractTable")
struct ContractTableTests {
  static let header =
    "gemeente,aanbieder,categorie,productcode,eenheid,tarief_cent,variant,ingangsdatum,einddatum"

  private func read(_ rows: String...) -> Result<[PriceLine], ImportRefusal> {
    ContractTable.read(Array(([Self.header] + rows).joined(separator: "\n").utf8))
  }

  @Test("A full row is read field by field")
  func fullRow() throws {
    let lines = try read(
      "0344,99990101,02,02A03,04,6240,inspanningsgericht,2020-01-01,2025-12-31"
    ).get()
    let first = try #require(CivilDate("2020-01-01"))
    let period = try #require(OpenPeriod(from: first, through: CivilDate("2025-12-31")))
    let row = PriceRow(
      municipality: MunicipalityCode("0344"),
      provider: ProviderCode("99990101"),
      category: ProductCategory("02"),
      code: ProductCode("02A03"),
      unit: .hour,
      tariff: Cents(6240),
      variant: .effort,
      period: period
    )
    #expect(lines == [PriceLine(line: 2, row: row)])
  }

  @Test("An empty cell means any, and no end; a line in euros may go without a tariff")
  func emptyCells() throws {
    let lines = try read(",,,,,100,,2020-01-01,", ",,02,,83,,outputgericht,2020-01-01,").get()
    let row = lines[0].row
    #expect(row.municipality == nil && row.provider == nil && row.category == nil)
    #expect(row.code == nil && row.unit == nil && row.variant == nil && row.period.last == nil)
    #expect(row.tariff == Cents(100) && row.specificity == 0)
    #expect(lines[1].row.tariff == .zero)
  }

  @Test("The columns may stand in any order")
  func anyOrder() throws {
    let text =
      "einddatum\tingangsdatum\tvariant\ttarief_cent\teenheid\tproductcode\tcategorie\taanbieder"
      + "\tgemeente\n\t2020-01-01\ttaakgericht\t5\t82\tX\t45\t99990303\t0363\n"
    let row = try #require(try ContractTable.read(Array(text.utf8)).get().first?.row)
    #expect(row.municipality == MunicipalityCode("0363") && row.code == ProductCode("X"))
    #expect(row.variant == .task && row.unit == .outputPiece && row.tariff == Cents(5))
  }

  @Test(
    "A broken cell is a finding with its line, its column and what to do",
    arguments: [
      ("344,,,,,1,,2020-01-01,", "gemeente"), (",9999010,,,,1,,2020-01-01,", "aanbieder"),
      (",9999010A,,,,1,,2020-01-01,", "aanbieder"), (",,2,,,1,,2020-01-01,", "categorie"),
      (",,39,,,1,,2020-01-01,", "categorie"), (",,00,,,1,,2020-01-01,", "categorie"),
      (",,,02A033,,1,,2020-01-01,", "productcode"), (",,, 02A0,,1,,2020-01-01,", "productcode"),
      (",,,,05,1,,2020-01-01,", "eenheid"), (",,,,4,1,,2020-01-01,", "eenheid"),
      (",,,,,,,2020-01-01,", "tarief_cent"), (",,,,04,,,2020-01-01,", "tarief_cent"),
      (",,,,,62.40,,2020-01-01,", "tarief_cent"), (",,,,,-1,,2020-01-01,", "tarief_cent"),
      (",,,,,+1,,2020-01-01,", "tarief_cent"), (",,,,,100000000,,2020-01-01,", "tarief_cent"),
      (",,,,,99999999999999999999,,2020-01-01,", "tarief_cent"),
      (",,,,,1,Inspanningsgericht,2020-01-01,", "variant"), (",,,,,1,,,", "ingangsdatum"),
      (",,,,,1,,01-01-2020,", "ingangsdatum"), (",,,,,1,,2025-02-29,", "ingangsdatum"),
      (",,,,,1,,2020-01-01,2020-13-01", "einddatum"),
      (",,,,,1,,2020-01-01,2019-12-31", "einddatum"),
      (",,,,83,1,inspanningsgericht,2020-01-01,", "eenheid"),
      (",,,,04,1,outputgericht,2020-01-01,", "eenheid"),
    ]
  )
  func brokenCells(row: String, column: String) throws {
    let found = findings(read(",,,,,1,,2019-01-01,2019-01-01", row))
    #expect(found.count == 1)
    let finding = try #require(found.first)
    #expect(finding.line == 3 && finding.column == column)
    #expect(finding.text.hasSuffix("."))
    #expect(finding.description.hasPrefix("regel 3, kolom \(column): "))
  }

  @Test("IM-08: all findings of all rows come at once, contradictions included")
  func allFindings() {
    let text = [
      Self.header, "344,x,,,,1,,2020-01-01,", ",,,,,1,,2020-01-01,", ",,,,,2,,2021-01-01,",
      ",,,,,,,,",
    ].joined(separator: "\n")
    let found = findings(ContractTable.readPriceList(Array(text.utf8)))
    #expect(found.map(\.line) == [2, 2, 4, 5, 5])
    #expect(found[2].text.hasPrefix("regel 3 en regel 4 gelden allebei op 2021-01-01"))
  }

  @Test("Unknown, double and missing columns are findings; rows are then not looked at")
  func headers() {
    let text = "gemeente,aanbieder,kosten,gemeente\nx,y,z,w\n"
    let found = findings(ContractTable.read(Array(text.utf8)))
    #expect(found.allSatisfy { $0.line == 1 })
    #expect(found.count == 9)
    #expect(found[0].text.hasPrefix("kolom 3 in de kop is niet bekend."))
    #expect(found[1].column == "gemeente" && found[1].text.contains("meer dan een keer"))
    #expect(found[2...].map(\.column).contains("einddatum"))
  }

  @Test("A file with only a header is refused, so that a list is never emptied by accident")
  func onlyHeader() {
    #expect(findings(read()).map(\.line) == [1])
  }

  @Test("A list of residents handed in by mistake is not repeated in the findings")
  func noPersonsInFindings() {
    let text = "999900006,Zwaluw,1950-01-01\n999900018,Merel,1960-01-01\n\"Specht\"x,1\n"
    let inHeader = findings(ContractTable.read(Array(text.utf8)))
    let inRows = findings(read("Zwaluw,999900006,Zwaluw,Zwaluw,Zwaluw,Zwaluw,Zwaluw,Zwaluw,Zwaluw"))
    #expect(!inHeader.isEmpty && inRows.count == 9)
    for finding in inHeader + inRows {
      for secret in ["Zwaluw", "Merel", "Specht", "9999000", "1950"] {
        #expect(!finding.description.contains(secret))
      }
    }
  }

  @Test("IM-06: mutated files never trap, and what is read obeys the rules", arguments: 1...40)
  func mutations(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let good = Array(
      (Self.header + "\n0344,99990101,02,02A03,04,6240,inspanningsgericht,2020-01-01,\n"
        + "\"0363\",,45,\"45,A\",83,,outputgericht,2024-02-29,2024-12-31\r\n").utf8
    )
    let pieces: [UInt8] = [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D, 0x00, 0x30, 0x39, 0xFF, 0xC3, 0x2D]
    for _ in 0..<150 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.removeSubrange(place...)
        case 3: bytes.insert(contentsOf: bytes[..<place], at: place)
        default:
          bytes.insert(pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
        }
      }
      switch ContractTable.readPriceList(bytes) {
      case .failure(let refusal):
        #expect(!refusal.findings.isEmpty, "seed \(seed)")
        #expect(refusal.findings.allSatisfy { $0.line >= 1 && $0.text.hasSuffix(".") })
      case .success(let list):
        #expect(list.count > 0, "seed \(seed)")
        #expect(list.lines.allSatisfy { (0...99_999_999).contains($0.row.tariff.rawValue) })
      }
    }
  }
}
