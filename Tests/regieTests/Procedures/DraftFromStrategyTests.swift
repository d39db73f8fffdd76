import Foundation
import StrategyFiles
import Synthetic
import Testing

/// From a strategy to a prepared procedure as a buyer goes: first barred, then filled in.
@Suite("A procedure drafted from a strategy")
struct DraftFromStrategyTests {
  private func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: name).path
  }

  @Test(
    "A shipped segment is barred; with the next version of the strategy it goes through",
    arguments: [
      (CompletedStrategy.noordLimburgWmo, "nl-wmo-2022", "wmo-s1a"),
      (.noordLimburgYouth, "nl-jeugd-2022", "jeugd-3"),
      (.lekstroomWmo, "lek-wmo-ib-2022", "lek-ib"),
    ]
  )
  func path(_ next: CompletedStrategy, code: String, segment: String) async throws {
    let root = try Scratch.folder("region")
    let region = TestRegion(existing: root)
    let data = ["--data", region.data]
    let shipped = path("Strategies/\(next.shipped.fileName)")
    try await region.regie(["init", "--strategy", shipped] + data)
    let file = root + "/plan.yaml"
    let draft =
      ["procedures", "draft", "--strategy", code, "--segment", segment]
      + ["--code", "p1", "--out", file] + data
    let refused = try await region.regie(draft, exits: 65)
    #expect(refused.errorText.contains("onbekend"))
    #expect(!FileManager.default.fileExists(atPath: file))

    let completed = path("Examples/Strategies/\(next.fileName)")
    let check = try await Program.run(["strategy", "check", completed])
    #expect(check.status == 0)
    try await region.regie(["strategy", "adopt", completed] + data)
    try await region.regie(draft)
    let strategy = try #require(next.strategy)
    let text = PlanCompletion(strategy, segment: segment)
      .completed(try String(contentsOfFile: file, encoding: .utf8))
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    try await region.regie(["procedures", "prepare", file, "--at", "2021-01-11 09:00"] + data)
    let list = try await region.regie(["procedures", "list"] + data)
    #expect(list.text.contains("p1"))
  }
}
