import Journal
import Quantities

/// Every difference between two documents of the same shape, in words.
///
/// It follows the schema, so a key that is added to the shape is compared from the same day on.
struct DocumentDifference {
  private(set) var lines: [String] = []

  /// Compares two values of a type; `path` is what leads there, in words.
  mutating func compare(
    _ old: JSONValue?,
    _ new: JSONValue?,
    _ type: StrategySchema.FieldType,
    _ path: [String]
  ) {
    guard old != new else { return }
    // A list that is not there and an empty one say the same.
    if case .list(let element) = type, old?.unknownReason == nil, new?.unknownReason == nil {
      compareLists(old?.elements ?? [], new?.elements ?? [], element, path)
      return
    }
    guard let old, let new else {
      tell(path, old, new, type)
      return
    }
    guard old.unknownReason == nil, new.unknownReason == nil else {
      tell(path, old, new, type)
      return
    }
    switch type {
    case .record(let shape): compareRecords(old, new, shape, path)
    case .variant(let key, let shapes):
      guard let shape = new[key]?.text.flatMap({ shapes[$0] }), old[key] == new[key] else {
        tell(path, old, new, type)
        return
      }
      compareRecords(old, new, shape, path)
    default: tell(path, old, new, type)
    }
  }

  private mutating func compareRecords(
    _ old: JSONValue,
    _ new: JSONValue,
    _ shape: StrategySchema.Shape,
    _ path: [String]
  ) {
    for field in shape.fields where field.key != shape.identity {
      compare(old[field.key], new[field.key], field.type, path + [field.label])
    }
    compare(old["herkomst"], new["herkomst"], .text, path + ["herkomst"])
  }

  private mutating func compareLists(
    _ old: [JSONValue],
    _ new: [JSONValue],
    _ element: StrategySchema.FieldType,
    _ path: [String]
  ) {
    let oldNames = old.map { DocumentWords.identity($0, element) }
    let newNames = new.map { DocumentWords.identity($0, element) }
    for (value, name) in zip(old, oldNames) where !newNames.contains(name) {
      say(path, "vervalt: \(DocumentWords.text(value, element))")
    }
    for (value, name) in zip(new, newNames) {
      guard let index = oldNames.firstIndex(of: name) else {
        say(path, "nieuw: \(DocumentWords.text(value, element))")
        continue
      }
      compare(old[index], value, element, path + [name])
    }
  }

  private mutating func tell(
    _ path: [String],
    _ old: JSONValue?,
    _ new: JSONValue?,
    _ type: StrategySchema.FieldType
  ) {
    let before = old.map { DocumentWords.text($0, type) }
    let after = new.map { DocumentWords.text($0, type) }
    switch (before, after) {
    case (nil, let after?): say(path, "nieuw: \(after)")
    case (let before?, nil): say(path, "vervalt: \(before)")
    case (let before?, let after?) where before != after:
      say(path, "was \(before), wordt \(after)")
    default: break
    }
  }

  private mutating func say(_ path: [String], _ text: String) {
    lines.append((path.isEmpty ? "" : path.joined(separator: ", ") + ": ") + text)
  }
}

/// Values of a document in words.
enum DocumentWords {
  /// What tells an element of a list from the others.
  static func identity(_ value: JSONValue, _ type: StrategySchema.FieldType) -> String {
    switch type {
    case .record(let shape):
      shape.identity.flatMap { value[$0] }.map { plain($0) } ?? text(value, type)
    case .variant(let key, _): value[key].map { plain($0) } ?? text(value, type)
    default: text(value, type)
    }
  }

  static func text(_ value: JSONValue, _ type: StrategySchema.FieldType) -> String {
    if let reason = value.unknownReason { return "onbekend (\(reason))" }
    switch type {
    case .date: return value.policyDate?.dutchText ?? plain(value)
    case .cents: return value.number.map { Cents($0).dutchText } ?? plain(value)
    case .list(let element):
      return (value.elements ?? []).map { text($0, element) }.joined(separator: "; ")
    case .record(let shape): return recordText(value, shape)
    case .variant(let key, let shapes):
      let shape = value[key]?.text.flatMap { shapes[$0] }
      return shape.map { recordText(value, $0) } ?? plain(value)
    case .participation:
      return value.objectFields.map { "\($0.key) \(plain($0.value))" }.joined(separator: ", ")
    default: return plain(value)
    }
  }

  /// A block in short: its code with what it is called, or else its values.
  private static func recordText(_ value: JSONValue, _ shape: StrategySchema.Shape) -> String {
    let name = ["naam", "tekst", "omschrijving", "onderdeel", "titel"]
      .compactMap { value[$0]?.text }.first
    let identity = shape.identity.flatMap { value[$0] }.map { plain($0) }
    if let identity, let name, identity != name { return "\(identity) (\(name))" }
    if let identity { return identity }
    return shape.fields.compactMap { field in
      value[field.key].map { "\(field.label) \(text($0, field.type))" }
    }.joined(separator: ", ")
  }

  private static func plain(_ value: JSONValue) -> String {
    switch value {
    case .null: "niets"
    case .boolean(let flag): flag ? "ja" : "nee"
    case .integer(let number): String(number)
    case .string(let text): text
    case .array(let elements): elements.map(plain).joined(separator: "; ")
    case .object(let fields): fields.map { "\($0.key) \(plain($0.value))" }.joined(separator: ", ")
    }
  }
}
