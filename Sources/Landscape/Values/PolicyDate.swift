package import Quantities

/// A day as policy texts give it: exact, or only a month, a year, or between two days.
///
/// - Dutch term: datum in beleid
package struct PolicyDate: Hashable, Sendable, CustomStringConvertible {
  /// The first day that is meant.
  package let earliest: CivilDate
  /// The last day that is meant.
  package let latest: CivilDate
  /// The date as it is written: `2022-01-01`, `2020-10`, `2021`, or two dates.
  package let description: String

  /// Reads `yyyy-mm-dd`, `yyyy-mm` or `yyyy`; anything else is nil.
  package init?(_ text: String) {
    if let day = CivilDate(text) {
      self.init(from: day, through: day, text)
    } else if text.utf8.count == 7, let first = CivilDate(text + "-01") {
      self.init(from: first, through: first.lastOfMonth, text)
    } else if text.utf8.count == 4, let first = CivilDate(text + "-01-01"),
      let last = CivilDate(text + "-12-31")
    {
      self.init(from: first, through: last, text)
    } else {
      return nil
    }
  }

  /// Somewhere from the first date through the second; nil when the second lies before the first.
  package init?(between first: PolicyDate, and last: PolicyDate) {
    guard first.earliest <= last.latest else { return nil }
    self.init(
      from: first.earliest,
      through: last.latest,
      "\(first.description)/\(last.description)"
    )
  }

  private init(from earliest: CivilDate, through latest: CivilDate, _ text: String) {
    self.earliest = earliest
    self.latest = latest
    description = text
  }

  /// The day, when exactly one is meant.
  package var day: CivilDate? { earliest == latest ? earliest : nil }

  /// The date as Dutch readers write it.
  package var dutchText: String {
    if let day { return day.dutchText }
    switch description.utf8.count {
    case 4: return description
    case 7: return earliest.dutchText.split(separator: " ").dropFirst().joined(separator: " ")
    default: return "tussen \(earliest.dutchText) en \(latest.dutchText)"
    }
  }
}
