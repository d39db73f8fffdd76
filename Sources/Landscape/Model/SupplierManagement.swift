/// The choices of a segment or a lot on how the relation with providers is managed.
///
/// - Dutch term: leveranciersmanagement (sturingselement)
package struct SupplierManagement: Hashable, Sendable {
  package let intensity: Known<Class>
  package let layer: Known<Layer>
  /// The body that does it, by its code.
  package let executor: Known<String>
  package let frequency: Known<Frequency>
  package let focus: Known<[String]>
  package let levels: [Level]
  package let description: Known<String>
  package let talks: Known<String>
  package let clientExperience: [String]
  package let provenance: Provenance

  /// How much attention a provider gets.
  ///
  /// - Dutch term: klasse van leveranciersmanagement
  package enum Class: String, CaseIterable, Sendable {
    case intensive = "intensief"
    /// Begins intensive and may come down.
    case startsIntensive = "start_intensief"
    case incidentDriven = "incident"
    case relationship = "relatie"
    case minimal = "minimaal"

    package var dutchText: String {
      switch self {
      case .intensive: "intensief"
      case .startsIntensive: "start met intensief"
      case .incidentDriven: "incidentgestuurd"
      case .relationship: "relatiemanagement"
      case .minimal: "minimaal"
      }
    }
  }

  /// Who is close to the provider.
  ///
  /// - Dutch term: laag van leveranciersmanagement
  package enum Layer: String, CaseIterable, Sendable {
    case region = "regio"
    case municipality = "gemeente"
    case municipalityWithRegion = "gemeente_met_regio"
    case caseDirector = "casus"

    package var dutchText: String {
      switch self {
      case .region: "regionaal"
      case .municipality: "lokaal"
      case .municipalityWithRegion: "betreffende gemeenten met de inkooporganisatie"
      case .caseDirector: "per casus"
      }
    }
  }

  /// How often a provider is spoken to.
  ///
  /// - Dutch term: frequentie van gesprekken
  package enum Frequency: String, CaseIterable, Sendable {
    case monthly = "maand"
    case quarterly = "kwartaal"
    case halfYearly = "halfjaar"
    case yearly = "jaar"
    case periodic = "periodiek"
  }

  /// One of several levels that a source tells apart.
  ///
  /// - Dutch term: niveau van leveranciersmanagement
  package struct Level: Hashable, Sendable {
    package let name: String
    package let intensity: Class?
    package let executor: String?
    package let content: String?
  }
}
