extension StrategySchema {
  static let productGrid = Shape(
    "het productraster",
    source: .own,
    [
      .fixed("assen", "assen", .records(gridAxis)),
      .may("duur", "duur per type", .records(gridDuration)),
      .must("regel_intensiteit", "regel van omstandigheden naar intensiteit"),
      .may("omstandigheden", "verzwarende omstandigheden", .texts),
      .must("vormen", "productvormen", .records(gridForm)),
      .may("stappen", "stappen", .texts),
    ]
  )

  static let gridAxis = Shape(
    "een as",
    identity: "as",
    source: .own,
    [
      .fixed("as", "as", .choice(ProductGrid.Axis.Kind.self)),
      .fixed("waarden", "waarden", .records(gridValue)),
    ]
  )

  static let gridValue = Shape(
    "een waarde van een as",
    identity: "code",
    [
      .fixed("code", "code", .quotedText),
      .fixed("naam", "naam"),
      .may("vanaf", "vanaf", .number(1...99)),
      .may("tot", "tot en met", .number(1...99)),
      .may("omschrijving", "omschrijving"),
    ]
  )

  static let gridDuration = Shape(
    "een duur",
    identity: "type",
    source: .own,
    [
      .fixed("type", "type", .quotedText),
      .fixed("gemiddeld_maanden", "gemiddeld", .number(1...1200)),
      .fixed("maximum_maanden", "maximum", .number(1...1200)),
      .may("korter_wanneer", "korter wanneer"),
    ]
  )

  static let gridForm = Shape(
    "een productvorm",
    identity: "code",
    [
      .fixed("code", "code", .code(.form)),
      .fixed("zwaarte", "zwaarte", .quotedText),
      .fixed("type", "type", .quotedText),
      .fixed("intensiteit", "intensiteit", .quotedText),
      .must("naam", "naam"),
      .must("uren_per_week", "uren per week", .count),
      .must("prijs_cent", "prijs", .cents),
    ]
  )

  static let product = Shape(
    "een product",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.product)),
      .fixed("naam", "naam"),
      .fixed("segment", "segment", .reference(.segment)),
      .must("productcode", "productcode", .quotedText),
      .may("categorie", "productcategorie", .quotedText),
      .must("eenheid", "eenheid", .choice(ProductUnit.self)),
      .may("lijn", "lijn", .number(0...2)),
      .may("niveau", "niveau", .number(1...99)),
      .may("nieuw", "nieuw", .boolean),
      .may("prijs", "prijs", .record(price)),
      .may("omschrijving", "omschrijving"),
      .may("kwaliteitseisen", "kwaliteitseisen", .records(qualityRequirement)),
    ]
  )

  static let price = Shape("een prijs", [.fixed("prijs_cent", "prijs", .cents)])

  static let qualityRequirement = Shape(
    "een kwaliteitseis",
    identity: "eis",
    [
      .fixed("eis", "eis"),
      .may("toets", "toets"),
      .may("frequentie", "frequentie"),
      .may("bewijs", "bewijs"),
      .may("geldig_maanden", "geldig in maanden", .number(1...1200)),
    ]
  )

  static let transitionRule = Shape(
    "een overgangsregel",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.transition)),
      .fixed("nummer", "nummer", .number(1...99)),
      .fixed("tekst", "tekst"),
      .must("soort", "soort", .choice(TransitionRule.Kind.self)),
      .must("van", "van", .date),
      .may("tot", "tot en met", .date),
      .may("reikwijdte", "reikwijdte"),
      .fixed("gewicht", "gewicht", .choice(TransitionRule.Weight.self)),
      .may("segment", "segment", .reference(.segment)),
      .may("product", "product", .reference(.product)),
    ]
  )

  static let indicator = Shape(
    "een KPI",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.indicator)),
      .fixed("naam", "naam"),
      .must("formule", "formule"),
      .must("eenheid", "eenheid"),
      .may("richting", "richting", .choice(Goal.Direction.self)),
      .must("norm", "norm"),
      .may("doel", "doel", .reference(.goal)),
    ]
  )

  static let figure = Shape(
    "een kengetal",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.figure)),
      .fixed("naam", "naam"),
      .fixed("jaar", "jaar", .number(1900...2200)),
      .may("gemeente", "gemeente", .reference(.municipality)),
      .may("aanbieders", "aanbieders", .count),
      .may("clienten", "cliënten", .count),
      .may("bedrag_cent", "bedrag", .cents),
      .may("omvat", "omvat"),
    ]
  )

  static let condition = Shape(
    "een randvoorwaarde",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.condition)),
      .fixed("tekst", "tekst"),
      .must("verantwoordelijke", "verantwoordelijke", .reference(.body)),
      .must("gereed_voor", "gereed voor", .date),
    ]
  )

  static let concept = Shape(
    "een begrip",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.concept)),
      .fixed("naam", "naam"),
      .fixed("tekst", "tekst"),
    ]
  )

  static let sourceNote = Shape(
    "een bronopmerking",
    identity: "code",
    source: .own,
    [
      .fixed("code", "code", .code(.note)),
      .fixed("soort", "soort", .choice(SourceNote.Kind.self)),
      .fixed("tekst", "tekst"),
      .may("bij", "bij"),
    ]
  )
}
