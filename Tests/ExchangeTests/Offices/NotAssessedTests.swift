import Exchange
import Messages
import MessagesTesting
import Quantities
import Region
import Rules
import Testing

@Suite("Rules whose premise failed are reported as not assessed, IM-02")
struct NotAssessedTests {
  private static let municipality = MunicipalityCode(uncheckedNumber: 344)

  private func desk() async throws -> Desk {
    try await Desk(
      Party(role: .municipality, municipalities: [Self.municipality], provider: nil),
      today: day("2025-03-05")
    )
  }

  private func day(_ text: String) -> CivilDate {
    guard let date = CivilDate(text) else { preconditionFailure("\(text) is not a date") }
    return date
  }

  private func take(
    _ draft: MessageDraft,
    today: String = "2025-03-06"
  ) async throws -> IntakeResult {
    try await desk().take(MessageWriter.write(draft.build()), on: day(today))
  }

  /// The rules of levels 3 and 4 that the catalogue has for a message.
  private func catalogue(_ message: String) -> Set<String> {
    let rules = RuleCatalogue.iwmo
    return Set(
      (rules.rules(level: 3, judging: message) + rules.rules(level: 4, judging: message))
        .map(\.number)
    )
  }

  private static let levelTwo: [(MessageDraft, String)] = [
    (.start.setting("Client/Bsn", "999900007"), "305"),
    (.stop.setting("Client/Bsn", "999900007"), "307"),
    (.request.setting("Client/Bsn", "999900007"), "315"),
    (.change.setting("Client/Bsn", "999900007"), "317"),
    (.claim.setting("Client/Bsn", "999900007"), "323"),
    (.allocation.setting("Client/Bsn", "999900007"), "301"),
  ]

  @Test("After a fault of level 2 no rule of levels 3 and 4 was assessed", arguments: 0..<6)
  func levelTwo(index: Int) async throws {
    let (draft, message) = Self.levelTwo[index]
    let result = try await take(draft)
    #expect(result.outcome == .rejectMessage)
    let told = Set(result.notAssessed.flatMap(\.rules)).subtracting(["IV013"])
    #expect(told == catalogue(message))
    #expect(result.notAssessed.first?.judges == "Header")
    #expect(result.notAssessed.first?.rules == ["TR056", "TR135", "TR378"])
    #expect(result.notAssessed.allSatisfy { $0.path.isEmpty })
    #expect(Set(result.notAssessed.map(\.judges)).count == result.notAssessed.count)
    let json = String(decoding: result.json(file: "f.xml", in: .dutch), as: UTF8.self)
    #expect(json.contains(#""notAssessed":[{"class":"Header","path":"","rules":["TR056","#))
  }

  @Test("After a fault in the header the rules below it were not assessed")
  func header() async throws {
    let result = try await take(.claim, today: "2025-03-04")
    #expect(result.outcome == .rejectHeader && result.codes == ["8848"])
    let told = Set(result.notAssessed.flatMap(\.rules))
    #expect(told == catalogue("323").subtracting(["TR056", "TR135", "TR378"]))
    #expect(result.notAssessed.map(\.judges) == ["Declaratie", "Client", "Prestatie"])
  }

  @Test("The lines of a client who is not known were not assessed")
  func client() async throws {
    let result = try await take(.claim)
    #expect(result.outcome == .rejectClient)
    #expect(result.notAssessed.map(\.judges) == ["Prestatie", "Prestatie"])
    #expect(
      result.notAssessed.map(\.path) == [
        "/Bericht/Declaratie/Clienten/Client[1]", "/Bericht/Declaratie/Clienten/Client[2]",
      ]
    )
    #expect(result.notAssessed[0].rules.contains("TR338"))
  }

  @Test("A message that is well has nothing that was not assessed, and says nothing of it")
  func accepted() async throws {
    let result = try await take(.allocation)
    #expect(result.outcome == .accept && result.notAssessed.isEmpty)
    let json = String(decoding: result.json(file: "f.xml", in: .dutch), as: UTF8.self)
    #expect(!json.contains("notAssessed"))
  }
}
