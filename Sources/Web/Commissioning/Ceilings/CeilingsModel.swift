import Commissioning
import Quantities
package import Region

/// The ceilings that hold on the day, of contracts that may be seen, the fullest first.
package struct CeilingsModel: Sendable {
  package let uses: [CeilingUse]

  package init(_ view: CommissioningView) {
    let contracts = view.contracts.filter { $0.ceiling?.period?.contains(view.day) == true }
    let facts = view.state.deliveryFacts(of: contracts, on: view.day)
    uses = view.state.ceilingUses(of: contracts, facts: facts)
  }
}
