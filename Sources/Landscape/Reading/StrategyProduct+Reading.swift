import Quantities

extension StrategyProduct {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    name = record.text("naam") ?? ""
    segment = record.text("segment") ?? ""
    productCode = record.known("productcode") { $0.text.flatMap { ProductCode($0) } }
    category = record.maybe("categorie") { $0.text.flatMap { ProductCategory($0) } }
    unit = record.knownChoice("eenheid")
    line = record["lijn"] == nil ? nil : record.knownInt("lijn")
    level = record.int("niveau")
    isNew = record.flag("nieuw") ?? false
    price = record["prijs"].map { value in
      let price = record.record("prijs")
      let reason = value.unknownReason
      return Sourced(
        reason.map { .unknown(reason: $0) } ?? price.knownCents("prijs_cent"),
        price.provenance
      )
    }
    description = record.text("omschrijving")
    requirements = record.knownRecords("kwaliteitseisen", QualityRequirement.init)
    provenance = record.provenance
  }
}

extension QualityRequirement {
  init(_ record: Record) {
    text = record.text("eis") ?? ""
    test = record.maybeText("toets")
    frequency = record.maybeText("frequentie")
    evidence = record.maybeText("bewijs")
    validMonths = record.int("geldig_maanden")
  }
}

extension TargetGroup {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    name = record.text("naam") ?? ""
    rules = record.texts("regels")
    ageFrom = record.int("leeftijd_vanaf")
    ageThrough = record.int("leeftijd_tot")
    countsForCoverage = record.flag("telt_voor_dekking") ?? false
    threshold = record.maybeText("drempel")
    provenance = record.provenance
  }
}

extension ResultArea {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    number = record.int("nummer") ?? 0
    name = record.text("naam") ?? ""
    needsAnother = record.flag("alleen_met_andere") ?? false
    rules = record.texts("regels")
    provenance = record.provenance
  }
}

extension ProductGrid {
  init(_ record: Record) {
    axes = record.records("assen").compactMap(Axis.init)
    durations = record.records("duur").map(Duration.init)
    intensityRule = record.knownText("regel_intensiteit")
    circumstances = record.texts("omstandigheden")
    forms = record.knownRecords("vormen", Form.init)
    steps = record.texts("stappen")
    provenance = record.provenance
  }
}

extension ProductGrid.Axis {
  init?(_ record: Record) {
    guard let kind: Kind = record.choice("as") else { return nil }
    self.kind = kind
    values = record.records("waarden").map(Value.init)
    provenance = record.provenance
  }
}

extension ProductGrid.Axis.Value {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    name = record.text("naam") ?? ""
    from = record.int("vanaf")
    through = record.int("tot")
    description = record.text("omschrijving")
  }
}

extension ProductGrid.Duration {
  init(_ record: Record) {
    type = record.text("type") ?? ""
    averageMonths = record.int("gemiddeld_maanden") ?? 0
    maximumMonths = record.int("maximum_maanden") ?? 0
    shorterWhen = record.text("korter_wanneer")
    provenance = record.provenance
  }
}

extension ProductGrid.Form {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    weight = record.text("zwaarte") ?? ""
    type = record.text("type") ?? ""
    intensity = record.text("intensiteit") ?? ""
    name = record.knownText("naam")
    hoursPerWeek = record.known("uren_per_week") { $0.number }
    price = record.knownCents("prijs_cent")
  }
}

extension TransitionRule {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    number = record.int("nummer") ?? 0
    text = record.text("tekst") ?? ""
    kind = record.knownChoice("soort")
    from = record.knownDate("van")
    through = record.maybeDate("tot")
    scope = record.text("reikwijdte")
    weight = record.choice("gewicht") ?? .advice
    segment = record.text("segment")
    product = record.text("product")
    provenance = record.provenance
  }
}
