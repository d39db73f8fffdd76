import Journal
import Quantities

extension Segment {
  init(_ record: Record) {
    code = record.text("code") ?? ""
    number = record.knownText("nummer")
    name = record.knownText("naam")
    succeeds = record.texts("opvolger_van")
    population = Population(record.record("populatie"))
    currentProducts =
      record["huidige_producten"]?.unknownReason
      .map { .unknown(reason: $0) } ?? record.record("huidige_producten").knownTexts("namen")
    lots = record.records("percelen").map { Lot($0, of: record) }
    providers = record.record(ifKnown: "aanbieders").map(ProviderCount.init)
    contract = record.choice("contract", in: nil, ContractElement.init)
    payment = record.choice("bekostiging", in: nil, PaymentElement.init)
    supplierManagement = record.choice("leveranciersmanagement", in: nil, SupplierManagement.init)
    access = record.choice("toegang", in: nil, AccessElement.init)
    goals = record.records("doelen").map(Goal.init)
    requirements = record.knownRecords("kwaliteitseisen", QualityRequirement.init)
    outcome = record.record(ifKnown: "uitkomst").map(AwardOutcome.init)
    provenance = record.provenance
  }
}

extension Record {
  /// What is chosen on an element, in a lot when one is named.
  func choice<Element>(
    _ key: String,
    in lot: String?,
    _ read: (Record) -> Element
  ) -> Segment.Choice<Element> {
    guard let value = self[key] else { return .unknown(reason: Record.absent) }
    if let reason = value.unknownReason { return .unknown(reason: reason) }
    if value["niet_van_toepassing"]?.flag == true { return .notApplicable }
    let element = Record(value, inheriting: provenance)
    let override = lot.flatMap { lot in
      value["per_perceel"]?.elements?.first { $0["perceel"]?.text == lot }
    }
    return .chosen(read(override.map { element.overridden(by: $0) } ?? element))
  }

  /// This block, with the answers of another in the place of its own.
  private func overridden(by override: JSONValue) -> Record {
    var merged = fields
    for field in override.objectFields where field.key != "perceel" {
      merged.removeAll { $0.key == field.key }
      merged.append(field)
    }
    return Record(.object(merged), inheriting: provenance)
  }
}

extension Lot {
  init(_ record: Record, of segment: Record) {
    let code = record.text("code") ?? ""
    self.code = code
    name = record.text("naam")
    providers = record.known("aanbieders") {
      ProviderCount(Record($0, inheriting: record.provenance))
    }
    participation = record.known("deelname") { value in
      value.objectFields.compactMap { field in
        guard let municipality = MunicipalityCode(field.key), let takesPart = field.value.flag
        else { return nil }
        return LotParticipation(municipality: municipality, takesPart: takesPart)
      }
    }
    contract = segment.choice("contract", in: code, ContractElement.init)
    payment = segment.choice("bekostiging", in: code, PaymentElement.init)
    supplierManagement = segment.choice(
      "leveranciersmanagement",
      in: code,
      SupplierManagement.init
    )
    access = segment.choice("toegang", in: code, AccessElement.init)
  }
}

extension Population {
  init(_ record: Record) {
    description = record.knownText("omschrijving")
    features = record.texts("kenmerken")
    exclusions = record.texts("uitsluiting")
    hasClients = record.flag("met_clienten") ?? true
    signalAge = record.int("leeftijd_signaal")
  }
}

extension ProviderCount {
  init(_ record: Record) {
    minimum = record.knownInt("minimum")
    maximum = record.knownInt("maximum")
    target = record.knownInt("streefaantal")
    isApproximate = record.flag("circa") ?? false
    reach = record.choice("bereik")
    expectation = record.text("verwachting")
    composition = record.text("samenstelling")
    provenance = record.provenance
  }
}

extension AwardOutcome {
  init(_ record: Record) {
    providers = record.knownInt("aanbieders")
    description = record.text("omschrijving")
    provenance = record.provenance
  }
}
