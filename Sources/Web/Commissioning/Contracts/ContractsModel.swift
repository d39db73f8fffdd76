package import Commissioning
import Quantities

/// The contracts that may be seen, each as it stands on the day.
package struct ContractsModel: Sendable {
  package let rows: [Row]

  package struct Row: Sendable {
    package let contract: Contract
    package let state: ContractState
    package let next: DecisiveDate?
  }

  package init(_ view: CommissioningView) {
    let calendar = WorkCalendar()
    rows = view.contracts.map { contract in
      Row(
        contract: contract,
        state: contract.state(on: view.day),
        next: contract.nextDecisiveDate(from: view.day, calendar: calendar)
      )
    }
  }

  /// How many of them hold on the day.
  package var running: Int {
    rows.count { $0.state == .takesClients || $0.state == .intakeStopped }
  }
}
