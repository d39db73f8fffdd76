package import Landscape

/// The next version of a shipped strategy, in which is assumed what a procedure cannot do without.
///
/// The demonstration regions adopt it; the text is that of the file in `Examples/Strategies`,
/// compiled in. Every assumption in it is marked as one, with its reason.
package enum CompletedStrategy: String, CaseIterable, Sendable {
  case lekstroomWmo = "lekstroom-wmo-ib-2022-aangevuld"
  case noordLimburgWmo = "noord-limburg-wmo-2022-aangevuld"
  case noordLimburgYouth = "noord-limburg-jeugd-2022-aangevuld"
  case noordLimburgParticipation = "noord-limburg-participatie-2022-aangevuld"

  /// The name of its file.
  package var fileName: String { rawValue + ".yaml" }

  /// The bytes of its file.
  package var bytes: [UInt8] { Array((EmbeddedTables.files[fileName] ?? "").utf8) }

  /// The strategy; nil when the file has errors, which its own tests exclude.
  package var strategy: Strategy? { StrategyReader.check(bytes).strategy }

  /// The shipped strategy that it is the next version of.
  package var shipped: ShippedStrategy {
    switch self {
    case .lekstroomWmo: .lekstroomWmo
    case .noordLimburgWmo: .noordLimburgWmo
    case .noordLimburgYouth: .noordLimburgYouth
    case .noordLimburgParticipation: .noordLimburgParticipation
    }
  }
}
