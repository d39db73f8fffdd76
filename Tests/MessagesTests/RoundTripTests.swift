import Foundation
import Messages
import MessagesTesting
import Testing

@Suite("Reading what was written (IM-01)")
struct RoundTripTests {
  @Test("any message comes back as it was", arguments: MessageType.all)
  func randomMessages(_ type: MessageType) {
    for seed in UInt64(1)...60 {
      var messages = RandomMessages(seed: seed, atMost: seed % 10 == 0 ? 40 : 3)
      let message = messages.next(type)
      let result = Claims.read(MessageWriter.write(message))
      #expect(result.findings == [], "seed \(seed)")
      #expect(result.message == message, "seed \(seed)")
    }
  }

  @Test("the drafts are valid by the grammar", arguments: LevelTwoTests.valid.indices)
  func drafts(_ index: Int) throws {
    let message = LevelTwoTests.valid[index].build()
    let result = Claims.read(MessageWriter.write(message))
    #expect(result.findings.map(\.english) == [])
    #expect(result.message == message)
  }

  // Skipped where the published samples are not beside the repository.
  @Test("every sample comes back as it was", .enabled(if: Shared.isThere))
  func samples() throws {
    for file in Shared.samples {
      let message = try #require(Claims.read(try Shared.bytes(file)).message)
      let again = Claims.read(MessageWriter.write(message)).message
      #expect(again == message, "\(file.lastPathComponent)")
    }
  }

  // Skipped where the published samples are not beside the repository.
  @Test(
    "the samples break the rules of level 2 that are known of them",
    .enabled(if: Shared.isThere)
  )
  func levelTwoOfSamples() throws {
    for file in Shared.samples {
      let message = try #require(Claims.read(try Shared.bytes(file)).message)
      let expected: Set = file.path.hasSuffix("gepubliceerd/WMO317.xml") ? ["TR380"] : []
      let found = LevelTwo.check(message)
      #expect(Set(found.map(\.rule)) == expected, "\(file.lastPathComponent): \(found)")
    }
  }
}
