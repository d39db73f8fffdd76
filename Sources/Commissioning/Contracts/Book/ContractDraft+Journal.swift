import Journal
import Quantities

extension ContractForm: JournalText {}
extension ContractTerm.MissedYear: JournalText {}
extension ContractPart.Kind: JournalText {}
extension ContractAmendment.Ground: JournalText {}
extension EarlyTermination.Ground: JournalText {}
extension TermPattern.Mode: JournalText {}

extension ContractDraft: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("contract", code)
    json.text("provider", provider)
    json.texts("claimCodes", claimCodes)
    json.text("lot", ifPresent: lot)
    json.texts("municipalities", municipalities)
    json.texts("products", products)
    json.text("form", form)
    json.text("variant", variant)
    json.text("start", start)
    json.record("pattern", pattern)
    json.text("missedYear", missedYear)
    json.field("reasonForLength", ifPresent: reasonForLength)
    json.field("mayBringInCeiling", mayBringInCeiling)
    json.field("mayDissolveAfterFirstYear", mayDissolveAfterFirstYear)
    json.texts("precedence", precedence.order)
    json.text("precedenceBasis", precedence.basis)
    json.records("parts", parts)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      code: try json.text("contract"),
      provider: try json.text("provider"),
      claimCodes: try json.texts("claimCodes"),
      lot: try json.text(ifPresent: "lot"),
      municipalities: try json.texts("municipalities"),
      products: try json.texts("products"),
      form: try json.text("form"),
      variant: try json.text("variant"),
      start: try json.text("start"),
      pattern: try json.record("pattern"),
      missedYear: try json.text("missedYear"),
      reasonForLength: try json.string(ifPresent: "reasonForLength"),
      mayBringInCeiling: try json.boolean("mayBringInCeiling"),
      mayDissolveAfterFirstYear: try json.boolean("mayDissolveAfterFirstYear"),
      precedence: Precedence(
        try json.texts("precedence"),
        basis: try json.text("precedenceBasis")
      ),
      parts: try json.records("parts")
    )
  }
}

extension TermPattern: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.field("years", description)
    json.text("mode", mode)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    let years = try json.string("years")
    guard let pattern = TermPattern(years, mode: try json.text("mode")) else {
      throw JSONFailure(.notAllowed("is not a pattern such as 3+1+1")).within(key: "years")
    }
    self = pattern
  }
}

extension ContractPart: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("part", code)
    json.text("kind", kind)
    json.field("title", title)
    json.record("period", period)
    json.records("clauses", clauses)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      code: try json.text("part"),
      kind: try json.text("kind"),
      title: try json.string("title"),
      period: try json.record("period"),
      clauses: try json.records("clauses")
    )
  }
}

extension ContractClause: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.field("subject", subject)
    json.field("place", place)
    json.field("text", text)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      subject: try json.string("subject"),
      place: try json.string("place"),
      text: try json.string("text")
    )
  }
}

extension ContractAmendment: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.field("subject", subject)
    json.field("text", text)
    json.text("from", from)
    json.text("ground", ground)
    json.field("tailorMade", isTailorMade)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      subject: try json.string("subject"),
      text: try json.string("text"),
      from: try json.text("from"),
      ground: try json.text("ground"),
      isTailorMade: try json.boolean("tailorMade")
    )
  }
}

extension ProviderRecord: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("provider", chamber)
    json.field("name", name)
    json.records("claimCodes", claimCodes)
    json.texts("lots", lots)
    json.texts("products", products)
    json.strings("targetGroups", targetGroups)
    json.texts("area", area)
    json.field("capacity", ifPresent: capacity.map { Int64($0) })
    json.field("profile", profile)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      chamber: try json.text("provider"),
      name: try json.string("name"),
      claimCodes: try json.records("claimCodes"),
      lots: try json.texts("lots"),
      products: try json.texts("products"),
      targetGroups: try json.strings("targetGroups"),
      area: try json.texts("area"),
      capacity: try json.int(ifPresent: "capacity"),
      profile: try json.string("profile")
    )
  }
}

extension ProviderRecord.DatedCode: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("code", code)
    period.write(to: &json)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(try json.text("code"), try OpenPeriod(from: &json))
  }
}

extension Tariff: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.amount("price", price)
    json.text("unit", unit)
    json.record("period", period)
    json.record("buildUp", ifPresent: buildUp)
    json.text("basis", basis)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      price: try json.amount("price"),
      unit: try json.text("unit"),
      period: try json.record("period"),
      buildUp: try json.record(ifPresent: "buildUp"),
      basis: try json.text("basis")
    )
  }
}

extension TariffBuildUp: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.amount("hourlyCost", hourlyCost)
    json.rate("overhead", ifPresent: overhead)
    json.rate("productivity", ifPresent: productivity)
    json.amount("travelAndTraining", ifPresent: travelAndTraining)
    json.rate("indexation", ifPresent: indexation)
    json.amount("otherDemands", ifPresent: otherDemands)
    json.text("basis", basis)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      hourlyCost: try json.amount("hourlyCost"),
      overhead: try json.rate(ifPresent: "overhead"),
      productivity: try json.rate(ifPresent: "productivity"),
      travelAndTraining: try json.amount(ifPresent: "travelAndTraining"),
      indexation: try json.rate(ifPresent: "indexation"),
      otherDemands: try json.amount(ifPresent: "otherDemands"),
      basis: try json.text("basis")
    )
  }
}
