import Journal
import Quantities

/// A block of the canonical document, read with its declared keys.
///
/// The schema has checked the document, so a reader never fails: what is not there, or not as
/// declared, is unknown with that as its reason.
struct Record {
  let fields: [JSONValue.Field]
  /// Where the block comes from: itself, or the nearest block around it that says so.
  let provenance: Provenance

  init(_ value: JSONValue, inheriting outer: Provenance) {
    if case .object(let fields) = value { self.fields = fields } else { fields = [] }
    provenance = Record.provenance(of: fields) ?? outer
  }

  /// Why something that a file leaves out is not known.
  static let absent = "staat niet in het strategiebestand"

  subscript(key: String) -> JSONValue? { fields.first { $0.key == key }?.value }

  private static func provenance(of fields: [JSONValue.Field]) -> Provenance? {
    func field(_ key: String) -> JSONValue? { fields.first { $0.key == key }?.value }
    let origin = field("herkomst")?.text.flatMap { Provenance.Origin(rawValue: $0) }
    guard origin != nil || field("bron") != nil else { return nil }
    return Provenance(
      origin ?? .source,
      references: (field("bron")?.elements ?? []).compactMap {
        $0.text.flatMap(SourceReference.init)
      },
      explanation: field("toelichting")?.text
    )
  }
}

// MARK: - Values that may be unknown

extension Record {
  /// The value of a key as `read` makes it, or why it is not known.
  func known<Value>(_ key: String, _ read: (JSONValue) -> Value?) -> Known<Value> {
    guard let value = self[key] else { return .unknown(reason: Record.absent) }
    if let reason = value.unknownReason { return .unknown(reason: reason) }
    return read(value).map(Known.known) ?? .unknown(reason: Record.absent)
  }

  /// The same for a key that may be left out.
  func maybe<Value>(_ key: String, _ read: (JSONValue) -> Value?) -> Known<Value>? {
    self[key] == nil ? nil : known(key, read)
  }

  func knownText(_ key: String) -> Known<String> { known(key) { $0.text } }
  func maybeText(_ key: String) -> Known<String>? { maybe(key) { $0.text } }
  func knownInt(_ key: String) -> Known<Int> {
    known(key) { $0.number.flatMap { Int(exactly: $0) } }
  }
  func knownFlag(_ key: String) -> Known<Bool> { known(key) { $0.flag } }
  func knownDate(_ key: String) -> Known<PolicyDate> { known(key) { $0.policyDate } }
  func maybeDate(_ key: String) -> Known<PolicyDate>? { maybe(key) { $0.policyDate } }
  func knownCents(_ key: String) -> Known<Cents> { known(key) { $0.number.map { Cents($0) } } }
  func knownTexts(_ key: String) -> Known<[String]> {
    known(key) { $0.elements?.compactMap(\.text) }
  }

  func knownChoice<Value: RawRepresentable<String>>(_ key: String) -> Known<Value> {
    known(key) { $0.text.flatMap { Value(rawValue: $0) } }
  }

  /// The blocks of a list, or why they are not known.
  func knownRecords<Value>(_ key: String, _ read: (Record) -> Value) -> Known<[Value]> {
    known(key) { value in
      value.elements?.map { read(Record($0, inheriting: provenance)) }
    }
  }
}

// MARK: - Values that are there or not

extension Record {
  /// The text of a key, and nothing where it is absent or unknown.
  func text(_ key: String) -> String? { self[key]?.text }
  func number(_ key: String) -> Int64? { self[key]?.number }
  func int(_ key: String) -> Int? { number(key).flatMap { Int(exactly: $0) } }
  func flag(_ key: String) -> Bool? { self[key]?.flag }
  func texts(_ key: String) -> [String] { self[key]?.elements?.compactMap(\.text) ?? [] }

  func choice<Value: RawRepresentable<String>>(_ key: String) -> Value? {
    text(key).flatMap { Value(rawValue: $0) }
  }

  func choices<Value: RawRepresentable<String>>(_ key: String) -> [Value] {
    texts(key).compactMap { Value(rawValue: $0) }
  }

  /// A block below a key; an empty one where it is absent or unknown.
  func record(_ key: String) -> Record {
    Record(self[key] ?? .object([]), inheriting: provenance)
  }

  /// A block below a key, when it is there and known.
  func record(ifKnown key: String) -> Record? {
    guard case .object? = self[key], self[key]?.unknownReason == nil else { return nil }
    return record(key)
  }

  /// The blocks of a list; none where it is absent or unknown.
  func records(_ key: String) -> [Record] {
    self[key]?.elements?.map { Record($0, inheriting: provenance) } ?? []
  }
}

extension JSONValue {
  var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  var number: Int64? {
    if case .integer(let number) = self { return number }
    return nil
  }

  var flag: Bool? {
    if case .boolean(let flag) = self { return flag }
    return nil
  }

  var elements: [JSONValue]? {
    if case .array(let elements) = self { return elements }
    return nil
  }

  /// The fields of an object, none of anything else.
  var objectFields: [Field] {
    if case .object(let fields) = self { return fields }
    return []
  }

  /// The value of a key of an object.
  subscript(key: String) -> JSONValue? { objectFields.first { $0.key == key }?.value }

  /// Why a value is not known, when this says so.
  var unknownReason: String? { self["onbekend"]?.text }

  /// The date that a text or a pair of dates means.
  var policyDate: PolicyDate? {
    if let text { return PolicyDate(text) }
    guard let first = self["vroegst"]?.policyDate, let last = self["laatst"]?.policyDate else {
      return nil
    }
    return PolicyDate(between: first, and: last)
  }
}
