import Region

/// Who makes which page: from an address to the function of its room.
struct PageDirectory {
  let site: Site
  let place: RegionPlace

  /// What is shown at an address.
  func reply(to address: RegionAddress, _ visit: Visit) async throws -> Reply {
    switch address {
    case .home: HomePage.reply(visit)
    case .signing(let address): .page(SignInPages.page(at: address, visit))
    case .landscape(let address): try await LandscapePages.reply(to: address, visit)
    case .commissioning(let address): try await CommissioningPages.reply(to: address, visit)
    case .claims(let address): try await ClaimsPages.reply(to: address, visit)
    case .administration(let address): try await AdministrationPages.reply(to: address, visit)
    case .definitions: .page(DefinitionsPage.page(visit))
    case .accessibility: .page(AccessibilityPage.page(visit))
    }
  }

  /// What comes of a form that was sent to an address; the signing pages have a desk of their own.
  func reply(to address: RegionAddress, _ form: PostedForm) async throws -> Reply {
    switch address {
    case .claims(let address): return try await ClaimsPages.reply(to: address, form)
    case .commissioning(let address):
      return try await CommissioningPages.reply(to: address, form)
    case .administration(let address):
      return try await AdministrationPages.reply(to: address, form)
    case .home, .signing, .landscape, .definitions, .accessibility:
      throw Trouble.methodNotAllowed
    }
  }
}

extension RegionAddress {
  /// Whether the page is the same for everybody with the same rights, and about no single person.
  var mayBeKept: Bool {
    switch self {
    case .landscape: true
    case .commissioning(let address): !address.takesForms
    case .claims(let address): address == .awarded || address == .workList
    case .home, .signing, .administration, .definitions, .accessibility: false
    }
  }
}
