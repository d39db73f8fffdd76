import Commissioning
import Region

/// The pages of the room.
enum CommissioningPages {
  static func reply(to address: CommissioningAddress, _ visit: Visit) async throws -> Reply {
    switch address {
    case .alerts: return try AlertsPage(visit).reply()
    case .programmes: return try ProgrammesPage(visit).reply()
    case .programme(let code): return .page(try ProgrammePage(visit, code).page)
    case .procedures: return try ProceduresPage(visit).reply()
    case .procedure(let code): return .page(try ProcedurePage(visit, code).page)
    case .coverage: return try CoveragePage(visit).reply()
    case .providers: return try ProvidersPage(visit).reply()
    case .provider(let name): return .page(try await ProviderPage(visit, name).page())
    case .contracts: return try ContractsPage(visit).reply()
    case .contract(let code): return .page(try ContractPage(visit, code).page)
    case .tariffs: return try TariffsPage(visit).reply()
    case .ceilings: return try CeilingsPage(visit).reply()
    case .ceilingProposal(let code):
      return .page(DeedFlow(form: try CeilingForm(visit, code)).page())
    case .newContract: return .page(DeedFlow(form: NewContractForm(visit)).page())
    case .awardedContract(let procedure, let contract):
      let form = try NewContractForm(visit, procedure: procedure, contract: contract)
      return .page(DeedFlow(form: form).page())
    case .tariffProposal(let code):
      return .page(DeedFlow(form: try TariffForm(visit, code)).page())
    case .indexationProposal(let code):
      return .page(DeedFlow(form: try IndexationForm(visit, code)).page())
    case .suppliers: return try SuppliersPage(visit).reply()
    case .transition: return try TransitionPage(visit).reply()
    }
  }

  static func reply(to address: CommissioningAddress, _ form: PostedForm) async throws -> Reply {
    let visit = form.visit
    switch address {
    case .ceilingProposal(let code):
      return try await DeedFlow(form: CeilingForm(visit, code)).take(form)
    case .newContract: return try await DeedFlow(form: NewContractForm(visit)).take(form)
    case .awardedContract(let procedure, let contract):
      let own = try NewContractForm(visit, procedure: procedure, contract: contract)
      return try await DeedFlow(form: own).take(form)
    case .tariffProposal(let code):
      return try await DeedFlow(form: TariffForm(visit, code)).take(form)
    case .indexationProposal(let code):
      return try await DeedFlow(form: IndexationForm(visit, code)).take(form)
    default: throw Trouble.methodNotAllowed
    }
  }
}
