import Journal
import Quantities

extension PaymentElement {
  init(_ record: Record) {
    variant = record.knownChoice("variant")
    models = record.known("modellen") { value in
      value.elements?.compactMap { PaymentModel(Record($0, inheriting: record.provenance)) }
    }
    description = record.knownText("omschrijving")
    budgetFrame = record.knownChoice("budgetkader")
    amount = record.knownCents("bedrag_cent")
    derivation = record.knownText("afleiding")
    account = record.knownChoice("verantwoording")
    tariff = record.knownText("tarief")
    incentives = record.records("prikkels").compactMap(Incentive.init)
    control = record.texts("beheersing")
    returnOnInvestment = record.knownText("rendement")
    mayBecomePlaces = record.record("omzetten_in_plekken").flag("toegestaan") ?? false
    possibleChange = record.record("kan_wijzigen_in").choice("model")
    example = record.record(ifKnown: "rekenvoorbeeld").flatMap(MonthPriceExample.init)
    provenance = record.provenance
  }
}

extension PaymentElement.Incentive {
  init?(_ record: Record) {
    guard let kind: Kind = record.choice("soort") else { return nil }
    self.kind = kind
    text = record.text("tekst") ?? ""
  }
}

extension PaymentModel {
  init?(_ record: Record) {
    guard let kind: Kind = record.choice("model") else { return nil }
    self.kind = kind
    let skipped: Set = ["model", "bron", "herkomst", "toelichting"]
    parameters = record.fields.filter { !skipped.contains($0.key) }.map { field in
      Parameter(key: field.key, value: record.known(field.key, PaymentModel.value))
    }
    provenance = record.provenance
  }

  private static func value(_ value: JSONValue) -> Value? {
    switch value {
    case .string(let text): .text(text)
    case .integer(let number): .number(number)
    case .boolean(let flag): .flag(flag)
    case .array(let elements): .texts(elements.compactMap(\.text))
    case .object, .null: nil
    }
  }
}

extension MonthPriceExample {
  init?(_ record: Record) {
    guard let hours = record.number("uren_per_week"), let hour = record.number("uurprijs_cent"),
      let week = record.number("weekprijs_cent"), let month = record.number("maandprijs_cent")
    else { return nil }
    hoursPerWeek = hours
    hourPrice = Cents(hour)
    weekPrice = Cents(week)
    monthPrice = Cents(month)
  }
}

extension SupplierManagement {
  init(_ record: Record) {
    intensity = record.knownChoice("klasse")
    layer = record.knownChoice("laag")
    executor = record.knownText("uitvoerder")
    frequency = record.knownChoice("frequentie")
    focus = record.knownTexts("focus")
    levels = record.records("niveaus").map(Level.init)
    description = record.knownText("omschrijving")
    talks = record.knownText("gesprekken")
    clientExperience = record.texts("clientervaring")
    provenance = record.provenance
  }
}

extension SupplierManagement.Level {
  init(_ record: Record) {
    name = record.text("niveau") ?? ""
    intensity = record.choice("klasse")
    executor = record.text("uitvoerder")
    content = record.text("inhoud")
  }
}

extension AccessElement {
  init(_ record: Record) {
    framework = record.knownText("kader")
    organisation = record.knownText("organisatie")
    expertise = record.knownText("deskundigheid")
    indication = record.knownText("indicatie")
    let determination = record["bepaalt"]?.unknownReason
    accessDecides = AccessElement.questions(record, "toegang", determination)
    providerDecides = AccessElement.questions(record, "aanbieder", determination)
    decidesProvenance = record.record("bepaalt").provenance
    clientChoosesProvider = record.knownFlag("client_kiest_aanbieder")
    decisionTerms = record.knownChoice("beschikking_in")
    practice = record.texts("werkwijze")
    rules = record.records("regels").map { Sourced($0.text("tekst") ?? "", $0.provenance) }
    otherReferrers = record.texts("verwijzers")
    provenance = record.provenance
  }

  private static func questions(
    _ record: Record,
    _ key: String,
    _ unknown: String?
  ) -> Known<[Question]> {
    if let unknown { return .unknown(reason: unknown) }
    return record.record("bepaalt").known(key) { value in
      value.elements?.compactMap { $0.text.flatMap { Question(rawValue: $0) } }
    }
  }
}
