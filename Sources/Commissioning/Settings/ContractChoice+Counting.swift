/// What is counted against a budget when the unit of a line is not euros.
package enum BudgetCounting: String, ContractChoice {
  case amounts = "bedragen"
  case volumes = "volumes"

  package static var key: String { "budget-telt" }
  package static var question: String {
    "Wat telt tegen het budget bij regels in een andere eenheid dan euro's?"
  }
  package static var source: String {
    "iWmo/iJw 3.2 TR369: de tekst vergelijkt volume met budget, het budget is in centen"
  }
  package static var standard: BudgetCounting { .amounts }
  package var meaning: String {
    switch self {
    case .amounts: "de ingediende bedragen"
    case .volumes: "de geleverde volumes, letterlijk zoals de regel het zegt"
    }
  }
}

/// How lines in minutes and in hours on one allocation are added up.
package enum MinutesAndHours: String, ContractChoice {
  case summedInMinutes = "samen-in-minuten"
  case separately = "elk-apart"

  package static var key: String { "minuten-en-uren" }
  package static var question: String {
    "Hoe worden regels in minuten en in uren op een toewijzing in uren opgeteld?"
  }
  package static var source: String {
    "iWmo/iJw 3.2 TR322, TR341: gemengd declareren niet uitgewerkt"
  }
  package static var standard: MinutesAndHours { .summedInMinutes }
  package var meaning: String {
    switch self {
    case .summedInMinutes: "samen, omgerekend naar minuten"
    case .separately: "elke eenheid apart, elk tegen de hele grens"
    }
  }
}

/// The limit per line of household help that is allocated as output per week.
package enum HouseholdOutput: String, ContractChoice {
  case sundays = "zondagen"
  case sixWeeks = "zes-weken"

  package static var key: String { "huishoudelijke-hulp-output" }
  package static var question: String {
    "Welke grens per regel geldt voor huishoudelijke hulp (Wmo 01) als output per week?"
  }
  package static var source: String {
    "iWmo 3.2 TR321, IV077: zes weken zonder onderscheid, uitgewerkt voor inspanning"
  }
  package static var standard: HouseholdOutput { .sundays }
  package var meaning: String {
    switch self {
    case .sundays: "de zondagen van de productperiode maal het volume, als bij andere output"
    case .sixWeeks: "zes maal het weekvolume, als bij inspanning"
    }
  }
}

/// Which list says what category a product code belongs to.
package enum ProductListChoice: String, ContractChoice {
  case national = "landelijk"
  case own = "eigen"

  package static var key: String { "productlijst" }
  package static var question: String { "Welke lijst bepaalt de categorie van een productcode?" }
  package static var source: String { "iWmo/iJw 3.2 TR381, IV075" }
  package static var standard: ProductListChoice { .national }
  package var meaning: String {
    switch self {
    case .national: "de eerste twee tekens van de code zijn de categorie"
    case .own: "de eigen lijst: regels product.CODE met de categorie als waarde"
    }
  }
}

/// Whether support may be paid that was delivered without an allocation, when it comes as a table.
///
/// By message there is no such choice: a claim line names its allocation (TR338).
package enum UnallocatedDeliveries: String, ContractChoice {
  case never = "nooit"
  case participation = "participatiewet"
  case always = "altijd"

  package static var key: String { "levering-zonder-toewijzing" }
  package static var question: String {
    "Mag een regel van een leveringstabel zonder toewijzing worden goedgekeurd?"
  }
  package static var source: String {
    "iWmo/iJw 3.2 TR338 geldt voor berichten; de Participatiewet heeft geen toewijzingsbericht"
  }
  package static var standard: UnallocatedDeliveries { .participation }
  package var meaning: String {
    switch self {
    case .never: "nee, elke regel heeft een toewijzing nodig"
    case .participation: "alleen bij de Participatiewet; contract en tarief gelden wel"
    case .always: "ja, bij elke wet; contract en tarief gelden wel"
    }
  }
}
