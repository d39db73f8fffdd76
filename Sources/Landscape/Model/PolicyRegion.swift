package import Quantities

/// The municipalities that buy together, as the strategy names them.
///
/// - Dutch term: regio (in een strategie)
package struct PolicyRegion: Hashable, Sendable {
  package let code: String
  package let name: String
  package let members: [RegionMember]
  package let organisations: [GoverningBody]
  package let contact: RegionContact?

  /// The municipalities that are members on a day, in the order of the file.
  ///
  /// A member of whom the day is unknown is not counted.
  package func members(on day: CivilDate) -> [RegionMember] {
    members.filter { $0.isMember(on: day) }
  }
}

/// A municipality's membership of a region, between two dates.
///
/// - Dutch term: deelnemende gemeente
package struct RegionMember: Hashable, Sendable {
  package let municipality: MunicipalityCode
  package let name: String
  package let from: Known<PolicyDate>
  package let through: Known<PolicyDate>?
  /// Since when the municipality exists, where that matters.
  package let existsFrom: Known<PolicyDate>?
  /// Since when it is a member according to the source, where that is another date.
  package let printedFrom: Known<PolicyDate>?
  package let provenance: Provenance

  package func isMember(on day: CivilDate) -> Bool {
    guard let from = from.value, from.earliest <= day else { return false }
    guard let through else { return true }
    return through.value.map { day <= $0.latest } ?? true
  }
}

/// How to reach a region.
///
/// - Dutch term: contactgegevens van de regio
package struct RegionContact: Hashable, Sendable {
  package let email: String?
  package let website: String?
  package let page: String?
  package let platform: String?
}

/// A board, a council, a group or an organisation with a part in commissioning.
///
/// - Dutch term: orgaan
package struct GoverningBody: Hashable, Sendable {
  package let code: String
  package let name: String
  package let kind: Known<Kind>
  package let role: Known<String>
  package let alsoWritten: [String]
  package let members: [String]
  package let provenance: Provenance

  /// - Dutch term: soort orgaan
  package enum Kind: String, CaseIterable, Sendable {
    case portfolioBoard = "portefeuillehouders"
    case executive = "college"
    case council = "raad"
    case clerk = "griffie"
    case advisoryCouncil = "adviesraad"
    case clientCouncil = "clientenraad"
    case group = "werkgroep"
    case purchasingBody = "inkooporganisatie"
    case accessTeam = "toegangsteam"
    case ownDelivery = "eigen_uitvoering"
    case referrer = "verwijzer"
    case other = "anders"
  }
}
