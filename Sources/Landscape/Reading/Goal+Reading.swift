extension Goal {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    text = record.text("tekst") ?? ""
    direction = record.choice("richting")
    parts = record.texts("deeldoelen")
    indicators = record.knownRecords("indicatoren", Indicator.init)
    aims = record.choices("beoogt")
    provenance = record.provenance
  }
}

extension Goal.Indicator {
  init(_ record: Record) {
    name = record.text("naam") ?? ""
    indicator = record.text("kpi")
    baseline = record.knownText("nulmeting")
    target = record.knownText("streefwaarde")
    on = record.maybeDate("op")
  }
}

extension PolicyIndicator {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    name = record.text("naam") ?? ""
    formula = record.knownText("formule")
    unit = record.knownText("eenheid")
    direction = record.choice("richting")
    norm = record.knownText("norm")
    goal = record.text("doel")
    provenance = record.provenance
  }
}

extension PolicyPrinciple {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    text = record.text("tekst") ?? ""
    subject = record.text("onderwerp")
    segments = record.texts("geldt_voor")
    provenance = record.provenance
  }
}

extension ScopeItem {
  init(_ record: Record) {
    item = record.text("onderdeel") ?? ""
    place = record.choice("in_of_uit") ?? .outside
    reason = record.knownText("reden")
    arrangement = record.knownText("regeling")
    through = record.maybeDate("tot")
    provenance = record.provenance
  }
}

extension ReadinessCondition {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    text = record.text("tekst") ?? ""
    responsible = record.knownText("verantwoordelijke")
    before = record.knownDate("gereed_voor")
    provenance = record.provenance
  }
}

extension PolicyConcept {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    name = record.text("naam") ?? ""
    text = record.text("tekst") ?? ""
    provenance = record.provenance
  }
}

extension SourceNote {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    kind = record.choice("soort") ?? .slip
    text = record.text("tekst") ?? ""
    at = record.text("bij")
    provenance = record.provenance
  }
}

extension BaselineFigure {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    name = record.text("naam") ?? ""
    year = record.int("jaar") ?? 0
    municipality = record.text("gemeente")
    providers = record.number("aanbieders")
    clients = record.number("clienten")
    cents = record.number("bedrag_cent")
    covers = record.text("omvat")
    provenance = record.provenance
  }
}
