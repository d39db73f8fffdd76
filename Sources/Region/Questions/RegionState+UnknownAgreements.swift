package import Commissioning
import Landscape
package import Quantities
package import Rules

/// A contract that names a lot or a product of which no adopted strategy speaks.
///
/// - Dutch term: contract buiten de vastgestelde strategie
package struct UnknownAgreement: Hashable, Sendable {
  package let contract: ContractCode
  /// What the contract names.
  package let subject: Subject
  /// The strategies that were looked in, by code.
  package let strategies: [String]

  /// What no strategy speaks of.
  package enum Subject: Hashable, Sendable {
    case lot(LotCode)
    case product(ProductCode)
  }

  /// What is wrong and what to do; a signal, for a contract may be older than its strategy.
  package var text: BilingualText {
    let places = strategies.joined(separator: ", ")
    let (dutch, english) =
      switch subject {
      case .lot(let code): ("perceel \(code)", "lot \(code)")
      case .product(let code): ("product \(code)", "product \(code)")
      }
    return BilingualText(
      "Contract \(contract) noemt \(dutch), dat in geen vastgestelde strategie van zijn gemeenten "
        + "staat (\(places)). Controleer de code, of neem het op in de strategie.",
      "Contract \(contract) names \(english), which is in no adopted strategy of its "
        + "municipalities (\(places)). Check the code, or put it in the strategy."
    )
  }
}

extension RegionState {
  /// The lots and products of contracts that no adopted strategy of their municipalities knows.
  ///
  /// The names of contracts are texts of their own, because contracts also come from procedures and
  /// from files; only here are they held against the strategies. Where a strategy does not know a
  /// code yet nothing can be said of products, and where none has lots nothing of lots.
  package func unknownAgreements(in asked: [Contract]) -> [UnknownAgreement] {
    asked.flatMap { contract -> [UnknownAgreement] in
      let draft = contract.draft
      let places = Set(draft.municipalities)
      let known = strategies.current.map(\.strategy).filter { strategy in
        !places.isDisjoint(with: strategy.municipalities)
      }
      guard !known.isEmpty else { return [] }
      let names = known.map(\.code)
      var found: [UnknownAgreement] = []
      let lots = Self.lotNames(of: known.flatMap(\.segments))
      if let lot = draft.lot, !lots.isEmpty, !lots.contains(lot.description) {
        found.append(
          UnknownAgreement(contract: draft.code, subject: .lot(lot), strategies: names)
        )
      }
      let products = known.flatMap(\.products).map(\.productCode.value)
      guard !products.isEmpty, products.allSatisfy({ $0 != nil }) else { return found }
      let codes = Set(products.compactMap(\.self))
      return found
        + contracts.products(of: contract).filter { !codes.contains($0) }.map {
          UnknownAgreement(contract: draft.code, subject: .product($0), strategies: names)
        }
    }
  }

  /// The names by which a contract may call a lot: its own, with that of its segment before it, or
  /// that of the segment alone; none when no segment has lots.
  private static func lotNames(of segments: [Segment]) -> Set<String> {
    guard segments.contains(where: { !$0.lots.isEmpty }) else { return [] }
    let names = segments.flatMap { segment in
      [segment.code] + segment.lots.flatMap { [$0.code, "\(segment.code).\($0.code)"] }
    }
    return Set(names)
  }
}
