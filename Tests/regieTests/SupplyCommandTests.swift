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
}
