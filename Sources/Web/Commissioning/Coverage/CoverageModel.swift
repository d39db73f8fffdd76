import Accounts
import Commissioning
import Quantities
import Region

/// The coverage matrix of a day: a finding for every municipality, group and product.
struct CoverageModel: Sendable {
  let findings: [CoverageFinding]
  let municipalities: [MunicipalityCode]
  /// The groups that the strategies of the day ask for; nil stands for everybody.
  let groups: [String?]
  let products: [ProductCode]

  init(_ view: CommissioningView) {
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

  func count(_ colour: CoverageColour) -> Int { findings.count { $0.colour == colour } }

  /// The findings of one product, by municipality and group.
  func cells(of product: ProductCode) -> [CoverageCell: CoverageFinding] {
    var cells: [CoverageCell: CoverageFinding] = [:]
    for finding in findings where finding.cell.product == product { cells[finding.cell] = finding }
    return cells
  }

  /// The worst colour of a product anywhere, so that one sees where to look.
  func worst(of product: ProductCode) -> CoverageColour? {
    findings.filter { $0.cell.product == product }.map(\.colour).max()
  }

  /// The product that is shown when none was asked for: the first with the worst colour.
  var suggested: ProductCode? {
    let colours = products.map { ($0, worst(of: $0)) }
    let highest = colours.compactMap(\.1).max()
    return colours.first { $0.1 == highest }?.0
  }
}
