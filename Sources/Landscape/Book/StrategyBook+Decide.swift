import Journal
package import Quantities
import Rules

extension StrategyBook {
  /// Says which events a command leads to, or why it is refused; changes nothing.
  ///
  /// The municipalities are those whose records the region holds; without any, every strategy is of
  /// this region.
  package func decide(
    _ command: StrategyCommand,
    on today: CivilDate,
    municipalities: [MunicipalityCode]
  ) throws(StrategyRefusal) -> [StrategyEvent] {
    switch command {
    case .adopt(let strategy, let digest, let decision, let reason):
      try requireWhole(strategy)
      try requireOurs(strategy, municipalities)
      if let decision, strategy.decision(decision) == nil {
        throw .unknownDecision(decision, of: strategy.code)
      }
      try requireNew(strategy)
      if let clash = clash(with: strategy, on: today) { throw clash }
      return [
        .adopted(
          StrategyAdoption(
            strategy: strategy,
            on: today,
            digest: digest,
            decision: decision ?? strategy.adoptedBy.value,
            reason: reason
          )
        )
      ]
    }
  }

  /// Refuses a strategy that the check of files would refuse, wherever it came from.
  private func requireWhole(_ strategy: Strategy) throws(StrategyRefusal) {
    let errors: [StrategyFinding]
    do {
      errors = StrategyCheck(try StrategyNode(json: strategy.document)).findings(.error)
    } catch {
      throw .notChecked(BilingualText(quoted: "\(error)"), errors: 1)
    }
    if let first = errors.first { throw .notChecked(first.message, errors: errors.count) }
  }

  private func requireOurs(
    _ strategy: Strategy,
    _ municipalities: [MunicipalityCode]
  ) throws(StrategyRefusal) {
    guard municipalities.isEmpty || !strategy.municipalities.isDisjoint(with: municipalities) else {
      throw .otherRegion(strategy.region.name)
    }
  }

  private func requireNew(_ strategy: Strategy) throws(StrategyRefusal) {
    guard strategy.firstDay != nil else {
      throw .noFirstDay(strategy.code, reason: strategy.validFrom.value.reason ?? "")
    }
    guard let earlier = current(strategy.code) else { return }
    guard earlier.strategy != strategy else { throw .same(strategy.code, on: earlier.on) }
    guard earlier.strategy.law == strategy.law else {
      throw .otherLaw(strategy.code, earlier.strategy.law)
    }
  }

  /// Why two strategies would say different things of the same segment, municipality and day; nil
  /// when they would not.
  private func clash(with strategy: Strategy, on today: CivilDate) -> StrategyRefusal? {
    var book = self
    book.adoptions.append(StrategyAdoption(strategy: strategy, on: today, digest: .zero))
    guard let days = book.days(of: strategy) else { return .overtaken(strategy.code) }
    let segments = Set(strategy.segments.map(\.code))
    for other in current where other.strategy.code != strategy.code {
      guard other.strategy.law == strategy.law,
        let otherDays = book.days(of: other.strategy), otherDays.overlaps(days),
        !other.strategy.municipalities.isDisjoint(with: strategy.municipalities),
        let segment = other.strategy.segments.first(where: { segments.contains($0.code) })
      else { continue }
      return .clash(
        other.strategy.code,
        segment: segment.label,
        from: max(days.first, otherDays.first)
      )
    }
    return nil
  }
}
