import Quantities

/// What one unit of a product costs in the year before and in the year itself, in cents.
struct ProductPrice: Sendable {
  let product: SupportProduct
  let before: Int64
  let current: Int64
}

/// What the largest providers of a region agreed on their own.
struct Negotiation: Sendable {
  /// The so many largest got a few cents more for their heavy share.
  let largest: Int
  /// The so many largest gave a discount in the municipality outside the concentration view.
  let discounted: Int
}

/// The prices agreed in the region, by year: for everybody, for a large provider, and for a large
/// provider in the municipality outside the concentration view.
///
/// The rows nest, so that the most specific one is never in doubt.
struct PriceList: Sendable {
  let providers: [ProviderCode]
  let municipalities: [RegionShape.Municipality]
  let prices: [ProductPrice]
  let negotiation: Negotiation
  private let places: [String: Int]

  init(_ shape: RegionShape, providers: [ProviderCode]) {
    self.providers = providers
    municipalities = shape.municipalities
    prices = shape.prices
    negotiation = shape.negotiation
    places = Dictionary(
      shape.prices.enumerated().map { ($0.element.product.code, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// What one unit costs on a day, in cents; nil for a product claimed in euros.
  func tariff(
    _ product: SupportProduct,
    provider: Int,
    municipality: Int,
    year: Int
  ) -> Int64? {
    guard product.unit != .euro else { return nil }
    return basic(product, year: year) + surcharge(product, provider: provider)
      - discount(product, provider: provider, municipality: municipality)
  }

  private func basic(_ product: SupportProduct, year: Int) -> Int64 {
    guard let place = places[product.code] else { return 0 }
    return year < 2025 ? prices[place].before : prices[place].current
  }

  private func surcharge(_ product: SupportProduct, provider: Int) -> Int64 {
    isNegotiated(product, provider: provider) ? Int64(130 - provider * 10) : 0
  }

  private func isNegotiated(_ product: SupportProduct, provider: Int) -> Bool {
    provider < min(negotiation.largest, providers.count) && product.unit == .hour
  }

  private func discount(_ product: SupportProduct, provider: Int, municipality: Int) -> Int64 {
    isDiscounted(product, provider: provider, municipality: municipality) ? 85 : 0
  }

  private func isDiscounted(_ product: SupportProduct, provider: Int, municipality: Int) -> Bool {
    provider < negotiation.discounted && product.unit == .hour
      && !municipalities[municipality].inConcentrationView
  }
}

extension PriceList {
  /// The list as a file that a contract import reads: tabs, a header, an empty cell for "any".
  var bytes: [UInt8] {
    var text =
      "gemeente\taanbieder\tcategorie\tproductcode\teenheid\ttarief_cent\tvariant"
      + "\tingangsdatum\teinddatum\n"
    func add(_ product: SupportProduct, provider: Int?, municipality: Int?, year: Int) {
      let place = municipality.map { municipalities[$0].code.description } ?? ""
      let who = provider.map { providers[$0].description } ?? ""
      let variant = product.unit.isOutput ? "outputgericht" : "inspanningsgericht"
      let tariff = tariff(
        product,
        provider: provider ?? providers.count + negotiation.largest,
        municipality: municipality ?? 0,
        year: year
      )
      // A euro is claimed in cents: one unit of it costs one cent.
      let price = tariff ?? 1
      text += "\(place)\t\(who)\t\(product.category)\t\(product.code)\t\(product.unit.code)"
      text += "\t\(price)\t\(variant)\t\(year)-01-01\t" + (year < 2025 ? "\(year)-12-31" : "")
      text += "\n"
    }
    for year in [2024, 2025] {
      for product in prices.map(\.product) {
        add(product, provider: nil, municipality: nil, year: year)
        for provider in providers.indices {
          if isNegotiated(product, provider: provider) {
            add(product, provider: provider, municipality: nil, year: year)
          }
          for municipality in municipalities.indices
          where isDiscounted(product, provider: provider, municipality: municipality) {
            add(product, provider: provider, municipality: municipality, year: year)
          }
        }
      }
    }
    return Array(text.utf8)
  }
}
