import Accounts

/// The fields that the forms of a page have; a form with another field is refused and not read past
/// it, so that nobody sets by the way what no form offers (AZ-03).
enum FormNames {
  /// Fields that every form may carry.
  private static let common = FormFields.ownNames.union([
    FormFields.versionName, RestorePage.fieldName,
  ])
  /// What the pages of signing in carry along.
  private static let kept: Set = ["naar", "_bewaard"]

  /// Whether a page has all of the fields; a page that says nothing of its fields has any.
  static func knows(_ fields: FormFields, at page: RegionAddress) -> Bool {
    guard let own = names(at: page) else { return true }
    return fields.fields.items.allSatisfy { own.contains($0.name) || common.contains($0.name) }
  }

  /// The fields of a page's forms; nil where nothing is said of them.
  static func names(at page: RegionAddress) -> Set<String>? {
    switch page {
    case .signing(let address): names(at: address).union(kept)
    case .claims(let address): names(at: address)
    case .administration(let address): names(at: address)
    case .home, .landscape, .commissioning, .definitions, .accessibility: nil
    }
  }

  private static func names(at address: SigningAddress) -> Set<String> {
    switch address {
    case .signIn: ["naam", "wachtwoord"]
    case .secondFactor: ["code", "instellen"]
    case .invitation: ["naam", "uitnodiging", "wachtwoord"]
    case .again: ["code"]
    case .demo: ["rol"]
    case .extend, .signOut: []
    }
  }

  private static func names(at address: ClaimsAddress) -> Set<String>? {
    switch address {
    case .upload: ["bericht"]
    case .uploadTable: ["soort", "tabel"]
    case .findPerson: ["gemeente", "wet", "soort", "nummer", "aanbieder", "doel", "client"]
    case .messageFile, .messageAnswer: ["doel"]
    default: nil
    }
  }

  private static func names(at address: AdministrationAddress) -> Set<String>? {
    switch address {
    case .newUser: ["aanmeldnaam", "naam"]
    case .user:
      [
        "actie", "rol", "bereik", "gemeente", "kvk", "eerste", "laatste", "rolnummer", "einddag",
      ]
    case .journal: []
    case .proposal: ["actie", "inhoud"]
    case .reviews: ["rolnummer"]
    case .ownSessions: ["actie", "sessie", "rol"]
    default: nil
    }
  }
}
