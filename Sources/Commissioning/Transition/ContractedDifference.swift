package import Quantities

/// What changes for providers and residents between the contracts of two days.
///
/// - Dutch term: verschil tussen oude en nieuwe gecontracteerden (001:38-46)
package struct ContractedDifference: Hashable, Sendable {
  package let before: CivilDate
  package let after: CivilDate
  /// Every provider with a contract on one of the two days, in order of their numbers.
  package let providers: [ProviderChange]
  /// Residents of all leaving providers together; somebody with two of them counts once.
  package let affectedResidents: Int
  /// Of them, those whose support still runs on the later day.
  package let stillRunning: Int
}

/// What changes for one provider.
///
/// - Dutch term: vertrekkende, blijvende en nieuwe aanbieder
package struct ProviderChange: Hashable, Sendable {
  package let provider: ChamberNumber
  /// Its name in the register; nil when it has no record.
  package let name: String?
  package let kind: Kind
  /// Where and for what it loses its contract.
  package let lost: [Place]
  package let gained: [Place]
  /// Residents with support that it loses the contract for, running on the earlier day.
  package let affectedResidents: Int
  /// Of them, those whose support still runs on the later day; they are finished there.
  package let stillRunning: Int

  /// - Dutch term: soort verandering voor een aanbieder
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case leaves = "vertrekt"
    case losesPart = "verliest-een-deel"
    case stays = "blijft"
    case enters = "nieuw"
  }

  /// A product in a municipality.
  ///
  /// - Dutch term: product in een gemeente
  package struct Place: Hashable, Comparable, Sendable {
    package let municipality: MunicipalityCode
    package let product: ProductCode

    package init(municipality: MunicipalityCode, product: ProductCode) {
      self.municipality = municipality
      self.product = product
    }

    package static func < (left: Place, right: Place) -> Bool {
      (left.municipality, left.product) < (right.municipality, right.product)
    }
  }
}

// MARK: - Making it

extension ContractedDifference {
  /// Compares two days; empty lists of municipalities or products mean all of them.
  ///
  /// Own delivery is left out: it stands outside purchasing (001:28-31).
  package init(
    _ contracts: ContractBook,
    from before: CivilDate,
    to after: CivilDate,
    municipalities: [MunicipalityCode] = [],
    products: [ProductCode] = [],
    running trajectories: [Trajectory],
    ownDelivery: Set<ProviderCode> = []
  ) {
    self.before = before
    self.after = after
    let filter = PlaceFilter(
      municipalities: Set(municipalities),
      products: Set(products)
    )
    let old = contracts.places(on: before, filter)
    let new = contracts.places(on: after, filter)
    let index = ContractedIndex(contracts)
    var load = Load()
    for trajectory in trajectories
    where trajectory.period.contains(before) && !ownDelivery.contains(trajectory.provider) {
      guard let product = trajectory.product,
        let provider = index.provider(behind: trajectory.provider, on: before)
      else { continue }
      let place = ProviderChange.Place(
        municipality: trajectory.name.municipality,
        product: product
      )
      guard old[provider]?.contains(place) == true, new[provider]?.contains(place) != true else {
        continue
      }
      load.add(trajectory.resident, of: provider, runsOn: trajectory.period.contains(after))
    }
    providers = Set(old.keys).union(new.keys).sorted().map { provider in
      let lost = (old[provider] ?? []).subtracting(new[provider] ?? []).sorted()
      let gained = (new[provider] ?? []).subtracting(old[provider] ?? []).sorted()
      return ProviderChange(
        provider: provider,
        name: contracts.providers[provider]?.name,
        kind: old[provider] == nil
          ? .enters : new[provider] == nil ? .leaves : lost.isEmpty ? .stays : .losesPart,
        lost: lost,
        gained: gained,
        affectedResidents: load.affected[provider]?.count ?? 0,
        stillRunning: load.running[provider]?.count ?? 0
      )
    }
    affectedResidents = load.affected.values.reduce(into: Set()) { $0.formUnion($1) }.count
    stillRunning = load.running.values.reduce(into: Set()) { $0.formUnion($1) }.count
  }

  package func providers(_ kind: ProviderChange.Kind) -> [ProviderChange] {
    providers.filter { $0.kind == kind }
  }
}

/// The residents of providers, each counted once.
private struct Load {
  var affected: [ChamberNumber: Set<Int>] = [:]
  var running: [ChamberNumber: Set<Int>] = [:]

  mutating func add(_ resident: Int, of provider: ChamberNumber, runsOn: Bool) {
    affected[provider, default: []].insert(resident)
    if runsOn { running[provider, default: []].insert(resident) }
  }
}

/// Which places are looked at; an empty set is all.
private struct PlaceFilter {
  let municipalities: Set<MunicipalityCode>
  let products: Set<ProductCode>

  func takes(_ municipality: MunicipalityCode) -> Bool {
    municipalities.isEmpty || municipalities.contains(municipality)
  }

  func takes(_ product: ProductCode) -> Bool { products.isEmpty || products.contains(product) }
}

extension ContractBook {
  /// Where and for what each provider has a contract on a day.
  fileprivate func places(
    on day: CivilDate,
    _ filter: PlaceFilter
  ) -> [ChamberNumber: Set<ProviderChange.Place>] {
    var places: [ChamberNumber: Set<ProviderChange.Place>] = [:]
    for contract in contracts.values where contract.period?.contains(day) == true {
      for municipality in contract.draft.municipalities where filter.takes(municipality) {
        for product in products(of: contract) where filter.takes(product) {
          places[contract.draft.provider, default: []].insert(
            ProviderChange.Place(municipality: municipality, product: product)
          )
        }
      }
    }
    return places
  }

  /// The contracted providers that did not yet say what they stand for (001:80-85).
  package func providersWithoutProfile(on day: CivilDate) -> [ChamberNumber] {
    let contracted = contracts.values.filter { $0.period?.contains(day) == true }
    return Set(contracted.map(\.draft.provider)).sorted().filter {
      providers[$0]?.profile.contains { !$0.isWhitespace } != true
    }
  }
}
