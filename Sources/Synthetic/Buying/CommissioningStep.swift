package import Commissioning
package import Quantities

/// Something that a region did before and beside its messages: one command at its moment.
package struct CommissioningStep: Hashable, Sendable {
  package let moment: CivilMoment
  package let action: Action

  /// What is asked, by the room that decides on it.
  package enum Action: Hashable, Sendable {
    case programme(ProgrammeCommand)
    case procedure(ProcedureCommand)
    case contract(ContractCommand)
    case coverage(CoverageCommand)
  }
}
