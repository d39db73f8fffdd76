package import Journal

/// What a region chose for one law: its goals, decisions, segments and the four elements of each.
///
/// A strategy is read from a file or from the journal and never built by hand, so that whoever has
/// one has a checked one. `document` is the canonical form; all else is a reading of it.
///
/// - Dutch term: inkoopstrategie
package struct Strategy: Sendable {
  /// The whole strategy in canonical form, as the journal keeps it.
  package let document: JSONValue
  package let code: String
  package let name: String
  package let law: PolicyLaw
  package let status: StrategyStatus
  package let validFrom: Sourced<Known<PolicyDate>>
  package let validThrough: Sourced<Known<PolicyDate>>?
  /// The strategies that this one takes the place of, by their codes.
  package let succeeds: [String]
  package let commissioner: Known<String>
  /// The decision by which it was adopted, by its code.
  package let adoptedBy: Known<String>
  package let sources: [StrategySource]
  package let region: PolicyRegion
  package let bodies: Known<[GoverningBody]>
  package let programme: Known<PolicyProgramme>
  package let decisions: Known<[PolicyDecision]>
  package let goals: Known<[Goal]>
  package let principles: [PolicyPrinciple]
  package let scope: [ScopeItem]
  package let targetGroups: [TargetGroup]
  package let resultAreas: [ResultArea]
  package let productGrid: ProductGrid?
  package let products: [StrategyProduct]
  package let segments: [Segment]
  package let transitionRules: [TransitionRule]
  /// The indicators; nil where the file does not speak of any.
  package let indicators: Known<[PolicyIndicator]>?
  package let figures: [BaselineFigure]
  package let conditions: Known<[ReadinessCondition]>
  package let concepts: [PolicyConcept]
  package let sourceNotes: [SourceNote]
}

extension Strategy: Hashable {
  package static func == (left: Strategy, right: Strategy) -> Bool {
    left.document == right.document
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(document) }
}

extension Strategy {
  /// The segment with a code.
  package func segment(_ code: String) -> Segment? { segments.first { $0.code == code } }

  /// The decision with a code.
  package func decision(_ code: String) -> PolicyDecision? {
    decisions.value?.first { $0.code == code }
  }

  /// The body or organisation with a code.
  package func body(_ code: String) -> GoverningBody? {
    bodies.value?.first { $0.code == code } ?? region.organisations.first { $0.code == code }
  }

  /// The decisions that want a change.
  package func decisions(thatWant aim: PolicyAim) -> [PolicyDecision] {
    decisions.value?.filter { $0.aims.contains(aim) } ?? []
  }
}

/// A document, an act or a public page that statements are taken from.
///
/// - Dutch term: bron
package struct StrategySource: Hashable, Sendable {
  package let prefix: String
  package let title: String
  package let kind: SourceKind
  package let date: Known<PolicyDate>
  package let file: String?
  package let lastLine: Int?
}
