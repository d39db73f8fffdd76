/// What a figure or a word on the pages means, and how it is computed.
package enum Definition: String, CaseIterable, Sendable {
  case clients = "clienten"
  case awarded = "toegekend"
  case ceiling = "plafond"
  case used = "benut"
  case concentration = "concentratie"
  case decisiveDate = "beslisdatum"
  case coverage = "dekking"
  case refused = "afgekeurd"
  case notMended = "niet-hersteld"
  case knownOn = "bekend-op"
  case validOn = "geldig-op"
  case smallNumbers = "kleine-aantallen"
  case realPrice = "reele-prijs"
  case origin = "herkomst"
  case longTail = "lange-staart"
  case overlap = "overlap"
  case baseline = "nulmeting"

  package var name: (dutch: String, english: String) {
    switch self {
    case .clients: ("Cliënten", "Clients")
    case .awarded: ("Toegekend bedrag", "Amount awarded")
    case .ceiling: ("Plafond", "Ceiling")
    case .used: ("Benut deel van het plafond", "Used share of the ceiling")
    case .concentration: ("Concentratie", "Concentration")
    case .decisiveDate: ("Eerstvolgende beslisdatum", "Next decisive date")
    case .coverage: ("Dekking", "Coverage")
    case .refused: ("Afgekeurde regel", "Refused line")
    case .notMended: ("Niet herstelde regel", "Line not mended")
    case .knownOn: ("Bekend op", "Known on")
    case .validOn: ("Geldig op", "Valid on")
    case .smallNumbers: ("Kleine aantallen", "Small numbers")
    case .realPrice: ("Reële prijs", "Real price")
    case .origin: ("Herkomst", "Origin")
    case .longTail: ("Lange staart", "Long tail")
    case .overlap: ("Overlap van aanbieders", "Overlap of providers")
    case .baseline: ("Nulmeting en streefwaarde", "Baseline and target")
    }
  }

  package var meaning: (dutch: String, english: String) {
    switch self {
    case .clients:
      (
        "Verschillende personen met minstens een goedgekeurde declaratieregel in de periode. "
          + "Elke persoon telt een keer per gemeente en wet.",
        "Distinct persons with at least one approved claim line in the period. Each person counts "
          + "once per municipality and law."
      )
    case .awarded:
      (
        "De som van goedgekeurde declaratieregels, min de regels die daarna zijn gecrediteerd. "
          + "In de maand waarin de ondersteuning is geleverd, niet waarin is betaald.",
        "The sum of approved claim lines, less the lines that were credited since. In the month in "
          + "which support was delivered, not in which it was paid."
      )
    case .ceiling:
      (
        "Het bedrag dat een aanbieder voor een contract en een jaar ten hoogste vergoed krijgt.",
        "The most that a provider is paid for a contract and a year."
      )
    case .used:
      (
        "Toegekend bedrag gedeeld door het plafond. Vanaf 70 % meldt de aanbieder zich en volgt "
          + "een gesprek over ophogen.",
        "Amount awarded divided by the ceiling. From 70 % the provider gives notice and a talk on "
          + "raising it follows."
      )
    case .concentration:
      (
        "Aanbieders van groot naar klein op een rij; de lijn toont welk deel van het bedrag de "
          + "grootste aanbieders samen hebben.",
        "Providers in order of size; the line shows which share of the amount the largest have "
          + "together."
      )
    case .decisiveDate:
      (
        "De eerste dag waarop een contract een keuze vraagt: verlengen, opzeggen, indexeren of "
          + "aflopen.",
        "The first day on which a contract asks for a choice: extend, give notice, index or end."
      )
    case .coverage:
      (
        "Groen: gecontracteerd, neemt cliënten aan en blijft binnen de wachtnorm. Oranje: een van "
          + "die drie hapert. Rood: niemand kan leveren.",
        "Green: contracted, taking clients and within the waiting norm. Amber: one of the three "
          + "falters. Red: nobody can deliver."
      )
    case .refused:
      (
        "Een declaratieregel die niet aan een landelijke regel of het contract voldoet. Een regel "
          + "wordt in zijn geheel goed- of afgekeurd.",
        "A claim line that does not meet a national rule or the contract. A line is accepted or "
          + "refused whole."
      )
    case .notMended:
      (
        "Een afgekeurde regel waarvan dezelfde levering (toewijzing, maand en product) niet met een "
          + "andere regel is toegekend. Een afgekeurde creditregel telt tot de levering niet meer "
          + "is toegekend. De regel die erbij staat is de eerste waarop is afgekeurd.",
        "A refused line of which the same delivery (allocation, month and product) was not awarded "
          + "by another line. A refused credit counts until the delivery is awarded no more. The "
          + "rule beside it is the first that refused it."
      )
    case .knownOn:
      (
        "De cijfers zoals Regie ze aan het eind van die dag kende. Latere correcties tellen niet "
          + "mee.",
        "The figures as Regie knew them at the end of that day. Later corrections do not count."
      )
    case .validOn:
      (
        "De dag waarop iets geldt: het contract, het tarief, de toewijzing.",
        "The day on which something holds: the contract, the tariff, the allocation."
      )
    case .smallNumbers:
      (
        "Aantallen onder 10 personen tonen we niet: er staat een punt. Buiten de regio ronden we "
          + "af op 5, zodat niemand te herleiden is.",
        "Counts below 10 persons are not shown: a point stands in their place. Outside the region "
          + "we round to 5, so that nobody can be traced."
      )
    case .realPrice:
      (
        "Getoond als alle kostprijselementen a tot en met f zijn benoemd en het tarief niet onder "
          + "de kostprijs ligt (Uitvoeringsbesluit Wmo 2015, artikel 5.4).",
        "Shown when all cost elements a to f are named and the tariff is not below the cost price "
          + "(Uitvoeringsbesluit Wmo 2015, article 5.4)."
      )
    case .origin:
      (
        "Waar een uitspraak vandaan komt: gedrukt in een bron, afgeleid uit wat er staat, uit een "
          + "openbare bron, aangenomen om verder te kunnen, of een eigen getal.",
        "Where a statement comes from: printed in a source, derived from what is printed, from a "
          + "public source, assumed in order to go on, or a figure of our own."
      )
    case .longTail:
      (
        "De aanbieders met minder cliënten in het jaar dan de gekozen grens, en hun deel van het "
          + "toegekende bedrag.",
        "The providers with fewer clients in the year than the chosen limit, and their share of the "
          + "amount awarded."
      )
    case .overlap:
      (
        "Hoeveel aanbieders in het jaar in beide gemeenten ondersteuning leverden. Op de diagonaal "
          + "staat hoeveel dat er in de gemeente zelf zijn.",
        "How many providers delivered support in both municipalities in the year. On the diagonal "
          + "stands how many there are in the municipality itself."
      )
    case .baseline:
      (
        "De nulmeting is de stand bij het begin van de strategie, de streefwaarde is waar zij naar "
          + "toe wil.",
        "The baseline is where the strategy begins, the target is where it wants to go."
      )
    }
  }
}
