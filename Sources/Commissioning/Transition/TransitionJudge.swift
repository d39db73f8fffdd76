import Quantities
import Rules

/// Holds trajectories against a transition policy.
///
/// - Dutch term: toets aan het overgangsbeleid (001:48-85)
package struct TransitionJudge: Sendable {
  let policy: TransitionPolicy
  let book: TransitionBook
  let contracts: ContractedIndex

  package init(_ policy: TransitionPolicy, book: TransitionBook, contracts: ContractedIndex) {
    self.policy = policy
    self.book = book
    self.contracts = contracts
  }

  /// What the policy says of a trajectory.
  package func verdict(on trajectory: Trajectory) -> TransitionVerdict {
    if book.ownDelivery[trajectory.provider] != nil { return .outside(.ownDelivery) }
    let municipality = trajectory.name.municipality
    let adoptions = book.adoptions(of: policy.code, by: municipality)
    guard !adoptions.isEmpty else { return .outside(.notAdopted) }
    let fitting = adoptions.filter { adoption in
      trajectory.product.map { adoption.products.contains($0) } == true
    }
    guard let product = trajectory.product, !fitting.isEmpty else {
      return .outside(.otherProduct)
    }
    if let clause = policy.clause(.finishRunning), trajectory.bought < clause.period.first {
      return .finished(clause)
    }
    guard fitting.contains(where: { $0.period.contains(trajectory.bought) }) else {
      return .outside(.notAdopted)
    }
    if let signal = leaving(trajectory, product) ?? uncontracted(trajectory, product) {
      return .signal(signal)
    }
    let speaks = policy.clauses.contains { $0.period.contains(trajectory.bought) }
    return speaks ? .inOrder : .outside(.noClause)
  }

  /// The signals of many trajectories, in order of their names.
  package func signals(in trajectories: some Sequence<Trajectory>) -> [TransitionSignal] {
    trajectories.compactMap { verdict(on: $0).signal }.sorted { $0.key < $1.key }
  }
}

// MARK: - The rules

extension TransitionJudge {
  /// New support with a provider that has no contract once the new ones begin (001:52-55).
  private func leaving(_ trajectory: Trajectory, _ product: ProductCode) -> TransitionSignal? {
    guard let start = policy.start, trajectory.bought < start,
      !isContracted(trajectory, product, on: start)
    else { return nil }
    let limit = policy.clause(.limitLeaving).flatMap { holds($0, trajectory) }
    let long = policy.clause(.limitLong).flatMap { holds($0, trajectory) }
      .flatMap { runsOn(trajectory, after: $0) ? $0 : nil }
    guard let clause = long ?? limit else { return nil }
    let found =
      long == nil
      ? BilingualText(
        "Aanbieder \(trajectory.provider) heeft vanaf \(start.dutchText) geen contract meer; "
          + "beperk nieuwe trajecten.",
        "Provider \(trajectory.provider) has no contract any more from \(start); limit new "
          + "trajectories."
      )
      : BilingualText(
        "Aanbieder \(trajectory.provider) heeft vanaf \(start.dutchText) geen contract meer en dit "
          + "traject loopt dan nog; zulke trajecten horen het meest te worden beperkt.",
        "Provider \(trajectory.provider) has no contract any more from \(start) and this "
          + "trajectory still runs then; such trajectories are to be limited most."
      )
    return signal(trajectory, clause, found, bases: (limit?.bases ?? []) + (long?.bases ?? []))
  }

  /// New support, after the start, with a provider that has no contract (001:61-62).
  private func uncontracted(
    _ trajectory: Trajectory,
    _ product: ProductCode
  ) -> TransitionSignal? {
    guard let clause = policy.clause(.useContracted).flatMap({ holds($0, trajectory) }),
      !isContracted(trajectory, product, on: trajectory.bought)
    else { return nil }
    let found = BilingualText(
      "Aanbieder \(trajectory.provider) heeft geen contract voor dit product; gebruik een "
        + "gecontracteerde aanbieder.",
      "Provider \(trajectory.provider) has no contract for this product; use a contracted provider."
    )
    return signal(trajectory, clause, found, bases: clause.bases)
  }

  private func holds(
    _ clause: TransitionClause,
    _ trajectory: Trajectory
  ) -> TransitionClause? {
    clause.period.contains(trajectory.bought) ? clause : nil
  }

  /// Whether a trajectory goes on after the days of a rule, as far as is known.
  private func runsOn(_ trajectory: Trajectory, after clause: TransitionClause) -> Bool {
    guard let last = clause.period.last ?? policy.start?.adding(days: -1) else { return false }
    return trajectory.period.last.map { $0 > last } ?? true
  }

  private func isContracted(
    _ trajectory: Trajectory,
    _ product: ProductCode,
    on day: CivilDate
  ) -> Bool {
    contracts.isContracted(
      trajectory.provider,
      for: product,
      in: trajectory.name.municipality,
      on: day
    )
  }
}

// MARK: - What is asked

extension TransitionJudge {
  private func signal(
    _ trajectory: Trajectory,
    _ clause: TransitionClause,
    _ found: BilingualText,
    bases: [Basis]
  ) -> TransitionSignal {
    let wayIn = wayIn(on: trajectory.bought)
    let asked =
      clause.weight == .advice
      ? BilingualText(
        "Dit is een advies: geef de reden van de afwijking.",
        "This is advice: give the reason for departing from it."
      )
      : BilingualText(
        "De strategie verbiedt dit: geef de reden van de afwijking.",
        "The strategy forbids this: give the reason for departing from it."
      )
    let sentences = [found] + wayIn.map { [$0.text] }.reduce([], +) + [asked]
    return TransitionSignal(
      key: TransitionSignal.Key(policy: policy.code, trajectory: trajectory.name),
      trajectory: trajectory,
      clause: clause,
      text: BilingualText(
        sentences.map(\.dutch).joined(separator: " "),
        sentences.map(\.english).joined(separator: " ")
      ),
      // Two rules may rest on one line of a document.
      bases: (bases + wayIn.flatMap(\.bases)).reduce(into: []) { all, basis in
        if !all.contains(basis) { all.append(basis) }
      }
    )
  }

  /// How a provider without a contract can still get one, as the rules say (001:64-78).
  private func wayIn(on day: CivilDate) -> [(text: BilingualText, bases: [Basis])] {
    var ways: [(text: BilingualText, bases: [Basis])] = []
    if let ask = policy.clause(.askToEnrol), ask.period.contains(day) {
      let text = BilingualText(
        "Vraag de aanbieder zich in te schrijven.",
        "Ask the provider to enrol."
      )
      ways.append((text, ask.bases))
    }
    if let entry = policy.clause(.entryOpen) {
      let first = entry.period.first
      let text =
        day < first
        ? BilingualText(
          "Inschrijven kan vanaf \(first.dutchText).",
          "Enrolling is possible from \(first)."
        )
        : entry.period.contains(day)
          ? BilingualText("Inschrijven kan op elk moment.", "Enrolling is possible at any time.")
          : BilingualText("Inschrijven kan niet meer.", "Enrolling is not possible any more.")
      ways.append((text, entry.bases))
    }
    return ways
  }
}
