package import Commissioning
package import Quantities
import Region
import Rules

/// The tariffs that hold on a day, each once for the lot or contract that it is of.
package struct TariffsModel: Sendable {
  package let rows: [Row]

  package struct Row: Sendable {
    package let scope: TariffScope
    package let product: ProductCode
    package let tariff: Tariff
    /// The version before it; nil for the first.
    package let before: Tariff?
    package let test: RealPriceTest
    /// The providers that are paid by it on the day; only those that may be seen.
    package let providers: [ChamberNumber]
    package let municipalities: [MunicipalityCode]
    /// Every version, the oldest first.
    package let versions: [Tariff]

    /// The growth since the version before, in tenths of a percent.
    package var growth: Int? {
      guard let before, before.price > .zero,
        let difference = tariff.price.subtracting(before.price),
        let rate = Rate(difference, of: before.price)
      else { return nil }
      return Int(clamping: rate.millionths / 1_000)
    }
  }

  package init(_ view: CommissioningView) {
    let book = view.state.contracts
    var users: [TariffBook.Key: [Contract]] = [:]
    for contract in view.contracts where contract.period?.contains(view.day) == true {
      for product in book.products(of: contract) {
        guard let key = book.tariffs.key(of: product, under: contract, on: view.day) else {
          continue
        }
        users[key, default: []].append(contract)
      }
    }
    rows = users.compactMap { key, contracts in
      guard let series = book.tariffs.series[key], let tariff = series.version(on: view.day) else {
        return nil
      }
      let providers = Set(contracts.map(\.draft.provider)).sorted()
      return Row(
        scope: key.scope,
        product: key.product,
        tariff: tariff,
        before: series.versions.last { $0.period.first < tariff.period.first },
        test: RealPriceTest(tariff.price, buildUp: tariff.buildUp),
        providers: providers,
        municipalities: Set(contracts.flatMap(\.draft.municipalities)).sorted(),
        versions: series.versions
      )
    }
    .sorted { left, right in
      left.product == right.product
        ? left.scope.text.dutch < right.scope.text.dutch : left.product < right.product
    }
  }
}

/// The prices of a list that was imported, for regions that have no contracts in the register.
struct ImportedPrices: Sendable {
  let rows: [PriceRow]

  init(_ view: CommissioningView) {
    // A list says prices by claim code; who looks with the reach of one provider sees its own.
    let own = view.own.flatMap { view.state.contracts.providers[$0] }.map { record in
      Set(record.claimCodes.map(\.code))
    }
    rows = view.state.prices.lines.map(\.row).filter { row in
      guard row.period.contains(view.day) else { return false }
      guard view.own != nil else { return true }
      return row.provider.map { own?.contains($0) == true } ?? false
    }
  }
}
