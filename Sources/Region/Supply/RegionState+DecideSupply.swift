import Commissioning
import Quantities

extension RegionState {
  /// Decides on what contracts bring: coverage, the transition between them, and suppliers.
  func decideSupply(_ command: Command, on today: CivilDate) throws(Refusal) -> [RegionEvent] {
    switch command {
    case .coverage(let command):
      do throws(CoverageRefusal) {
        return try coverage.decide(command, contracts: contracts, on: today).map { .coverage($0) }
      } catch { throw .coverage(error) }
    case .transition(let command):
      do throws(TransitionRefusal) {
        return try transition.decide(
          command,
          policy: transitionPolicies.first { $0.code == command.policy },
          standing: { key in transitionSignals().contains { $0.key == key } },
          on: today
        ).map { .transition($0) }
      } catch { throw .transition(error) }
    case .supplier(let command):
      do throws(SupplierRefusal) {
        let decision = try suppliers.decide(
          command,
          contracts: contracts,
          segments: segmentForms,
          on: today
        )
        return decision.events.map { .supplier($0) }
          + decision.contractEvents.map { .contract($0) }
      } catch { throw .supplier(error) }
    default: return []
    }
  }
}
