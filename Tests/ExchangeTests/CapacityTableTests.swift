import Commissioning
import Exchange
import Quantities
import Testing

@Suite("The file of reports on room and waiting, IM-08")
struct CapacityTableTests {
  private static let header =
    "kvk_nummer;gemeente;productcode;datum;vrije_plaatsen;wachttijd_dagen\n"

  private func contracts() throws -> ContractBook {
    var book = ContractBook()
    let draft = ContractDraft(
      code: try #require(ContractCode("c1")),
      provider: try #require(ChamberNumber("90000001")),
      claimCodes: [try #require(ProviderCode("99990101"))],
      municipalities: [try #require(MunicipalityCode("0983"))],
      products: [try #require(ProductCode("02A03"))],
      form: .openFramework,
      variant: .effort,
      start: try #require(CivilDate("2022-01-01")),
      pattern: try #require(TermPattern("3+1+1"))
    )
    for event in try book.decide(.conclude(draft), on: draft.start) { book.evolve(event) }
    return book
  }

  private func read(_ text: String) throws -> Result<[CapacityReport], ImportRefusal> {
    CapacityTable.read(
      Array(text.utf8),
      coverage: CoverageBook(),
      contracts: try contracts(),
      on: try #require(CivilDate("2022-06-30"))
    )
  }

  @Test("Right rows become reports, in any order of the columns; an empty cell is unknown")
  func right() throws {
    let rows = "90000001;0983;02A03;2022-06-01;3;14\n90000001;0983;02A03;2022-06-02;;7\n"
    let reports = try read(Self.header + rows).get()
    #expect(reports.map(\.freePlaces) == [3, nil])
    #expect(reports.map(\.waitingDays) == [14, 7])
    let turned =
      "datum,wachttijd_dagen,vrije_plaatsen,productcode,gemeente,kvk_nummer\n"
      + "2022-06-01,14,3,02A03,0983,90000001\n"
    #expect(try read(turned).get() == Array(reports.prefix(1)))
  }

  @Test("Every wrong line is named, and nothing of the file is taken")
  func wrong() throws {
    let rows = [
      "90000001;0983;02A03;2022-06-01;3;14",  // line 2 is right
      "9000001;0983;02A03;2022-06-01;3;14",
      "90000001;983;02A03;2022-06-01;3;14",
      "90000001;0983;;2022-06-01;3;14",
      "90000001;0983;02A03;1-6-2022;3;14",
      "90000001;0983;02A03;2022-06-03;-1;14",
      "90000001;0983;02A03;2022-06-03;3;1e9",
      "90000001;0983;02A03;2022-06-04;;",
      "90000001;0983;02A03;2022-07-01;3;14",
      "90000002;0983;02A03;2022-06-01;3;14",
      "90000001;0984;02A03;2022-06-01;3;14",
      "90000001;0983;02A03;2022-06-01;4;14",
      "90000001;0983;02A03;2022-06-05;100001;14",
      "90000001;0983;02A03",
      "90000001;0983;02A03;2022-06-06;99999999999999999999;1",
    ]
    guard case .failure(let refusal) = try read(Self.header + rows.joined(separator: "\n") + "\n")
    else {
      Issue.record("the file was taken")
      return
    }
    #expect(refusal.findings.map(\.line) == Array(3...16))
    let columns = refusal.findings.map { $0.column ?? "-" }
    #expect(
      columns == [
        "kvk_nummer", "gemeente", "productcode", "datum", "vrije_plaatsen", "wachttijd_dagen", "-",
        "-", "-", "-", "-", "-", "-", "vrije_plaatsen",
      ]
    )
    #expect(refusal.findings[10].text.hasPrefix("regel 2 is al een opgave van dezelfde dag"))
    #expect(refusal.findings.allSatisfy { $0.text != $0.english && $0.text.hasSuffix(".") })
  }

  @Test("A header with an unknown, double or missing column, and a file without rows, say so")
  func header() throws {
    for (text, count) in [
      ("kvk_nummer;gemeente\n", 4), (Self.header, 1), ("", 1),
      ("naam;" + Self.header, 1), ("datum;" + Self.header, 1), ("\u{FEFF}" + Self.header, 1),
    ] {
      guard case .failure(let refusal) = try read(text) else {
        Issue.record("\(text) was taken")
        continue
      }
      #expect(refusal.findings.count == count, "\(text)")
      #expect(refusal.findings.allSatisfy { $0.line == 1 })
    }
  }
}
