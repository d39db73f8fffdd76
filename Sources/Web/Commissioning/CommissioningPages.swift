import Commissioning
import Region

/// The pages of the room.
enum CommissioningPages {
  static func reply(to address: CommissioningAddress, _ visit: Visit) async throws -> Reply {
    switch address {
    case .alerts: return AlertsPage(visit).reply
    case .programmes: return ProgrammesPage(visit).reply
    case .programme(let code): return .page(try ProgrammePage(visit, code).page)
    case .procedures: return ProceduresPage(visit).reply
    case .procedure(let code): return .page(try ProcedurePage(visit, code).page)
    case .coverage: return CoveragePage(visit).reply
    case .providers: return ProvidersPage(visit).reply
    case .provider(let name): return .page(try await ProviderPage(visit, name).page())
    case .contracts: return ContractsPage(visit).reply
    case .contract(let code): return .page(try ContractPage(visit, code).page)
    case .tariffs: return TariffsPage(visit).reply
    case .ceilings: return CeilingsPage(visit).reply
    case .suppliers: return SuppliersPage(visit).reply
    case .transition: return TransitionPage(visit).reply
    }
  }
}
