import Foundation
import Testing

/// `regie strategy adopt` and `regie init --strategy` as a user runs them.
@Suite("Adopting strategies")
struct StrategyAdoptTests {
  private func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Strategies/\(name).yaml").path
  }

  private var lekstroom: String { path("lekstroom-wmo-ib-2022") }
  private var hours: String { path("lekstroom-wmo-ozr-2015") }

  private func made(_ strategies: [String], exits status: Int32 = 0) async throws -> TestRegion {
    let region = TestRegion(existing: try Scratch.folder("region"))
    let files = strategies.flatMap { ["--strategy", $0] }
    try await region.regie(["init", "--data", region.data] + files, exits: status)
    return region
  }

  @Test("init takes the municipalities from the files, and adopts the earliest first")
  func beginning() async throws {
    let region = try await made([lekstroom, hours])
    let list = try await region.regie(["strategy", "list", "--data", region.data, "--json"])
    let codes = try list.lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?["strategy"] as? String
    }
    #expect(codes == ["lek-wmo-ozr-2015", "lek-wmo-ib-2022"])
    let show = try await region.regie(
      ["strategy", "show", "lek-wmo-ib-2022", "--data", region.data]
    )
    #expect(show.text == (try await Program.run(["strategy", "show", lekstroom])).text)
    let letter = try await region.regie(
      ["strategy", "letter", "lek-wmo-ib-2022", "--data", region.data]
    )
    #expect(letter.text.hasSuffix("</html>\n"))
    try await region.regie(["strategy", "show", "nl-pw-2022", "--data", region.data], exits: 66)
    let again = try await region.regie(
      ["strategy", "adopt", lekstroom, "--data", region.data],
      exits: 65
    )
    #expect(again.errorText.contains("verandert niets"))
  }

  @Test("init of files of two regions is refused and leaves nothing behind")
  func clash() async throws {
    let region = try await made([lekstroom, path("noord-limburg-wmo-2022")], exits: 65)
    #expect(!FileManager.default.fileExists(atPath: region.data))
    #expect(!FileManager.default.fileExists(atPath: region.key))
    // With a municipality of one of the two the other file is still of another region.
    try await region.regie(
      ["init", "--data", region.data, "--gemeente", "0344", "--strategy", lekstroom],
      exits: 65
    )
    #expect(!FileManager.default.fileExists(atPath: region.data))
    try await region.regie(["init", "--data", region.data, "--strategy", lekstroom])
  }

  @Test("A change that running contracts feel is shown, and written only with --yes")
  func consent() async throws {
    let region = try await made([lekstroom])
    let segment = try #require(
      try String(contentsOfFile: lekstroom, encoding: .utf8)
        .firstMatch(of: /segmenten:\n  - code: ([a-z0-9-]+)/)
    )
    let contract = AgreementCommandTests.file
      .replacing(
        "perceel: regionaal\n    gemeenten: [\"0344\"]",
        with: "perceel: \(segment.1)\n    gemeenten: [\"0321\"]"
      )
    try await region.regie(
      ["agreements", "conclude", try AgreementCommandTests.write(contract), "--data", region.data]
        + ["--today", "2021-07-01"]
    )
    let text = try String(contentsOfFile: lekstroom, encoding: .utf8)
    let changed = try AgreementCommandTests.write(
      text.replacing(segment.1, with: "anders"),
      "changed.yaml"
    )
    let end = try await region.end()
    let words = ["strategy", "adopt", changed, "--data", region.data, "--today", "2022-02-01"]
    let shown = try await region.regie(words + ["--json"], exits: 77)
    let object = try JSONSerialization.jsonObject(with: shown.output) as? [String: Any]
    #expect(object?["adopted"] as? Bool == false)
    let touched = object?["contracts"] as? [[String: Any]]
    #expect(touched?.first?["contract"] as? String == "c1")
    #expect(touched?.first?["changes"] as? [String] == ["het segment vervalt"])
    #expect(shown.errorText.contains("strategy.touchesContracts"))
    #expect(try await region.end() == end)
    let done = try await region.regie(words + ["--yes", "--reason", "herindeling"])
    #expect(done.text.contains("c1 (KvK 90000001") && done.text.contains("is vastgesteld."))
    #expect(try await region.end() == end + 1)
    try await region.verify()
  }
}
