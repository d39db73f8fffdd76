import Access
import Claims
import Foundation
import Messages
import Region
import Rules
import Testing

/// Every rule of the reference is a value that judges, or is accounted for by name.
@Suite("No rule of the standard is forgotten, IM-02")
struct RuleAccountTests {
  private static let messages = ["301", "305", "307", "315", "317", "319", "323", "325"]

  @Test(
    "The rules of levels 3 and 4 of each message are values, and no others are",
    arguments: messages
  )
  func judging(message: String) {
    let catalogue = RuleCatalogue.iwmo
    let told =
      catalogue.rules(level: 3, judging: message) + catalogue.rules(level: 4, judging: message)
    let values = RuleDirectory.rules(judging: message)
    // IV013 is a signal of our own, on what the standard leaves open.
    #expect(Set(values.map(\.id.description)).subtracting(["IV013"]) == Set(told.map(\.number)))
    for rule in values {
      guard let description = catalogue[rule.id.description] else { continue }
      #expect(rule.level == description.level, "\(rule.id)")
      let isForMessage = description.classes.isEmpty || description.classes.contains(rule.judges)
      #expect(isForMessage, "\(rule.id) judges \(rule.judges) in \(message)")
    }
  }

  @Test("The codes of the rule values are those of the catalogue")
  func codes() {
    func check<Subject>(_ set: RuleSet<Subject>) {
      for rule in set.rules where rule.code != nil {
        let told = RuleCatalogue.iwmo[rule.id.description]?.returnCode
        #expect(rule.code?.description == told, "\(rule.id)")
      }
    }
    check(HeaderRules.set)
    check(AllocationRules.products)
    check(StartRules.starts)
    check(StopRules.stops)
    check(RequestRules.products)
    check(RequestRules.openRequests(judges: RequestRules.clientClass))
    check(ChangeRequestRules.clients)
    check(ChangeRequestRules.requests)
    check(ChangedProductRules.unchanged)
    check(ChangedProductRules.changed)
    check(ChangedProductRules.new)
    check(AnswerRules.answers)
    check(ClaimRules.set)
    check(ClaimedClientRules.set)
    check(LineRules.set)
    #expect(ClaimAnswerRules.set.rules.allSatisfy { $0.code == nil })
  }

  @Test("Level 2 is judged by values, level 1 by the format")
  func levels() {
    for rule in RuleCatalogue.iwmo.rules {
      switch rule.level {
      case 1: #expect(rule.number.hasPrefix("RS") || rule.number.hasPrefix("CS"))
      case 2: #expect(LevelTwo.rules.contains { $0.number == rule.number }, "\(rule.number)")
      default:
        #expect(
          rule.messages.allSatisfy { message in
            RuleDirectory.rules(judging: message).contains { $0.id.description == rule.number }
          },
          "\(rule.number)"
        )
      }
    }
  }

  @Test("What accounts for a rule is there, and no rule is accounted for twice")
  func accounts() {
    let numbers = RuleAccount.others.map(\.rule)
    #expect(Set(numbers).count == numbers.count)
    for (rule, how, words) in RuleAccount.others {
      #expect(RuleCatalogue.iwmo[rule] == nil, "\(rule) is a value")
      guard how == .rules else { continue }
      for number in words.split(separator: " ") {
        #expect(RuleCatalogue.iwmo[String(number)] != nil, "\(rule): \(number)")
      }
    }
  }

  /// Skipped where the published reference does not lie beside the repository.
  @Test("Every number of the published list is accounted for", .enabled(if: Reference.isThere))
  func reference() throws {
    let published = try Reference.numbers()
    let known = RuleCatalogue.iwmo.rules.map(\.number) + RuleAccount.others.map(\.rule)
    #expect(Set(published).subtracting(known) == [])
    #expect(Set(known).subtracting(published) == [])
  }
}

/// The published list of rules beside the repository.
private enum Reference {
  static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/standards/codelists/rules.tsv")

  static var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

  static func numbers() throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: "\t").first.map(String.init) }
  }
}
