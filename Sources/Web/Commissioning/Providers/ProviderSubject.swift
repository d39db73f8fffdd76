import Commissioning
package import Quantities
import Region

/// A provider as the pages name it: by its number in the trade register, or, as long as it does not
/// stand in the register of the region, by the code under which it claims.
package enum ProviderSubject: Hashable, Sendable {
  case chamber(ChamberNumber)
  case code(ProviderCode)

  private static let prefix = "agb-"

  /// The name in an address: `90000001` or `agb-99990101`.
  package var name: String {
    switch self {
    case .chamber(let number): number.description
    case .code(let code): Self.prefix + code.description
    }
  }

  package init?(_ name: String) {
    if name.hasPrefix(Self.prefix) {
      guard let code = ProviderCode(name.dropFirst(Self.prefix.count)) else { return nil }
      self = .code(code)
    } else {
      guard let number = ChamberNumber(name) else { return nil }
      self = .chamber(number)
    }
  }
}

extension RegionState {
  /// The codes under which a provider claims or ever claimed, by the register and its contracts.
  func claimCodes(of provider: ChamberNumber) -> Set<ProviderCode> {
    let recorded = contracts.providers[provider]?.claimCodes.map(\.code) ?? []
    let agreed = contracts.contracts.values.filter { $0.draft.provider == provider }
      .flatMap(\.draft.claimCodes)
    return Set(recorded + agreed)
  }

  /// The provider behind every claim code that the register or a contract names.
  var chambersByCode: [ProviderCode: ChamberNumber] {
    var found: [ProviderCode: ChamberNumber] = [:]
    for contract in contracts.contracts.values {
      for code in contract.draft.claimCodes { found[code] = contract.draft.provider }
    }
    for record in contracts.providers.values {
      for code in record.claimCodes { found[code.code] = record.chamber }
    }
    return found
  }

  /// Every provider of the region: those of the register and of contracts, and those that only
  /// claim or stand in a price list.
  var providerSubjects: Set<ProviderSubject> {
    var found: Set<ProviderSubject> = []
    for chamber in contracts.providers.keys { found.insert(.chamber(chamber)) }
    for contract in contracts.contracts.values { found.insert(.chamber(contract.draft.provider)) }
    let known = chambersByCode
    for code in knownClaimCodes where known[code] == nil { found.insert(.code(code)) }
    return found
  }
}
