package import Commissioning
import Quantities

/// A tariff that is to be agreed, and for whom.
package struct AgreedTariff: Hashable, Sendable {
  package let key: TariffBook.Key
  package let tariff: Tariff

  package init(_ key: TariffBook.Key, _ tariff: Tariff) {
    self.key = key
    self.tariff = tariff
  }
}

extension [AgreedTariff] {
  /// What of the tariffs they rest on: the price before each, and how many versions there are.
  ///
  /// Versions only ever grow in number, so tariffs that changed never look the same again.
  func before(_ contract: Contract?, in book: ContractBook) -> [DeedFact] {
    let prices = map { agreed in
      let old = contract.flatMap {
        book.tariffs.version(
          of: agreed.key.product,
          under: $0,
          on: agreed.tariff.period.first.adding(days: -1)
        )
      }
      return DeedFact(.tariff, agreed.key.product.description, .init(old?.price))
    }
    let versions = reduce(0) { $0 + (book.tariffs.series[$1.key]?.versions.count ?? 0) }
    return prices + [DeedFact(.tariffVersions, .count(Int64(versions)))]
  }

  var after: [DeedFact] {
    let prices = map { DeedFact(.tariff, $0.key.product.description, .amount($0.tariff.price)) }
    let periods = Set(map(\.tariff.period)).sorted { $0.first < $1.first }
    let units = Set(map(\.tariff.unit)).sorted { $0.rawValue < $1.rawValue }
    let bases = Set(map(\.tariff.basis.dutchText)).sorted()
    return prices
      + periods.map { DeedFact(.tariffFrom, .day($0.first)) }
      + units.map { DeedFact(.tariffUnit, .text($0.code)) }
      + bases.map { DeedFact(.tariffBasis, .text($0)) }
  }
}
