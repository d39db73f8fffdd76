package import Quantities

/// Whether a line is paid that would go above the ceiling, and why.
///
/// A line is paid whole or not at all; it is never cut to what is left.
///
/// - Dutch term: betaling boven de bestedingsruimte (contractstandaard art. 1.5)
package enum CeilingVerdict: Hashable, Sendable {
  case paid(Ground)
  /// Not paid; how much of the ceiling was left.
  case notPaid(left: Cents)

  /// Why a line is paid.
  package enum Ground: String, CaseIterable, Hashable, Sendable {
    case noCeiling = "er geldt geen plafond op deze dag"
    case withinCeiling = "binnen het plafond"
    case specificAllocation = "specifieke toewijzing door de gemeente: altijd volledig betaald"
    case crisis = "crisishulp gaat altijd door en wordt betaald"
  }

  /// How the support was allocated.
  package enum Allocation: String, CaseIterable, Hashable, Sendable {
    case specific = "specifiek"
    case aspecific = "aspecifiek"
    case generic = "generiek"
  }
}

extension CeilingVerdict {
  /// Who watches the limit: with an aspecific allocation the provider, otherwise the municipality.
  package static func guardian(of allocation: Allocation) -> ContractSide {
    allocation == .aspecific ? .provider : .municipality
  }
}

extension BudgetCeiling {
  /// Judges a line on support of a day, after what was paid before it.
  package func judge(
    _ line: Cents,
    on date: CivilDate,
    paidBefore: Cents,
    allocation: CeilingVerdict.Allocation,
    isCrisis: Bool = false
  ) -> CeilingVerdict {
    guard let amount, let period, period.contains(date) else { return .paid(.noCeiling) }
    if isCrisis { return .paid(.crisis) }
    if allocation == .specific { return .paid(.specificAllocation) }
    // A sum that does not fit lies above any ceiling.
    if let sum = paidBefore.adding(line), sum <= amount { return .paid(.withinCeiling) }
    return .notPaid(left: max(.zero, amount.subtracting(paidBefore) ?? .zero))
  }
}

/// On which side of a contract somebody stands.
///
/// - Dutch term: opdrachtgever, opdrachtnemer (contractstandaard)
package enum ContractSide: String, CaseIterable, Hashable, Sendable {
  case municipality = "opdrachtgever"
  case provider = "opdrachtnemer"
}
