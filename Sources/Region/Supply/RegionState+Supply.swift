import Access
package import Commissioning
import Landscape
import People
package import Quantities

extension RegionState {
  /// The transition policies of the strategies of the region that have rules for it.
  package var transitionPolicies: [TransitionPolicy] {
    strategies.current.compactMap { TransitionPolicy($0.strategy) }
      .filter { !$0.clauses.isEmpty }
  }

  /// Every allocation that somebody may count on or could once, as bought support.
  ///
  /// It was bought on the day of the first decision; a later change does not buy it again. Only
  /// those that came after a place in the journal, when one is given.
  package func trajectories(after position: Int64 = 0) -> [Trajectory] {
    var residents: [ClientKey: Int] = [:]
    var found: [Trajectory] = []
    for allocation in access.allocations.all {
      guard !allocation.isAnnulled, !allocation.isDeleted,
        let first = allocation.versions.first, first.position > position,
        let period = allocation.current.terms.period
      else { continue }
      let resident = residents[allocation.client] ?? residents.count
      residents[allocation.client] = resident
      found.append(
        Trajectory(
          name: Trajectory.Name(
            municipality: allocation.municipality,
            number: allocation.number
          ),
          resident: resident,
          provider: allocation.provider,
          product: allocation.current.terms.code,
          bought: first.decidedOn,
          period: period
        )
      )
    }
    return found
  }

  /// Every allocation that departs from a policy that its municipality adopted.
  package func transitionSignals(after position: Int64 = 0) -> [TransitionSignal] {
    let policies = transitionPolicies
    guard !policies.isEmpty, !transition.adoptions.isEmpty else { return [] }
    let trajectories = trajectories(after: position)
    let index = ContractedIndex(contracts)
    return policies.flatMap { policy in
      TransitionJudge(policy, book: transition, contracts: index).signals(in: trajectories)
    }
  }

  /// What changes for providers and residents between two days.
  package func contractedDifference(
    from before: CivilDate,
    to after: CivilDate,
    municipalities: [MunicipalityCode] = [],
    products: [ProductCode] = []
  ) -> ContractedDifference {
    ContractedDifference(
      contracts,
      from: before,
      to: after,
      municipalities: municipalities,
      products: products,
      running: trajectories(),
      ownDelivery: Set(transition.ownDelivery.keys)
    )
  }
}

// MARK: - What the strategies say

extension RegionState {
  /// The forms of each segment: the cells of a grid where a strategy of one segment has one, else
  /// the products of the segment.
  package var segmentForms: [SegmentForms] {
    strategies.current.flatMap { adoption in
      let strategy = adoption.strategy
      return strategy.segments.compactMap { segment in
        guard let code = Label<SegmentForms>(segment.code) else { return SegmentForms?.none }
        if strategy.segments.count == 1, let cells = strategy.productGrid?.forms.value {
          let forms = cells.compactMap { cell in
            Label<ProductForm>(cell.code).map { ProductForm(code: $0, product: nil) }
          }
          return SegmentForms(segment: code, forms: forms, basis: .document("003:367"))
        }
        let forms = strategy.products.filter { $0.segment == segment.code }.compactMap { product in
          Label<ProductForm>(product.code).map {
            ProductForm(code: $0, product: product.productCode.value)
          }
        }
        guard !forms.isEmpty else { return nil }
        return SegmentForms(segment: code, forms: forms, basis: Self.formsElsewhere)
      }
    }
  }

  private static let formsElsewhere = Basis.assumption(
    "003:367 vraagt het in Lekstroom; voor dit segment is het een maat, geen eis"
  )

  /// The line of each product: what the region recorded, else what its strategies say.
  package var productLines: [ProductLine] {
    var lines: [ProductCode: ProductLine] = [:]
    for product in strategies.current.flatMap(\.strategy.products) {
      guard let code = product.productCode.value, let number = product.line?.value,
        let line = CareLine(rawValue: number)
      else { continue }
      let basis = [Basis](product.provenance).first ?? .assumption("strategie zonder regel")
      lines[code] = ProductLine(product: code, line: line, basis: basis)
    }
    lines.merge(suppliers.lines) { _, recorded in recorded }
    return lines.values.sorted { ($0.line, $0.product) < ($1.line, $1.product) }
  }

  /// The groups for which every municipality must have enough offer, by the strategies of a day.
  package func coverageGroups(on day: CivilDate) -> [String] {
    let holding = strategies.current.filter { adoption in
      strategies.days(of: adoption.strategy)?.contains(day) == true
    }
    let groups = holding.flatMap(\.strategy.targetGroups).filter(\.countsForCoverage)
    return Set(groups.map(\.code)).sorted()
  }

  /// The products that contracts of a day are for, and those of which something is reported.
  package func coverageProducts(on day: CivilDate) -> [ProductCode] {
    let running = contracts.contracts.values.filter { $0.period?.contains(day) == true }
    let reported = coverage.reports.keys.map(\.product)
    return Set(running.flatMap { contracts.products(of: $0) } + reported).sorted()
  }

  /// The municipalities of the region; for a region without any of its own, those of its contracts.
  package var coverageMunicipalities: [MunicipalityCode] {
    if let own = profile?.municipalities, !own.isEmpty { return own.sorted() }
    return Set(contracts.contracts.values.flatMap(\.draft.municipalities)).sorted()
  }
}
