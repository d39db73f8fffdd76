import Messages
import Quantities
import Synthetic
import Testing

@Suite("Claims for load")
struct ClaimFileTests {
  @Test(
    "A claim has exactly the lines asked for, and each is right",
    arguments: [1, 2, 7, 500, 3_001]
  )
  func lines(count: Int) {
    let load = ClaimFile.make(lines: count)
    var judge = ReferenceJudge(prices: load.contractList)
    for client in 0..<load.clientCount {
      #expect(judge.judge(load.award(client)).outcome == .accept)
    }
    let judged = judge.judge(load.message)
    #expect(judged.outcome == .accept, "\(judged.codes)")
    #expect(judged.lines.count == count)
    #expect(LevelTwo.check(load.message).isEmpty)
  }

  @Test("More lines than clients for them go back in time, to sixty months at most")
  func manyLines() {
    let load = ClaimFile.make(lines: 30_000)
    #expect(load.clientCount == 9_000)
    let lines = MessageType.wmo323.grammar.table("Prestatie")
    #expect(lines.map { load.message.count($0) } == 30_000)
    #expect(ClaimFile.maximumLines > 2_000_000)
  }

  @Test("A series holds every line once, passes every rule, and brings clients back")
  func series() throws {
    let load = ClaimFile.make(lines: 3_001)
    var judge = ReferenceJudge(prices: load.contractList)
    for client in 0..<load.clientCount { _ = judge.judge(load.award(client)) }
    var lineCount = 0
    var names: Set<String> = []
    for file in load.series(claims: 7) {
      let message = try #require(MessageReader.read(file.bytes.span).message)
      #expect(LevelTwo.check(message).isEmpty)
      let judged = judge.judge(message)
      #expect(judged.outcome == .accept, "\(file.name): \(judged.codes)")
      lineCount += judged.lines.count
      names.insert(file.name)
    }
    #expect(lineCount == 3_001)
    #expect(names.count == 7)
  }

  @Test("All layouts hold the same words; the plain one takes some 600 bytes a line")
  func layouts() {
    let load = ClaimFile.make(lines: 400)
    let indented = load.claim(.indented).bytes
    let plain = load.claim(.plain).bytes
    let varied = load.claim(.varied).bytes
    func packed(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 > 0x20 } }
    #expect(packed(plain) == packed(indented))
    #expect((560...660).contains(plain.count / 400), "\(plain.count / 400)")
    let text = String(decoding: varied, as: UTF8.self)
    for mark in ["<![CDATA[", "&#x", "<!--", "\t"] { #expect(text.contains(mark), "\(mark)") }
    #expect(load.claim(.varied).bytes == varied)
    for bytes in [indented, plain, varied] {
      let result = MessageReader.read(bytes.span)
      #expect(result.message == load.message, "\(result.findings.map(\.english))")
    }
  }
}
