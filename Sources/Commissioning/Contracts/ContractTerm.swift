package import Quantities

/// From when to when a contract runs now, and how far it may still go.
///
/// - Dutch term: looptijd (000:34-38, 003:498, 004:32-39)
package struct ContractTerm: Hashable, Sendable {
  package let start: CivilDate
  package let pattern: TermPattern
  package let missedYear: MissedYear
  /// The last day as agreed until now.
  package private(set) var end: CivilDate
  /// The reviews of contract years, the first year being 1: whether the year was good.
  package private(set) var reviews: [Int: Bool] = [:]

  /// What a year that was not good means for a rolling extension.
  ///
  /// The source says only that a good year adds one (000:38); our assumption is that a bad one adds
  /// none and that a later good year adds one again.
  package enum MissedYear: String, CaseIterable, Hashable, Sendable {
    case skipped = "slaat-een-jaar-over"
    case stops = "stopt-de-verlenging"
  }

  /// A new contract, which ends after its base years.
  package init(
    from start: CivilDate,
    _ pattern: TermPattern,
    missedYear: MissedYear = .skipped
  ) {
    self.start = start
    self.pattern = pattern
    self.missedYear = missedYear
    end = TermPattern.end(of: pattern.baseYears, from: start)
  }
}

extension ContractTerm {
  package var maximumEnd: CivilDate { TermPattern.end(of: pattern.maximumYears, from: start) }

  /// The end after one more extension, or nil when the contract is as long as it may be.
  package var nextEnd: CivilDate? {
    pattern.possibleEnds(from: start).first { $0 > end }
  }

  /// The last day of a contract year, the first year being 1.
  package func end(ofYear year: Int) -> CivilDate { TermPattern.end(of: year, from: start) }

  /// Whether a review of that year adds a year to the term.
  package func wouldExtend(year: Int, isGood: Bool) -> Bool {
    guard pattern.mode == .rolling, isGood, nextEnd != nil else { return false }
    return missedYear == .skipped || !reviews.contains { $0.key < year && !$0.value }
  }

  /// Takes over an end that was agreed; never one past the maximum or before the end at hand.
  mutating func extend(through date: CivilDate) {
    end = max(end, min(date, maximumEnd))
  }

  mutating func note(year: Int, isGood: Bool) { reviews[year] = isGood }

  /// Until when the contract gives certainty, counted in whole months from a day.
  package func horizonMonths(on date: CivilDate) -> Int {
    guard date <= end else { return 0 }
    let last = end.adding(days: 1).parts
    let parts = date.parts
    let months = (last.year * 12 + last.month) - (parts.year * 12 + parts.month)
    return last.day < parts.day ? months - 1 : months
  }
}
