package import Quantities

/// How long contracts run: a start, a number of years, and the years they may be extended by.
///
/// - Dutch term: looptijd
package struct ContractTerm: Hashable, Sendable {
  package let start: Known<PolicyDate>
  package let baseYears: Known<Int>
  package let extensionYears: Known<[Int]>
  package let way: Known<Extension>
  /// Whether the source calls the term an intention.
  package let isIntention: Bool
  package let description: String?
  /// Why it may run for more than 48 months; nil where the file does not speak of it.
  package let justification: Known<String>?
  package let provenance: Provenance

  package init(
    start: Known<PolicyDate>,
    baseYears: Known<Int>,
    extensionYears: Known<[Int]>,
    way: Known<Extension>,
    isIntention: Bool = false,
    description: String? = nil,
    justification: Known<String>? = nil,
    provenance: Provenance = Provenance()
  ) {
    self.start = start
    self.baseYears = baseYears
    self.extensionYears = extensionYears
    self.way = way
    self.isIntention = isIntention
    self.description = description
    self.justification = justification
    self.provenance = provenance
  }

  /// How a term is extended.
  ///
  /// - Dutch term: wijze van verlengen
  package enum Extension: String, CaseIterable, Sendable {
    /// In the steps that were agreed, each by a decision.
    case steps = "verlenging"
    /// Each good year adds a year, so that the horizon stays as far away as it was.
    case rolling = "boeggolf"
  }

  /// The years of the pattern, base first; nil when one of them is unknown.
  package var pattern: [Int]? {
    guard let base = baseYears.value, let extensions = extensionYears.value else { return nil }
    return [base] + extensions
  }

  /// `3+1+1`, or nil when a part of it is unknown.
  package var patternText: String? { pattern?.map(String.init).joined(separator: "+") }

  /// The months it may run at most; nil when a part of the pattern is unknown.
  package var maximumMonths: Int? { pattern.map { $0.reduce(0, +) * 12 } }

  /// The last days of the base and of each extension in order; empty when something is unknown.
  package var endDates: [CivilDate] {
    guard let start = start.value?.day, let pattern else { return [] }
    var months = 0
    return pattern.map { years in
      months += years * 12
      return start.adding(months: months).adding(days: -1)
    }
  }
}
