package import Quantities

/// How a provider stands towards a municipality on a day, for support that begins then.
///
/// - Dutch term: staat van de afspraken bij een toewijzing
package struct ContractStanding: Hashable, Sendable {
  /// Where it was looked up.
  package let ground: Ground
  /// The contracts that run on the day, in order of their names.
  package let running: [ContractCode]
  /// The days of the contract nearest to the day, when none runs.
  package let nearest: Nearest?
  /// Of those that run, the ones that are for the support.
  package let covering: [ContractCode]
  /// The stop on new clients, when every covering contract has one.
  package let intakeStop: Stopped?
  /// The ceiling that was reached, when that is so under every covering contract.
  package let ceiling: Reached?
  /// Whether there is a tariff on the day; nil when the support names no product.
  package let hasTariff: Bool?

  /// Where the agreements with a provider stand.
  package enum Ground: Hashable, Sendable {
    /// The register: the provider has or had a contract with the municipality.
    case register
    /// The imported price list, because the register knows no contract of them.
    case imported
    /// Nowhere, though others have a contract with the municipality.
    case nowhere
  }

  /// A contract that does not run on the day.
  package struct Nearest: Hashable, Sendable {
    package let contract: ContractCode
    package let first: CivilDate
    package let last: CivilDate

    package init(contract: ContractCode, first: CivilDate, last: CivilDate) {
      self.contract = contract
      self.first = first
      self.last = last
    }
  }

  /// A stop on new clients.
  package struct Stopped: Hashable, Sendable {
    package let contract: ContractCode
    package let from: CivilDate

    package init(contract: ContractCode, from: CivilDate) {
      self.contract = contract
      self.from = from
    }
  }

  /// A ceiling of which nothing is left.
  package struct Reached: Hashable, Sendable {
    package let contract: ContractCode
    package let amount: Cents
    package let awarded: Cents

    package init(contract: ContractCode, amount: Cents, awarded: Cents) {
      self.contract = contract
      self.amount = amount
      self.awarded = awarded
    }
  }

  package init(
    ground: Ground,
    running: [ContractCode] = [],
    nearest: Nearest? = nil,
    covering: [ContractCode] = [],
    intakeStop: Stopped? = nil,
    ceiling: Reached? = nil,
    hasTariff: Bool? = nil
  ) {
    self.ground = ground
    self.running = running
    self.nearest = nearest
    self.covering = covering
    self.intakeStop = intakeStop
    self.ceiling = ceiling
    self.hasTariff = hasTariff
  }

  /// No agreement is known, though the municipality has contracts with others.
  package static let nowhere = ContractStanding(ground: .nowhere)
}

/// Support that somebody is to get from a provider, as far as its contract has a say in it.
///
/// - Dutch term: toe te wijzen ondersteuning
package struct AgreedSupport: Hashable, Sendable {
  package let provider: ProviderCode
  package let municipality: MunicipalityCode
  /// Nil when the allocation leaves the support open (generiek).
  package let category: ProductCategory?
  /// Nil when the allocation fixes at most the category (aspecifiek).
  package let code: ProductCode?
  package let from: CivilDate

  package init(
    provider: ProviderCode,
    municipality: MunicipalityCode,
    category: ProductCategory?,
    code: ProductCode?,
    from: CivilDate
  ) {
    self.provider = provider
    self.municipality = municipality
    self.category = category
    self.code = code
    self.from = from
  }
}

// MARK: - Looking up

extension ContractBook {
  /// How the register stands towards support; nil when the pair never had a contract in it.
  ///
  /// What was `awarded` under a contract in the days of its ceiling is asked only for one with a
  /// ceiling on the first day of the support.
  package func standing(
    towards support: AgreedSupport,
    products: ProductList,
    awarded: (Contract) -> Cents
  ) -> ContractStanding? {
    let own = contracts(of: support.provider, with: support.municipality)
    guard !own.isEmpty else { return nil }
    let running = own.filter { contract in
      contract.period?.contains(support.from) == true
        && isClaimed(contract, under: support.provider, on: support.from)
    }
    let covering = running.filter { covers($0, support, products) }
    return ContractStanding(
      ground: .register,
      running: running.map(\.draft.code),
      nearest: running.isEmpty ? nearest(of: own, to: support.from) : nil,
      covering: covering.map(\.draft.code),
      intakeStop: stop(of: covering, on: support.from),
      ceiling: reached(of: covering, on: support.from, awarded),
      hasTariff: support.code.map { code in
        covering.contains {
          $0.draft.products.contains(code)
            && tariffs.version(of: code, under: $0, on: support.from) != nil
        }
      }
    )
  }

  /// Whether the provider claims the contract under the code on the day, as the register says it.
  private func isClaimed(
    _ contract: Contract,
    under code: ProviderCode,
    on date: CivilDate
  ) -> Bool {
    let recorded = (providers[contract.draft.provider]?.claimCodes ?? []).filter {
      $0.code == code
    }
    guard recorded.isEmpty else { return recorded.contains { $0.period.contains(date) } }
    return contract.draft.claimCodes.contains(code)
  }

  /// A contract without products covers everything; generic support is covered by any contract.
  private func covers(
    _ contract: Contract,
    _ support: AgreedSupport,
    _ products: ProductList
  ) -> Bool {
    let codes = self.products(of: contract)
    guard !codes.isEmpty else { return true }
    if let code = support.code { return codes.contains(code) }
    guard let category = support.category else { return true }
    return codes.contains { products.fits($0, in: category) }
  }

  /// The contract whose days lie nearest to a day on which none runs: the last that ended, or else
  /// the first that begins.
  private func nearest(of own: [Contract], to date: CivilDate) -> ContractStanding.Nearest? {
    let ended = own.filter { $0.lastDay < date }.max { $0.lastDay < $1.lastDay }
    let coming = own.filter { $0.term.start > date }.min { $0.term.start < $1.term.start }
    return (ended ?? coming ?? own.first).map {
      ContractStanding.Nearest(contract: $0.draft.code, first: $0.term.start, last: $0.lastDay)
    }
  }

  private func stop(of covering: [Contract], on date: CivilDate) -> ContractStanding.Stopped? {
    let stops = covering.compactMap { contract in
      contract.intakeStops.last { $0.holds(on: date) }.map {
        ContractStanding.Stopped(contract: contract.draft.code, from: $0.from)
      }
    }
    return stops.count == covering.count ? stops.first : nil
  }

  private func reached(
    of covering: [Contract],
    on date: CivilDate,
    _ awarded: (Contract) -> Cents
  ) -> ContractStanding.Reached? {
    var first: ContractStanding.Reached?
    for contract in covering {
      guard let ceiling = contract.ceiling, let amount = ceiling.amount,
        ceiling.period?.contains(date) == true
      else { return nil }
      let used = awarded(contract)
      guard used >= amount else { return nil }
      let reached = ContractStanding.Reached(
        contract: contract.draft.code,
        amount: amount,
        awarded: used
      )
      first = first ?? reached
    }
    return first
  }
}

extension PriceList {
  /// How an imported list stands towards support: whether it has a price for it.
  package func standing(towards support: AgreedSupport) -> ContractStanding {
    ContractStanding(
      ground: .imported,
      hasTariff: support.code.flatMap { code in
        support.category.map { category in
          price(
            provider: support.provider,
            municipality: support.municipality,
            category: category,
            code: code,
            on: support.from
          ) != nil
        }
      }
    )
  }
}
