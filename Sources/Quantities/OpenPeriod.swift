/// Days from the first on, up to and including the last when there is one.
package struct OpenPeriod: Hashable, Sendable {
  package let first: CivilDate
  /// The last day; nil as long as no end is known.
  package let last: CivilDate?

  /// The period, or nil when it would end before it begins.
  package init?(from first: CivilDate, through last: CivilDate?) {
    if let last, last < first { return nil }
    self.first = first
    self.last = last
  }

  /// The days of a period that has a last one.
  package init(_ period: Period) {
    first = period.first
    last = period.last
  }

  package func contains(_ date: CivilDate) -> Bool {
    first <= date && (last.map { date <= $0 } ?? true)
  }

  package func overlaps(_ other: OpenPeriod) -> Bool {
    (other.last.map { first <= $0 } ?? true) && (last.map { other.first <= $0 } ?? true)
  }

  /// The days that lie in both; nil when there are none.
  package func intersection(_ other: OpenPeriod) -> OpenPeriod? {
    OpenPeriod(
      from: max(first, other.first),
      through: [last, other.last].compactMap(\.self).min()
    )
  }
}
