package import Quantities

/// A product over a time, as far as stacking is concerned.
package struct ProductSpan: Hashable, Sendable {
  package let category: ProductCategory?
  package let code: ProductCode?
  package let period: OpenPeriod

  /// The product and time of terms; nil when they end before they begin.
  package init?(_ terms: AllocationTerms) {
    self.init(
      category: terms.category,
      code: terms.code,
      from: terms.from,
      through: terms.through
    )
  }

  package init?(
    category: ProductCategory?,
    code: ProductCode?,
    from: CivilDate,
    through: CivilDate?
  ) {
    guard let period = OpenPeriod(from: from, through: through) else { return nil }
    self.category = category
    self.code = code
    self.period = period
  }
}

extension ProductSpan {
  /// Whether both are the same product at the same time, which nobody may have twice (OP259).
  ///
  /// Without a code on either side the categories are compared; what has no product at all is the
  /// same as everything. Days are inclusive and a missing end is open (TR302 as the published check
  /// program reads it). Of the exempt categories several may run at once.
  package func stacks(on other: ProductSpan, exempt: Set<ProductCategory>) -> Bool {
    guard period.overlaps(other.period), !isExempt(exempt), !other.isExempt(exempt) else {
      return false
    }
    guard let category, let otherCategory = other.category else { return true }
    guard category == otherCategory else { return false }
    guard let code, let otherCode = other.code else { return true }
    return code == otherCode
  }

  private func isExempt(_ categories: Set<ProductCategory>) -> Bool {
    category.map { categories.contains($0) } ?? false
  }
}
