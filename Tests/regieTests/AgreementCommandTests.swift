import Foundation
import Testing

/// `regie providers` and `regie agreements` as a user runs them.
@Suite("regie providers and regie agreements")
struct AgreementCommandTests {
  /// A provider, a contract with a tariff of its own, and a tariff of its lot.
  static let file = """
    aanbieders:
      - kvk: "90000001"
        naam: Zorg Voorbeeld
        agb:
          - {code: "99990101", vanaf: 2020-01-01}
        profiel: Begeleiding thuis
    contracten:
      - code: c1
        aanbieder: "90000001"
        agb: ["99990101"]
        perceel: regionaal
        gemeenten: ["0344"]
        producten: [02A03, 02A05]
        vorm: a
        variant: inspanningsgericht
        start: 2022-01-01
        looptijd: 3+1+1
        motivering: langdurig partnerschap
        plafond_mogelijk: true
        ontbinding_na_eerste_jaar: true
        tarieven:
          - {product: 02A03, prijs_cent: 6150, eenheid: "04", vanaf: 2022-01-01, bron: "004:20"}
    tarieven:
      - {perceel: regionaal, product: 02A05, prijs_cent: 5000, eenheid: "04", vanaf: 2022-01-01}

    """

  static func write(_ text: String, _ name: String = "agreements.yaml") throws -> String {
    let path = Scratch.path(name)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func region() async throws -> TestRegion {
    let region = try await TestRegion(["0344"])
    try await region.regie(
      ["agreements", "conclude", try Self.write(Self.file), "--data", region.data]
        + ["--today", "2021-07-01"]
    )
    return region
  }

  private func objects(_ finished: Finished) throws -> [[String: Any]] {
    try finished.lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test("conclude, list, show, prices and providers say what stands in the file")
  func concluding() async throws {
    let region = try await region()
    let data = ["--data", region.data]
    let list = try objects(
      try await region.regie(["agreements", "list", "--json", "--today", "2022-06-01"] + data)
    )
    #expect(list.map { $0["contract"] as? String } == ["c1"])
    #expect(list[0]["state"] as? String == "gecontracteerd")
    #expect(list[0]["maximumEnd"] as? String == "2026-12-31")
    let show = try objects(
      try await region.regie(
        ["agreements", "show", "c1", "--json", "--today", "2022-06-01"] + data
      )
    )
    #expect(
      (show[0]["tariffs"] as? [[String: Any]])?.map { $0["priceCents"] as? Int } == [6150, 5000]
    )
    let text = try await region.regie(["agreements", "show", "c1", "--today", "2022-06-01"] + data)
    #expect(text.text.contains("verlenging aankondigen [contractstandaard"))
    let prices = try objects(try await region.regie(["agreements", "prices", "--json"] + data))
    #expect(prices.map { $0["tarief_cent"] as? Int } == [6150, 5000])
    #expect(prices.allSatisfy { $0["aanbieder"] as? String == "99990101" })
    let providers = try objects(
      try await region.regie(["providers", "list", "--json", "--today", "2022-06-01"] + data)
    )
    #expect(providers[0]["contracts"] as? [String] == ["c1"])
    let one = try objects(
      try await region.regie(["providers", "show", "90000001", "--json"] + data)
    )
    #expect(one[0]["profile"] as? String == "Begeleiding thuis")
    try await region.regie(["providers", "show", "90000009"] + data, exits: 66)
    try await region.verify()
  }

  @Test("The same file again changes nothing, and a refused one takes nothing over")
  func wholeFiles() async throws {
    let region = try await region()
    let end = try await region.end()
    let again = try await region.regie(
      ["agreements", "conclude", try Self.write(Self.file), "--data", region.data]
        + ["--today", "2021-07-02"]
    )
    #expect(again.text.contains("4 van 4 stonden al zo vast."))
    let broken = Self.file.replacing("code: c1", with: "code: c2")
      .replacing("prijs_cent: 5000", with: "prijs_cent: 5100")
      .replacing(
        "90000001\"\n    agb: [",
        with: "90000001\"\n    kleur: rood\n    agb: ["
      )
      .replacing("vorm: a", with: "vorm: z").replacing("[\"0344\"]", with: "[0344]")
    let refused = try await region.regie(
      ["agreements", "conclude", try Self.write(broken), "--data", region.data, "--json"],
      exits: 65
    )
    let object = try #require(
      try JSONSerialization.jsonObject(with: refused.errors) as? [String: Any]
    )
    let findings = try #require(object["findings"] as? [[String: Any]])
    // The tariff of the lot reads well and would be ambiguous: that is told at once as well.
    #expect(findings.map { $0["column"] as? String } == ["kleur", "gemeenten", "vorm", nil])
    #expect(findings.map { $0["line"] as? Int } == [10, 13, 15, 25])
    // Well written, but the tariff of the lot would be ambiguous: the contract is not taken either.
    let clash = Self.file.replacing("code: c1", with: "code: c2")
      .replacing("prijs_cent: 5000", with: "prijs_cent: 5100")
    let ambiguous = try await region.regie(
      ["agreements", "conclude", try Self.write(clash), "--data", region.data]
        + ["--today", "2021-07-02"],
      exits: 65
    )
    #expect(ambiguous.errorText.contains("regel 24: "), "\(ambiguous.errorText)")
    #expect(try await region.end() == end)
  }

  private typealias Step = (day: String, words: [String], said: String)

  /// A life of the contract, with what is said of each step.
  private static func steps(_ file: String) -> [Step] {
    [
      ("2022-02-01", ["add-part", "c1", "--file", file], "addendum add-1 is toegevoegd"),
      (
        "2022-02-01",
        [
          "amend", "c1", "--subject", "rapportage", "--text", "Per kwartaal.", "--from",
          "2022-03-01", "--ground", "wijziging-van-de-standaard",
        ],
        "gewijzigd vanaf 1 maart 2022"
      ),
      ("2022-03-01", ["stop-intake", "ask", "c1", "--from", "2022-04-01"], "cliëntenstop"),
      ("2022-03-02", ["stop-intake", "answer", "c1", "--allow"], "toegestaan"),
      ("2022-05-01", ["stop-intake", "lift", "c1"], "opgeheven"),
      ("2022-07-01", ["ceiling", "announce", "c1", "--from", "2023-01-01"], "aangekondigd"),
      (
        "2022-10-01",
        ["ceiling", "decide", "c1", "--amount", "10000000", "--through", "2023-12-31"],
        "€ 100.000,00"
      ),
      ("2022-11-01", ["ceiling", "plan", "c1"], "gezamenlijke plan"),
      ("2022-12-15", ["review", "c1", "--year", "1", "--good"], "contractjaar 1 is goed"),
      ("2023-06-01", ["ceiling", "warn", "c1", "--used", "7000000"], "€ 70.000,00"),
      ("2023-06-10", ["ceiling", "talk", "c1"], "gesprek"),
      ("2023-06-20", ["ceiling", "settle", "c1"], "blijft gelijk"),
      (
        "2023-07-01",
        [
          "continuity", "c1", "--solvency", "15", "--equity", "100", "--revenue", "10000",
          "--result", "500",
        ],
        "stap 3 van 6"
      ),
      (
        "2023-12-01",
        [
          "index", "c1", "--into", "2024", "--ova", "2024=4,0", "--ppc", "2024=2,0", "--ova",
          "2023=3,0/3,5", "--ppc", "2023=2,0/2,0",
        ],
        "1 januari 2024 € 64,11"
      ),
      ("2024-06-01", ["extend", "c1"], "verlengd tot en met 31 december 2025"),
      (
        "2025-01-01",
        ["terminate", "c1", "--ground", "wederzijds-goedvinden", "--effective", "2025-06-30"],
        "opgezegd tegen 30 juni 2025"
      ),
    ]
  }

  @Test("Every action on a contract is a command, and refuses in its own words")
  func actions() async throws {
    let region = try await region()
    let file = try Self.write(
      "{code: add-1, soort: addendum, titel: Vervoer, vanaf: 2022-06-01}",
      "part.yaml"
    )
    for step in Self.steps(file) {
      let done = try await region.regie(
        ["agreements"] + step.words + ["--data", region.data, "--today", step.day]
      )
      #expect(done.text.contains(step.said), "\(step.words): \(done.text)")
    }
    let refused: [(words: [String], code: String)] = [
      (["extend", "c1", "--by", "opdrachtnemer"], "refused.contract.alreadyTerminated"),
      (["stop-intake", "lift", "c1"], "refused.contract.noStopRunning"),
      (["ceiling", "talk", "c9"], "refused.contract.unknown"),
    ]
    for (words, code) in refused {
      let finished = try await region.regie(
        ["agreements"] + words + ["--data", region.data, "--today", "2025-01-02", "--json"],
        exits: 65
      )
      #expect(finished.errorText.contains(code), "\(finished.errorText)")
    }
    try await region.verify()
  }

  @Test("alerts name the clause, and a day decides which there are")
  func alerts() async throws {
    let region = try await region()
    let words = ["agreements", "alerts", "--data", region.data, "--today", "2024-06-20"]
    let found = try objects(try await region.regie(words + ["--json"]))
    #expect(found.map { $0["duty"] as? String }.contains("verlenging-aankondigen"))
    #expect(found.allSatisfy { ($0["clause"] as? String)?.isEmpty == false })
    let text = try await region.regie(words)
    #expect(text.text.contains("[contractstandaard: verlenging"))
  }
}
