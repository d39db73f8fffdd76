import Accounts
import Commissioning
import Quantities
import Region

/// What changes between the contracts of two days, and the advice on the way from one to the other.
struct TransitionModel: Sendable {
  let before: CivilDate
  let after: CivilDate
  let difference: ContractedDifference
  /// Contracted on the later day without a description of itself (001:80-85).
  let silent: [ChamberNumber]
  let policies: [TransitionPolicy]
  let adoptions: [TransitionAdoption]
  /// Allocations that depart from advice that was adopted, by rule: with a reason and without one.
  let signals: [SignalCount]

  struct SignalCount: Hashable, Sendable {
    let clause: TransitionClause
    let municipality: MunicipalityCode
    let total: Int
    let withoutReason: Int
  }

  /// Compares two days; without them the day before the latest start of contracts, and that start.
  init(_ view: CommissioningView, from: CivilDate?, to: CivilDate?) {
    let state = view.state
    after = to ?? Self.lastStart(view) ?? view.day
    before = from ?? after.adding(days: -1)
    difference = state.contractedDifference(from: before, to: after)
    silent = state.contracts.providersWithoutProfile(on: after)
    policies = state.transitionPolicies
    adoptions = state.transition.adoptions
    var counts: [Key: (clause: TransitionClause, total: Int, open: Int)] = [:]
    for signal in state.transitionSignals() {
      let key = Key(
        clause: signal.clause.code.description,
        municipality: signal.key.trajectory.municipality
      )
      let isOpen = state.transition.reasons[signal.key] == nil
      let before = counts[key] ?? (signal.clause, 0, 0)
      counts[key] = (signal.clause, before.total + 1, before.open + (isOpen ? 1 : 0))
    }
    signals = counts.sorted { $0.key < $1.key }.map { key, count in
      SignalCount(
        clause: count.clause,
        municipality: key.municipality,
        total: count.total,
        withoutReason: count.open
      )
    }
  }

  private struct Key: Hashable, Comparable {
    let clause: String
    let municipality: MunicipalityCode

    static func < (left: Key, right: Key) -> Bool {
      (left.clause, left.municipality) < (right.clause, right.municipality)
    }
  }

  /// The latest day on or before the day asked for on which contracts began.
  private static func lastStart(_ view: CommissioningView) -> CivilDate? {
    view.state.contracts.contracts.values.map(\.term.start).filter { $0 <= view.day }.max()
  }
}
