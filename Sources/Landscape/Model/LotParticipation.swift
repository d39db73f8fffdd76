package import Quantities

/// Whether a municipality takes part in a lot.
///
/// - Dutch term: deelname aan een perceel
package struct LotParticipation: Hashable, Sendable {
  package let municipality: MunicipalityCode
  package let takesPart: Bool
}
