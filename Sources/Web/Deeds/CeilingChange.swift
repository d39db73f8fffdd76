package import Commissioning
package import Quantities

/// A decision on a budget ceiling that takes two people (AZ-04).
///
/// Telling that a ceiling comes near, talking about it and agreeing the plan change no amount, so
/// one person records those.
///
/// - Dutch term: besluit over een budgetplafond
package enum CeilingChange: Hashable, Sendable {
  case announce(from: CivilDate)
  case decide(amount: Cents, through: CivilDate)
  /// After the talk: a new amount, or nil when the ceiling stays as it is.
  case settle(amount: Cents?)

  /// The step of the procedure; the raw values are stored and stand in forms.
  package enum Step: String, CaseIterable, Sendable {
    case announce = "aankondigen"
    case decide = "besluiten"
    case settle = "afronden"
  }

  package var step: Step {
    switch self {
    case .announce: .announce
    case .decide: .decide
    case .settle: .settle
    }
  }

  package var action: ContractAction {
    switch self {
    case .announce(let from): .announceCeiling(from: from)
    case .decide(let amount, let through): .decideCeiling(amount: amount, through: through)
    case .settle(let amount): .settleCeiling(amount: amount)
    }
  }
}

extension CeilingChange {
  /// What of a contract the change rests on.
  ///
  /// Notices and their outcomes only ever grow in number, so a ceiling that changed never looks the
  /// same again.
  static func before(_ contract: Contract?) -> [DeedFact] {
    let ceiling = contract?.ceiling
    let outcomes = ceiling?.warnings.count { $0.outcome != nil } ?? 0
    return [
      DeedFact(.ceilingAnnounced, .init(ceiling?.announced)),
      DeedFact(.ceilingFrom, .init(ceiling?.from)),
      DeedFact(.ceilingThrough, .init(ceiling?.decision?.through)),
      DeedFact(.ceilingAmount, .init(ceiling?.amount)),
      DeedFact(.ceilingDecided, .init(ceiling?.decision?.on)),
      DeedFact(.ceilingNotices, .count(Int64(ceiling?.warnings.count ?? 0))),
      DeedFact(.ceilingOutcomes, .count(Int64(outcomes))),
      DeedFact(.contractEnd, .init(contract?.lastDay)),
    ]
  }

  /// Stands for a day that is known only when the change is carried out.
  static let carriedOut = "uitvoering"

  var after: [DeedFact] {
    switch self {
    case .announce(let from):
      [
        DeedFact(.ceilingAnnounced, .text(Self.carriedOut)),
        DeedFact(.ceilingFrom, .day(from)), DeedFact(.ceilingThrough, .none),
        DeedFact(.ceilingAmount, .none), DeedFact(.ceilingDecided, .none),
      ]
    case .decide(let amount, let through):
      [
        DeedFact(.ceilingThrough, .day(through)), DeedFact(.ceilingAmount, .amount(amount)),
        DeedFact(.ceilingDecided, .text(Self.carriedOut)),
      ]
    case .settle(let amount): amount.map { [DeedFact(.ceilingAmount, .amount($0))] } ?? []
    }
  }

  /// The steps that the procedure of a ceiling is at on a day; none when it asks for something else
  /// first, such as the talk.
  static func open(_ contract: Contract) -> [Step] {
    guard let ceiling = contract.ceiling else {
      return contract.draft.mayBringInCeiling ? [.announce] : []
    }
    guard ceiling.decision != nil else { return [.decide] }
    if let warning = ceiling.warnings.last, warning.talk != nil, warning.outcome == nil {
      return [.settle]
    }
    return contract.draft.mayBringInCeiling ? [.announce] : []
  }
}

extension DeedFact {
  /// A fact of which there is one only.
  init(_ name: Name, _ value: Value) { self.init(name, "", value) }
}
