import Accounts
package import Commissioning
package import Quantities
package import Region

/// One provider with all that the region has with it on a day.
package struct ProviderModel: Sendable {
  package let subject: ProviderSubject
  package let name: String
  package let record: ProviderRecord?
  package let codes: [ProviderCode]
  /// In order of code; those that ended last.
  package let contracts: [Contract]
  package let alerts: [ContractAttention]
  package let quality: [QualityAlert]
  package let ceilings: [CeilingUse]
  package let tariffs: [TariffLine]
  package let reports: [CapacityReport]
  package let evaluations: [EvaluationStanding]
  package let tests: [QualityTest]
  /// The year whose figures are shown.
  package let year: Int
  /// What was awarded and refused, of all years.
  package let figures: ProviderFigures
  /// The last assessment of its continuity, with its contract.
  package let continuity: ContinuityAssessment?

  package struct TariffLine: Hashable, Sendable {
    package let contract: ContractCode
    package let product: ProductCode
    package let tariff: Tariff
  }

  /// Nil when there is no such provider, or it may not be seen.
  package init?(_ view: CommissioningView, name: String) {
    guard let subject = ProviderSubject(name), Self.isKnown(subject, view) else { return nil }
    self.subject = subject
    let state = view.state
    switch subject {
    case .chamber(let chamber):
      self.name = view.names.name(chamber)
      record = state.contracts.providers[chamber]
      codes = state.claimCodes(of: chamber).sorted()
      contracts = state.contracts.contracts.values.filter { $0.draft.provider == chamber }
        .sorted { left, right in
          let ended = (left.lastDay < view.day, right.lastDay < view.day)
          if ended.0 != ended.1 { return ended.1 }
          return left.draft.code < right.draft.code
        }
      quality = state.suppliers.alerts(contracts: state.contracts, on: view.day)
        .filter { $0.provider == chamber }
      reports = Self.reports(of: chamber, view)
      evaluations = state.suppliers.evaluations(contracts: state.contracts, on: view.day)
        .filter { $0.provider == chamber }
      tests = state.suppliers.demands.keys.sorted().compactMap { demand in
        state.suppliers.latestTest(of: demand, at: chamber, asOf: view.day)
      }
    case .code(let code):
      self.name = "AGB \(code)"
      record = nil
      codes = [code]
      contracts = []
      quality = []
      reports = []
      evaluations = []
      tests = []
    }
    year = view.figuresYear
    figures = state.providerFigures(of: Set(codes), clientsIn: year)
    let running = contracts.filter { $0.lastDay >= view.day }
    let facts = running.isEmpty ? [:] : state.deliveryFacts(of: running, on: view.day)
    alerts = state.attention(to: running, facts: facts, on: view.day, at: view.now)
    ceilings = state.ceilingUses(of: running, facts: facts)
      .filter { $0.period.contains(view.day) }
    tariffs = Self.tariffs(running, view)
    continuity = contracts.flatMap(\.continuity).filter { $0.on <= view.day }
      .max { ($0.on, $0.step) < ($1.on, $1.step) }
  }

  private static func isKnown(_ subject: ProviderSubject, _ view: CommissioningView) -> Bool {
    switch subject {
    case .chamber(let chamber):
      view.shows(chamber)
        && (view.state.contracts.providers[chamber] != nil
          || view.state.contracts.contracts.values.contains { $0.draft.provider == chamber })
    case .code(let code):
      view.own == nil && view.state.knownClaimCodes.contains(code)
    }
  }

  /// The latest report on each product and municipality.
  private static func reports(
    of chamber: ChamberNumber,
    _ view: CommissioningView
  ) -> [CapacityReport] {
    view.state.coverage.reports.filter { $0.key.provider == chamber }
      .compactMap { view.state.coverage.report(on: $0.key, asOf: view.day) }
      .sorted { ($0.product, $0.municipality) < ($1.product, $1.municipality) }
  }

  private static func tariffs(
    _ running: [Contract],
    _ view: CommissioningView
  ) -> [TariffLine] {
    let book = view.state.contracts
    return running.filter { $0.term.start <= view.day }.flatMap { contract in
      book.products(of: contract).compactMap { product in
        book.tariffs.version(of: product, under: contract, on: view.day).map {
          TariffLine(contract: contract.draft.code, product: product, tariff: $0)
        }
      }
    }
  }
}
