import Quantities

extension ContractSettings {
  /// Reads the lines of a settings file, or says what is wrong with every faulty line.
  ///
  /// A question that the file does not answer keeps its standard answer.
  package static func parse(_ lines: [SettingLine]) -> Result<ContractSettings, ImportRefusal> {
    var reader = SettingsReader()
    for line in lines { reader.read(line) }
    return reader.finish()
  }
}

/// Collects the settings and the findings of a file line by line.
private struct SettingsReader {
  private var settings = ContractSettings()
  private var findings: [ImportFinding] = []
  private var lineOfKey: [String: Int] = [:]
  private var productList = ProductListChoice.standard
  private var products: [ProductCode: ProductCategory] = [:]
  private var firstProductLine: Int?

  mutating func read(_ line: SettingLine) {
    if let earlier = lineOfKey.updateValue(line.line, forKey: line.key) {
      lineOfKey[line.key] = earlier
      find(
        line,
        "deze instelling staat ook al op regel \(earlier). Laat er een staan.",
        "this setting stands on line \(earlier) as well. Keep one."
      )
      return
    }
    switch line.key {
    case DayLimits.key: set(\.dayLimits, line)
    case MonthTotals.key: set(\.monthTotals, line)
    case BrokenMonth.key: set(\.brokenMonth, line)
    case OutputWeekTotals.key: set(\.outputWeekTotals, line)
    case HouseholdOutput.key: set(\.householdOutput, line)
    case BudgetCounting.key: set(\.budgetCounting, line)
    case MinutesAndHours.key: set(\.minutesAndHours, line)
    case UnallocatedDeliveries.key: set(\.unallocated, line)
    case ProductListChoice.key: productList = answer(line) ?? productList
    case _ where line.key.hasPrefix(ContractSettings.productPrefix): readProduct(line)
    default:
      let known = ContractSettings.questions.map(\.key).joined(separator: ", ")
      find(
        line,
        "deze instelling bestaat niet. De instellingen zijn \(known) en product.CODE.",
        "this setting does not exist. The settings are \(known) and product.CODE."
      )
    }
  }

  consuming func finish() -> Result<ContractSettings, ImportRefusal> {
    switch productList {
    case .own where products.isEmpty && findings.isEmpty:
      find(
        line: lineOfKey[ProductListChoice.key] ?? 1,
        ProductListChoice.key,
        "de eigen lijst is leeg. Zet er regels bij als product.02A03 met waarde 02.",
        "the region's own list is empty. Add lines such as product.02A03 with value 02."
      )
    case .national where firstProductLine != nil:
      find(
        line: firstProductLine ?? 1,
        ContractSettings.productPrefix,
        "er staan producten in, maar de landelijke lijst geldt. Zet productlijst op eigen.",
        "it names products, but the national list holds. Set productlijst to eigen."
      )
    case .own: settings.productList = .own(products)
    case .national: settings.productList = .national
    }
    return findings.isEmpty ? .success(settings) : .failure(ImportRefusal(findings))
  }

  private mutating func set<Choice: ContractChoice>(
    _ field: WritableKeyPath<ContractSettings, Choice>,
    _ line: SettingLine
  ) {
    if let choice: Choice = answer(line) { settings[keyPath: field] = choice }
  }

  private mutating func answer<Choice: ContractChoice>(_ line: SettingLine) -> Choice? {
    if let choice = Choice(rawValue: line.value) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    find(
      line,
      "deze waarde is niet bekend. Kies uit: \(known).",
      "this value is not known. Choose from: \(known)."
    )
    return nil
  }

  private mutating func readProduct(_ line: SettingLine) {
    if firstProductLine == nil { firstProductLine = line.line }
    guard let code = ProductCode(line.key.dropFirst(ContractSettings.productPrefix.count)) else {
      find(
        line,
        "een productcode heeft 1 tot 5 tekens. Schrijf bijvoorbeeld product.02A03.",
        "a product code has 1 to 5 characters. Write for example product.02A03."
      )
      return
    }
    guard let category = ProductCategory(line.value) else {
      find(
        line,
        "een categorie is twee cijfers. Schrijf bijvoorbeeld 02.",
        "a category is two digits. Write for example 02."
      )
      return
    }
    products[code] = category
  }

  private mutating func find(_ line: SettingLine, _ dutch: String, _ english: String) {
    find(line: line.line, line.key, dutch, english)
  }

  private mutating func find(line: Int, _ key: String, _ dutch: String, _ english: String) {
    findings.append(ImportFinding(line: line, column: key, text: dutch, english: english))
  }
}
