package import Quantities

/// What an allocation gives: which support, from when, and how much of it.
///
/// - Dutch term: toegewezen product (iWmo 3.2 bericht 301, klasse ToegewezenProduct)
package struct AllocationTerms: Hashable, Sendable {
  /// Nil for a generic allocation, which leaves the support open.
  package let category: ProductCategory?
  /// Nil when the allocation fixes the category only.
  package let code: ProductCode?
  package let from: CivilDate
  /// The last day; nil as long as no end is known.
  package let through: CivilDate?
  package let volume: SupportVolume?
  package let budget: Cents?

  package init(
    category: ProductCategory? = nil,
    code: ProductCode? = nil,
    from: CivilDate,
    through: CivilDate? = nil,
    volume: SupportVolume? = nil,
    budget: Cents? = nil
  ) {
    self.category = category
    self.code = code
    self.from = from
    self.through = through
    self.volume = volume
    self.budget = budget
  }
}

extension AllocationTerms {
  /// What the allocation fixes and what it leaves to the provider.
  package var kind: AllocationKind {
    if code != nil { return .specific }
    if category != nil { return budget == nil ? .category : .categoryWithBudget }
    return .generic
  }

  /// The days on which support may be delivered; nil when they end before they begin, which a
  /// message allows and nobody can use.
  package var period: OpenPeriod? { OpenPeriod(from: from, through: through) }

  /// Whether the terms have not ended on a day; they may begin later.
  package func lasts(on day: CivilDate) -> Bool { through.map { day <= $0 } ?? true }
}

/// What an allocation fixes and what it leaves to the provider.
///
/// - Dutch term: specifieke, aspecifieke en generieke toewijzing (iWmo 3.2 IV074)
package enum AllocationKind: Hashable, CaseIterable, Sendable {
  /// Category, product code and volume are fixed (specifiek).
  case specific
  /// Only the category is fixed (aspecifiek zonder budget).
  case category
  /// The category and an amount are fixed (aspecifiek met budget).
  case categoryWithBudget
  /// Only an amount is fixed (generiek).
  case generic
}
