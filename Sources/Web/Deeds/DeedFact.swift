import Journal
package import Quantities

/// One thing that a proposal touches, with its value: what was there when it was proposed, or what
/// would be there afterwards.
///
/// What was there is kept in the proposal itself, so that a decider sees old and new side by side
/// and nothing is done on a region that changed since.
package struct DeedFact: Hashable, Sendable {
  package let name: Name
  /// Of what, when there are several: the code of a product.
  package let detail: String
  package let value: Value

  package init(_ name: Name, _ detail: String = "", _ value: Value) {
    self.name = name
    self.detail = detail
    self.value = value
  }

  /// What a fact is about; the raw values are stored and never change.
  package enum Name: String, CaseIterable, Sendable {
    case ceilingAnnounced, ceilingFrom, ceilingThrough, ceilingAmount, ceilingDecided
    case ceilingNotices, ceilingOutcomes, contractEnd
    case contract, provider, claimCodes, lot, municipalities, products, form, variant, start, term
    case reasonForLength, ceilingAllowed, dissolutionAllowed, documents
    case tariff, tariffUnit, tariffFrom, tariffVersions, tariffBasis
    case year, knownOn, clients, awarded
  }

  package enum Value: Hashable, Sendable {
    case none
    case amount(Cents)
    case day(CivilDate)
    case count(Int64)
    /// A word or code; it is put into words where it is shown.
    case text(String)
  }

  /// The same fact of the same thing, whatever its value.
  package func isAbout(_ other: DeedFact) -> Bool {
    name == other.name && detail == other.detail
  }
}

extension DeedFact.Value {
  package init(_ amount: Cents?) { self = amount.map { .amount($0) } ?? .none }
  package init(_ day: CivilDate?) { self = day.map { .day($0) } ?? .none }
}

// MARK: - The stored form

extension DeedFact {
  func write(to json: inout JSONWriter) {
    json.field("name", name.rawValue)
    json.field("detail", ifPresent: detail.isEmpty ? nil : detail)
    switch value {
    case .none: break
    case .amount(let amount): json.field("cents", amount.rawValue)
    case .day(let day): json.field("day", day.description)
    case .count(let count): json.field("count", count)
    case .text(let text): json.field("text", text)
    }
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    name = try json.parsed("name", "is no name of a fact") { Name(rawValue: $0) }
    detail = try json.string(ifPresent: "detail") ?? ""
    let cents = try json.integer(ifPresent: "cents")
    let count = try json.integer(ifPresent: "count")
    let text = try json.string(ifPresent: "text")
    let day = try json.read(ifPresent: "day") { value throws(JSONFailure) -> CivilDate in
      guard let day = CivilDate(try value.string()) else {
        throw JSONFailure(.notAllowed("is no day"))
      }
      return day
    }
    let values: [Value?] = [
      cents.map { .amount(Cents($0)) }, count.map { .count($0) }, text.map { .text($0) },
      day.map { .day($0) },
    ]
    let given = values.compactMap(\.self)
    guard given.count < 2 else { throw JSONFailure(.notAllowed("has more than one value")) }
    value = given.first ?? .none
  }

  /// Facts as the text of a hidden field, by which a stale page is told.
  static func text(_ facts: [DeedFact]) -> String {
    var json = JSONWriter()
    json.array { json in
      for fact in facts { json.object { fact.write(to: &$0) } }
    }
    return json.text
  }

  /// Reads the text of a hidden field; nil for anything that is none of ours.
  static func list(_ text: String?) -> [DeedFact]? {
    guard let text, let value = try? JSONValue(Array(text.utf8)) else { return nil }
    return try? list(value)
  }

  static func list(_ value: JSONValue) throws(JSONFailure) -> [DeedFact] {
    try value.elements { element throws(JSONFailure) in
      try element.fields { json throws(JSONFailure) in try DeedFact(from: &json) }
    }
  }
}
