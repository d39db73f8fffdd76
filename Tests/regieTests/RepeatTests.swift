import Foundation
import Synthetic
import Testing

@Suite("IM-06, RL-03: the same message twice")
struct RepeatTests {
  @Test("A folder taken in again has no second effect, the same words and the same answers")
  func folderAgain() async throws {
    let small = try SmallRegion.shared.get()
    let run = try await SmallRegion.undisturbed.value
    let region = try run.region.copy()
    let head = try await region.head()
    let answers = try region.answers()
    try FileManager.default.removeItem(atPath: region.replies)
    // A later day is no reason for another answer.
    let command = region.processing([small.folder], today: "2026-06-01")
    let again = try await region.regie(command, exits: 65)
    #expect(again.output == run.output)
    #expect(try await region.head() == head)
    #expect(try region.answers() == answers)
  }

  @Test("TR056: other content under a number that was used is refused in the header with 9056")
  func otherContent() async throws {
    let small = try SmallRegion.shared.get()
    let region = try await SmallRegion.undisturbed.value.region.copy()
    let path = try #require(small.file("WMO323", .accept))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let other = Scratch.path("other.xml")
    try text.replacing("</DeclaratieNummer>", with: "X</DeclaratieNummer>")
      .write(toFile: other, atomically: true, encoding: .utf8)
    let judged = try #require(try await region.process([other], today: small.today).first)
    #expect(judged.outcome == "reject-header")
    #expect(judged.codes == ["9056"])
    let reply = try #require(judged.reply)
    #expect(try Content.codes(region.replies + "/" + reply).contains("9056"))
    // The first message stands as it stood.
    let first = try #require(try await region.process([path], today: small.today).first)
    #expect(first.outcome == "accept")
  }

  @Test("Our own answers fed back are recognised and change nothing")
  func ownAnswers() async throws {
    let small = try SmallRegion.shared.get()
    let run = try await SmallRegion.undisturbed.value
    let region = try run.region.copy()
    let head = try await region.head()
    let positions = Dictionary(
      run.files.compactMap { file in file.reply.map { ($0, file.position) } },
      uniquingKeysWith: { first, _ in first }
    )
    for file in try await region.process([region.replies], today: small.today) {
      #expect(file.outcome == "accept", "\(file.line)")
      #expect(file.direction == "sent", "\(file.line)")
      #expect(file.codes.isEmpty, "\(file.line)")
      #expect(file.reply == nil, "\(file.line)")
      #expect(file.position == positions[file.name], "\(file.line)")
    }
    #expect(try await region.head() == head)
    #expect(try region.answers() == run.region.answers())
  }
}
