import Foundation
import Testing

/// `regie strategy` as a user runs it.
@Suite("regie strategy")
struct StrategyCommandTests {
  private static let names = [
    "noord-limburg-wmo-2022", "noord-limburg-jeugd-2022", "noord-limburg-participatie-2022",
    "lekstroom-wmo-ib-2022", "lekstroom-wmo-ozr-2015",
  ]

  private func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Strategies/\(name).yaml").path
  }

  @Test("check: all shipped files are good, in words and as JSON")
  func check() async throws {
    let files = Self.names.map(path)
    let text = try await Program.run(["strategy", "check"] + files)
    #expect(text.status == 0)
    #expect(text.lines.filter { $0.contains(": goed; fouten: 0,") }.count == 5)
    let json = try await Program.run(["strategy", "check", "--json"] + files)
    #expect(json.status == 0)
    #expect(json.lines.count == 5)
    for line in json.lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["valid"] as? Bool == true)
      #expect((object?["findings"] as? [Any])?.isEmpty == false)
    }
  }

  @Test("check: an error gives 65 and the place; a file that is absent 66; no file 64")
  func faults() async throws {
    let broken = Scratch.path("strategy.yaml")
    try Data("schema: 1\nkleur: rood\n".utf8).write(to: URL(fileURLWithPath: broken))
    let check = try await Program.run(["strategy", "check", broken])
    #expect(check.status == 65)
    #expect(check.text.contains("\(broken):2:1: fout SF02"))
    #expect(try await Program.run(["strategy", "show", broken]).status == 65)
    #expect(try await Program.run(["strategy", "check", broken + ".no"]).status == 66)
    #expect(try await Program.run(["strategy", "check"]).status == 64)
  }

  @Test("show, diff and letter answer, and show and diff as JSON too")
  func answers() async throws {
    let files = [path("lekstroom-wmo-ozr-2015"), path("lekstroom-wmo-ib-2022")]
    let show = try await Program.run(["strategy", "show", files[1]])
    #expect(show.status == 0 && show.text.contains("Leveranciersmanagement"))
    let diff = try await Program.run(["strategy", "diff"] + files)
    #expect(
      diff.status == 0 && diff.text.contains("de bekostiging gaat van P x Q naar maandtarief")
    )
    let letter = try await Program.run(["strategy", "letter", files[1]])
    #expect(letter.status == 0 && letter.text.hasSuffix("</html>\n"))
    for arguments in [["show", files[1]], ["diff"] + files, ["letter", files[1]]] {
      let json = try await Program.run(["strategy"] + arguments + ["--json"])
      #expect(json.status == 0 && json.lines.count == 1)
      _ = try JSONSerialization.jsonObject(with: json.output)
    }
  }
}
