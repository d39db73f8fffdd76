import Accounts
package import Commissioning
package import Quantities
import Region

/// The coverage matrix of a day: a finding for every municipality, group and product.
package struct CoverageModel: Sendable {
  package let findings: [CoverageFinding]
  package let municipalities: [MunicipalityCode]
  /// The groups that the strategies of the day ask for; nil stands for everybody.
  package let groups: [String?]
  package let products: [ProductCode]

  package init(_ view: CommissioningView) {
    let state = view.state
    let matrix = CoverageMatrix(state.coverage, contracts: state.contracts, on: view.day)
    let asked = state.coverageGroups(on: view.day)
    municipalities = state.coverageMunicipalities.filter { code in
      view.reach == .region || view.reach.contains(code)
    }
    groups = asked.isEmpty ? [nil] : asked.map { $0 }
    products = state.coverageProducts(on: view.day)
    findings = matrix.findings(
      municipalities: municipalities,
      targetGroups: asked,
      products: products
    )
  }

  package func count(_ colour: CoverageColour) -> Int { findings.count { $0.colour == colour } }

  /// The findings of one product, by municipality and group.
  package func cells(of product: ProductCode) -> [CoverageCell: CoverageFinding] {
    var cells: [CoverageCell: CoverageFinding] = [:]
    for finding in findings where finding.cell.product == product { cells[finding.cell] = finding }
    return cells
  }

  /// The worst colour of a product anywhere, so that one sees where to look.
  package func worst(of product: ProductCode) -> CoverageColour? {
    findings.filter { $0.cell.product == product }.map(\.colour).max()
  }

  /// The product that is shown when none was asked for: the first with the worst colour.
  package var suggested: ProductCode? {
    let colours = products.map { ($0, worst(of: $0)) }
    let highest = colours.compactMap(\.1).max()
    return colours.first { $0.1 == highest }?.0
  }
}
