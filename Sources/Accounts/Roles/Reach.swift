package import Quantities
package import Rules

/// The part of a region that someone may reach.
package enum Reach: Hashable, Sendable {
  /// Every municipality and every provider.
  case region
  /// Named municipalities; never none.
  case municipalities(Set<MunicipalityCode>)
  /// One provider, by its number in the trade register.
  case provider(ChamberNumber)
}

extension Reach {
  /// Whether it holds a municipality.
  package func contains(_ municipality: MunicipalityCode) -> Bool {
    switch self {
    case .region: true
    case .municipalities(let codes): codes.contains(municipality)
    case .provider: false
    }
  }

  /// Whether it holds what is a provider's own.
  package func contains(_ provider: ChamberNumber) -> Bool {
    switch self {
    case .region: true
    case .municipalities: false
    case .provider(let own): own == provider
    }
  }

  /// The municipalities by which a list is filtered; nil for all of them.
  ///
  /// A provider's reach has none: its lists are filtered by provider.
  package var filter: Set<MunicipalityCode>? {
    switch self {
    case .region: nil
    case .municipalities(let codes): codes
    case .provider: []
    }
  }

  package var text: BilingualText {
    switch self {
    case .region: BilingualText("de hele regio", "the whole region")
    case .municipalities(let codes):
      BilingualText(
        "gemeente " + codes.sorted().map(\.description).joined(separator: ", "),
        "municipality " + codes.sorted().map(\.description).joined(separator: ", ")
      )
    case .provider(let chamber): BilingualText("aanbieder \(chamber)", "provider \(chamber)")
    }
  }
}

// MARK: - The stored form

extension Reach: CustomStringConvertible {
  /// `region`, `municipalities:0310,0321` in ascending order, or `provider:12345678`.
  package var description: String {
    switch self {
    case .region: "region"
    case .municipalities(let codes):
      "municipalities:" + codes.sorted().map(\.description).joined(separator: ",")
    case .provider(let chamber): "provider:\(chamber)"
    }
  }

  /// Reads the stored form; anything else is nil.
  package init?(_ text: String) {
    if text == "region" {
      self = .region
      return
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "municipalities":
      let words = parts[1].split(separator: ",", omittingEmptySubsequences: false)
      let codes = words.compactMap { MunicipalityCode($0) }
      guard !codes.isEmpty, codes.count == words.count else { return nil }
      self = .municipalities(Set(codes))
    case "provider":
      guard let chamber = ChamberNumber(parts[1]) else { return nil }
      self = .provider(chamber)
    default: return nil
    }
  }
}
