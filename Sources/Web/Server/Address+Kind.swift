extension Address {
  /// The kind of page, for counters and logs: never the name of anybody or anything.
  var kind: String {
    switch self {
    case .regions: "regions"
    case .asset: "asset"
    case .live, .ready: "health"
    case .metrics: "metrics"
    case .securityText: "security"
    case .language: "language"
    case .region(_, let page):
      switch page {
      case .home: "home"
      case .signing: "signing"
      case .landscape: "landscape"
      case .commissioning: "commissioning"
      case .claims: "claims"
      case .administration: "administration"
      case .definitions, .accessibility: "about"
      }
    }
  }

  /// Whether something may be sent to it.
  var takesForms: Bool {
    switch self {
    case .language: true
    case .region(_, let page): page.takesForms
    case .regions, .asset, .live, .ready, .metrics, .securityText: false
    }
  }
}
