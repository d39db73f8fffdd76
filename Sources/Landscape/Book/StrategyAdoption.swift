package import Journal
package import Quantities

/// A strategy as it was adopted: the whole document, when, and by which decision.
///
/// - Dutch term: vaststelling van de inkoopstrategie
package struct StrategyAdoption: Hashable, Sendable {
  package let strategy: Strategy
  /// The day on which it was adopted; which days it holds for, the strategy says itself.
  package let on: CivilDate
  /// The digest of the canonical document, by which others name exactly this version.
  package let digest: Digest
  /// The decision by which it was adopted, by its code in the strategy; nil where there is none.
  package let decision: String?
  /// Why it was adopted or changed, in the words of who did it.
  package let reason: String?

  package init(
    strategy: Strategy,
    on: CivilDate,
    digest: Digest,
    decision: String? = nil,
    reason: String? = nil
  ) {
    self.strategy = strategy
    self.on = on
    self.digest = digest
    self.decision = decision
    self.reason = reason
  }
}

extension Strategy {
  /// The first day on which the strategy may hold; nil while that is unknown.
  package var firstDay: CivilDate? { validFrom.value.value?.earliest }

  /// The last day on which it may hold by its own words; nil when it names none.
  package var lastDay: CivilDate? { validThrough?.value.value?.latest }

  /// The municipalities that are or were members of its region.
  package var municipalities: Set<MunicipalityCode> { Set(region.members.map(\.municipality)) }
}

/// Something that happened to the strategies of a region.
package enum StrategyEvent: Hashable, Sendable {
  case adopted(StrategyAdoption)
}

/// What someone asks about strategies.
package enum StrategyCommand: Hashable, Sendable {
  /// Adopts a strategy, or a new version of one that was adopted before; the digest is that of its
  /// canonical document.
  case adopt(Strategy, digest: Digest, decision: String? = nil, reason: String? = nil)
}
