import Accounts
import Commissioning
import Documents
import Region

extension ProcedurePage {
  /// The contracts that the procedure led to and that are still to be proposed.
  func contractLinks(_ html: inout HTML) {
    guard view.rights.contains(.prepareContracts) else { return }
    let open = AwardedContract.all(of: procedure).filter {
      view.state.contracts.contracts[$0.code] == nil
    }
    guard !open.isEmpty else { return }
    html.heading(2, view.say("Contracten die volgen", "Contracts to follow"))
    for contract in open {
      let address = CommissioningAddress.awardedContract(
        procedure: plan.code.description,
        contract: contract.code.description
      )
      let name = view.names.name(contract.provider)
      html.deedLink(
        view.say(
          "Contract voordragen: \(contract.lot), \(name)",
          "Propose the contract: \(contract.lot), \(name)"
        ),
        visit.path(.commissioning(address))
      )
    }
  }
}
