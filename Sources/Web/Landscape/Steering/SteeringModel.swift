package import Landscape
package import Quantities
package import Rules

/// What the room opens on: what asks for attention, and the table of each strategy that holds.
package struct SteeringModel: Sendable {
  package let attention: [Attention]
  package let tables: [Table]

  /// The table of one strategy.
  package struct Table: Sendable {
    package let code: String
    package let law: PolicyLaw
    package let period: OpenPeriod?
    package let steering: SteeringTable
  }

  /// Something that somebody has to do something about.
  package struct Attention: Hashable, Sendable {
    package let kind: Kind
    package let strategy: String
    /// The segment it is about; nil for the whole strategy.
    package let segment: String?
    /// What it is about, by its name.
    package let subject: String
    package let text: BilingualText
    /// The day on which it begins to pinch; nil where there is none.
    package let day: CivilDate?
  }

  package enum Kind: Int, Hashable, Comparable, Sendable {
    /// No procedure can begin.
    case barred
    /// The strategy ends or has ended, and none takes its place.
    case ending
    /// A decision that has to come first has no day.
    case undecided

    package static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }

    var status: StatusKind { self == .barred ? .negative : .warning }

    var text: BilingualText {
      switch self {
      case .barred: BilingualText("Belemmert een procedure", "Bars a procedure")
      case .ending: BilingualText("Loopt af", "Ends")
      case .undecided: BilingualText("Besluit zonder datum", "Decision without a date")
      }
    }
  }

  /// A new strategy takes about as long to make as the regions took: more than a year.
  static let monthsAhead = 18

  package init(_ shelf: StrategyShelf, in language: Language) {
    let holding = shelf.holding
    tables = holding.map { strategy in
      Table(
        code: strategy.code,
        law: strategy.law,
        period: shelf.period(strategy),
        steering: SteeringTable(strategy, in: language)
      )
    }
    attention =
      (holding.flatMap(Self.barred) + Self.ending(shelf, language)
      + holding.flatMap { Self.undecided($0) }).sorted { $0.kind < $1.kind }
  }

  private static func barred(_ strategy: Strategy) -> [Attention] {
    strategy.segments.compactMap { segment in
      let obstacles = segment.obstacles
      guard !obstacles.isEmpty else { return nil }
      return Attention(
        kind: .barred,
        strategy: strategy.code,
        segment: segment.code,
        subject: segment.title,
        text: obstacles.joined(separator: "; "),
        day: nil
      )
    }
  }

  private static func ending(_ shelf: StrategyShelf, _ language: Language) -> [Attention] {
    shelf.book.current.compactMap { adoption in
      let strategy = adoption.strategy
      guard let period = shelf.period(strategy), let last = period.last,
        period.first <= shelf.day, last <= shelf.day.adding(months: monthsAhead),
        shelf.book.successors(of: strategy.code).isEmpty,
        !isFollowed(strategy, after: last, shelf)
      else { return nil }
      let day = Wording.day(last, language)
      let text =
        last < shelf.day
        ? BilingualText(
          "gold tot en met \(day) en er is geen opvolger",
          "held through \(day) and there is no successor"
        )
        : BilingualText(
          "geldt tot en met \(day) en er is nog geen opvolger",
          "holds through \(day) and there is no successor yet"
        )
      return Attention(
        kind: .ending,
        strategy: strategy.code,
        segment: nil,
        subject: strategy.name,
        text: text,
        day: last
      )
    }
  }

  /// Whether another strategy for the same act holds after the last day of one.
  private static func isFollowed(
    _ strategy: Strategy,
    after last: CivilDate,
    _ shelf: StrategyShelf
  ) -> Bool {
    shelf.book.current.contains { other in
      other.strategy.code != strategy.code && other.strategy.law == strategy.law
        && !other.strategy.municipalities.isDisjoint(with: strategy.municipalities)
        && (shelf.period(other.strategy).map { $0.last ?? .distantEnd > last } ?? false)
    }
  }

  private static func undecided(_ strategy: Strategy) -> [Attention] {
    (strategy.decisions.value ?? []).compactMap { decision in
      guard decision.isGate, let reason = decision.date.reason else { return nil }
      return Attention(
        kind: .undecided,
        strategy: strategy.code,
        segment: nil,
        subject: decision.text,
        text: .unknown(reason),
        day: nil
      )
    }
  }
}

extension CivilDate {
  /// After every day that anything here is about.
  fileprivate static var distantEnd: CivilDate { CivilDate(dayNumber: .max) }
}
