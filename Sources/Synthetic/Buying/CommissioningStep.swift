package import Commissioning
package import Landscape
package import Quantities
package import Region

/// Something that a region did before and beside its messages: one command at its moment.
package struct CommissioningStep: Hashable, Sendable {
  package let moment: CivilMoment
  package let action: Action

  /// What is asked, by the room that decides on it.
  package enum Action: Hashable, Sendable {
    case strategy(StrategyCommand)
    case programme(ProgrammeCommand)
    case procedure(ProcedureCommand)
    case contract(ContractCommand)
    case coverage(CoverageCommand)
    case transition(TransitionCommand)
    case supplier(SupplierCommand)
  }

  /// The command as the office of a region takes it.
  package var command: Command {
    switch action {
    case .strategy(let asked): .strategy(asked)
    case .programme(let asked): .programme(asked)
    case .procedure(let asked): .procedure(asked, at: moment)
    case .contract(let asked): .contract(asked)
    case .coverage(let asked): .coverage(asked)
    case .transition(let asked): .transition(asked)
    case .supplier(let asked): .supplier(asked)
    }
  }
}
