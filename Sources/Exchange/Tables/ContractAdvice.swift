import Commissioning
import Rules

/// What the cells of a contract file must hold, in words.
enum ContractAdvice {
  static let municipality = BilingualText(
    "Schrijf vier cijfers, bijvoorbeeld 0344.",
    "Write four digits, for example 0344."
  )
  static let provider = BilingualText(
    "Schrijf de AGB-code van acht cijfers.",
    "Write the AGB code of eight digits."
  )
  static let category = BilingualText(
    "Schrijf een categorie van de Wmo (01 tot en met 18) of de Jeugdwet.",
    "Write a category of the Wmo (01 to 18) or the Youth Act."
  )
  static let code = BilingualText(
    "Een productcode heeft 1 tot 5 tekens.",
    "A product code has 1 to 5 characters."
  )
  static let unit = BilingualText(
    "Kies uit: 01, 04, 14, 16, 82, 83, 84.",
    "Choose from: 01, 04, 14, 16, 82, 83, 84."
  )
  static let variant: BilingualText = {
    let words = DeliveryVariant.allCases.map(\.rawValue).joined(separator: ", ")
    return BilingualText("Kies uit: \(words).", "Choose from: \(words).")
  }()
  static let tariff = BilingualText(
    "Schrijf hele centen zonder punt of komma, hoogstens 99999999.",
    "Write whole cents without a point or comma, at most 99999999."
  )
  static let date = BilingualText(
    "Schrijf een bestaande datum als jjjj-mm-dd, bijvoorbeeld 2025-12-31.",
    "Write a date that exists as yyyy-mm-dd, for example 2025-12-31."
  )

  // Whole findings.
  static let outerSpace = BilingualText(
    "er staat een spatie voor of achter de waarde. Haal die weg.",
    "a space precedes or follows the value. Remove it."
  )
  static let noTariff = BilingualText(
    "het tarief ontbreekt. Schrijf hele centen, bijvoorbeeld 6240 voor € 62,40.",
    "the tariff is missing. Write whole cents, for example 6240 for € 62.40."
  )
  static let noFirstDay = BilingualText(
    "de ingangsdatum ontbreekt. Schrijf jjjj-mm-dd, bijvoorbeeld 2025-01-01.",
    "the first day is missing. Write yyyy-mm-dd, for example 2025-01-01."
  )
  static let endsBeforeItBegins = BilingualText(
    "de einddatum ligt voor de ingangsdatum. Verbeter een van beide.",
    "the last day lies before the first. Correct one of the two."
  )
}
