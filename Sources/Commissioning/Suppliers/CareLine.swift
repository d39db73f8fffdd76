package import Quantities
package import Rules

/// How far support stands from ordinary life.
///
/// - Dutch term: lijn van een product: nulde, eerste of tweede (003:413)
package enum CareLine: Int, CaseIterable, Comparable, Hashable, Sendable {
  /// Not formal: the own network and general provisions.
  case zero = 0
  /// Formal and not specialised.
  case first = 1
  /// Specialised.
  case second = 2

  package static func < (left: CareLine, right: CareLine) -> Bool {
    left.rawValue < right.rawValue
  }

  package var text: BilingualText {
    switch self {
    case .zero: BilingualText("nulde lijn", "line zero")
    case .first: BilingualText("eerste lijn", "first line")
    case .second: BilingualText("tweede lijn", "second line")
    }
  }
}

/// The line of a product, with the place that says so.
///
/// - Dutch term: product met zijn lijn
package struct ProductLine: Hashable, Sendable {
  package let product: ProductCode
  package let line: CareLine
  package let basis: Basis

  package init(product: ProductCode, line: CareLine, basis: Basis) {
    self.product = product
    self.line = line
    self.basis = basis
  }
}
