extension StrategySchema {
  package static let segment = Shape(
    "een segment",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.segment)),
      .may("nummer", "nummer", .quotedText),
      .must("naam", "naam"),
      .may("opvolger_van", "opvolger van", .texts),
      .must("populatie", "populatie", .record(population)),
      .must("huidige_producten", "huidige producten", .record(currentProducts)),
      .may("percelen", "percelen", .records(lot)),
      .may("aanbieders", "aantal aanbieders", .record(providerCount)),
      .must("contract", "contract", .record(contract)),
      .must("bekostiging", "bekostiging", .record(payment)),
      .must("leveranciersmanagement", "leveranciersmanagement", .record(supplierManagement)),
      .must("toegang", "toegang", .record(access)),
      .may("doelen", "doelen", .records(goal)),
      .may("kwaliteitseisen", "kwaliteitseisen", .records(qualityRequirement)),
      .may("uitkomst", "uitkomst", .record(outcome)),
    ]
  )

  static let population = Shape(
    "de populatie",
    [
      .must("omschrijving", "omschrijving"),
      .may("kenmerken", "kenmerken", .texts),
      .may("uitsluiting", "uitsluiting", .texts),
      .may("met_clienten", "met cliënten", .boolean),
      .may("leeftijd_signaal", "leeftijd als signaal", .number(0...130)),
    ]
  )

  static let currentProducts = Shape(
    "de huidige producten",
    [.must("namen", "namen", .texts)]
  )

  static let lot = Shape(
    "een perceel",
    identity: "code",
    [
      .fixed("code", "code", .code(.lot)),
      .may("naam", "naam"),
      .must("aanbieders", "aantal aanbieders", .record(providerCount)),
      .must("deelname", "deelname", .participation),
    ]
  )

  static let providerCount = Shape(
    "het aantal aanbieders",
    [
      .may("minimum", "minimum", .number(0...10_000)),
      .may("maximum", "maximum", .number(0...10_000)),
      .may("streefaantal", "streefaantal", .number(0...10_000)),
      .may("circa", "circa", .boolean),
      .may("bereik", "bereik", .choice(ProviderCount.Reach.self)),
      .may("verwachting", "verwachting"),
      .may("samenstelling", "samenstelling"),
    ]
  )

  static let outcome = Shape(
    "de uitkomst",
    source: .own,
    [
      .must("aanbieders", "aantal aanbieders", .number(0...10_000)),
      .may("omschrijving", "omschrijving"),
    ]
  )

  // MARK: Steering elements

  /// An element with `per_perceel`, in which a lot may answer any of its questions otherwise.
  private static func element(_ name: String, _ fields: [Field]) -> Shape {
    let override = Shape(
      "\(name) per perceel",
      identity: "perceel",
      [.fixed("perceel", "perceel", .reference(.lot))] + fields.map { $0.relaxed() }
    )
    return Shape(
      name,
      fields + [.may("per_perceel", "per perceel", .records(override))]
    )
  }

  static let contract = element(
    "het contract",
    [
      .may("niet_van_toepassing", "niet van toepassing", .boolean),
      .must("vorm", "contractvorm", .choice(ContractForm.self)),
      .may("omschrijving", "omschrijving"),
      .may("omzetgarantie", "omzetgarantie", .boolean),
      .may("afnameplicht", "afnameplicht", .boolean),
      .may("aanpasbaar", "aanpasbaar", .boolean),
      .must("procedure", "procedure", .record(procedure)),
      .must("looptijd", "looptijd", .record(term)),
      .must("toetreding", "toetreding", .record(entry)),
      .may("evaluatie", "evaluatie", .record(evaluation)),
      .may("gunning", "gunning"),
      .may("toezeggingen", "toezeggingen", .texts),
      .may("samenwerking", "samenwerking", .texts),
      .may("gewenste_aanbieders", "gewenste aanbieders", .texts),
      .may("documenten", "documenten in volgorde van voorrang", .texts),
      .may("alle_vormen_leveren", "aanbieder levert alle productvormen", .boolean),
      .may("later_in_te_zetten", "later in te zetten", .texts),
      .may("standaard", "standaard", .texts),
    ]
  )

  static let procedure = Shape(
    "de procedure",
    [
      .must("soort", "soort", .choice(ProcedureKind.self)),
      .may("omschrijving", "omschrijving", .texts),
    ]
  )

  static let term = Shape(
    "de looptijd",
    [
      .must("start", "start", .date),
      .must("basis_jaren", "basisjaren", .number(1...50)),
      .must("verlengingen_jaren", "verlengingen in jaren", .list(.number(1...50))),
      .must("wijze", "wijze van verlengen", .choice(ContractTerm.Extension.self)),
      .may("intentie", "intentie", .boolean),
      .may("omschrijving", "omschrijving"),
      .may("motivering_boven_48_maanden", "motivering boven 48 maanden"),
    ]
  )

  static let entry = Shape(
    "de toetreding",
    [
      .must("beleid", "beleid", .choice(EntryPolicy.self)),
      .may("vanaf", "vanaf", .date),
      .may("voorwaarde", "voorwaarde"),
      .may("aanvullend", "aanvullende contractering"),
    ]
  )

  static let evaluation = Shape(
    "de evaluatie",
    [
      .must("op", "op", .date),
      .may("omschrijving", "omschrijving"),
      .may("ontbinding_mogelijk", "ontbinding mogelijk", .boolean),
    ]
  )

  static let supplierManagement = element(
    "het leveranciersmanagement",
    [
      .may("niet_van_toepassing", "niet van toepassing", .boolean),
      .may("klasse", "klasse", .choice(SupplierManagement.Class.self)),
      .may("laag", "laag", .choice(SupplierManagement.Layer.self)),
      .may("uitvoerder", "uitvoerder", .reference(.body)),
      .must("frequentie", "frequentie", .choice(SupplierManagement.Frequency.self)),
      .must("focus", "focus", .texts),
      .may("niveaus", "niveaus", .records(managementLevel)),
      .may("omschrijving", "omschrijving"),
      .may("gesprekken", "gesprekken"),
      .may("clientervaring", "cliëntervaring", .texts),
    ]
  )

  static let managementLevel = Shape(
    "een niveau",
    identity: "niveau",
    [
      .fixed("niveau", "niveau"),
      .may("klasse", "klasse", .choice(SupplierManagement.Class.self)),
      .may("uitvoerder", "uitvoerder"),
      .may("inhoud", "inhoud"),
    ]
  )

  static let access = element(
    "de toegang",
    [
      .may("niet_van_toepassing", "niet van toepassing", .boolean),
      .may("kader", "kader"),
      .may("organisatie", "organisatie"),
      .may("deskundigheid", "deskundigheid"),
      .may("indicatie", "indicatie"),
      .must("bepaalt", "wie bepaalt wat", .record(determination)).relaxed(),
      .may("client_kiest_aanbieder", "cliënt kiest de aanbieder", .boolean),
      .may("beschikking_in", "beschikking in", .choice(AccessElement.DecisionTerms.self)),
      .may("werkwijze", "werkwijze", .texts),
      .may("regels", "regels", .records(accessRule)),
      .may("verwijzers", "andere verwijzers", .texts),
    ]
  )

  static let determination = Shape(
    "wie bepaalt",
    [
      .fixed("toegang", "toegang bepaalt", .list(.choice(AccessElement.Question.self))),
      .fixed("aanbieder", "aanbieder bepaalt", .list(.choice(AccessElement.Question.self))),
    ]
  )

  static let accessRule = Shape(
    "een regel van de toegang",
    identity: "nummer",
    source: .own,
    [.fixed("nummer", "nummer", .number(1...99)), .fixed("tekst", "tekst")]
  )
}
