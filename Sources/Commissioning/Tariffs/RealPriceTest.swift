package import Quantities
package import Rules

/// Whether a tariff covers what the law says it must, and what is missing.
///
/// - Dutch term: toets op de reële prijs (Uitvoeringsbesluit Wmo 2015, artikel 5.4; Jeugdwet 2.11)
package struct RealPriceTest: Hashable, Sendable {
  package let tariff: Cents
  /// The cost price of the build-up; nil when it cannot be computed.
  package let costPrice: Cents?
  /// The elements that the build-up does not name.
  package let missing: [CostElement]

  /// Tests a tariff against its build-up; without one nothing is named.
  package init(_ tariff: Cents, buildUp: TariffBuildUp?) {
    self.tariff = tariff
    costPrice = buildUp?.costPrice
    missing = buildUp?.missing ?? CostElement.allCases
  }
}

extension RealPriceTest {
  /// What the tariff gives above the cost price, as a share of it.
  package var margin: Rate? {
    guard let costPrice, let room = tariff.subtracting(costPrice) else { return nil }
    return Rate(room, of: costPrice)
  }

  package var isBelowCost: Bool { costPrice.map { tariff < $0 } ?? false }

  /// Whether the tariff passes: it covers the cost price and all six elements are named.
  package var passes: Bool { costPrice != nil && !isBelowCost && missing.isEmpty }

  /// What is wrong, one sentence each; empty when the tariff passes.
  package var findings: [BilingualText] {
    var texts = missing.map { element in
      BilingualText(
        "Element \(element.rawValue) is niet benoemd: ",
        "Element \(element.rawValue) is not named: "
      )
        + element.text + "."
    }
    if let costPrice, tariff < costPrice {
      texts.append(
        BilingualText(
          "Het tarief van \(tariff.dutchText) ligt onder de kostprijs van \(costPrice.dutchText).",
          "The tariff of \(tariff.englishText) is below the cost price of \(costPrice.englishText)."
        )
      )
    }
    if costPrice == nil, missing.count < CostElement.allCases.count {
      texts.append(
        BilingualText(
          "De kostprijs is niet te berekenen; controleer productiviteit en opslagen.",
          "The cost price cannot be computed; check productivity and surcharges."
        )
      )
    }
    return texts
  }
}
