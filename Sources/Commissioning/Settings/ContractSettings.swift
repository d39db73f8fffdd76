import Quantities

/// The answers of a region to the questions that the message standard leaves open.
///
/// - Dutch term: instellingen bij het contract
package struct ContractSettings: Hashable, Sendable {
  package var dayLimits = DayLimits.standard
  package var monthTotals = MonthTotals.standard
  package var brokenMonth = BrokenMonth.standard
  package var outputWeekTotals = OutputWeekTotals.standard
  package var householdOutput = HouseholdOutput.standard
  package var budgetCounting = BudgetCounting.standard
  package var minutesAndHours = MinutesAndHours.standard
  package var unallocated = UnallocatedDeliveries.standard
  package var productList = ProductList.national

  /// The answers as long as the region gives none.
  package init() {}
}

/// One line of a settings file: a name and a value.
package struct SettingLine: Hashable, Sendable {
  package let key: String
  package let value: String
  /// The line in the file, counted from one.
  package let line: Int

  package init(key: String, value: String, line: Int) {
    self.key = key
    self.value = value
    self.line = line
  }
}

// MARK: - Description

extension ContractSettings {
  /// One question with its answers, for `contracts settings` and the documentation.
  package struct Question: Hashable, Sendable {
    package let key: String
    package let text: String
    package let source: String
    /// Every answer with its meaning, in the order of the declaration.
    package let answers: [Answer]
    /// The answer as long as the region gives none.
    package let standard: String

    fileprivate init(_ choice: (some ContractChoice).Type) {
      key = choice.key
      text = choice.question
      source = choice.source
      answers = choice.allCases.map { Answer(word: $0.rawValue, meaning: $0.meaning) }
      standard = choice.standard.rawValue
    }
  }

  /// One answer to a question.
  package struct Answer: Hashable, Sendable {
    package let word: String
    package let meaning: String
  }

  /// All questions, in the order of the documentation.
  package static var questions: [Question] {
    [
      Question(DayLimits.self), Question(MonthTotals.self), Question(BrokenMonth.self),
      Question(OutputWeekTotals.self), Question(HouseholdOutput.self),
      Question(BudgetCounting.self),
      Question(MinutesAndHours.self), Question(UnallocatedDeliveries.self),
      Question(ProductListChoice.self),
    ]
  }

  /// The settings as lines of a file that reads back to the same settings, numbered from one.
  package var fileLines: [SettingLine] {
    var pairs = [
      (DayLimits.key, dayLimits.rawValue), (MonthTotals.key, monthTotals.rawValue),
      (BrokenMonth.key, brokenMonth.rawValue), (OutputWeekTotals.key, outputWeekTotals.rawValue),
      (HouseholdOutput.key, householdOutput.rawValue),
      (BudgetCounting.key, budgetCounting.rawValue),
      (MinutesAndHours.key, minutesAndHours.rawValue),
      (UnallocatedDeliveries.key, unallocated.rawValue),
    ]
    switch productList {
    case .national: pairs.append((ProductListChoice.key, ProductListChoice.national.rawValue))
    case .own(let products):
      pairs.append((ProductListChoice.key, ProductListChoice.own.rawValue))
      for (code, category) in products.sorted(by: { $0.key < $1.key }) {
        pairs.append((ContractSettings.productPrefix + code.description, category.description))
      }
    }
    return pairs.enumerated().map { SettingLine(key: $1.0, value: $1.1, line: $0 + 1) }
  }

  /// What the name of a line of the region's own product list begins with.
  static var productPrefix: String { "product." }
}
