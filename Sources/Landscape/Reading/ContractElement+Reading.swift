import Quantities

extension ContractElement {
  init(_ record: Record) {
    form = record.knownChoice("vorm")
    description = record.knownText("omschrijving")
    guaranteesTurnover = record.knownFlag("omzetgarantie")
    obligesPurchase = record.knownFlag("afnameplicht")
    mayBeAmended = record.knownFlag("aanpasbaar")
    procedure =
      record["procedure"]?.unknownReason.map { .unknown(reason: $0) }
      ?? record.record("procedure").knownChoice("soort")
    term = record.known("looptijd") {
      ContractTerm(Record($0, inheriting: record.provenance))
    }
    entry = record.known("toetreding") {
      EntryRule(Record($0, inheriting: record.provenance))
    }
    evaluation = record.record(ifKnown: "evaluatie").map(ContractEvaluation.init)
    award = record.knownText("gunning")
    commitments = record.texts("toezeggingen")
    cooperation = record.texts("samenwerking")
    wantedProviders = record.texts("gewenste_aanbieders")
    documents = record.texts("documenten")
    deliversAllForms = record.knownFlag("alle_vormen_leveren")
    laterInstruments = record.texts("later_in_te_zetten")
    provenance = record.provenance
  }
}

extension ContractTerm {
  init(_ record: Record) {
    start = record.knownDate("start")
    baseYears = record.knownInt("basis_jaren")
    extensionYears = record.known("verlengingen_jaren") { value in
      value.elements?.compactMap { $0.number.flatMap { Int(exactly: $0) } }
    }
    way = record.knownChoice("wijze")
    isIntention = record.flag("intentie") ?? false
    description = record.text("omschrijving")
    justification = record.maybeText("motivering_boven_48_maanden")
    provenance = record.provenance
  }
}

extension EntryRule {
  init(_ record: Record) {
    policy = record.knownChoice("beleid")
    from = record.maybeDate("vanaf")
    condition = record.text("voorwaarde")
    supplementary = record.text("aanvullend")
    provenance = record.provenance
  }
}

extension ContractEvaluation {
  init(_ record: Record) {
    on = record.knownDate("op")
    description = record.text("omschrijving")
    mayDissolve = record.flag("ontbinding_mogelijk") ?? false
    provenance = record.provenance
  }
}
