import Journal
import People
import Quantities

/// How what comes without messages stands in the journal.
extension TableJudged {
  /// Writes what only a table has; the claim itself is written as any claim.
  func write(to json: inout JSONWriter) {
    json.field("law", law.word)
    json.array("ceilings") { json in
      for ceiling in ceilings {
        json.object { json in
          json.field("contract", ceiling.contract)
          json.field("first", ceiling.period.first.description)
          json.field("last", ceiling.period.last.description)
          json.field("amount", ceiling.amount.rawValue)
          json.array("products") { json in
            for code in ceiling.products.sorted() { json.string(code.description) }
          }
          json.field("awardedBefore", ceiling.awardedBefore.rawValue)
        }
      }
    }
  }

  /// Reads what `write` wrote.
  static func read(
    _ claim: ClaimJudged,
    _ facts: [TableLineFact],
    _ fields: inout JSONFields
  ) throws(JSONFailure) -> TableJudged {
    let law = try fields.parsed("law", "it is not a law") { SupportLaw(word: $0) }
    let ceilings = try fields.array("ceilings") { value throws(JSONFailure) in
      try value.fields { fields throws(JSONFailure) in try TableCeiling(from: &fields) }
    }
    guard facts.count == claim.notice.lines.count,
      facts.allSatisfy({ $0.ceiling < ceilings.count })
    else { throw JSONFailure(.notAllowed("the columns do not fit the lines or the ceilings")) }
    return TableJudged(claim: claim, law: law, ceilings: ceilings, facts: facts)
  }
}

extension TableCeiling {
  init(from fields: inout JSONFields) throws(JSONFailure) {
    let contract = try fields.string("contract")
    let first = try fields.parsed("first", "it is not a date") { CivilDate($0) }
    let last = try fields.parsed("last", "it is not a date") { CivilDate($0) }
    let amount = Cents(try fields.integer("amount"))
    let products = try fields.array("products") { value throws(JSONFailure) in
      guard let code = ProductCode(try value.string()) else {
        throw JSONFailure(.notAllowed("it is not a product code"))
      }
      return code
    }
    guard let period = Period(from: first, through: last) else {
      throw JSONFailure(.notAllowed("the period ends before it begins"))
    }
    self.init(
      contract: contract,
      period: period,
      amount: amount,
      products: Set(products),
      awardedBefore: Cents(try fields.integer("awardedBefore"))
    )
  }
}

extension TakenOverBalance {
  func write(to json: inout JSONWriter) {
    json.field("municipality", municipality.description)
    json.field("number", number)
    json.field("volume", volume)
    json.field("unit", ifPresent: unit?.code)
    json.field("amount", amount.rawValue)
  }

  init(from fields: inout JSONFields) throws(JSONFailure) {
    municipality = try fields.parsed("municipality", "it is not a municipality code") {
      MunicipalityCode($0)
    }
    number = try fields.integer("number")
    volume = try fields.integer("volume")
    let code = try fields.string(ifPresent: "unit")
    unit = code.flatMap { ClaimUnit(code: $0) }
    guard unit != nil || code == nil else { throw JSONFailure(.notAllowed("it is not a unit")) }
    amount = Cents(try fields.integer("amount"))
    guard (0...ClaimLine.largestNumber).contains(volume),
      (0...ClaimLine.largestNumber).contains(amount.rawValue)
    else { throw JSONFailure(.notAllowed("a balance is negative or too large")) }
  }
}

extension SupportLaw {
  /// The word under which a law stands in tables and in the journal; it never changes.
  package var word: String {
    switch self {
    case .socialSupport: "wmo"
    case .youth: "jeugdwet"
    case .participation: "participatiewet"
    }
  }

  package init?(word: some StringProtocol) {
    guard let law = SupportLaw.allCases.first(where: { word == $0.word }) else { return nil }
    self = law
  }
}
