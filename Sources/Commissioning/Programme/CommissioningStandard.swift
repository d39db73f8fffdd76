/// The eight agreements on regional cooperation that municipalities made with each other.
///
/// - Dutch term: Norm voor Opdrachtgeverschap (VNG, 10 juni 2020; 003:102; `definitions.md` B.18)
package enum CommissioningStandard: String, CaseIterable, Hashable, Sendable {
  case regionalVision = "regiovisie"
  case cooperation = "afspraken-over-samenwerking"
  case contactPoint = "regionaal-aanspreekpunt"
  case supraRegional = "bovenregionale-vraagstukken"
  case lessBurden = "minder-administratieve-lasten"
  case partnership = "partnerschap"
  case seventh = "afspraak-7"
  case eighth = "afspraak-8"
}

extension CommissioningStandard {
  package var dutchText: String {
    switch self {
    case .regionalVision: "De regio heeft een regiovisie."
    case .cooperation: "Er zijn afspraken over de samenwerking in de regio."
    case .contactPoint: "De regio heeft een aanspreekpunt."
    case .supraRegional: "Bovenregionale vraagstukken zijn in beeld."
    case .lessBurden: "De administratieve lasten nemen af."
    case .partnership: "Gemeenten en aanbieders werken als partners; contracten zijn meerjarig."
    case .seventh: "Afspraak 7: vul de tekst aan uit het besluit van de VNG."
    case .eighth: "Afspraak 8: vul de tekst aan uit het besluit van de VNG."
    }
  }

  package var basis: Basis {
    switch self {
    case .seventh, .eighth:
      .assumption("de bronnen noemen acht afspraken en de tekst van zes")
    default: .law("Norm voor Opdrachtgeverschap, VNG 10 juni 2020")
    }
  }
}
