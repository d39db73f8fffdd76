import Accounts

/// A page of the room Inkoop en contracten.
package enum CommissioningAddress: Hashable, Sendable {
  /// Contracts and duties that ask for something soon.
  case alerts
  case programmes
  case programme(String)
  case procedures
  case procedure(String)
  /// Proposes a contract that a procedure led to.
  case awardedContract(procedure: String, contract: String)
  case coverage
  case providers
  case provider(String)
  case contracts
  case contract(String)
  /// Proposes a contract from elsewhere.
  case newContract
  /// Proposes a tariff, or all tariffs raised into a year, of a contract.
  case tariffProposal(String)
  case indexationProposal(String)
  case tariffs
  case ceilings
  /// Proposes a decision on the ceiling of a contract.
  case ceilingProposal(String)
  case suppliers
  /// Old and new contracted providers, and what the advice between them holds.
  case transition

  init?(segments: [String]) {
    switch (segments.count, segments.first ?? "") {
    case (0, _): self = .alerts
    case (1, "programmas"): self = .programmes
    case (2, "programmas"): self = .programme(segments[1])
    case (1, "procedures"): self = .procedures
    case (2, "procedures"): self = .procedure(segments[1])
    case (4, "procedures") where segments[2] == "contracten":
      self = .awardedContract(procedure: segments[1], contract: segments[3])
    case (1, "dekking"): self = .coverage
    case (1, "aanbieders"): self = .providers
    case (2, "aanbieders"): self = .provider(segments[1])
    case (1, "contracten"): self = .contracts
    case (2, "contracten") where segments[1] == "nieuw": self = .newContract
    case (3, "contracten") where segments[2] == "tarief": self = .tariffProposal(segments[1])
    case (3, "contracten") where segments[2] == "indexering":
      self = .indexationProposal(segments[1])
    case (2, "contracten"): self = .contract(segments[1])
    case (1, "tarieven"): self = .tariffs
    case (1, "plafonds"): self = .ceilings
    case (3, "plafonds") where segments[2] == "voordragen": self = .ceilingProposal(segments[1])
    case (1, "leveranciers"): self = .suppliers
    case (1, "overgang"): self = .transition
    default: return nil
    }
  }

  var segments: [String] {
    switch self {
    case .alerts: []
    case .programmes: ["programmas"]
    case .programme(let code): ["programmas", code]
    case .procedures: ["procedures"]
    case .procedure(let code): ["procedures", code]
    case .awardedContract(let procedure, let contract):
      ["procedures", procedure, "contracten", contract]
    case .coverage: ["dekking"]
    case .providers: ["aanbieders"]
    case .provider(let code): ["aanbieders", code]
    case .contracts: ["contracten"]
    case .contract(let code): ["contracten", code]
    case .newContract: ["contracten", "nieuw"]
    case .tariffProposal(let code): ["contracten", code, "tarief"]
    case .indexationProposal(let code): ["contracten", code, "indexering"]
    case .tariffs: ["tarieven"]
    case .ceilings: ["plafonds"]
    case .ceilingProposal(let code): ["plafonds", code, "voordragen"]
    case .suppliers: ["leveranciers"]
    case .transition: ["overgang"]
    }
  }

  var right: Right {
    switch self {
    case .alerts, .contracts, .contract: .seeContracts
    case .programmes, .programme: .seeProgramme
    case .procedures, .procedure: .seeProcedures
    case .coverage, .transition: .seeCoverage
    case .providers: .seeProviders
    case .provider: .seeProviderSheet
    case .tariffs: .seeTariffs
    case .ceilings: .seeCeilings
    case .ceilingProposal: .proposeCeilings
    case .newContract, .awardedContract: .prepareContracts
    case .tariffProposal, .indexationProposal: .prepareTariffs
    case .suppliers: .seeSuppliers
    }
  }

  var takesForms: Bool {
    switch self {
    case .ceilingProposal, .newContract, .awardedContract, .tariffProposal, .indexationProposal:
      true
    default: false
    }
  }
}
