package import Landscape

/// A strategy that comes with the program, so that a demonstration needs no folder beside it.
///
/// The text is that of the file in the folder `Strategies`, compiled in.
package enum ShippedStrategy: String, CaseIterable, Sendable {
  case lekstroomWmo = "lekstroom-wmo-ib-2022"
  case lekstroomEarlierWmo = "lekstroom-wmo-ozr-2015"
  case noordLimburgWmo = "noord-limburg-wmo-2022"
  case noordLimburgYouth = "noord-limburg-jeugd-2022"
  case noordLimburgParticipation = "noord-limburg-participatie-2022"

  /// The name of its file.
  package var fileName: String { rawValue + ".yaml" }

  /// The bytes of its file.
  package var bytes: [UInt8] { Array((EmbeddedTables.files[fileName] ?? "").utf8) }

  /// The strategy; nil when the file has errors, which its own tests exclude.
  package var strategy: Strategy? { StrategyReader.check(bytes).strategy }
}
