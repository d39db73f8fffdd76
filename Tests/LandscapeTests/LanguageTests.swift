import Landscape
import Rules
import StrategyFiles
import Testing

/// Everything that this room says exists in Dutch and in English.
@Suite("Strategies in two languages")
struct LanguageTests {
  /// What may be the same in both: places in sources, which have to be found again.
  private func isPlace(_ text: String) -> Bool {
    text.allSatisfy { !$0.isLetter } && !text.isEmpty
  }

  private func isTranslated(_ text: BilingualText) -> Bool {
    !text.dutch.isEmpty && !text.english.isEmpty && text.dutch != text.english
      && !text.dutch.contains("(s)") && !text.english.contains("(s)")
  }

  @Test("Every rule says what is the case, why, and where it comes from in both languages")
  func rules() {
    for rule in StrategyRules.all {
      #expect(isTranslated(rule.message) && isTranslated(rule.explanation), "\(rule.id)")
      #expect(isTranslated(rule.source) || isPlace(rule.source.dutch), "\(rule.id)")
    }
  }

  /// Shapes that a shape leads to, itself included.
  private static func shapes(_ shape: StrategySchema.Shape) -> [StrategySchema.Shape] {
    [shape] + shape.fields.flatMap { shapes($0.type) }
  }

  private static func shapes(_ type: StrategySchema.FieldType) -> [StrategySchema.Shape] {
    switch type {
    case .list(let element): shapes(element)
    case .record(let shape): shapes(shape)
    case .variant(_, let inner): inner.values.flatMap { shapes($0) }
    default: []
    }
  }

  private static func choices(_ type: StrategySchema.FieldType) -> [String] {
    switch type {
    case .list(let element): choices(element)
    case .choice(let words): words
    default: []
    }
  }

  @Test("Every block, every key and every word to choose of the strategy file has its English")
  func schema() {
    let all = Self.shapes(StrategySchema.strategy)
    #expect(all.count > 50)
    for shape in all {
      #expect(shape.title.english != shape.title.dutch || shape.name == "contact", "\(shape.name)")
      for field in shape.fields {
        #expect(SchemaWords.labels[field.label] != nil, "\(field.label)")
        for word in Self.choices(field.type) {
          #expect(SchemaWords.choices[word] != nil, "\(field.key): \(word)")
        }
      }
    }
  }

  /// Files with a fault in their form, one for each kind of sentence.
  private static let broken = [
    ("schema: 1", "schema: x"), ("basis_jaren: 2", "basis_jaren: \"2\""),
    ("vorm: b", "vorm: q"), ("vorm: b", "vrom: b"), ("vorm: b", "vorm: [b]"),
    ("vorm: b", "vorm: \"\""), ("vorm: b", "vorm: &x b"), ("vorm: b", "vorm: !!str b"),
    ("naam: Segment een", "naam: [a, b]"), ("klasse: intensief", "klasse: {onbekend: }"),
    ("{\"0321\": true}", "[0321]"), ("{\"0321\": true}", "{\"9998\": true}"),
    ("{\"0321\": true}", "{0321: ja}"), ("bron: \"D:2\"", "bron: []"),
    ("bron: \"D:2\"", "bron: \"E:2\""), ("bron: \"D:2\"", "bron: \"D:99999\""),
    ("bron: \"D:2\"", "bron: \"D\""), ("vanaf: 2015-01-01", "vanaf: 2015-13-01"),
    ("vanaf: 2015-01-01", "vanaf: {vroegst: 2016, laatst: 2015}"),
    ("vanaf: 2015-01-01,", ""), ("code: s1", "code: \"s 1\""), ("vorm: b", "vorm: b, vorm: c"),
    ("vorm: b", "<<: b"), ("vorm: b", "vorm: {"),
  ]

  @Test("Every finding on the form of a file is told in both languages", arguments: broken)
  func form(old: String, new: String) throws {
    let text = SmallStrategy.text.replacing(old, with: new)
    try #require(text != SmallStrategy.text, "\(old) is not in the small strategy")
    let errors = StrategyReader.check(Array(text.utf8)).findings(.error)
    #expect(!errors.isEmpty, "\(new)")
    for finding in errors { #expect(isTranslated(finding.message), "\(finding.message)") }
  }

  @Test("A file that cannot be read says so in both languages")
  func unreadable() {
    let files: [[UInt8]] = [
      [], [0xFF, 0xFE], Array(repeating: 0x20, count: 1 << 21), Array("a: [".utf8),
      Array(String(repeating: "[", count: 60).utf8), Array("a: &x [1]\nb: *x".utf8),
      Array((String(repeating: " ", count: 140) + "a: b").utf8),
    ]
    for file in files {
      let findings = StrategyReader.check(file).findings
      #expect(!findings.isEmpty)
      for finding in findings { #expect(isTranslated(finding.message), "\(finding.message)") }
    }
  }

  @Test("Every finding on a shipped strategy is told in both", arguments: ShippedStrategies.names)
  func shipped(name: String) throws {
    for finding in try ShippedStrategies.check(name).findings {
      #expect(isTranslated(finding.message), "\(finding.message)")
      if let explanation = finding.explanation { #expect(isTranslated(explanation)) }
      #expect(isTranslated(finding.severity.text))
      for site in finding.sites { #expect(!site.detail.english.isEmpty) }
    }
  }

  @Test("What a segment chooses is told in both", arguments: ShippedStrategies.names)
  func statements(name: String) throws {
    let strategy = try ShippedStrategies.strategy(name)
    for segment in strategy.segments {
      for element in SteeringElement.allCases {
        for statement in element.statements(of: segment) {
          #expect(!statement.dutch.isEmpty && !statement.english.isEmpty)
          let words = statement.english.split(separator: " ")
          // Words of our own; those of a source stay as they are, and are the same in both.
          let isOurs = statement.dutch != statement.english
          #expect(!isOurs || !words.contains("onbekend") && !words.contains("vanaf"), "\(words)")
        }
      }
      for obstacle in segment.obstacles { #expect(isTranslated(obstacle)) }
    }
    let table = SteeringTable(strategy, in: .english)
    #expect(table.columns == ["Contract", "Payment", "Supplier management", "Access management"])
  }

  @Test("Every choice has a name in English")
  func choices() {
    for kind in PaymentModel.Kind.allCases { #expect(!kind.text.english.isEmpty) }
    let texts =
      ContractForm.allCases.map(\.text) + BudgetFrame.allCases.map(\.text)
      + ExecutionVariant.allCases.map(\.text) + ProcedureKind.allCases.map(\.text)
      + SupplierManagement.Layer.allCases.map(\.text) + PaymentElement.Account.allCases.map(\.text)
      + SupplierManagement.Frequency.allCases.map(\.text)
      + EntryPolicy.allCases.filter { $0 != .openHouse }.map(\.text)
      + SupplierManagement.Class.allCases.map(\.text)
    for text in texts { #expect(isTranslated(text), "\(text)") }
  }

  @Test("The report of a check and a comparison speak the language that is asked for")
  func reports() throws {
    let check = try ShippedStrategies.check("lekstroom-wmo-ib-2022")
    let report = CheckReport.lines(check, file: "f", all: false, in: .english)
    for words in ["waarschuwing", "Bron van de regel", "en nog", "onbekende waarden"] {
      #expect(!report.contains { $0.contains(words) }, "\(words)")
    }
    #expect(report.contains { $0.contains("warning SW20: Decisions are given in results") })
    let comparison = StrategyComparison(
      from: try ShippedStrategies.strategy("lekstroom-wmo-ozr-2015"),
      to: try ShippedStrategies.strategy("lekstroom-wmo-ib-2022")
    )
    let lines = comparison.lines(in: .english)
    for sentence in [
      "- Individuele begeleiding: payment goes from P x Q to monthly rate",
      "- Individuele begeleiding: the account goes from hours to results",
      "- Individuele begeleiding: the term goes from unknown to 2+1+1 (48 months)",
      "- 3 products become 18 product forms in a grid",
    ] { #expect(lines.contains(sentence), "\(sentence)") }
    #expect(!lines.contains { $0.contains("vervalt") || $0.contains("nieuw: ") })
  }
}
