import Journal

extension Strategy {
  /// Reads the typed strategy out of a document that the schema has passed.
  init(checked document: JSONValue) {
    let root = Record(document, inheriting: Provenance())
    let identity = root.record("strategie")
    self.document = document
    code = identity.text("code") ?? ""
    name = identity.text("naam") ?? ""
    law = identity.choice("wet") ?? .socialSupport
    status = identity.choice("status") ?? .draft
    validFrom = Strategy.dated(identity, "geldig_vanaf")
    validThrough =
      identity["geldig_tot"] == nil ? nil : Strategy.dated(identity, "geldig_tot")
    succeeds = identity.texts("opvolger_van")
    commissioner = identity.knownText("opdrachtgever")
    adoptedBy = identity.knownText("vastgesteld_bij")
    sources = root.records("bronnen").map(StrategySource.init)
    region = PolicyRegion(root.record("regio"))
    bodies = root.knownRecords("organen", GoverningBody.init)
    programme = root.known("programma") {
      PolicyProgramme(Record($0, inheriting: Provenance()))
    }
    decisions = root.knownRecords("besluiten", PolicyDecision.init)
    goals = root.knownRecords("doelen", Goal.init)
    principles = root.records("uitgangspunten").map(PolicyPrinciple.init)
    scope = root.records("afbakening").map(ScopeItem.init)
    targetGroups = root.records("doelgroepen").map(TargetGroup.init)
    resultAreas = root.records("resultaatgebieden").map(ResultArea.init)
    productGrid = root.record(ifKnown: "productraster").map(ProductGrid.init)
    products = root.records("producten").map(StrategyProduct.init)
    segments = root.records("segmenten").map(Segment.init)
    transitionRules = root.records("overgangsregels").map(TransitionRule.init)
    indicators =
      root["kpis"] == nil ? nil : root.knownRecords("kpis", PolicyIndicator.init)
    figures = root.records("kengetallen").map(BaselineFigure.init)
    conditions = root.knownRecords("randvoorwaarden", ReadinessCondition.init)
    concepts = root.records("begrippen").map(PolicyConcept.init)
    sourceNotes = root.records("bronopmerkingen").map(SourceNote.init)
  }

  private static func dated(_ identity: Record, _ key: String) -> Sourced<Known<PolicyDate>> {
    if let reason = identity[key]?.unknownReason {
      return Sourced(.unknown(reason: reason), identity.provenance)
    }
    let record = identity.record(key)
    return Sourced(record.knownDate("datum"), record.provenance)
  }
}

extension StrategySource {
  init(_ record: Record) {
    prefix = record.text("prefix") ?? ""
    title = record.text("titel") ?? ""
    kind = record.choice("soort") ?? .document
    date = record.knownDate("datum")
    file = record.text("bestand")
    lastLine = record.int("laatste_regel")
  }
}
