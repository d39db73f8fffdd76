import Access
import Claims
import Columns
package import Commissioning
package import Quantities

extension RegionState {
  /// What the region knows of the delivery under contracts, for the duties of the standard.
  ///
  /// A claim line counts for the contracts of its provider, municipality and product: what was
  /// claimed on it, approved or not, and support that was approved. Support that started and did
  /// not stop goes on as long as its allocation does. One pass over all lines serves all contracts.
  package func deliveryFacts(
    of asked: [Contract],
    on today: CivilDate
  ) -> [ContractCode: ContractFacts] {
    var facts: [ContractCode: ContractFacts] = [:]
    for contract in asked { facts[contract.draft.code] = ContractFacts() }
    let index = ContractPlaces(asked, in: contracts)
    noteLines(&facts, index)
    noteDeliveries(&facts, index, on: today)
    for contract in asked {
      guard let period = contract.ceiling?.period else { continue }
      facts[contract.draft.code]?.paid = ledger.awarded(under: contract, in: period)
    }
    return facts
  }

  private func noteLines(
    _ facts: inout [ContractCode: ContractFacts],
    _ index: ContractPlaces
  ) {
    for claim in ledger.claims where !claim.isAnnulled {
      guard index.knows(claim.provider, claim.municipality) else { continue }
      for row in claim.rows {
        let flags = ledger.lines.flags(of: row)
        guard flags.isDisjoint(with: [.credit, .annulled]) else { continue }
        let line = ledger.lines[row]
        let codes = index.contracts(claim.provider, claim.municipality, line.code)
        for code in codes where index.runs(code, in: line.period) {
          let stands = flags.contains(.approved) && !flags.contains(.credited)
          facts[code]?.note(claimed: line.period.last, isSupport: stands)
        }
      }
    }
  }

  private func noteDeliveries(
    _ facts: inout [ContractCode: ContractFacts],
    _ index: ContractPlaces,
    on today: CivilDate
  ) {
    for delivery in deliveries.all where delivery.isLive {
      let parties = delivery.parties
      guard index.knows(parties.provider, parties.municipality) else { continue }
      let terms = delivery.key.number.flatMap { number in
        access.allocations.find(number: number, municipality: parties.municipality)
      }.map { access.allocations.terms(of: $0) }
      let product = delivery.key.code ?? terms?.code
      let end = [delivery.end, terms?.through, today].compactMap(\.self).min() ?? today
      guard let days = Period(from: delivery.key.begin, through: end) else { continue }
      for code in index.contracts(parties.provider, parties.municipality, product)
      where index.runs(code, in: days) {
        facts[code]?.note(support: end)
      }
    }
  }
}

extension ContractFacts {
  fileprivate mutating func note(claimed day: CivilDate, isSupport: Bool) {
    lastClaim = max(lastClaim ?? day, day)
    if isSupport { note(support: day) }
  }

  fileprivate mutating func note(support day: CivilDate) {
    lastSupport = max(lastSupport ?? day, day)
  }
}

/// Which contracts a delivered product counts for, by the parties and the product.
private struct ContractPlaces {
  private struct Parties: Hashable {
    let provider: ProviderCode
    let municipality: MunicipalityCode
  }

  /// A contract with what it is for; no products means all of them.
  private struct Place {
    let code: ContractCode
    let products: Set<ProductCode>
  }

  private var places: [Parties: [Place]] = [:]
  private var periods: [ContractCode: Period] = [:]

  init(_ contracts: [Contract], in book: ContractBook) {
    for contract in contracts {
      periods[contract.draft.code] = contract.period
      let place = Place(code: contract.draft.code, products: Set(book.products(of: contract)))
      let recorded = book.providers[contract.draft.provider]?.claimCodes.map(\.code) ?? []
      for provider in Set(contract.draft.claimCodes + recorded) {
        for municipality in contract.draft.municipalities {
          let parties = Parties(provider: provider, municipality: municipality)
          places[parties, default: []].append(place)
        }
      }
    }
  }

  func knows(_ provider: ProviderCode, _ municipality: MunicipalityCode) -> Bool {
    places[Parties(provider: provider, municipality: municipality)] != nil
  }

  /// The contracts that a delivery counts for; one that names no product counts for all of them.
  func contracts(
    _ provider: ProviderCode,
    _ municipality: MunicipalityCode,
    _ product: ProductCode?
  ) -> [ContractCode] {
    (places[Parties(provider: provider, municipality: municipality)] ?? []).filter { place in
      guard let product, !place.products.isEmpty else { return true }
      return place.products.contains(product)
    }.map(\.code)
  }

  /// Whether a contract ran on one of the days of a delivery.
  func runs(_ code: ContractCode, in days: Period) -> Bool {
    periods[code].map { $0.first <= days.last && days.first <= $0.last } ?? false
  }
}
