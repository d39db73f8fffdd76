/// The choices of a segment or a lot on how residents come to support.
///
/// - Dutch term: toegangsmanagement (sturingselement)
package struct AccessElement: Hashable, Sendable {
  package let framework: Known<String>
  package let organisation: Known<String>
  package let expertise: Known<String>
  /// How support is indicated, such as for how long.
  package let indication: Known<String>
  package let accessDecides: Known<[Question]>
  package let providerDecides: Known<[Question]>
  /// Where it comes from who decides what.
  package let decidesProvenance: Provenance
  package let clientChoosesProvider: Known<Bool>
  package let decisionTerms: Known<DecisionTerms>
  package let practice: [String]
  package let rules: [Sourced<String>]
  package let otherReferrers: [String]
  package let provenance: Provenance

  /// What there is to decide on support.
  ///
  /// - Dutch term: WAT, HOE, wie, wanneer
  package enum Question: String, CaseIterable, Sendable {
    case what = "wat"
    case how = "hoe"
    case who = "wie"
    case when = "wanneer"
  }

  /// In what a decision to a resident is put.
  ///
  /// - Dutch term: beschikken in uren of resultaten
  package enum DecisionTerms: String, CaseIterable, Sendable {
    case hours = "uren"
    case results = "resultaten"
  }
}
