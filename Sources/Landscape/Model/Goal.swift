/// What a region wants to reach, and by what it would see it.
///
/// - Dutch term: doel, ontwikkelpotentieel
package struct Goal: Hashable, Sendable {
  package let code: String
  package let text: String
  package let direction: Direction?
  package let parts: [String]
  package let indicators: Known<[Indicator]>
  package let aims: [PolicyAim]
  package let provenance: Provenance

  /// Which way is good.
  ///
  /// - Dutch term: richting
  package enum Direction: String, CaseIterable, Sendable {
    case up = "omhoog"
    case down = "omlaag"
    case steady = "gelijk"
  }

  /// A measure of a goal with where it starts and where it has to go.
  ///
  /// - Dutch term: indicator, nulmeting, streefwaarde
  package struct Indicator: Hashable, Sendable {
    package let name: String
    /// The indicator of the strategy's list that it is, by its code.
    package let indicator: String?
    package let baseline: Known<String>
    package let target: Known<String>
    package let on: Known<PolicyDate>?
  }
}

/// A measured quantity with its norm.
///
/// - Dutch term: KPI
package struct PolicyIndicator: Hashable, Sendable {
  package let code: String
  package let name: String
  package let formula: Known<String>
  package let unit: Known<String>
  package let direction: Goal.Direction?
  package let norm: Known<String>
  package let goal: String?
  package let provenance: Provenance
}

/// A starting point that choices have to respect.
///
/// - Dutch term: beleidsuitgangspunt
package struct PolicyPrinciple: Hashable, Sendable {
  package let code: String
  package let text: String
  package let subject: String?
  /// The segments it is about; empty for all.
  package let segments: [String]
  package let provenance: Provenance
}

/// Something that is inside or outside a strategy, and why.
///
/// - Dutch term: afbakening
package struct ScopeItem: Hashable, Sendable {
  package let item: String
  package let place: Place
  package let reason: Known<String>
  package let arrangement: Known<String>
  package let through: Known<PolicyDate>?
  package let provenance: Provenance

  /// - Dutch term: in of uit
  package enum Place: String, CaseIterable, Sendable {
    case inside = "in"
    case outside = "uit"
    case ownTrack = "eigen_traject"
  }
}

/// What has to be ready before the start.
///
/// - Dutch term: randvoorwaarde
package struct ReadinessCondition: Hashable, Sendable {
  package let code: String
  package let text: String
  package let responsible: Known<String>
  package let before: Known<PolicyDate>
  package let provenance: Provenance
}

/// A word that the region explains in its letters.
///
/// - Dutch term: begrip
package struct PolicyConcept: Hashable, Sendable {
  package let code: String
  package let name: String
  package let text: String
  package let provenance: Provenance
}

/// Something in a source that does not agree with another place, or was lost.
///
/// - Dutch term: bronopmerking
package struct SourceNote: Hashable, Sendable {
  package let code: String
  package let kind: Kind
  package let text: String
  package let at: String?
  package let provenance: Provenance

  /// - Dutch term: soort bronopmerking
  package enum Kind: String, CaseIterable, Sendable {
    /// Two places say different things.
    case contradiction = "tegenspraak"
    /// Figures that do not agree.
    case figure = "getal"
    /// A statement that belongs nowhere, because the scan lost where.
    case homeless = "zonder_plaats"
    /// A slip of the pen or of the scan.
    case slip = "verschrijving"
  }
}

/// A figure of before the strategy, to compare with.
///
/// - Dutch term: kengetal, nulmeting
package struct BaselineFigure: Hashable, Sendable {
  package let code: String
  package let name: String
  package let year: Int
  package let municipality: String?
  package let providers: Int64?
  package let clients: Int64?
  package let cents: Int64?
  package let covers: String?
  package let provenance: Provenance
}
