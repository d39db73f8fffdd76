import Commissioning
package import Quantities
import Region

/// The providers that may be seen, each with what it has on the day.
package struct ProvidersModel: Sendable {
  package let rows: [Row]

  package struct Row: Sendable {
    package let subject: ProviderSubject
    package let name: String
    package let chamber: ChamberNumber?
    package let codes: [ProviderCode]
    package let contracts: Int
    package let standing: Standing
    package let municipalities: [MunicipalityCode]
    package let groups: [String]
    package let capacity: Int?
    package let awarded: Cents
  }

  /// Whether a provider may be given new clients.
  package enum Standing: String, CaseIterable, Sendable {
    case takesClients = "neemt-aan"
    case intakeStopped = "clientenstop"
    case notContracted = "niet-gecontracteerd"
    /// Not in the register: known by its claims or a price list only.
    case unregistered = "niet-in-register"
  }

  package init(_ view: CommissioningView) {
    let awarded = view.state.awardedByProvider(in: view.figuresYear)
    var running: [ChamberNumber: [Contract]] = [:]
    for contract in view.state.contracts.contracts.values
    where contract.period?.contains(view.day) == true {
      running[contract.draft.provider, default: []].append(contract)
    }
    rows = view.state.providerSubjects.compactMap { subject in
      switch subject {
      case .chamber(let chamber):
        view.shows(chamber) ? Row(chamber, running[chamber] ?? [], awarded, view) : nil
      case .code(let code): view.own == nil ? Row(code, awarded) : nil
      }
    }
    .sorted {
      ($0.name.foldedForSorting, $0.subject.name) < ($1.name.foldedForSorting, $1.subject.name)
    }
  }

  package var contracted: Int { rows.count { $0.contracts > 0 } }
}

extension ProvidersModel.Row {
  fileprivate init(
    _ chamber: ChamberNumber,
    _ running: [Contract],
    _ awarded: [ProviderCode: Cents],
    _ view: CommissioningView
  ) {
    let record = view.state.contracts.providers[chamber]
    let all = view.state.claimCodes(of: chamber)
    subject = .chamber(chamber)
    name = view.names.name(chamber)
    self.chamber = chamber
    codes = all.sorted()
    contracts = running.count
    let takes = running.contains { $0.state(on: view.day) == .takesClients }
    standing = running.isEmpty ? .notContracted : takes ? .takesClients : .intakeStopped
    municipalities = Set(running.flatMap(\.draft.municipalities)).sorted()
    groups = record?.targetGroups ?? []
    capacity = record?.capacity
    self.awarded = Cents(all.reduce(0) { $0 &+ (awarded[$1]?.rawValue ?? 0) })
  }

  fileprivate init(_ code: ProviderCode, _ awarded: [ProviderCode: Cents]) {
    subject = .code(code)
    name = "AGB \(code)"
    chamber = nil
    codes = [code]
    contracts = 0
    standing = .unregistered
    municipalities = []
    groups = []
    capacity = nil
    self.awarded = awarded[code] ?? .zero
  }
}

extension ProvidersModel.Standing {
  package func text(_ view: CommissioningView) -> String {
    switch self {
    case .takesClients: view.say("neemt cliënten aan", "takes clients")
    case .intakeStopped: view.say("cliëntenstop", "intake stop")
    case .notContracted: view.say("niet gecontracteerd", "not contracted")
    case .unregistered: view.say("niet in het register", "not in the register")
    }
  }

  package var status: StatusKind {
    switch self {
    case .takesClients: .positive
    case .intakeStopped: .warning
    case .notContracted, .unregistered: .neutral
    }
  }
}
