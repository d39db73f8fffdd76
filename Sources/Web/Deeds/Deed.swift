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
  case contract(ContractDraft)
  case tariffs(ContractCode, [AgreedTariff])
  case publication(PublishedFigures)
}

extension Deed {
  package var kind: ProposalKind {
    switch self {
    case .ceiling: .ceilingChange
    case .contract: .contractActivation
    case .tariffs: .tariffActivation
    case .publication: .publication
    }
  }

  /// What it is about, as a code: that of a contract.
  package var subject: String {
    switch self {
    case .ceiling(let code, _): code.description
    case .contract(let draft): draft.code.description
    case .tariffs(let code, _): code.description
    case .publication(let figures): "\(figures.year)"
    }
  }

  /// What the region is asked; nil for figures, which are published by being approved.
  package var command: Command? {
    switch self {
    case .ceiling(let code, let change): .contract(.act(code, change.action))
    case .contract(let draft): .contract(.conclude(draft))
    // All of them or none.
    case .tariffs(_, let tariffs): .contracts(tariffs.map { .agreeTariff($0.key, $0.tariff) })
    case .publication: nil
    }
  }

  /// What is there that it rests on; when this differs from what was proposed on, nothing is done.
  package func before(in state: RegionState) -> [DeedFact] {
    switch self {
    case .ceiling(let code, _): CeilingChange.before(state.contracts.contracts[code])
    case .contract(let draft):
      [
        DeedFact(
          .contract,
          state.contracts.contracts[draft.code].map { .text($0.draft.code.description) } ?? .none
        )
      ]
    case .tariffs(let code, let tariffs):
      tariffs.before(state.contracts.contracts[code], in: state.contracts)
    // Figures as known on a day never change.
    case .publication: []
    }
  }

  /// What changes; what is not in it stays.
  package var after: [DeedFact] {
    switch self {
    case .ceiling(_, let change): change.after
    case .contract(let draft): draft.facts
    case .tariffs(_, let tariffs): tariffs.after
    case .publication(let figures): figures.facts
    }
  }
}
