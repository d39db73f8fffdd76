import Commissioning
package import Landscape

/// The shapes of plan files as data, as the strategy file has its own.
package enum PlanSchema {
  /// The version of the shapes, which a file names in `schema`.
  package static let version: Int64 = 1

  /// What something rests on; a plan says it of every statement that is not a bare figure.
  static let basis = StrategySchema.Shape(
    "de grondslag",
    source: .none,
    [
      .option("bron", "bron"), .option("wet", "wet"), .option("standaard", "contractstandaard"),
      .option("bepaling", "bepaling"), .option("aanname", "aanname"),
    ]
  )

  static let municipalities = StrategySchema.FieldType.list(.municipality)

  /// Bodies that decide in one step, each for its own part.
  static let step = StrategySchema.Shape(
    "een stap van de besluitvorming",
    source: .none,
    [.fixed("organen", "organen", .texts)]
  )

  // MARK: A procedure

  /// A whole file of a procedure.
  package static let procedure = StrategySchema.Shape(
    "het planbestand van een procedure",
    source: .none,
    [
      .fixed("schema", "versie van de vorm", .number(1...version)),
      .fixed("procedure", "procedure", .record(procedureIdentity)),
      .fixed("percelen", "percelen", .records(lot)),
      .option("eisen", "eisen", .records(requirement)),
      .option("gunningscriteria", "gunningscriteria", .records(criterion)),
      .option("gelijke_stand", "gelijke stand", .records(tieBreak)),
      .option("besluitvorming", "besluitvorming", .records(step)),
      .option("openers", "openers", .texts),
      .option("beoordelaars", "beoordelaars", .texts),
      .option("termijnen", "termijnen", .records(term)),
    ]
  )

  static let procedureIdentity = StrategySchema.Shape(
    "de procedure",
    source: .none,
    [
      .fixed("code", "code", .code(.procedure)),
      .fixed("titel", "titel"),
      .fixed("soort", "soort", .choice(Commissioning.ProcedureKind.self)),
      .fixed("gemeenten", "gemeenten", municipalities),
      .option("geraamde_waarde_cent", "geraamde waarde zonder btw", .cents),
      .option("sluitingsuur", "sluitingsuur", .quotedText),
      .option("toetreding_vanaf", "toetreding vanaf"),
      .option("segment", "segment van een strategie", .record(segment)),
    ]
  )

  static let segment = StrategySchema.Shape(
    "het segment",
    source: .none,
    [.fixed("strategie", "strategie"), .fixed("segment", "segment")]
  )

  static let lot = StrategySchema.Shape(
    "een perceel",
    identity: "code",
    source: .none,
    [
      .fixed("code", "code", .code(.lot)),
      .fixed("soort", "soort", .choice(Commissioning.Lot.Kind.self)),
      .fixed("toetreding", "toetreding", .choice(Commissioning.EntryPolicy.self)),
      .option("minimum", "minimum aantal contracten", .number(0...10_000)),
      .option("maximum", "maximum aantal contracten", .number(1...10_000)),
      .option("minimumscore", "minimumscore", .number(0...1_000_000)),
    ]
  )

  static let requirement = StrategySchema.Shape(
    "een eis",
    identity: "code",
    source: .none,
    [
      .fixed("code", "code", .code(.requirement)),
      .fixed("soort", "soort", .choice(Requirement.Kind.self)),
      .fixed("tekst", "tekst"),
      .option("bewijs", "bewijs", .choice(EvidenceKind.self)),
      .option("toets", "toets"),
      .fixed("grondslag", "grondslag", .record(basis)),
    ]
  )

  static let criterion = StrategySchema.Shape(
    "een gunningscriterium",
    identity: "code",
    source: .none,
    [
      .fixed("code", "code", .code(.criterion)),
      .fixed("tekst", "tekst"),
      .fixed("punten", "punten", .number(1...1_000_000)),
      .option("minimum", "minimum", .number(0...1_000_000)),
      .option("prijs", "prijs", .boolean),
      .option("kpi", "KPI in het contract"),
    ]
  )

  static let tieBreak = StrategySchema.Shape(
    "een regel bij gelijke stand",
    source: .none,
    [
      .option("criterium", "criterium", .reference(.criterion)),
      .option("loting", "loting", .boolean),
    ]
  )

  static let term = StrategySchema.Shape(
    "een termijn",
    identity: "stap",
    source: .none,
    [
      .fixed("stap", "stap", .choice(CalendarStep.self)),
      .fixed("termijn", "termijn"),
    ]
  )
}

// MARK: - A programme

extension PlanSchema {
  /// A whole file of a programme.
  package static let programme = StrategySchema.Shape(
    "het planbestand van een programma",
    source: .none,
    [
      .fixed("schema", "versie van de vorm", .number(1...version)),
      .fixed("programma", "programma", .record(programmeIdentity)),
      .option("fasen", "fasen", .records(phase)),
      .fixed("mijlpalen", "mijlpalen", .records(milestone)),
      .option("randvoorwaarden", "randvoorwaarden", .records(readiness)),
      .option("besluiten", "besluiten", .records(decision)),
    ]
  )

  static let programmeIdentity = StrategySchema.Shape(
    "het programma",
    source: .none,
    [
      .fixed("code", "code", .code(.programme)),
      .fixed("titel", "titel"),
      .fixed("gemeenten", "gemeenten", municipalities),
    ]
  )

  static let phase = StrategySchema.Shape(
    "een fase",
    identity: "code",
    source: .none,
    [
      .fixed("code", "code", .code(.phase)),
      .fixed("inhoud", "inhoud"),
      .fixed("van", "van"),
      .option("tot", "tot en met"),
      .fixed("grondslag", "grondslag", .record(basis)),
    ]
  )

  static let milestone = StrategySchema.Shape(
    "een mijlpaal",
    identity: "code",
    source: .none,
    [
      .fixed("code", "code", .code(.milestone)),
      .fixed("tekst", "tekst"),
      .option("start", "start"),
      .fixed("gereed", "gereed"),
      .option("na", "volgt op", .records(dependency)),
      .option("start_contracten", "start van de contracten", .boolean),
      .fixed("grondslag", "grondslag", .record(basis)),
    ]
  )

  static let dependency = StrategySchema.Shape(
    "wat eerst moet",
    identity: "mijlpaal",
    source: .none,
    [
      .fixed("mijlpaal", "mijlpaal", .reference(.milestone)),
      .option("termijn", "tijd ertussen"),
    ]
  )

  static let readiness = StrategySchema.Shape(
    "een randvoorwaarde",
    identity: "code",
    source: .none,
    [
      .fixed("code", "code", .code(.condition)),
      .fixed("tekst", "tekst"),
      .fixed("verantwoordelijke", "verantwoordelijke"),
      .fixed("grondslag", "grondslag", .record(basis)),
    ]
  )

  static let decision = StrategySchema.Shape(
    "een besluit",
    identity: "code",
    source: .none,
    [
      .fixed("code", "code", .code(.decision)),
      .fixed("tekst", "tekst"),
      .fixed("bindt", "bindt"),
      .fixed("stappen", "stappen", .records(step)),
      .fixed("grondslag", "grondslag", .record(basis)),
    ]
  )
}
