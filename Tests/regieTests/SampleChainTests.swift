import Foundation
import Testing

/// The sample chain that lies beside the project where it was made, and not in it.
private enum Samples {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/standards/samples").path

  static let arePresent = FileManager.default.fileExists(atPath: folder + "/keten-a")

  /// The day on a message: its own, or for a return message that of the return.
  static func day(_ path: String) throws -> String {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let match =
      text.firstMatch(of: /DagtekeningRetour>([0-9-]+)/)
      ?? text.firstMatch(of: /Dagtekening>([0-9-]+)/)
    return String(try #require(match?.output.1))
  }
}

// Skipped where the samples are not there: they are no part of the project.
@Suite(
  "IM-01, IM-02: the sample chain, in the records of each party",
  .enabled(if: Samples.arePresent, "the sample messages lie outside the project")
)
struct SampleChainTests {
  @Test("The municipality answers as the samples do")
  func municipality() async throws {
    let region = try await TestRegion(["0344"], prices: Samples.folder + "/contract.tsv")
    let compared = try await play(
      region,
      role: "gemeente",
      party: nil,
      answering: ["305", "307", "315", "317", "323"]
    )
    #expect(compared == 7)
  }

  @Test("The provider answers as the samples do")
  func provider() async throws {
    let region = try await TestRegion([])
    let compared = try await play(
      region,
      role: "aanbieder",
      party: "99990101",
      answering: ["301", "319"]
    )
    #expect(compared == 2)
  }

  /// Takes the chain in, each message on its own day; gives the number of compared answers.
  private func play(
    _ region: TestRegion,
    role: String,
    party: String?,
    answering: Set<String>
  ) async throws -> Int {
    var compared = 0
    let folder = Samples.folder + "/keten-a"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    for (index, name) in names.enumerated() {
      let path = folder + "/" + name
      let judged = try #require(
        try await region.process([path], as: role, party: party, today: Samples.day(path)).first
      )
      let number = String(judged.message?.suffix(3) ?? "")
      let isAnswered = answering.contains(number)
      #expect((judged.reply != nil) == isAnswered, "\(name)")
      #expect(!isAnswered || judged.direction == "received", "\(name)")
      // The answer of the chain, where it has one, is the file after the message.
      guard let reply = judged.reply, names.indices.contains(index + 1),
        names[index + 1].dropLast(4).suffix(3) == reply.dropLast(4).suffix(3)
      else { continue }
      let ours = try Content(region.replies + "/" + reply)
      let sample = try Content(folder + "/" + names[index + 1])
      #expect(ours.lines == sample.lines, "\(name) as \(role)")
      compared += 1
    }
    try await region.verify()
    return compared
  }
}
