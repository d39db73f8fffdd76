import Rules

/// What the cells of tables about clients must hold, in words.
enum TableAdvice {
  static let law = BilingualText(
    "Kies uit: wmo, jeugdwet, participatiewet.",
    "Choose from: wmo, jeugdwet, participatiewet."
  )
  static let client = BilingualText(
    "Schrijf het BSN van negen cijfers, of het kenmerk van de aanbieder van hoogstens 64 bytes.",
    "Write the citizen number of nine digits, or the provider's reference of at most 64 bytes."
  )
  static let citizenNumber = BilingualText(
    "Schrijf het BSN van negen cijfers, met de nullen vooraan.",
    "Write the citizen number of nine digits, leading zeros included."
  )
  static let elevenTest = BilingualText(
    "deze negen cijfers zijn geen BSN: ze voldoen niet aan de elfproef. Verbeter het nummer, of "
      + "gebruik een kenmerk dat geen negen cijfers is.",
    "these nine digits are no citizen number: they fail the eleven test. Correct the number, or "
      + "use a reference that is not nine digits."
  )
  static let allocation = BilingualText(
    "Schrijf het toewijzingnummer: 1 tot 9 cijfers.",
    "Write the number of the allocation: 1 to 9 digits."
  )
  static let volume = BilingualText(
    "Schrijf een geheel getal van 1 tot 99999999, in de eenheid ernaast.",
    "Write a whole number from 1 to 99999999, in the unit beside it."
  )
  static let awarded = BilingualText(
    "Schrijf een geheel getal van 0 tot 99999999.",
    "Write a whole number from 0 to 99999999."
  )
  static let amount = BilingualText(
    "Schrijf hele centen zonder punt of komma, van 0 tot 99999999.",
    "Write whole cents without a point or comma, from 0 to 99999999."
  )
  static let frequency = BilingualText(
    "Kies uit: 1 (dag), 2 (week), 4 (maand), 6 (totaal).",
    "Choose from: 1 (day), 2 (week), 4 (month), 6 (total)."
  )
  static let time = BilingualText(
    "Schrijf een tijd als uu:mm:ss, bijvoorbeeld 09:30:00.",
    "Write a time as hh:mm:ss, for example 09:30:00."
  )
  static let reference = BilingualText(
    "Een referentie heeft hoogstens 20 tekens.",
    "A reference has at most 20 characters."
  )

  // Whole findings.
  static let endsBeforeItBegins = BilingualText(
    "de einddatum ligt voor de begindatum. Verbeter een van beide.",
    "the last day lies before the first. Correct one of the two."
  )
  static let noCategory = BilingualText(
    "de Participatiewet kent geen productcategorie. Laat de cel leeg.",
    "the Participation Act has no product category. Leave the cell empty."
  )
  static let tariffInEuros = BilingualText(
    "bij eenheid 83 (euro) hoort geen tarief. Laat de cel leeg.",
    "unit 83 (euro) takes no tariff. Leave the cell empty."
  )
  static let otherRegion = BilingualText(
    "deze gemeente hoort niet bij deze regio. Lever de regel aan bij de gemeente zelf.",
    "this municipality is not of this region. Deliver the line to the municipality itself."
  )
  static let personInReference = BilingualText(
    "een referentie mag geen BSN zijn: zij staat in het journaal. Geef een eigen nummer.",
    "a reference may not be a citizen number: it stands in the journal. Give a number of your own."
  )
  static let clientInReference = BilingualText(
    "de referentie is gelijk aan het kenmerk van de client, en dat mag niet in het journaal staan. "
      + "Geef de regel een eigen nummer, of laat de cel leeg.",
    "the reference equals the client's, which may not stand in the journal. Give the line a number "
      + "of its own, or leave the cell empty."
  )
  static let noAllocation = BilingualText(
    "het toewijzingnummer ontbreekt. Schrijf 1 tot 9 cijfers.",
    "the number of the allocation is missing. Write 1 to 9 digits."
  )
  static let clientAsAllocation = BilingualText(
    "het toewijzingnummer is gelijk aan wat de client noemt. Controleer of de kolommen kloppen.",
    "the number of the allocation equals what names the client. Check the columns."
  )
  static let partOfVolume = BilingualText(
    "volume, eenheid en frequentie horen bij elkaar. Vul ze alle drie in, of geen.",
    "volume, unit and frequency belong together. Fill in all three, or none."
  )
  static let awardedUnit = BilingualText(
    "er is volume toegekend, maar niet in welke eenheid. Vul toegekend_eenheid in.",
    "volume was awarded, but in which unit is not said. Fill in toegekend_eenheid."
  )
  static let otherUnit = BilingualText(
    "deze eenheid telt niet mee met de eenheid van de toewijzing. Gebruik dezelfde; bij uren (04) "
      + "mag ook minuten (01).",
    "this unit does not count with that of the allocation. Use the same one; with hours (04) "
      + "minutes (01) are allowed as well."
  )

  static func doubled(_ earlier: Int) -> BilingualText {
    BilingualText(
      "deze waarde staat ook al op regel \(earlier). Laat er een staan.",
      "this value stands on line \(earlier) as well. Keep one."
    )
  }

  static let empty = BilingualText(
    "er staan geen regels onder de kop. Zet er ten minste een in.",
    "no lines stand below the header. Put in at least one."
  )
}
