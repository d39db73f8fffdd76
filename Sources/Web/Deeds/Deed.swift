package import Accounts
package import Commissioning
package import Region

/// What a proposal would do, typed.
///
/// It stands in the proposal as bytes that the decider's approval is bound to, and it becomes the
/// very command that the command line gives.
///
/// - Dutch term: wat er wordt voorgedragen
package enum Deed: Hashable, Sendable {
  case ceiling(ContractCode, CeilingChange)
}

extension Deed {
  package var kind: ProposalKind {
    switch self {
    case .ceiling: .ceilingChange
    }
  }

  /// What it is about, as a code: that of a contract.
  package var subject: String {
    switch self {
    case .ceiling(let code, _): code.description
    }
  }

  /// What the region is asked.
  package var command: Command? {
    switch self {
    case .ceiling(let code, let change): .contract(.act(code, change.action))
    }
  }

  /// What is there that it rests on; when this differs from what was proposed on, nothing is done.
  package func before(in state: RegionState) -> [DeedFact] {
    switch self {
    case .ceiling(let code, _): CeilingChange.before(state.contracts.contracts[code])
    }
  }

  /// What changes; what is not in it stays.
  package var after: [DeedFact] {
    switch self {
    case .ceiling(_, let change): change.after
    }
  }
}
