package import Quantities
package import Rules

/// Something about a quality requirement that asks for attention.
///
/// - Dutch term: alert bij een kwaliteitseis
package struct QualityAlert: Hashable, Sendable {
  package let kind: Kind
  package let requirement: Label<Requirement>
  /// Nil when it is about the requirement itself.
  package let provider: ChamberNumber?
  package let urgency: ContractAlert.Urgency
  /// The day on which the result expires or expired.
  package let due: CivilDate?
  package let basis: Basis
  package let text: BilingualText

  /// - Dutch term: soort alert bij een kwaliteitseis
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case withoutTest = "eis-zonder-toets"
    case neverTested = "nooit-getoetst"
    case notMet = "voldoet-niet"
    case expired = "toets-verlopen"
    case expiresSoon = "toets-verloopt"
  }
}

extension SupplierBook {
  /// What asks for attention on a day, the most urgent first.
  package func alerts(
    contracts: ContractBook,
    on day: CivilDate,
    calendar: WorkCalendar = WorkCalendar()
  ) -> [QualityAlert] {
    var products: [ChamberNumber: Set<ProductCode>] = [:]
    for contract in contracts.contracts.values where contract.period?.contains(day) == true {
      products[contract.draft.provider, default: []].formUnion(contracts.products(of: contract))
    }
    var found: [QualityAlert] = []
    for demand in demands.values.sorted(by: { $0.code < $1.code }) {
      guard demand.test != nil else {
        found.append(demand.withoutTest)
        continue
      }
      for provider in products.keys.sorted() {
        if let product = demand.product, products[provider]?.contains(product) != true { continue }
        let test = latestTest(of: demand.code, at: provider, asOf: day)
        found += demand.alerts(for: provider, test: test, on: day, calendar: calendar)
      }
    }
    // The order within one urgency is that of requirement and provider, as they were found.
    return ContractAlert.Urgency.allCases.reversed().flatMap { urgency in
      found.filter { $0.urgency == urgency }
    }
  }
}

extension QualityDemand {
  fileprivate var withoutTest: QualityAlert {
    QualityAlert(
      kind: .withoutTest,
      requirement: code,
      provider: nil,
      urgency: .due,
      due: nil,
      basis: .document("003:187"),
      text: BilingualText(
        "Eis \(code) heeft geen toets; leg vast hoe zij wordt getoetst.",
        "Requirement \(code) has no test; record how it is tested."
      )
    )
  }

  fileprivate func alerts(
    for provider: ChamberNumber,
    test: QualityTest?,
    on day: CivilDate,
    calendar: WorkCalendar
  ) -> [QualityAlert] {
    guard let test else {
      return [
        alert(
          .neverTested,
          .due,
          provider,
          BilingualText(
            "Aanbieder \(provider) is op eis \(code) nog nooit getoetst.",
            "Provider \(provider) was never tested on requirement \(code)."
          )
        )
      ]
    }
    var found: [QualityAlert] = []
    if test.result != .met {
      found.append(
        alert(
          .notMet,
          test.result == .notMet ? .overdue : .due,
          provider,
          BilingualText(
            "Aanbieder \(provider): eis \(code) \(test.result.dutchText) op "
              + "\(test.on.dutchText). Spreek herstel af en toets opnieuw.",
            "Provider \(provider): requirement \(code) \(test.result.englishText) on \(test.on). "
              + "Agree on repair and test again."
          )
        )
      )
    }
    if let last = expiry(of: test, in: calendar) {
      found += expiryAlerts(last, provider, on: day, calendar: calendar)
    }
    return found
  }

  private func expiryAlerts(
    _ last: CivilDate,
    _ provider: ChamberNumber,
    on day: CivilDate,
    calendar: WorkCalendar
  ) -> [QualityAlert] {
    if day > last {
      let text = BilingualText(
        "De toets van eis \(code) bij aanbieder \(provider) gold tot en met \(last.dutchText); "
          + "toets opnieuw.",
        "The test of requirement \(code) at provider \(provider) held through \(last); test again."
      )
      return [alert(.expired, .overdue, provider, due: last, text)]
    }
    guard day >= DutyTerms.notice.latestDay(before: last, in: calendar) else { return [] }
    let text = BilingualText(
      "De toets van eis \(code) bij aanbieder \(provider) geldt nog tot en met \(last.dutchText).",
      "The test of requirement \(code) at provider \(provider) holds through \(last)."
    )
    return [alert(.expiresSoon, .upcoming, provider, due: last, text)]
  }

  private func alert(
    _ kind: QualityAlert.Kind,
    _ urgency: ContractAlert.Urgency,
    _ provider: ChamberNumber,
    due: CivilDate? = nil,
    _ text: BilingualText
  ) -> QualityAlert {
    QualityAlert(
      kind: kind,
      requirement: code,
      provider: provider,
      urgency: urgency,
      due: due,
      basis: requirement.basis,
      text: text
    )
  }
}

extension QualityTest.Result {
  fileprivate var dutchText: String {
    switch self {
    case .met: "voldeed"
    case .partlyMet: "voldeed deels"
    case .notMet: "voldeed niet"
    }
  }

  fileprivate var englishText: String {
    switch self {
    case .met: "was met"
    case .partlyMet: "was met in part"
    case .notMet: "was not met"
    }
  }
}
