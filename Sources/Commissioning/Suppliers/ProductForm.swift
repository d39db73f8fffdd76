package import Quantities

/// One form in which the support of a segment is delivered, such as a cell of a product grid.
///
/// - Dutch term: productvorm (003:324-330)
package struct ProductForm: Hashable, Sendable {
  package let code: Label<ProductForm>
  /// The product under which it is claimed; nil where nobody said.
  package let product: ProductCode?

  package init(code: Label<ProductForm>, product: ProductCode?) {
    self.code = code
    self.product = product
  }
}

/// All forms of a segment; a provider must be able to deliver each, so that support can be scaled
/// down without the resident changing provider.
///
/// - Dutch term: productvormen van een segment (003:367)
package struct SegmentForms: Hashable, Sendable {
  package let segment: Label<SegmentForms>
  package let forms: [ProductForm]
  package let basis: Basis

  package init(segment: Label<SegmentForms>, forms: [ProductForm], basis: Basis) {
    self.segment = segment
    self.forms = forms
    self.basis = basis
  }
}

/// What a provider said that it can deliver of a segment.
///
/// - Dutch term: opgave van leverbare productvormen
package struct FormStatement: Hashable, Sendable {
  package let provider: ChamberNumber
  package let segment: Label<SegmentForms>
  package let forms: [Label<ProductForm>]
  package let on: CivilDate

  package init(
    provider: ChamberNumber,
    segment: Label<SegmentForms>,
    forms: [Label<ProductForm>],
    on: CivilDate
  ) {
    self.provider = provider
    self.segment = segment
    self.forms = forms
    self.on = on
  }
}

/// Which forms of a segment a contracted provider can deliver, and which it lacks.
///
/// - Dutch term: dekking van het afschalen per aanbieder (003:367)
package struct FormCoverage: Hashable, Sendable {
  package let provider: ChamberNumber
  package let name: String?
  package let delivers: [Label<ProductForm>]
  package let missing: [Label<ProductForm>]
  package let ground: Ground

  /// What this rests on.
  ///
  /// - Dutch term: waaruit de dekking blijkt
  package enum Ground: Hashable, Sendable {
    case stated(on: CivilDate)
    /// Nothing was stated; the products of its contracts are taken.
    case contracts
    /// Nothing was stated and the forms have no product codes.
    case unknown
  }

  /// Whether it can deliver every form: then it can scale down all the way.
  package var isComplete: Bool { missing.isEmpty }
}

extension SupplierBook {
  /// Every contracted provider beside the forms of a segment, the complete ones first.
  package func coverage(
    of segment: SegmentForms,
    contracts: ContractBook,
    on day: CivilDate
  ) -> [FormCoverage] {
    let running = contracts.contracts.values.filter { $0.period?.contains(day) == true }
    let known = Set(segment.forms.compactMap(\.product))
    var products: [ChamberNumber: Set<ProductCode>] = [:]
    for contract in running {
      products[contract.draft.provider, default: []].formUnion(contracts.products(of: contract))
    }
    let rows = products.sorted { $0.key < $1.key }.compactMap { provider, products in
      let statement = statement(of: provider, on: segment.segment, asOf: day)
      // Who neither stated anything nor has a product of the segment is not a provider of it.
      guard statement != nil || known.isEmpty || !known.isDisjoint(with: products) else {
        return FormCoverage?.none
      }
      return FormCoverage(
        provider: provider,
        name: contracts.providers[provider]?.name,
        segment: segment,
        statement: statement,
        products: products
      )
    }
    return rows.filter(\.isComplete) + rows.filter { !$0.isComplete }
  }
}

extension FormCoverage {
  fileprivate init(
    provider: ChamberNumber,
    name: String?,
    segment: SegmentForms,
    statement: FormStatement?,
    products: Set<ProductCode>
  ) {
    self.provider = provider
    self.name = name
    var delivers: [Label<ProductForm>] = []
    var missing: [Label<ProductForm>] = []
    for form in segment.forms {
      let isDelivered =
        statement.map { $0.forms.contains(form.code) }
        ?? form.product.map { products.contains($0) } ?? false
      if isDelivered { delivers.append(form.code) } else { missing.append(form.code) }
    }
    self.delivers = delivers
    self.missing = missing
    ground =
      statement.map { .stated(on: $0.on) }
      ?? (segment.forms.contains { $0.product != nil } ? .contracts : .unknown)
  }
}
