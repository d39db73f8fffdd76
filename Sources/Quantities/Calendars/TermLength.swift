/// How long a term is: so many days, working days, weeks, months or years.
package struct TermLength: Hashable, Sendable {
  package let count: Int
  package let unit: Unit

  package enum Unit: String, CaseIterable, Hashable, Sendable {
    case days = "dagen"
    case workingDays = "werkdagen"
    case weeks = "weken"
    case months = "maanden"
    case years = "jaren"
  }

  /// The length, or nil when the number is not between 1 and 10,000.
  package init?(_ count: Int, _ unit: Unit) {
    guard (1...10_000).contains(count) else { return nil }
    self.init(unchecked: count, unit)
  }

  /// Takes over a number that is written in the code.
  private init(unchecked count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// So many days, cut to what a length can be.
  package static func days(_ count: Int) -> TermLength { bounded(count, .days) }
  package static func workingDays(_ count: Int) -> TermLength { bounded(count, .workingDays) }
  package static func weeks(_ count: Int) -> TermLength { bounded(count, .weeks) }
  package static func months(_ count: Int) -> TermLength { bounded(count, .months) }
  package static func years(_ count: Int) -> TermLength { bounded(count, .years) }

  private static func bounded(_ count: Int, _ unit: Unit) -> TermLength {
    TermLength(unchecked: min(max(count, 1), 10_000), unit)
  }
}

extension TermLength {
  /// The day so much later (earlier when `backwards`), without any extension for holidays.
  package func shift(
    _ date: CivilDate,
    backwards: Bool = false,
    in calendar: WorkCalendar
  ) -> CivilDate {
    let signed = backwards ? -count : count
    return switch unit {
    case .days: date.adding(days: signed)
    case .workingDays: calendar.adding(workingDays: signed, to: date)
    case .weeks: date.adding(days: signed * 7)
    case .months: date.adding(months: signed)
    case .years: date.adding(months: signed * 12)
    }
  }

  /// Whether the length is at least so many days; weeks and more always are.
  func isAtLeast(days: Int) -> Bool {
    switch unit {
    case .days, .workingDays: count >= days
    case .weeks, .months, .years: true
    }
  }

  /// The length in Dutch: `1 dag`, `6 maanden`.
  package var dutchText: String {
    guard count == 1 else { return "\(count) \(unit.rawValue)" }
    let one =
      switch unit {
      case .days: "dag"
      case .workingDays: "werkdag"
      case .weeks: "week"
      case .months: "maand"
      case .years: "jaar"
      }
    return "1 " + one
  }
}

extension TermLength: CustomStringConvertible {
  /// A form that reads back: `14 dagen`.
  package var description: String { "\(count) \(unit.rawValue)" }

  /// Reads `14 dagen`; anything else is nil.
  package init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let count = Int(parts[0]), parts[0] == "\(count)",
      let unit = Unit(rawValue: String(parts[1]))
    else { return nil }
    self.init(count, unit)
  }
}
