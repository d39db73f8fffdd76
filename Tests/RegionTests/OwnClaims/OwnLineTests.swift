import Claims
import Journal
import Quantities
import Region
import Rules
import Testing

private typealias Fixture = RegionFixture
private typealias Own = ProviderFixture

@Suite("IM-08: how a line of our own stands, in words")
struct OwnLineTests {
  private let lines = [
    Fixture.line("R1", month: 1, hours: 1), Fixture.line("R2", month: 2, hours: 2),
  ]

  /// The claim of two lines that was sent, after the messages that came then, and its lines told.
  private func told(after messages: [Command]) throws -> [OwnLineExplanation] {
    var run = Own.opened
    run.perform(Own.allocation("A1", number: 1))
    run.perform(Own.sent("S1", Fixture.claim("D1", month: 2, lines)))
    for message in messages { run.perform(message) }
    let entry = try #require(run.entries.first { $0.event == "claim.submitted" })
    guard case .claim(.submitted(let claim)) = try EventTable.event(of: entry) else { return [] }
    let first = Position(entry.position.rawValue - Int64(entry.command.index) + 1)
    #expect(run.state.explanation(of: claim, broughtBy: first, row: 2) == nil)
    #expect(run.state.explanation(of: claim, broughtBy: entry.position.next, row: 0) == nil)
    return (0..<2).compactMap { run.state.explanation(of: claim, broughtBy: first, row: $0) }
  }

  @Test("Waiting, awarded, refused, credited, and refused with the whole claim")
  func standings() throws {
    let all = Own.answer("T1", to: "S1", "D1", claimed: 18_000, awarded: 18_000)
    let part = Own.answer(
      "T1",
      to: "S1",
      "D1",
      claimed: 18_000,
      awarded: 6_000,
      refused: [lines[1]]
    )
    let whole = Own.answer("T1", to: "S1", "D1", claimed: 18_000, refusal: ["9333"])
    let credit = [
      Own.sent(
        "S2",
        Fixture.claim("D2", month: 2, [Fixture.line("C1", month: 2, hours: 2, credits: "R2")])
      ),
      Own.answer("T2", to: "S2", "D2", claimed: -12_000, awarded: -12_000),
    ]
    let cases: [([Command], [OwnLineExplanation.Standing])] = [
      ([], [.waiting, .waiting]), ([all], [.awarded, .awarded]), ([part], [.awarded, .refused]),
      ([whole], [.annulled, .annulled]), ([all] + credit, [.awarded, .credited]),
    ]
    for (messages, expected) in cases {
      #expect(try told(after: messages).map(\.standing) == expected)
    }
  }

  @Test("The words name the line, what was claimed and what to do, and never the client")
  func words() throws {
    let line = try #require(try told(after: []).last)
    let dutch = line.text(in: .dutch)
    for part in ["Eigen regel R2 van declaratie D1: nog niet beantwoord", "€ 120,00", "verzegeld"] {
      #expect(dutch.contains(part), "\(part) in \(dutch)")
    }
    #expect(line.text(in: .english).contains("not answered yet"))
    let json = String(decoding: line.json(in: .english), as: UTF8.self)
    #expect(json.contains(#""standing":"waiting""#) && json.contains(#""client":"sealed""#))
  }
}
