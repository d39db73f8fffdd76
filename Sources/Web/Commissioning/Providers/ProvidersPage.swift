import Accounts
import Commissioning
import Documents
import Quantities
import Region

/// The directory of providers.
struct ProvidersPage {
  let visit: Visit
  let view: CommissioningView
  let model: ProvidersModel

  init(_ visit: Visit) {
    self.visit = visit
    view = CommissioningView(visit)
    model = ProvidersModel(view)
  }

  func reply() throws -> Reply {
    let municipality = visit.municipalityFilter(
      model.rows.flatMap(\.municipalities).map(\.description)
    ) { code in MunicipalityCode(code).map { view.names.name($0) } ?? code }
    let groups = visit.choiceFilter(
      "doelgroep",
      view.say("Doelgroep", "Target group"),
      model.rows.flatMap(\.groups)
    ) { view.names.group($0) }
    let states = ProvidersModel.Standing.allCases.map { standing in
      ListFilter.Choice(standing.rawValue, standing.text(view))
    }
    let standing = ListFilter("stand", view.say("Stand", "State"), states, on: visit)
    let chosen = model.rows.filter { row in
      municipality.passes(row.municipalities.map(\.description)) && groups.passes(row.groups)
        && standing.passes(row.standing.rawValue)
    }
    return try CommissioningList(
      visit: visit,
      title: view.say("Aanbieders", "Providers"),
      lead: view.say(
        "\(model.rows.count) aanbieders; \(model.contracted) zijn gecontracteerd op "
          + "\(view.day(view.day)).",
        "\(model.rows.count) providers; \(model.contracted) are contracted on "
          + "\(view.day(view.day))."
      ),
      address: .providers,
      table: table(chosen),
      filters: [standing, municipality, groups],
      emptyText: view.say("Er zijn geen aanbieders.", "There are no providers.")
    ).reply()
  }

  private func table(_ rows: [ProvidersModel.Row]) -> ListTable {
    let year = "\(view.day.year)"
    return ListTable(
      id: "aanbieders",
      caption: view.say("Aanbieders", "Providers"),
      columns: [
        ListTable.Column("aanbieder", view.say("Aanbieder", "Provider")),
        ListTable.Column("kvk", "KvK"),
        ListTable.Column("agb", "AGB"),
        ListTable.Column("stand", view.say("Stand", "State")),
        ListTable.Column("contracten", view.say("Contracten", "Contracts"), isNumeric: true),
        ListTable.Column("gemeenten", view.say("Gemeenten", "Municipalities")),
        ListTable.Column("doelgroepen", view.say("Doelgroepen", "Target groups")),
        ListTable.Column("plaatsen", view.say("Capaciteit", "Capacity"), isNumeric: true),
        ListTable.Column(
          "toegekend",
          view.say("Toegekend \(year)", "Awarded \(year)"),
          isNumeric: true,
          definition: Definition.awarded.rawValue
        ),
      ],
      rows: rows.map { row in
        let mayOpen = view.rights.contains(.seeProviderSheet)
        return ListTable.Row([
          mayOpen
            ? .link(row.name, .commissioning(.provider(row.subject.name))) : .text(row.name),
          .text(row.chamber?.description ?? ""),
          .text(row.codes.map(\.description).joined(separator: ", ")),
          .status(row.standing.status, row.standing.text(view)),
          .number(row.contracts), .text(view.names.names(row.municipalities)),
          .text(row.groups.map { view.names.group($0) }.joined(separator: ", ")),
          row.capacity.map { .number($0) } ?? .none,
          mayOpen ? .euros(row.awarded) : .none,
        ])
      }
    )
  }
}

/// The providers that may be seen, each with what it has on the day.
struct ProvidersModel: Sendable {
  let rows: [Row]

  struct Row: Sendable {
    let subject: ProviderSubject
    let name: String
    let chamber: ChamberNumber?
    let codes: [ProviderCode]
    let contracts: Int
    let standing: Standing
    let municipalities: [MunicipalityCode]
    let groups: [String]
    let capacity: Int?
    let awarded: Cents
  }

  /// Whether a provider may be given new clients.
  enum Standing: String, CaseIterable, Sendable {
    case takesClients = "neemt-aan"
    case intakeStopped = "clientenstop"
    case notContracted = "niet-gecontracteerd"
    /// Not in the register: known by its claims or a price list only.
    case unregistered = "niet-in-register"
  }

  init(_ view: CommissioningView) {
    let awarded = view.state.awardedByProvider(in: view.day.year)
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

  var contracted: Int { rows.count { $0.contracts > 0 } }
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
  func text(_ view: CommissioningView) -> String {
    switch self {
    case .takesClients: view.say("neemt cliënten aan", "takes clients")
    case .intakeStopped: view.say("cliëntenstop", "intake stop")
    case .notContracted: view.say("niet gecontracteerd", "not contracted")
    case .unregistered: view.say("niet in het register", "not in the register")
    }
  }

  var status: StatusKind {
    switch self {
    case .takesClients: .positive
    case .intakeStopped: .warning
    case .notContracted, .unregistered: .neutral
    }
  }
}
