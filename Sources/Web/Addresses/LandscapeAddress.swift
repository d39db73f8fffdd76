import Accounts

/// A page of the room Landschap.
package enum LandscapeAddress: Hashable, Sendable {
  /// The table of steering choices of each strategy.
  case steering
  /// The rule behind one cell of the table.
  case rule(strategy: String, segment: String, element: String)
  case segments
  case segment(strategy: String, segment: String)
  case goals
  case decisions
  case versions
  /// Two versions side by side, named in the query.
  case comparison
  case market

  init?(segments: [String]) {
    switch segments.count {
    case 0: self = .steering
    case 1:
      switch segments[0] {
      case "segmenten": self = .segments
      case "doelen": self = .goals
      case "besluiten": self = .decisions
      case "versies": self = .versions
      case "vergelijking": self = .comparison
      case "markt": self = .market
      default: return nil
      }
    case 3 where segments[0] == "segmenten":
      self = .segment(strategy: segments[1], segment: segments[2])
    case 4 where segments[0] == "regels":
      self = .rule(strategy: segments[1], segment: segments[2], element: segments[3])
    default: return nil
    }
  }

  var segments: [String] {
    switch self {
    case .steering: []
    case .rule(let strategy, let segment, let element): ["regels", strategy, segment, element]
    case .segments: ["segmenten"]
    case .segment(let strategy, let segment): ["segmenten", strategy, segment]
    case .goals: ["doelen"]
    case .decisions: ["besluiten"]
    case .versions: ["versies"]
    case .comparison: ["vergelijking"]
    case .market: ["markt"]
    }
  }

  var right: Right {
    switch self {
    case .steering, .rule, .segments, .segment, .goals, .decisions, .versions, .comparison:
      .seeStrategy
    case .market: .seeMarket
    }
  }

  var takesForms: Bool { false }
}
