import Foundation
import Testing

/// `regie coverage`, `regie transition` and `regie suppliers` as a user runs them.
@Suite("regie coverage, transition and suppliers")
struct SupplyCommandTests {
  private func object(_ line: String) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
      "\(line)"
    )
  }

  @Test("Without contracts every product that is asked for is red, with what opens")
  func emptyMatrix() async throws {
    let region = try await TestRegion(["0983", "0984"])
    let show = ["coverage", "show", "--data", region.data, "--today", "2022-06-01"]
    let nothing = try await region.regie(show)
    #expect(nothing.text.contains("Er is niets te tonen"))
    let red = try await region.regie(show + ["--product", "02A03", "--group", "dg-a", "--json"])
    #expect(red.lines.count == 2)
    let cell = try object(red.lines[0])
    #expect(cell["colour"] as? String == "red" && cell["group"] as? String == "dg-a")
    #expect((cell["opens"] as? [String: Any])?["procedure"] as? String == "sas")
    #expect((cell["norm"] as? [String: Any])?["isAssumption"] as? Bool == true)
    let place = ["--municipality", "0983", "--product", "02A03", "--data", region.data]
    try await region.regie(["coverage", "open", "--today", "2022-06-02"] + place)
    let again = try await region.regie(
      ["coverage", "open", "--today", "2022-06-03"] + place,
      exits: 65
    )
    #expect(again.errorText.contains("al open sinds 2 juni 2022"))
    try await region.regie(
      ["coverage", "close", "--outcome", "geen inschrijving", "--today", "2022-09-01"] + place
    )
    try await region.verify()
  }

  @Test("IM-08: a file with wrong lines names them all and takes nothing")
  func badFile() async throws {
    let region = try await TestRegion(["0983"])
    let file = Scratch.path("capacity.csv")
    let text = """
      kvk_nummer;gemeente;productcode;datum;vrije_plaatsen;wachttijd_dagen
      9000;0983;02A03;2022-06-01;3;14
      90000001;0983;02A03;2022-06-01;3;14

      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let end = try await region.end()
    let command = ["coverage", "import", file, "--data", region.data, "--today", "2022-06-30"]
    let refused = try await region.regie(command, exits: 65)
    #expect(refused.errorText.contains("regel 2, kolom kvk_nummer: de waarde is ongeldig"))
    #expect(refused.errorText.contains("regel 3: Aanbieder 90000001 heeft hier geen contract"))
    let json = try await region.regie(command + ["--json", "--lang", "en"], exits: 65)
    let failure = try object(json.errorText)
    #expect((failure["findings"] as? [Any])?.count == 2)
    #expect(failure["code"] as? String == "coverage.refused")
    #expect(try await region.end() == end)
  }

  @Test("Norms, requirements and lines are kept with their source, and listed")
  func records() async throws {
    let region = try await TestRegion(["0983"])
    let data = ["--data", region.data, "--today", "2022-06-01"]
    let norm = ["coverage", "set-norm", "n1", "--from", "2022-01-01", "--waiting-weeks", "8"]
    try await region.regie(norm + data, exits: 64)
    try await region.regie(norm + ["--source", "003:474", "--minimum", "3"] + data, exits: 64)
    try await region.regie(norm + ["--source", "003:474"] + data)
    let norms = try await region.regie(["coverage", "norms", "--json"] + data)
    let written = try object(try #require(norms.lines.first))
    #expect(written["waiting"] as? String == "8 weken")
    #expect(written["basis"] as? String == "bron 003:474")
    try await region.regie(["coverage", "end-norm", "n1", "--last", "2023-12-31"] + data)

    let line = ["suppliers", "set-line", "02A03", "--assumption", "geen bron"]
    try await region.regie(line + ["--line", "3"] + data, exits: 64)
    try await region.regie(line + ["--line", "2"] + data)
    let lines = try await region.regie(["suppliers", "lines", "--data", region.data])
    #expect(lines.text == "02A03\t2\ttweede lijn\taanname: geen bron\n")

    let require = ["suppliers", "require", "vog", "--text", "VOG", "--clause", "eis 4.2"]
    try await region.regie(require + data)
    let untested = try await region.regie(["suppliers", "requirements"] + data)
    #expect(untested.text.contains("Eis vog heeft geen toets"))
    let test = ["suppliers", "test", "vog", "--provider", "90000001", "--finding", "gezien"]
    let refused = try await region.regie(test + ["--result", "voldoet"] + data, exits: 65)
    #expect(refused.errorText.contains("bron 003:187"))
    try await region.regie(test + ["--result", "prima"] + data, exits: 64)
    #expect(try await region.regie(["suppliers", "evaluations"] + data).text.isEmpty)
    #expect(try await region.regie(["suppliers", "forms", "--data", region.data]).text.isEmpty)
    try await region.regie(
      ["suppliers", "forms", "--segment", "x", "--data", region.data],
      exits: 65
    )
  }

  @Test("The transition answers without a strategy, and refuses what it does not know")
  func transition() async throws {
    let region = try await TestRegion(["0983"])
    let data = ["--data", region.data]
    let show = try await region.regie(
      ["transition", "show", "--from", "2021-12-31", "--to", "2022-01-01", "--json"] + data
    )
    #expect(try object(show.text)["affectedResidents"] as? Int == 0)
    let unknown = try await region.regie(
      ["transition", "show", "--from", "nl-pw-2022", "--to", "2022-01-01"] + data,
      exits: 64
    )
    #expect(unknown.errorText.contains("geen datum en geen vastgestelde strategie"))
    #expect(try await region.regie(["transition", "signals"] + data).text.isEmpty)
    #expect(try await region.regie(["transition", "rules"] + data).text.isEmpty)
    let adopt = ["transition", "adopt", "nl-pw-2022", "--municipality", "0983", "--product", "IAT"]
    let refused = try await region.regie(adopt + data, exits: 65)
    #expect(refused.errorText.contains("Strategie nl-pw-2022 is in deze regio niet bekend"))
    let name = ["--municipality", "0983", "--allocation", "7"]
    try await region.regie(["transition", "signal"] + name + data, exits: 66)
    let reason = ["transition", "reason", "nl-pw-2022", "--reason", "r"]
    try await region.regie(reason + name + data, exits: 65)
    try await region.regie(
      ["transition", "own-delivery", "99990109", "--name", "NLW", "--source", "001:28-31"] + data
    )
    try await region.verify()
  }

  // MARK: - A whole region

  private static let agreements: String = {
    let contracts = [
      ("oud-1", 1, "2019-01-01"), ("oud-2", 2, "2019-01-01"), ("nieuw-1", 1, "2022-01-01"),
      ("nieuw-3", 3, "2022-01-01"),
    ]
    let lines = contracts.flatMap { code, number, start in
      [
        "  - code: \(code)", "    aanbieder: \"9000000\(number)\"",
        "    agb: [\"9999010\(number)\"]", "    gemeenten: [\"0983\"]", "    producten: [IAT]",
        "    vorm: a", "    variant: inspanningsgericht", "    start: \(start)",
        "    looptijd: \"3\"", "    ontbinding_na_eerste_jaar: true",
      ]
    }
    return (["contracten:"] + lines).joined(separator: "\n") + "\n"
  }()

  private static let allocations = """
    wet;gemeente;aanbieder;client;toewijzing;besluitdatum;productcode;ingangsdatum;einddatum;\
    volume;eenheid;frequentie;budget_cent;toegekend_volume;toegekend_cent
    participatiewet;0983;99990102;K-1;1;2021-03-01;IAT;2021-03-01;2022-12-31;40;04;6;;0;0
    participatiewet;0983;99990102;K-2;2;2021-11-01;IAT;2021-11-01;2022-05-01;40;04;6;;0;0
    participatiewet;0983;99990101;K-3;3;2021-11-01;IAT;2021-11-01;2022-05-01;40;04;6;;0;0

    """

  private func file(_ name: String, _ text: String) throws -> String {
    let path = Scratch.path(name)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Venlo on the eve of 2022: the shipped strategy, contracts old and new, three allocations.
  private func venlo() async throws -> TestRegion {
    let region = TestRegion(existing: try Scratch.folder("region"))
    let strategy = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Strategies/noord-limburg-participatie-2022.yaml").path
    let data = ["--data", region.data, "--today", "2021-12-01"]
    try await region.regie(["init", "--data", region.data, "--strategy", strategy])
    let contracts = try file("contracts.yaml", Self.agreements)
    try await region.regie(["agreements", "conclude", contracts] + data)
    let allocations = try file("allocations.csv", Self.allocations)
    try await region.regie(["allocations", "import", allocations] + data)
    return region
  }

  @Test("001:48-85 who leaves, whom it touches, what signals, and the reason that is kept")
  func wholeTransition() async throws {
    let region = try await venlo()
    let data = ["--data", region.data]
    let show = try await region.regie(
      ["transition", "show", "--from", "2021-12-31", "--to", "nl-pw-2022", "--json"] + data
    )
    let difference = try object(show.text)
    #expect(difference["to"] as? String == "2022-01-01")
    #expect(difference["affectedResidents"] as? Int == 2)
    let changes = (difference["providers"] as? [[String: Any]])?.map { $0["change"] as? String }
    #expect(changes == ["blijft", "vertrekt", "nieuw"])
    let rules = try await region.regie(["transition", "rules"] + data)
    #expect(rules.lines.count == 7 && rules.text.contains("bron 001:54-55"))
    #expect(try await region.regie(["transition", "signals"] + data).text.isEmpty)
    let adopt = ["transition", "adopt", "nl-pw-2022", "--municipality", "0983", "--product", "IAT"]
    try await region.regie(adopt + ["--from", "2021-10-19", "--today", "2021-12-01"] + data)
    let signals = try await region.regie(["transition", "signals"] + data)
    #expect(signals.lines.count == 1)
    #expect(signals.text.hasPrefix("0983/2\tnl-pw-2022\tpw-o2\tAanbieder 99990102"))
    #expect(signals.text.contains("Inschrijven kan vanaf 1 april 2022."))
    for (number, text) in [("1", "wordt afgemaakt"), ("3", "In orde")] {
      let name = ["--municipality", "0983", "--allocation", number]
      let signal = try await region.regie(["transition", "signal"] + name + data)
      #expect(signal.text.contains(text))
    }
    let name = ["--municipality", "0983", "--allocation", "2", "--today", "2021-12-02"]
    let reason = ["transition", "reason", "nl-pw-2022", "--reason"]
    let refused = try await region.regie(reason + ["voor 999991012"] + name + data, exits: 65)
    #expect(refused.errorText.contains("burgerservicenummer"))
    try await region.regie(reason + ["geen ander aanbod"] + name + data)
    #expect(try await region.regie(["transition", "signals", "--open"] + data).text.isEmpty)
    try await region.verify()
  }

  @Test("003:474-482 reports of a file colour the matrix, and a first year is evaluated")
  func wholeCoverage() async throws {
    let region = try await venlo()
    let data = ["--data", region.data]
    let reports = try file(
      "capacity.csv",
      """
      kvk_nummer;gemeente;productcode;datum;vrije_plaatsen;wachttijd_dagen
      90000001;0983;IAT;2022-02-01;4;14
      90000003;0983;IAT;2022-02-01;0;20

      """
    )
    try await region.regie(["coverage", "import", reports, "--today", "2022-02-02"] + data)
    let show = ["coverage", "show", "--municipality", "0983", "--json"] + data
    func colour(_ day: String) async throws -> String? {
      let shown = try await region.regie(show + ["--today", day])
      return try object(shown.text)["colour"] as? String
    }
    #expect(try await colour("2022-02-02") == "green")
    #expect(try await colour("2022-01-31") == "amber")
    #expect(try await colour("2022-06-01") == "amber")
    #expect(try await colour("2025-06-01") == "red")
    let forms = try await region.regie(
      ["suppliers", "forms", "--segment", "pw-s2", "--today", "2022-02-02"] + data
    )
    #expect(forms.text.contains("90000001") && forms.text.contains("geen opgave"))
    let evaluate = ["suppliers", "evaluate", "nieuw-3", "--results", "bleven uit"]
    let lag = ["--progress", "bleef uit", "--results-lag", "--progress-lags"]
    try await region.regie(evaluate + lag + ["--today", "2022-06-01"] + data, exits: 65)
    try await region.regie(evaluate + lag + ["--today", "2022-12-15"] + data)
    let standing = try await region.regie(
      ["suppliers", "evaluations", "--today", "2022-12-16"] + data
    )
    #expect(standing.text.contains("ontbinden-kan"))
    try await region.verify()
  }
}
