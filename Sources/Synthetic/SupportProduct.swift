package import Quantities

/// What the region buys: guidance in three levels by the hour, and two forms paid by result.
///
/// The levels are those of the source (OZR1 encourage and supervise, OZR2 help with, OZR3 take over
/// and direct). The codes are the region's own; their first two characters are the category, as
/// TR381 asks.
///
/// - Dutch term: product, Ondersteuning Zelfredzaamheid (OZR)
package enum SupportProduct: UInt8, CaseIterable, Sendable {
  case encourage
  case help
  case direct
  /// A month of support for one price.
  case month
  /// A trajectory with agreed milestones, claimed in euros.
  case trajectory

  /// The code on the wire.
  package var code: String {
    switch self {
    case .encourage: "02OZ1"
    case .help: "02OZ2"
    case .direct: "02OZ3"
    case .month: "02OZM"
    case .trajectory: "02OZT"
    }
  }

  /// The category of all of them: guidance (begeleiding).
  package static let category = "02"

  /// The unit in which the contract prices the product.
  package var unit: ClaimUnit {
    switch self {
    case .encourage, .help, .direct: .hour
    case .month: .outputPiece
    case .trajectory: .euro
    }
  }

  /// The three levels paid by the hour.
  static let hourly: [SupportProduct] = [.encourage, .help, .direct]
}
