import Commissioning
import Landscape
import Quantities
import Region

/// How codes are called by people, as the strategies and the register of a region say.
struct RegionNames: Sendable {
  private var municipalities: [MunicipalityCode: String] = [:]
  private var products: [ProductCode: String] = [:]
  private var groups: [String: String] = [:]
  private var bodies: [String: String] = [:]
  private let providers: [ChamberNumber: ProviderRecord]

  init(_ state: RegionState) {
    providers = state.contracts.providers
    for strategy in state.strategies.current.map(\.strategy) {
      for member in strategy.region.members { municipalities[member.municipality] = member.name }
      for product in strategy.products {
        if let code = product.productCode.value { products[code] = product.name }
      }
      for group in strategy.targetGroups { groups[group.code] = group.name }
      for body in strategy.region.organisations { bodies[body.code] = body.name }
    }
  }
}

extension RegionNames {
  func name(_ code: MunicipalityCode) -> String { municipalities[code] ?? code.description }

  func names(_ codes: some Sequence<MunicipalityCode>) -> String {
    codes.map { name($0) }.joined(separator: ", ")
  }

  /// The code with its name, because officials know products by both.
  func name(_ code: ProductCode) -> String {
    products[code].map { "\(code) \($0)" } ?? code.description
  }

  func names(_ codes: some Sequence<ProductCode>) -> String {
    codes.map { name($0) }.joined(separator: ", ")
  }

  func name(_ provider: ChamberNumber) -> String {
    providers[provider]?.name ?? "KvK \(provider)"
  }

  func names(_ codes: some Sequence<ChamberNumber>) -> String {
    codes.map { name($0) }.joined(separator: ", ")
  }

  func group(_ code: String) -> String { groups[code] ?? code }

  func body(_ code: BodyCode) -> String { bodies[code.description] ?? code.description }
}
