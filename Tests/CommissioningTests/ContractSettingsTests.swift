import Commissioning
import Quantities
import Testing

@Suite("ContractSettings")
struct ContractSettingsTests {
  @Test("An empty file gives the standard answers")
  func standard() throws {
    let settings = try ContractSettings.parse([]).get()
    #expect(settings == ContractSettings())
    #expect(settings.dayLimits == .lineAndTotal && settings.monthTotals == .monthsTouched)
    #expect(settings.brokenMonth == .full && settings.outputWeekTotals == .sumOfPeriods)
    #expect(settings.budgetCounting == .amounts)
    #expect(settings.minutesAndHours == .summedInMinutes && settings.productList == .national)
    #expect(settings.householdOutput == .sundays)
  }

  @Test("Every answer to every question is read, and nothing else changes")
  func everyAnswer() throws {
    for question in ContractSettings.questions {
      #expect(question.answers.map(\.word).contains(question.standard))
      for answer in question.answers {
        var pairs = [SettingLine(key: question.key, value: answer.word, line: 1)]
        if answer.word == "eigen" {
          pairs.append(SettingLine(key: "product.02A03", value: "02", line: 2))
        }
        let settings = try ContractSettings.parse(pairs).get()
        #expect((settings == ContractSettings()) == (answer.word == question.standard))
        let written = settings.fileLines.first { $0.key == question.key }
        #expect(written?.value == answer.word)
        #expect(try ContractSettings.parse(settings.fileLines).get() == settings)
      }
    }
  }

  @Test("Every question says what it is about, where it comes from and what each answer means")
  func described() {
    let questions = ContractSettings.questions
    #expect(Set(questions.map(\.key)).count == questions.count)
    for question in questions {
      #expect(question.text.hasSuffix("?"), "\(question.key)")
      #expect(question.source.contains("3.2"), "\(question.key)")
      #expect(question.answers.count >= 2, "\(question.key)")
      #expect(Set(question.answers.map(\.meaning)).count == question.answers.count)
    }
  }

  @Test("The region's own product list is read with its categories")
  func ownProducts() throws {
    let settings = try ContractSettings.parse([
      SettingLine(key: "product.THUIS", value: "01", line: 1),
      SettingLine(key: "productlijst", value: "eigen", line: 2),
    ]).get()
    let code = try #require(ProductCode("THUIS"))
    #expect(settings.productList == .own([code: .householdHelp]))
  }

  @Test("All findings come at once, each with its line and what to do")
  func findingsTogether() {
    let result = ContractSettings.parse([
      SettingLine(key: "budget-telt", value: "euro's", line: 1),
      SettingLine(key: "budged-telt", value: "bedragen", line: 2),
      SettingLine(key: "volume-per-dag", value: "geen", line: 3),
      SettingLine(key: "volume-per-dag", value: "alleen-regel", line: 4),
      SettingLine(key: "productlijst", value: "eigen", line: 5),
      SettingLine(key: "product.TELANG", value: "01", line: 6),
      SettingLine(key: "product.02A03", value: "2", line: 7),
    ])
    let found = findings(result)
    #expect(found.map(\.line) == [1, 2, 4, 6, 7])
    #expect(found[0].text == "deze waarde is niet bekend. Kies uit: bedragen, volumes.")
    #expect(found[1].text.hasPrefix("deze instelling bestaat niet. "))
    #expect(found[2].text.contains("regel 3"))
    #expect(found.allSatisfy { $0.column != nil && $0.text.hasSuffix(".") })
  }

  @Test("An own list without products, and products without an own list, are findings")
  func productListAndProducts() {
    let empty = ContractSettings.parse([
      SettingLine(key: "productlijst", value: "eigen", line: 3)
    ])
    #expect(findings(empty).map(\.line) == [3])
    let unused = ContractSettings.parse([
      SettingLine(key: "product.02A03", value: "02", line: 8),
      SettingLine(key: "product.02A04", value: "02", line: 9),
    ])
    #expect(findings(unused).map(\.line) == [8])
  }
}
