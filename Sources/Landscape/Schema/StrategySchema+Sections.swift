extension StrategySchema {
  /// What every block may say of where it comes from.
  static let provenance: [Field] = [
    Field(key: "bron", label: "bron", type: .sources, isRequired: false, mayBeUnknown: false),
    Field(
      key: "herkomst",
      label: "herkomst",
      type: .choice(Provenance.Origin.self),
      isRequired: false,
      mayBeUnknown: false
    ),
    Field(
      key: "toelichting",
      label: "toelichting",
      type: .text,
      isRequired: false,
      mayBeUnknown: false
    ),
  ]

  /// What stands in the place of a value that nobody knows.
  static let unknown = Shape("onbekend", source: .inherited, [.fixed("onbekend", "reden")])

  static let dateRange = Shape(
    "datum tussen twee dagen",
    [.fixed("vroegst", "vroegst"), .fixed("laatst", "laatst")]
  )

  /// A whole file.
  package static let strategy = Shape(
    "het strategiebestand",
    source: .none,
    [
      .fixed("schema", "versie van de vorm", .number(1...version)),
      .fixed("strategie", "strategie", .record(identity)),
      .fixed("bronnen", "bronnen", .records(source)),
      .fixed("regio", "regio", .record(region)),
      .must("organen", "organen", .records(body)),
      .must("programma", "programma", .record(programme)),
      .must("besluiten", "besluiten", .records(decision)),
      .must("doelen", "doelen", .records(goal)),
      .may("uitgangspunten", "uitgangspunten", .records(principle)),
      .may("afbakening", "afbakening", .records(scopeItem)),
      .may("doelgroepen", "doelgroepen", .records(targetGroup)),
      .may("resultaatgebieden", "resultaatgebieden", .records(resultArea)),
      .may("productraster", "productraster", .record(productGrid)),
      .may("producten", "producten", .records(product)),
      .fixed("segmenten", "segmenten", .records(segment)),
      .may("overgangsregels", "overgangsregels", .records(transitionRule)),
      .may("kpis", "KPI's", .records(indicator)),
      .may("kengetallen", "kengetallen", .records(figure)),
      .may("randvoorwaarden", "randvoorwaarden", .records(condition)),
      .may("begrippen", "begrippen", .records(concept)),
      .may("bronopmerkingen", "bronopmerkingen", .records(sourceNote)),
    ]
  )

  static let identity = Shape(
    "de strategie",
    source: .own,
    [
      .fixed("code", "code", .code(.strategy)),
      .fixed("naam", "naam"),
      .fixed("regio", "regio", .reference(.region)),
      .fixed("wet", "wet", .choice(PolicyLaw.self)),
      .fixed("status", "status", .choice(StrategyStatus.self)),
      .must("geldig_vanaf", "geldig vanaf", .record(datedStatement)),
      .may("geldig_tot", "geldig tot en met", .record(datedStatement)),
      .may("opvolger_van", "opvolger van", .texts),
      .must("opdrachtgever", "opdrachtgever", .reference(.body)),
      .must("vastgesteld_bij", "vastgesteld bij", .reference(.decision)),
      .may("omschrijving", "omschrijving"),
    ]
  )

  static let datedStatement = Shape("de datum", [.must("datum", "datum", .date)])

  static let source = Shape(
    "een bron",
    identity: "prefix",
    source: .none,
    [
      .fixed("prefix", "prefix", .quotedText),
      .fixed("titel", "titel"),
      .fixed("soort", "soort", .choice(SourceKind.self)),
      .may("datum", "datum", .date),
      .may("bestand", "bestand", .quotedText),
      .may("laatste_regel", "laatste regel", .count),
      .may("vindplaats", "vindplaats"),
    ]
  )

  static let region = Shape(
    "de regio",
    source: .own,
    [
      .fixed("code", "code", .code(.region)),
      .fixed("naam", "naam"),
      .fixed("gemeenten", "gemeenten", .records(member)),
      .may("organisaties", "organisaties", .records(body)),
      .may("contact", "contact", .record(contact)),
    ]
  )

  static let member = Shape(
    "een gemeente",
    identity: "cbs",
    source: .own,
    [
      .fixed("cbs", "gemeentecode", .municipality),
      .fixed("naam", "naam"),
      .must("vanaf", "lid vanaf", .date),
      .may("tot", "lid tot en met", .date),
      .may("bestaat_vanaf", "bestaat vanaf", .date),
      .may("gedrukt_vanaf", "lid vanaf volgens de bron", .date),
    ]
  )

  static let contact = Shape(
    "contact",
    [
      .may("email", "e-mail"), .may("website", "website"), .may("pagina", "pagina"),
      .may("publicatieplatform", "publicatieplatform"),
    ]
  )

  static let body = Shape(
    "een orgaan",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.body)),
      .fixed("naam", "naam"),
      .must("soort", "soort", .choice(GoverningBody.Kind.self)),
      .must("rol", "rol"),
      .may("ook_geschreven", "ook geschreven als", .texts),
      .may("leden", "leden", .texts),
      .may("tot", "bestond tot en met", .date),
    ]
  )

  static let programme = Shape(
    "het programma",
    source: .own,
    [
      .fixed("naam", "naam"),
      .must("sinds", "sinds", .date),
      .may("domeinen", "domeinen", .texts),
      .must("fasen", "fasen", .records(phase)),
      .must("mijlpalen", "mijlpalen", .records(milestone)),
      .may("begroting", "begroting", .records(budget)),
    ]
  )

  static let phase = Shape(
    "een fase",
    identity: "nummer",
    source: .own,
    [
      .fixed("nummer", "nummer", .count),
      .must("van", "van", .date),
      .must("tot", "tot en met", .date),
      .fixed("inhoud", "inhoud", .texts),
    ]
  )

  static let milestone = Shape(
    "een mijlpaal",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.milestone)),
      .may("nummer", "nummer", .count),
      .fixed("omschrijving", "omschrijving"),
      .may("start", "start", .date),
      .must("gereed", "gereed", .date),
      .may("werkelijk", "werkelijk gereed", .date),
      .may("na", "volgt op", .list(.reference(.milestone))),
      .may("geldt_voor", "geldt voor", .list(.choice(PolicyLaw.self))),
      .may("gereed_per_wet", "gereed per wet", .records(milestonePerLaw)),
      .may("poort", "houdt tegen", .boolean),
    ]
  )

  static let milestonePerLaw = Shape(
    "een datum per wet",
    identity: "wet",
    [.fixed("wet", "wet", .choice(PolicyLaw.self)), .must("gereed", "gereed", .date)]
  )

  static let budget = Shape(
    "een begrotingsjaar",
    identity: "jaar",
    source: .own,
    [
      .fixed("jaar", "jaar", .number(1900...2200)),
      .must("bedrag_cent", "bedrag", .cents),
      .fixed("status", "status", .choice(ProgrammeBudget.State.self)),
    ]
  )

  static let decision = Shape(
    "een besluit",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.decision)),
      .fixed("tekst", "tekst"),
      .must("orgaan", "orgaan", .reference(.body)),
      .must("datum", "datum", .date),
      .may("stappen", "stappen", .records(decisionStep)),
      .may("bindt", "bindt", .texts),
      .may("beoogt", "beoogt", .list(.choice(PolicyAim.self))),
      .may("poort", "houdt publicatie tegen", .boolean),
    ]
  )

  static let decisionStep = Shape(
    "een stap van een besluit",
    [
      .fixed("orgaan", "orgaan", .reference(.body)),
      .may("gemeente", "gemeente", .reference(.municipality)),
      .must("datum", "datum", .date),
      .must("uitkomst", "uitkomst"),
    ]
  )

  static let goal = Shape(
    "een doel",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.goal)),
      .fixed("tekst", "tekst"),
      .may("richting", "richting", .choice(Goal.Direction.self)),
      .may("deeldoelen", "deeldoelen", .texts),
      .must("indicatoren", "indicatoren", .records(goalIndicator)),
      .may("beoogt", "beoogt", .list(.choice(PolicyAim.self))),
    ]
  )

  static let goalIndicator = Shape(
    "een indicator",
    identity: "naam",
    [
      .fixed("naam", "naam"),
      .may("kpi", "KPI", .reference(.indicator)),
      .must("nulmeting", "nulmeting"),
      .must("streefwaarde", "streefwaarde"),
      .may("op", "op", .date),
    ]
  )

  static let principle = Shape(
    "een uitgangspunt",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.principle)),
      .fixed("tekst", "tekst"),
      .may("onderwerp", "onderwerp"),
      .may("geldt_voor", "geldt voor", .list(.reference(.segment))),
    ]
  )

  static let scopeItem = Shape(
    "een afbakening",
    identity: "onderdeel",
    source: .own,
    [
      .fixed("onderdeel", "onderdeel"),
      .fixed("in_of_uit", "in of uit", .choice(ScopeItem.Place.self)),
      .may("reden", "reden"),
      .may("regeling", "regeling"),
      .may("tot", "tot en met", .date),
    ]
  )

  static let targetGroup = Shape(
    "een doelgroep",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.targetGroup)),
      .fixed("naam", "naam"),
      .may("regels", "regels", .texts),
      .may("leeftijd_vanaf", "leeftijd vanaf", .number(0...130)),
      .may("leeftijd_tot", "leeftijd tot", .number(0...130)),
      .may("telt_voor_dekking", "telt voor dekkend aanbod", .boolean),
      .may("drempel", "drempel voor dekkend aanbod"),
    ]
  )

  static let resultArea = Shape(
    "een resultaatgebied",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.resultArea)),
      .fixed("nummer", "nummer", .number(1...99)),
      .fixed("naam", "naam"),
      .may("alleen_met_andere", "alleen met andere", .boolean),
      .may("regels", "regels", .texts),
    ]
  )
}
