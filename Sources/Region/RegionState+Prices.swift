package import Commissioning
import Journal
import Quantities

/// Which versions of the price lists hold, by their numbers; zero for none.
struct Pricing: Hashable, Sendable {
  /// The list that was imported last.
  var imported = 0
  /// The list that followed from the contracts last.
  var derived = 0
  /// Whether contracts or tariffs changed since.
  var isStale = false
}

/// A price list with the version that receipts name it by.
struct NumberedPrices {
  let list: PriceList
  let version: Int
  /// Whether the list is new and has to be written down before a receipt names it.
  let isNew: Bool
}

extension RegionState {
  /// The price list that was imported last; without prices when none was.
  package var prices: PriceList { list(version: pricing.imported) }

  /// The prices that follow from the contracts as they are now.
  package var contractPrices: PriceList {
    pricing.isStale ? contracts.priceList() : list(version: pricing.derived)
  }

  private func list(version: Int) -> PriceList {
    priceLists.indices.contains(version - 1) ? priceLists[version - 1] : .empty
  }

  /// The prices by which a claim of a provider to a municipality is judged.
  ///
  /// Who has or had a contract in the register is judged by the contracts and by nothing else; for
  /// all others the imported list holds. What follows from the contracts becomes a version of its
  /// own with the first claim that needs it, so a region that changes a hundred contracts in a row
  /// keeps one list of them and not a hundred.
  func prices(for provider: ProviderCode, with municipality: MunicipalityCode) -> NumberedPrices {
    guard contracts.hasContract(of: provider, with: municipality) else {
      return NumberedPrices(list: prices, version: pricing.imported, isNew: false)
    }
    guard pricing.isStale else {
      return NumberedPrices(list: contractPrices, version: pricing.derived, isNew: false)
    }
    return NumberedPrices(list: contractPrices, version: priceLists.count + 1, isNew: true)
  }

  mutating func evolve(imported list: PriceList) {
    priceLists.append(list)
    pricing.imported = priceLists.count
  }

  mutating func evolve(derived list: PriceList) {
    priceLists.append(list)
    pricing.derived = priceLists.count
    pricing.isStale = false
  }
}

extension ContractEvent {
  /// Whether prices may follow from it that did not hold before, or no longer, or from another
  /// version of a contract than before.
  var changesPrices: Bool {
    switch self {
    case .concluded, .tariffAgreed, .providerRecorded: true
    case .happened(_, let change):
      switch change {
      case .extended, .reviewed, .terminated, .partAdded, .amended: true
      case .intakeStopAsked, .intakeStopAnswered, .intakeStopLifted,
        .ceiling, .continuityAssessed:
        false
      }
    }
  }
}
