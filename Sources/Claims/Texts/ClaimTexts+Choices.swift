package import Rules

extension ClaimTexts {
  /// The interpretation we chose for a rule, in a language; nil where the standard leaves none.
  package static func choice(
    _ rule: RuleID,
    _ english: String?,
    in language: Language
  ) -> String? {
    guard let english else { return nil }
    return language == .dutch ? dutchChoices[rule] ?? english : english
  }

  /// The Dutch form of every choice that a rule about claims makes.
  package static let dutchChoices = messageChoices.merging(tableChoices) { first, _ in first }

  private static let messageChoices: [RuleID: String] = [
    "TR338": "Een nummer van een andere client of aanbieder bindt de regel niet (iWmo/iJw 3.2, "
      + "hoofdstuk 17: nummer en client samen).",
    "TR381": "De eerste twee tekens van de code zijn de categorie, of de eigen lijst van de regio "
      + "zegt welke het is.",
    "TR341": "Een toewijzing zonder omvang neemt de eenheid van het contract; zonder prijs is er "
      + "geen om mee te vergelijken, en dan meldt TR418 dat.",
    "TR322": "Goedgekeurde regels die niet zijn gecrediteerd tellen mee, en credits in hetzelfde "
      + "bericht gaan voor de debetregels. Uren en minuten worden samen in minuten geteld; regels "
      + "in een andere eenheid, van voor een versie met een andere eenheid (OP257 vraagt dan een "
      + "nieuw nummer), tellen niet mee.",
    "TR369": "Het budget wordt vergeleken met de bedragen, ook bij andere eenheden dan euro: een "
      + "omvang in uren is niet met centen te vergelijken.",
    "TR418": "Het tarief van het contract op de eerste dag van de productperiode; geen rij in het "
      + "contract betekent dat er geen tarief bekend is. Regels in euro dragen geen tarief.",
    "TR346": "Minuten onder een uurcontract worden uit het uurtarief berekend en eenmaal afgerond.",
    "TR323": "Een credit past als referentie, toewijzing, product, periode, omvang, eenheid, "
      + "tarief en bedrag gelijk zijn aan die van een goedgekeurde debetregel van dezelfde "
      + "aanbieder.",
    "TR318": "Maanden zonder zorg mogen worden overgeslagen en de laatste maand mag nogmaals; een "
      + "eerdere maand niet (IV090). De volgorde geldt per aanbieder en gemeente.",
    "TR376": "Het nummer is dat van de declaratie in het bericht waarop het antwoord zegt te "
      + "antwoorden; is dat bericht niet bekend, dan dat van enige declaratie.",
    "TR304": "Een client is bekend als de gemeente er ooit ondersteuning aan toewees.",
  ]
}
