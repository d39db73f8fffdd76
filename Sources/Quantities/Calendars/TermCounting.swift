/// By which rules the days of a term are counted.
///
/// The three give different days for the same number of them, so a term always names its own.
///
/// - Dutch term: wijze van tellen
package enum TermCounting: String, CaseIterable, Hashable, Sendable {
  /// Terms of European procurement law: Regulation (EEC, Euratom) 1182/71, article 3.
  case european = "europees"
  /// Terms of Dutch acts: Algemene termijnenwet.
  case statutory = "wettelijk"
  /// Terms of a contract: calendar days as they come, unless the term itself counts working days.
  case contract = "contract"
}

extension TermCounting {
  /// Where the way of counting is laid down.
  package var source: String {
    switch self {
    case .european: "Verordening (EEG, Euratom) 1182/71, artikel 3"
    case .statutory: "Algemene termijnenwet, artikelen 1 tot en met 4"
    case .contract: "het contract; de Algemene termijnenwet geldt er niet voor"
    }
  }

  /// Whether a term that would end on a Saturday, Sunday or holiday ends on the next working day.
  func movesTheEnd(of length: TermLength) -> Bool {
    switch self {
    case .european: true
    case .statutory: !Self.isTooLong(length)
    case .contract: false
    }
  }

  /// Whether a term of this length must hold two working days.
  func demandsTwoWorkingDays(of length: TermLength) -> Bool {
    switch self {
    case .european: length.isAtLeast(days: 2)
    case .statutory: length.isAtLeast(days: 3) && !Self.isTooLong(length)
    case .contract: false
    }
  }

  /// Terms of over 90 days, 12 weeks or 3 months, or in years, are left as they are (article 4).
  private static func isTooLong(_ length: TermLength) -> Bool {
    switch length.unit {
    case .days, .workingDays: length.count > 90
    case .weeks: length.count > 12
    case .months: length.count > 3
    case .years: true
    }
  }
}
