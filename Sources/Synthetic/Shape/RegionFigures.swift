package import Quantities

/// Clients and cost of one municipality: a row of the first table of the source.
package struct MunicipalityFigure: Hashable, Sendable {
  package let municipality: MunicipalityCode
  package let name: String
  /// Residents with accepted support in the year.
  package let clients: Int
  /// Accepted debits minus accepted credits.
  package let cost: Cents

  package init(municipality: MunicipalityCode, name: String, clients: Int, cost: Cents) {
    self.municipality = municipality
    self.name = name
    self.clients = clients
    self.cost = cost
  }
}

/// The lines of the second table of the source, in its order.
package enum ConcentrationLine: Int, CaseIterable, Sendable {
  case all
  case top12
  case top7
  case beyond12
  case fewerThan7Clients

  /// What the line says, in Dutch.
  package var dutchText: String {
    switch self {
    case .all: "Alle aanbieders"
    case .top12: "De 12 grootste, samen 90 %"
    case .top7: "De 7 grootste, samen 80 %"
    case .beyond12: "De overige aanbieders, samen 10 %"
    case .fewerThan7Clients: "Aanbieders met minder dan 7 cliënten"
    }
  }

  /// What the line says, in English.
  package var englishText: String {
    switch self {
    case .all: "All providers"
    case .top12: "The 12 largest, together 90 %"
    case .top7: "The 7 largest, together 80 %"
    case .beyond12: "The other providers, together 10 %"
    case .fewerThan7Clients: "Providers with fewer than 7 clients"
    }
  }
}

/// How many providers stand for how much money: a row of the second table of the source.
package struct ConcentrationFigure: Hashable, Sendable {
  package let line: ConcentrationLine
  package let providers: Int
  package let cost: Cents

  package init(line: ConcentrationLine, providers: Int, cost: Cents) {
    self.line = line
    self.providers = providers
    self.cost = cost
  }
}

/// Clients and accepted cost of one provider, in the municipalities of the concentration view.
package struct ProviderFigure: Hashable, Sendable {
  package let provider: ProviderCode
  package let clients: Int
  package let cost: Cents

  package init(provider: ProviderCode, clients: Int, cost: Cents) {
    self.provider = provider
    self.clients = clients
    self.cost = cost
  }
}

extension ConcentrationFigure {
  /// The second table, made from the providers of the view in any order.
  ///
  /// Demo and tests make both the expected and the measured table with this one function, so that
  /// they cannot differ by definition.
  package static func table(of providers: [ProviderFigure]) -> [ConcentrationFigure] {
    let active = providers.filter { $0.clients > 0 }
    let ranked = active.sorted { ($1.cost, $0.provider) < ($0.cost, $1.provider) }
    func figure(_ line: ConcentrationLine, _ part: some Sequence<ProviderFigure>) -> Self {
      var cost: Int64 = 0
      var count = 0
      for provider in part {
        cost += provider.cost.rawValue
        count += 1
      }
      return ConcentrationFigure(line: line, providers: count, cost: Cents(cost))
    }
    return ConcentrationLine.allCases.map { line in
      switch line {
      case .all: figure(line, ranked)
      case .top12: figure(line, ranked.prefix(12))
      case .top7: figure(line, ranked.prefix(7))
      case .beyond12: figure(line, ranked.dropFirst(12))
      case .fewerThan7Clients: figure(line, ranked.filter { $0.clients < 7 })
      }
    }
  }
}
