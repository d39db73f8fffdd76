import Foundation
import Messages
import Synthetic
import Testing

@Suite("IM-01, IM-02: the small region, from messages to answers")
struct SmallRegionTests {
  @Test("Every file has the outcome and the codes that it was made for")
  func outcomes() async throws {
    let small = try SmallRegion.shared.get()
    let run = try await SmallRegion.undisturbed.value
    #expect(run.files.count == small.synthetic.fileCount)
    for (index, file) in run.files.enumerated() {
      let intent = small.synthetic.intent(index)
      #expect(file.name == small.synthetic.fileName(index))
      #expect(file.outcome == intent.outcome.rawValue, "\(file.line)")
      #expect(file.codes == intent.codes, "\(file.line)")
      #expect((file.position == nil) == (intent.outcome == .rejectTransport), "\(file.line)")
    }
  }

  @Test("Every received message that was kept has exactly one answer, and nothing else has")
  func answers() async throws {
    let run = try await SmallRegion.undisturbed.value
    let expected = run.files.filter { file in
      guard file.position != nil, let type = file.message.flatMap({ MessageType.named($0) }) else {
        return false
      }
      return file.direction == "received" && type.reply != nil
    }
    #expect(expected.allSatisfy { $0.reply != nil })
    let names = expected.compactMap(\.reply)
    #expect(Set(names).count == names.count)
    #expect(Set(try run.region.answers().keys) == Set(names))
    #expect(run.files.compactMap(\.reply).count == names.count)
  }

  @Test("IM-05: the answer to a claim refuses the lines that were made to be refused, and no other")
  func lines() async throws {
    let small = try SmallRegion.shared.get()
    let run = try await SmallRegion.undisturbed.value
    var refusedCount = 0
    for (index, file) in run.files.enumerated() {
      let intent = small.synthetic.intent(index)
      guard let reply = file.reply, file.message == "WMO323", !intent.lines.isEmpty else {
        continue
      }
      let refused = intent.lines.filter { !$0.isAccepted }.map(\.reference).sorted()
      let answered = try Content(run.region.replies + "/" + reply).lines
        .filter { $0.contains("/ReferentieNummer = ") }
        .compactMap { $0.split(separator: " ").last.map(String.init) }.sorted()
      #expect(answered == refused, "\(file.name)")
      refusedCount += refused.count
    }
    #expect(refusedCount > 30)
  }

  @Test("The journal of the run is whole, by itself and against its signed heads")
  func journal() async throws {
    let region = try await SmallRegion.undisturbed.value.region
    try await region.verify()
    try await region.verify(["--head", region.heads])
  }
}
