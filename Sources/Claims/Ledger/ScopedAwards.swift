import Columns
package import Quantities

/// What was awarded under contracts with a ceiling, per month of delivery.
///
/// Only these amounts can be held against the ceilings; a line under two of them counts once.
package struct ScopedAwards: Sendable {
  /// What a ceiling is about.
  package struct Scope: Hashable, Sendable {
    package let providers: Set<ProviderCode>
    package let municipalities: Set<MunicipalityCode>
    /// Empty for all.
    package let products: Set<ProductCode>
    package let period: Period

    package init(
      providers: Set<ProviderCode>,
      municipalities: Set<MunicipalityCode>,
      products: Set<ProductCode>,
      period: Period
    ) {
      self.providers = providers
      self.municipalities = municipalities
      self.products = products
      self.period = period
    }
  }

  /// By the first day of the month.
  package private(set) var months: [CivilDate: Cents] = [:]

  package init(_ ledger: ClaimLedger, under scopes: [Scope]) {
    let known = scopes.map { scope in
      (scope: scope, products: Set(scope.products.compactMap(ledger.lines.number(of:))))
    }
    for claim in ledger.claims {
      let near = known.filter {
        $0.scope.providers.contains(claim.provider)
          && $0.scope.municipalities.contains(claim.municipality)
      }
      guard !near.isEmpty else { continue }
      for row in claim.rows {
        let line = ledger.lines.numbers[row]
        let flags = LineTable.Flags(rawValue: line.flags)
        guard LineFilter.Standing(flags) == .awarded else { continue }
        let day = CivilDate(dayNumber: line.first)
        let isMeant = near.contains { ceiling in
          ceiling.scope.period.contains(day)
            && (ceiling.scope.products.isEmpty || ceiling.products.contains(line.product))
        }
        guard isMeant else { continue }
        let sum = months[day.firstOfMonth, default: .zero].rawValue &+ line.amount
        months[day.firstOfMonth] = Cents(sum)
      }
    }
  }
}

extension LineTable {
  /// The number under which the lines know a product; nil when none is about it.
  fileprivate func number(of product: ProductCode) -> Int32? {
    codes.number(of: product.description)
  }
}
