package import Landscape
package import Quantities
import Region
import Rules

/// The strategies of a region as the pages take them from the shelf: those that hold on a day, in
/// the order of the acts, and any of them by its code.
package struct StrategyShelf: Sendable {
  package let book: StrategyBook
  package let day: CivilDate

  package init(_ book: StrategyBook, on day: CivilDate) {
    self.book = book
    self.day = day
  }

  init(_ visit: Visit) {
    self.init(visit.state.strategies, on: visit.validOn)
  }

  /// The strategies that hold on the day.
  package var holding: [Strategy] {
    PolicyLaw.allCases.flatMap { book.holding($0, on: day).map(\.strategy) }
  }

  /// The filter by which one of them is chosen, and what it lets through.
  func filtered(_ visit: Visit) -> (filter: ListFilter, strategies: [Strategy]) {
    let strategies = holding
    let filter = ListFilter(
      "strategie",
      visit.say("Strategie", "Strategy"),
      strategies.map { ListFilter.Choice($0.code, $0.name) },
      on: visit
    )
    let chosen = strategies.filter { filter.chosen == nil || filter.chosen == $0.code }
    return (filter, chosen)
  }

  /// The latest version of a strategy, whether it holds or not: a link to it must not break because
  /// another day is looked at.
  func strategy(_ code: String) -> Strategy? { book.current(code)?.strategy }

  /// From when to when a strategy holds.
  func period(_ strategy: Strategy) -> OpenPeriod? { book.days(of: strategy) }

  /// How a strategy stands on the day.
  func standing(_ strategy: Strategy) -> Standing {
    guard let period = period(strategy) else { return .unknown }
    if day < period.first { return .coming }
    return period.contains(day) ? .holds : .ended
  }

  enum Standing: Hashable, Sendable {
    case holds, coming, ended, unknown

    var text: BilingualText {
      switch self {
      case .holds: BilingualText("geldt", "holds")
      case .coming: BilingualText("gaat nog in", "begins later")
      case .ended: BilingualText("voorbij", "over")
      case .unknown: BilingualText("begin onbekend", "beginning unknown")
      }
    }

    var status: StatusKind {
      switch self {
      case .holds: .positive
      case .coming, .ended: .neutral
      case .unknown: .warning
      }
    }
  }
}

extension Visit {
  /// From when to when, in words.
  func text(_ period: OpenPeriod?) -> String {
    guard let period else { return say("begin onbekend", "beginning unknown") }
    let first = Wording.day(period.first, language)
    guard let last = period.last else { return say("vanaf \(first)", "from \(first)") }
    let through = Wording.day(last, language)
    return say("van \(first) tot en met \(through)", "from \(first) through \(through)")
  }

  /// The way to a page of the room.
  var landscapeCrumbs: [Crumb] {
    [Crumb(say("Landschap", "Landscape"), address(.landscape(.steering)))]
  }
}

extension Segment {
  /// The number with the name: `1a Volwassenen`.
  var title: String { number.value.map { "\($0) \(displayName)" } ?? displayName }
}
