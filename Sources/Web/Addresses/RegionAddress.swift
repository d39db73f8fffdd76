package import Accounts

/// A page of one region.
package enum RegionAddress: Hashable, Sendable {
  /// Where a user begins: sends on to the first room that is open to this user.
  case home
  case signing(SigningAddress)
  case landscape(LandscapeAddress)
  case commissioning(CommissioningAddress)
  case claims(ClaimsAddress)
  case administration(AdministrationAddress)
  /// What figures and words on the pages mean.
  case definitions
  /// What is known to be wrong with the pages for people who hear, see or move differently.
  case accessibility

  init?(segments: ArraySlice<String>) {
    guard let first = segments.first else {
      self = .home
      return
    }
    let rest = Array(segments.dropFirst())
    switch first {
    case "toegang":
      guard let address = SigningAddress(segments: rest) else { return nil }
      self = .signing(address)
    case "landschap":
      guard let address = LandscapeAddress(segments: rest) else { return nil }
      self = .landscape(address)
    case "inkoop":
      guard let address = CommissioningAddress(segments: rest) else { return nil }
      self = .commissioning(address)
    case "geldstroom":
      guard let address = ClaimsAddress(segments: rest) else { return nil }
      self = .claims(address)
    case "beheer":
      guard let address = AdministrationAddress(segments: rest) else { return nil }
      self = .administration(address)
    case "begrippen" where rest.isEmpty: self = .definitions
    case "toegankelijkheid" where rest.isEmpty: self = .accessibility
    default: return nil
    }
  }

  /// The parts of the path behind the name of the region.
  var segments: [String] {
    switch self {
    case .home: []
    case .signing(let address): ["toegang"] + address.segments
    case .landscape(let address): ["landschap"] + address.segments
    case .commissioning(let address): ["inkoop"] + address.segments
    case .claims(let address): ["geldstroom"] + address.segments
    case .administration(let address): ["beheer"] + address.segments
    case .definitions: ["begrippen"]
    case .accessibility: ["toegankelijkheid"]
    }
  }

  /// What a request for it asks of whoever makes it.
  package var need: AccessNeed {
    switch self {
    case .signing(let address): address.need
    case .home, .definitions: .session
    case .accessibility: .nobody
    case .landscape(let address): .right(address.right)
    case .commissioning(let address): .right(address.right)
    case .claims(let address): .right(address.right)
    case .administration(let address): address.need
    }
  }

  /// Whether something is sent to it; all others are only looked at.
  package var takesForms: Bool {
    switch self {
    case .signing: true
    case .landscape(let address): address.takesForms
    case .commissioning(let address): address.takesForms
    case .claims(let address): address.takesForms
    case .administration(let address): address.takesForms
    case .home, .definitions, .accessibility: false
    }
  }
}

extension RegionAddress {
  /// Whether it shows what was known and what held on a day, so that a link keeps chosen days.
  var hasDays: Bool {
    switch self {
    case .landscape, .commissioning: true
    case .claims(let address): address.hasDays
    case .home, .signing, .administration, .definitions, .accessibility: false
    }
  }

  /// Whether a file is sent to it, which may be larger than a form.
  var takesFiles: Bool {
    if case .claims(let address) = self { address.takesFiles } else { false }
  }
}

/// What a page asks of whoever wants it.
package enum AccessNeed: Hashable, Sendable {
  /// Open to the world.
  case nobody
  /// Open to whoever has begun to sign in.
  case begunSession
  /// Open to whoever is signed in.
  case session
  /// Open to whoever was granted a right.
  case right(Right)
}
