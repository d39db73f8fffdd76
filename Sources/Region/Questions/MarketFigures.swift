import Access
import Claims
import Columns
import Commissioning
package import Landscape
import People
package import Quantities

/// Which part of the market is asked for.
package struct MarketQuestion: Hashable, Sendable {
  /// The year in which support was delivered.
  package let year: Int
  /// The municipalities that count; nil for all.
  package let municipalities: Set<MunicipalityCode>?
  /// The act; nil for all.
  package let law: PolicyLaw?

  package init(year: Int, municipalities: Set<MunicipalityCode>? = nil, law: PolicyLaw? = nil) {
    self.year = year
    self.municipalities = municipalities
    self.law = law
  }
}

/// How the money of a year lies over the providers.
///
/// - Dutch term: marktbeeld
package struct MarketFigures: Hashable, Sendable {
  /// The providers, the one with the most money first.
  package let providers: [Provider]
  /// Distinct clients, each once per municipality and law.
  package let clients: Int

  /// One provider, by its number in the trade register where that is known.
  package struct Provider: Hashable, Sendable {
    package let party: Party
    package let awarded: Cents
    package let clients: Int
    package let municipalities: Set<MunicipalityCode>

    package init(
      party: Party,
      awarded: Cents,
      clients: Int,
      municipalities: Set<MunicipalityCode>
    ) {
      self.party = party
      self.awarded = awarded
      self.clients = clients
      self.municipalities = municipalities
    }
  }

  /// Who a provider is.
  package enum Party: Hashable, Sendable {
    case chamber(ChamberNumber)
    /// A code under which somebody claims who stands in no register.
    case code(ProviderCode)

    /// A text to order by, and to name it in an address.
    package var name: String {
      switch self {
      case .chamber(let number): number.description
      case .code(let code): "agb-\(code)"
      }
    }
  }

  package init(providers: [Provider], clients: Int) {
    self.providers = providers
    self.clients = clients
  }
}

extension MarketFigures {
  package var total: Cents { sum(providers[...]) }

  /// What the largest have together.
  package func largest(_ count: Int) -> Cents { sum(providers.prefix(count)) }

  /// An amount as thousandths of the whole; 0 where there is nothing.
  package func permille(of amount: Cents) -> Int {
    let whole = total.rawValue
    guard whole > 0, amount.rawValue > 0 else { return 0 }
    guard amount.rawValue < whole else { return 1_000 }
    return Int(whole.dividingFullWidth(amount.rawValue.multipliedFullWidth(by: 1_000)).quotient)
  }

  /// The curve of concentration: for every tenth of the providers, how many they are and what they
  /// have together; never two points for the same number.
  package var curve: [(count: Int, awarded: Cents)] {
    guard !providers.isEmpty else { return [] }
    let counts = Set((1...10).map { (providers.count * $0 + 9) / 10 }).sorted()
    return counts.map { ($0, largest($0)) }
  }

  /// The providers with fewer clients than a limit: the long tail.
  package func tail(below limit: Int) -> [Provider] { providers.filter { $0.clients < limit } }

  /// How many providers serve both of two municipalities.
  package func shared(_ left: MunicipalityCode, _ right: MunicipalityCode) -> Int {
    providers.count { $0.municipalities.contains(left) && $0.municipalities.contains(right) }
  }

  private func sum(_ part: ArraySlice<Provider>) -> Cents {
    Cents(part.reduce(Int64(0)) { $0 &+ $1.awarded.rawValue })
  }
}

extension RegionState {
  /// The years in which support was delivered that was awarded, in order.
  package var marketYears: [Int] {
    var months: Set<CivilDate> = []
    for claim in ledger.claims where !claim.isAnnulled {
      if claim.isTable {
        for row in claim.rows where ledger.lines.stands(row) {
          months.insert(ledger.lines.delivery(of: row).first.firstOfMonth)
        }
      } else {
        months.insert(claim.period.first.firstOfMonth)
      }
    }
    return Set(months.map(\.year)).sorted()
  }

  /// How the awarded money of a year lies over the providers, in one pass over all lines.
  package func marketFigures(_ question: MarketQuestion) -> MarketFigures {
    let parties = partiesByCode
    let numbers = productNumbers(of: question.law)
    var sums: [MarketFigures.Party: MarketSum] = [:]
    for claim in ledger.claims where !claim.isAnnulled {
      guard question.municipalities?.contains(claim.municipality) ?? true else { continue }
      let party = parties[claim.provider] ?? .code(claim.provider)
      var sum = MarketSum()
      for row in claim.rows where ledger.lines.stands(row) {
        let (day, amount) = ledger.lines.delivery(of: row)
        guard day.year == question.year,
          numbers?.contains(ledger.lines.productNumber(of: row)) ?? true
        else { continue }
        sum.awarded &+= amount.rawValue
        if let client = client(behind: row) { sum.clients.insert(client) }
        sum.municipalities.insert(claim.municipality)
      }
      if !sum.municipalities.isEmpty { sums[party, default: MarketSum()].add(sum) }
    }
    let providers = sums.map { party, sum in
      MarketFigures.Provider(
        party: party,
        awarded: Cents(sum.awarded),
        clients: sum.clients.count,
        municipalities: sum.municipalities
      )
    }
    return MarketFigures(
      providers: providers.sorted { left, right in
        left.awarded == right.awarded
          ? left.party.name < right.party.name : left.awarded > right.awarded
      },
      clients: sums.values.reduce(into: Set<ClientKey>()) { $0.formUnion($1.clients) }.count
    )
  }

  /// The provider behind every claim code that the register or a contract names.
  private var partiesByCode: [ProviderCode: MarketFigures.Party] {
    var found: [ProviderCode: MarketFigures.Party] = [:]
    for contract in contracts.contracts.values {
      for code in contract.draft.claimCodes { found[code] = .chamber(contract.draft.provider) }
    }
    for record in contracts.providers.values {
      for code in record.claimCodes { found[code.code] = .chamber(record.chamber) }
    }
    return found
  }

  /// The numbers of the products of an act: those that a strategy for it names, and those of the
  /// contracts that have a place in one, because a strategy may name none; nil for all products.
  private func productNumbers(of law: PolicyLaw?) -> Set<Int>? {
    guard let law else { return nil }
    let adopted = strategies.adoptions.map(\.strategy).filter { $0.law == law }
    var meant = Set(adopted.flatMap { $0.products.compactMap(\.productCode.value) })
    for draft in contracts.contracts.values.lazy.map(\.draft) {
      let products = Set(draft.products.map(\.description))
      let lot = draft.lot?.description
      guard adopted.contains(where: { $0.place(lot: lot, products: products) != nil }) else {
        continue
      }
      meant.formUnion(draft.products)
    }
    var numbers: Set<Int> = []
    var number = 0
    while let code = ledger.lines.product(numbered: number) {
      if meant.contains(code) { numbers.insert(number) }
      number += 1
    }
    return numbers
  }

  private func client(behind row: Int) -> ClientKey? {
    if let slot = ledger.lines.allocation(of: row), Int(slot) < access.allocations.slotCount {
      return access.allocations[AllocationID(slot: slot)].client
    }
    return ledger.client(ofUnallocated: Int32(truncatingIfNeeded: row))
  }
}

/// What one provider comes to while the lines are gone through.
private struct MarketSum {
  var awarded: Int64 = 0
  var clients: Set<ClientKey> = []
  var municipalities: Set<MunicipalityCode> = []

  mutating func add(_ other: MarketSum) {
    awarded &+= other.awarded
    clients.formUnion(other.clients)
    municipalities.formUnion(other.municipalities)
  }
}
