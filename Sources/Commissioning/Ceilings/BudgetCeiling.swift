package import Quantities

/// A budget ceiling of a contract from its announcement to what is paid above it.
///
/// - Dutch term: budgetplafond, bestedingsruimte (contractstandaard 1.5; `definitions.md` B.10)
package struct BudgetCeiling: Hashable, Sendable {
  /// The first day on which the ceiling is to hold.
  package let from: CivilDate
  package let announced: CivilDate
  package internal(set) var decision: Decision?
  /// The day on which the joint plan was agreed.
  package internal(set) var planAgreed: CivilDate?
  package internal(set) var warnings: [Warning] = []

  /// The decision on period and amount.
  package struct Decision: Hashable, Sendable {
    package let on: CivilDate
    package let through: CivilDate
    package let amount: Cents

    package init(on: CivilDate, through: CivilDate, amount: Cents) {
      self.on = on
      self.through = through
      self.amount = amount
    }
  }

  /// A written notice that the ceiling comes near, and what followed.
  package struct Warning: Hashable, Sendable {
    package let on: CivilDate
    package let used: Cents
    package internal(set) var talk: CivilDate?
    package internal(set) var outcome: Outcome?

    package init(on: CivilDate, used: Cents) {
      self.on = on
      self.used = used
    }
  }

  /// What was decided after the talk.
  package struct Outcome: Hashable, Sendable {
    package let on: CivilDate
    /// The new amount, adjusted in writing; nil when the ceiling stays as it is.
    package let amount: Cents?

    package init(on: CivilDate, amount: Cents?) {
      self.on = on
      self.amount = amount
    }
  }

  package init(from: CivilDate, announced: CivilDate) {
    self.from = from
    self.announced = announced
  }
}

extension BudgetCeiling {
  /// The amount that holds after all adjustments; nil before the decision.
  package var amount: Cents? {
    warnings.last { $0.outcome?.amount != nil }?.outcome?.amount ?? decision?.amount
  }

  package var period: Period? { decision.flatMap { Period(from: from, through: $0.through) } }

  /// Whether so much use calls for the written notice: 70 % of the ceiling, or more.
  package func callsForWarning(used: Cents) -> Bool {
    guard let amount else { return false }
    // Compared without a division: used / amount >= 70 / 100.
    return Int128(used.rawValue) * 100 >= Int128(amount.rawValue) * Int128(Self.warningPercent)
  }

  /// The share of the ceiling from which the notice is due.
  package static let warningPercent = 70
}
