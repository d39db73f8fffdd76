import Access
import Claims
import Columns
import Commissioning
import People
import Quantities
import Rules
import Testing

@Suite("What the rules about claims say in plain words, RL-01 to RL-04")
struct ClaimTextsTests {
  /// What a rule gives to its text.
  private struct Named {
    let id: RuleID
    let choice: String?
    let compared: [ComparedValue]
    var names: Set<String> { Set(compared.map(\.name)) }
  }

  private static func names<Subject>(_ set: RuleSet<Subject>, _ subject: Subject) -> [Named] {
    set.rules.map { rule in
      Named(id: rule.id, choice: rule.choice, compared: rule.compared(subject))
    }
  }

  private static func rules() throws -> [Named] {
    let scene = ClaimScene()
    let notice = scene.notice([line("R1", "2025-01", 1)], "2025-01")
    let explained = try #require(Explained(scene, notice.lines[0]))
    let subject = try #require(explained.explanation.subject)
    let answer = scene.ledger.answerCase(
      ClaimAnswerNotice(
        municipality: ClaimScene.municipality,
        provider: ClaimScene.provider,
        claimIdentification: "B1",
        schemaVersion: "",
        number: "D1",
        claimed: nil,
        awarded: nil,
        codes: [],
        lines: []
      ),
      message: nil
    ) { _ in true }
    return names(LineRules.set, subject) + names(ClaimRules.set, scene.judge.claimCase(notice))
      + names(ClaimedClientRules.set, ClaimedClientCase(isKnown: false))
      + names(ClaimAnswerRules.set, answer) + names(TableRules.set, table(subject))
  }

  /// The same line in a table.
  private static func table(_ subject: LineCase) -> TableLineCase {
    TableLineCase(
      line: subject,
      law: .participation,
      day: ClaimScene.today,
      namesAllocation: false,
      fittingAllocations: 0,
      sameDelivery: false,
      ceiling: nil
    )
  }

  @Test("Every rule has a text, with no other names in it than the values it compared")
  func placeholders() throws {
    let rules = try Self.rules()
    #expect(Set(rules.map(\.id)) == Set(ClaimTexts.all.keys))
    for rule in rules {
      let text = try #require(ClaimTexts.text(of: rule.id, for: rule.compared))
      #expect(text.placeholders.isSubset(of: rule.names), "\(rule.id)")
      #expect(ClaimTexts.noTariff.placeholders.isSubset(of: rule.names) || rule.id != "TR418")
      for language in Language.allCases {
        #expect(text[language].hasSuffix("."), "\(rule.id)")
        #expect(text.remedy([], in: language) != nil, "\(rule.id)")
      }
    }
  }

  @Test("Every choice is told in Dutch as well as in English")
  func choices() throws {
    let chosen = try Self.rules().filter { $0.choice != nil }
    #expect(Set(chosen.map(\.id)) == Set(ClaimTexts.dutchChoices.keys))
    for rule in chosen {
      let dutch = ClaimTexts.choice(rule.id, rule.choice, in: .dutch)
      #expect(dutch != nil && dutch != rule.choice)
      #expect(ClaimTexts.choice(rule.id, rule.choice, in: .english) == rule.choice)
    }
  }

  @Test("An explanation in Dutch is wholly Dutch, and shows no person in any language")
  func dutch() throws {
    var scene = ClaimScene()
    scene.claim([line("R0", "2025-01", 15)], "2025-01")
    let broken = line("R1", "2025-01", 99, tariff: 1, amount: 1, product: "02A04")
    let explained = try #require(Explained(scene, broken))
    #expect(explained.codes == ["9340", "9321", "0611", "9346"])
    for word in [" the ", " is not ", "allocation", "claimed", "remedy", "{", "Remedy"] {
      #expect(!explained.dutch.contains(word), "\(word)")
      #expect(word != "{" || !explained.english.contains(word))
    }
    for text in [explained.dutch, explained.english] {
      #expect(!text.contains(ClaimScene.client.description))
    }
    #expect(explained.dutch.contains("verzegeld") && explained.english.contains("sealed"))
    let json = String(decoding: explained.explanation.json(in: .dutch), as: UTF8.self)
    #expect(!json.contains(ClaimScene.client.description))
    #expect(!json.contains("The tariff"))
  }

  @Test("A limit is shown in the unit of the line, with how it was counted")
  func limits() throws {
    let scene = ClaimScene()
    let hours = try #require(Explained(scene, line("R1", "2025-01", 16)))
    #expect(hours.dutch.contains("over deze productperiode is 15 uur toegewezen"))
    #expect(hours.dutch.contains("(5 weken x 3 uur = 15 uur)"))
    #expect(hours.english.contains("(5 weeks x 3 hours = 15 hours)"))
    let minutes = try #require(
      Explained(scene, line("R1", "2025-01", 901, unit: .minute, tariff: 100))
    )
    #expect(minutes.dutch.contains("is 900 minuten (15 uur) toegewezen"))
  }

  @Test("What is left is told exactly, in volume and in money, PR-07")
  func remaining() throws {
    var scene = ClaimScene()
    scene.allocate(1, "02A03", volume: total(20))
    scene.allocate(2, nil, budget: 100_000)
    scene.claim(
      [line("R0", "2025-01", 15), line("B0", "2025-01", 15, allocation: 2)],
      "2025-01"
    )
    let volume = try #require(Explained(scene, line("R1", "2025-02", 6), month: "2025-02"))
    #expect(volume.codes == ["9322"])
    #expect(volume.dutch.contains("is al 15 uur goedgekeurd, er resteert 5 uur"))
    #expect(volume.dutch.contains("(20 uur in totaal)"))
    let budget = try #require(
      Explained(scene, line("B1", "2025-02", 2, allocation: 2), month: "2025-02")
    )
    #expect(budget.codes == ["9369"])
    #expect(budget.dutch.contains("er resteert \(Cents(10_000).dutchText)"))
  }

  @Test("Rules that were not assessed are named with the rule they rest on")
  func notAssessed() throws {
    let explained = try #require(
      Explained(ClaimScene(), line("R1", "2025-01", 1, allocation: 9))
    )
    #expect(explained.dutch.contains("TR321 omdat TR338 niet klopt"))
    #expect(explained.english.contains("TR321 because TR338 failed"))
  }

  @Test("A line of an unknown client is explained by the rule about the client")
  func client() throws {
    let explained = try #require(Explained(ClaimScene(), line("R1", "2025-01", 1, client: 2)))
    #expect(explained.codes == ["8187"])
    #expect(explained.explanation.isReproduced)
  }
}
