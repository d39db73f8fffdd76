import Quantities

extension PolicyProgramme {
  init(_ record: Record) {
    name = record.text("naam") ?? ""
    since = record.knownDate("sinds")
    domains = record.texts("domeinen")
    phases = record.knownRecords("fasen", ProgrammePhase.init)
    milestones = record.knownRecords("mijlpalen", Milestone.init)
    budgets = record.records("begroting").map(ProgrammeBudget.init)
    provenance = record.provenance
  }
}

extension ProgrammePhase {
  init(_ record: Record) {
    number = record.int("nummer") ?? 0
    from = record.knownDate("van")
    through = record.knownDate("tot")
    content = record.texts("inhoud")
    provenance = record.provenance
  }
}

extension Milestone {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    number = record.int("nummer")
    description = record.text("omschrijving") ?? ""
    start = record.maybeDate("start")
    due = record.knownDate("gereed")
    actual = record.maybeDate("werkelijk")
    after = record.texts("na")
    laws = record.choices("geldt_voor")
    duePerLaw = record.records("gereed_per_wet").compactMap { record in
      record.choice("wet").map { Due(law: $0, date: record.knownDate("gereed")) }
    }
    isGate = record.flag("poort") ?? false
    provenance = record.provenance
  }
}

extension ProgrammeBudget {
  init(_ record: Record) {
    year = record.int("jaar") ?? 0
    amount = record.knownCents("bedrag_cent")
    state = record.choice("status") ?? .planned
    provenance = record.provenance
  }
}

extension PolicyDecision {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    text = record.text("tekst") ?? ""
    body = record.knownText("orgaan")
    date = record.knownDate("datum")
    steps = record.records("stappen").map(Step.init)
    binds = record.texts("bindt")
    aims = record.choices("beoogt")
    isGate = record.flag("poort") ?? false
    provenance = record.provenance
  }
}

extension PolicyDecision.Step {
  init(_ record: Record) {
    body = record.text("orgaan") ?? ""
    municipality = record.text("gemeente").flatMap { MunicipalityCode($0) }
    date = record.knownDate("datum")
    result = record.knownText("uitkomst")
  }
}
