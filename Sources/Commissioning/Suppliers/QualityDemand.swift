package import Quantities

/// A quality requirement with how often it is tested and for which product.
///
/// A framework of requirements that nobody ever tests says nothing (003:187), so every requirement
/// has its test, and every test its date and result.
///
/// - Dutch term: kwaliteitseis met toets (003:187, 002:101-103)
package struct QualityDemand: Hashable, Sendable {
  package let requirement: Requirement
  /// The product that it is for; nil for all.
  package let product: ProductCode?
  /// How long a result is counted on; nil when once is enough.
  package let repeatedWithin: LegalTerm?

  package init(
    requirement: Requirement,
    product: ProductCode? = nil,
    repeatedWithin: LegalTerm? = nil
  ) {
    self.requirement = requirement
    self.product = product
    self.repeatedWithin = repeatedWithin
  }

  package var code: Label<Requirement> { requirement.code }

  /// How it is tested; nil when nobody said, also when the text is blank.
  package var test: String? {
    requirement.test.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
  }
}

/// That a provider was tested on a requirement: when, with what result, and what was found.
///
/// - Dutch term: toets van een kwaliteitseis, met datum en resultaat
package struct QualityTest: Hashable, Sendable {
  package let requirement: Label<Requirement>
  package let provider: ChamberNumber
  package let on: CivilDate
  package let result: Result
  package let finding: String
  /// Its own end date, such as that of a certificate.
  package let validThrough: CivilDate?

  /// - Dutch term: resultaat van een toets
  package enum Result: String, CaseIterable, Hashable, Sendable {
    case met = "voldoet"
    case partlyMet = "voldoet-deels"
    case notMet = "voldoet-niet"
  }

  package init(
    requirement: Label<Requirement>,
    provider: ChamberNumber,
    on: CivilDate,
    result: Result,
    finding: String,
    validThrough: CivilDate? = nil
  ) {
    self.requirement = requirement
    self.provider = provider
    self.on = on
    self.result = result
    self.finding = finding
    self.validThrough = validThrough
  }
}

extension QualityDemand {
  /// The last day on which a result is counted on; nil when it does not expire.
  package func expiry(of test: QualityTest, in calendar: WorkCalendar) -> CivilDate? {
    let repeated = repeatedWithin?.end(after: test.on, in: calendar)
    guard let repeated, let own = test.validThrough else { return repeated ?? test.validThrough }
    return min(repeated, own)
  }
}
