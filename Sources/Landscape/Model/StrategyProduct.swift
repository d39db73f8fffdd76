package import Quantities

/// A product that a segment buys.
///
/// - Dutch term: product (in een strategie)
package struct StrategyProduct: Hashable, Sendable {
  package let code: String
  package let name: String
  package let segment: String
  package let productCode: Known<ProductCode>
  package let category: Known<ProductCategory>?
  package let unit: Known<ProductUnit>
  /// Zero, first or second line: how far from ordinary life.
  package let line: Known<Int>?
  /// The level among products that differ in it, the lightest 1.
  package let level: Int?
  package let isNew: Bool
  package let price: Sourced<Known<Cents>>?
  package let description: String?
  package let requirements: Known<[QualityRequirement]>
  package let provenance: Provenance
}

/// What is counted of a product.
///
/// - Dutch term: eenheid (in een strategie)
package enum ProductUnit: String, CaseIterable, Sendable {
  case minute = "minuut"
  case hour = "uur"
  case halfDay = "dagdeel"
  case fullDay = "etmaal"
  case piece = "stuk"
  case month = "maand"
  case trajectory = "traject"
}

/// A testable requirement on what is delivered.
///
/// - Dutch term: kwaliteitseis
package struct QualityRequirement: Hashable, Sendable {
  package let text: String
  /// How it is tested; nil where nobody said.
  package let test: Known<String>?
  package let frequency: Known<String>?
  package let evidence: Known<String>?
  package let validMonths: Int?
}

/// A group of residents with needs of its own.
///
/// - Dutch term: doelgroep
package struct TargetGroup: Hashable, Sendable {
  package let code: String
  package let name: String
  package let rules: [String]
  package let ageFrom: Int?
  package let ageThrough: Int?
  /// Whether every municipality must have enough offer for it.
  package let countsForCoverage: Bool
  package let threshold: Known<String>?
  package let provenance: Provenance
}

/// A field of life in which support works on results.
///
/// - Dutch term: resultaatgebied
package struct ResultArea: Hashable, Sendable {
  package let code: String
  package let number: Int
  package let name: String
  /// Whether it only counts together with another.
  package let needsAnother: Bool
  package let rules: [String]
  package let provenance: Provenance
}

/// The forms of a product that follow from an assessment: weight, type and intensity.
///
/// - Dutch term: productraster
package struct ProductGrid: Hashable, Sendable {
  package let axes: [Axis]
  package let durations: [Duration]
  package let intensityRule: Known<String>
  package let circumstances: [String]
  package let forms: Known<[Form]>
  package let steps: [String]
  package let provenance: Provenance

  /// - Dutch term: as van het productraster
  package struct Axis: Hashable, Sendable {
    package let kind: Kind
    package let values: [Value]
    package let provenance: Provenance

    /// - Dutch term: soort as
    package enum Kind: String, CaseIterable, Sendable {
      /// The number of result areas that are worked on at the same time.
      case weight = "zwaarte"
      case type = "type"
      case intensity = "intensiteit"
    }

    /// - Dutch term: waarde van een as
    package struct Value: Hashable, Sendable {
      package let code: String
      package let name: String
      package let from: Int?
      package let through: Int?
      package let description: String?
    }
  }

  /// How long support of a type takes.
  ///
  /// - Dutch term: duur per type
  package struct Duration: Hashable, Sendable {
    package let type: String
    package let averageMonths: Int
    package let maximumMonths: Int
    package let shorterWhen: String?
    package let provenance: Provenance
  }

  /// One cell of the grid.
  ///
  /// - Dutch term: productvorm
  package struct Form: Hashable, Sendable {
    package let code: String
    package let weight: String
    package let type: String
    package let intensity: String
    package let name: Known<String>
    package let hoursPerWeek: Known<Int64>
    package let price: Known<Cents>
  }
}

/// What holds between the old contracts and the new.
///
/// - Dutch term: overgangsregel
package struct TransitionRule: Hashable, Sendable {
  package let code: String
  package let number: Int
  package let text: String
  package let kind: Known<Kind>
  package let from: Known<PolicyDate>
  package let through: Known<PolicyDate>?
  package let scope: String?
  package let weight: Weight
  package let segment: String?
  package let product: String?
  package let provenance: Provenance

  /// What the rule asks when support is allocated.
  ///
  /// - Dutch term: soort overgangsregel
  package enum Kind: String, CaseIterable, Sendable {
    case limitLeaving = "beperk_vertrekkende"
    case limitLong = "beperk_langlopende"
    case finishRunning = "lopende_afmaken"
    case useContracted = "gebruik_gecontracteerde"
    case askToEnrol = "vraag_inschrijving"
    case entryOpen = "inschrijving_open"
    case describeProvider = "beschrijf_aanbieder"
  }

  /// - Dutch term: gewicht van een overgangsregel
  package enum Weight: String, CaseIterable, Sendable {
    /// A deviation is a signal and asks for a reason.
    case advice = "advies"
    case prohibition = "verbod"
  }
}
