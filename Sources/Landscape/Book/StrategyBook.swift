package import Quantities

/// All strategies that a region adopted, with which of them holds on a day.
///
/// - Dutch term: register van inkoopstrategieën
package struct StrategyBook: Hashable, Sendable {
  /// Every adoption, the oldest first.
  package internal(set) var adoptions: [StrategyAdoption] = []

  package init() {}

  /// Takes in what happened; never fails.
  package mutating func evolve(_ event: StrategyEvent) {
    switch event {
    case .adopted(let adoption): adoptions.append(adoption)
    }
  }
}

extension StrategyBook {
  /// The latest version of a strategy.
  package func current(_ code: String) -> StrategyAdoption? {
    adoptions.last { $0.strategy.code == code }
  }

  /// The latest version of every strategy, in order of first adoption.
  package var current: [StrategyAdoption] {
    var seen: Set<String> = []
    return adoptions.compactMap { adoption in
      seen.insert(adoption.strategy.code).inserted ? current(adoption.strategy.code) : nil
    }
  }

  /// Every adoption for a law, the oldest first.
  package func history(of law: PolicyLaw) -> [StrategyAdoption] {
    adoptions.filter { $0.strategy.law == law }
  }

  /// The strategies of a law that hold on a day: as a rule one, and more only where they speak of
  /// other segments or other municipalities.
  package func holding(_ law: PolicyLaw, on day: CivilDate) -> [StrategyAdoption] {
    current.filter { adoption in
      adoption.strategy.law == law && days(of: adoption.strategy)?.contains(day) == true
    }
  }

  /// The strategies that take the place of one, by their own words.
  package func successors(of code: String) -> [StrategyAdoption] {
    current.filter { $0.strategy.succeeds.contains(code) }
  }

  /// From when to when a strategy holds: by its own words, and no longer than until the first that
  /// succeeds it begins; nil while its first day is unknown or when it was overtaken before that.
  package func days(of strategy: Strategy) -> OpenPeriod? {
    guard let first = strategy.firstDay else { return nil }
    let overtaken = successors(of: strategy.code).compactMap { successor in
      successor.strategy.firstDay.map { $0.adding(days: -1) }
    }
    let last = ([strategy.lastDay].compactMap(\.self) + overtaken).min()
    return OpenPeriod(from: first, through: last)
  }
}
