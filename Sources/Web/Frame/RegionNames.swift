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
  private var claimants: [ProviderCode: String] = [:]

  init(_ state: RegionState) {
    providers = state.contracts.providers
    for record in providers.values {
      for dated in record.claimCodes { claimants[dated.code] = record.name }
    }
    for strategy in state.strategies.current.map(\.strategy) {
      for member in strategy.region.members { municipalities[member.municipality] = member.name }
      for product in strategy.products {
        if let code = product.productCode.value { products[code] = product.name }
      }
      for group in strategy.targetGroups { groups[group.code] = group.name }
      for body in (strategy.bodies.value ?? []) + strategy.region.organisations {
        bodies[body.code] = body.name
      }
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

  /// The name with its code, as messages have it.
  func withCode(_ code: MunicipalityCode) -> String {
    municipalities[code].map { "\($0) (\(code))" } ?? code.description
  }

  /// The name with the code under which the provider claims.
  func withCode(_ code: ProviderCode) -> String {
    claimants[code].map { "\($0) (\(code))" } ?? code.description
  }

  /// The providers that claim, by name.
  var claimantChoices: [ListFilter.Choice] {
    claimants.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { ListFilter.Choice($0.key.description, withCode($0.key)) }
  }

  /// The name of a body, or of one of its kind in a municipality: `colleges-0983`.
  func body(_ code: BodyCode) -> String {
    let text = code.description
    if let name = bodies[text] { return name }
    guard let dash = text.lastIndex(of: "-"),
      let municipality = MunicipalityCode(String(text[text.index(after: dash)...]))
    else { return text }
    let kind = String(text[..<dash])
    return "\(bodies[kind] ?? kind), \(name(municipality))"
  }
}
