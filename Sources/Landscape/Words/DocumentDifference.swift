import Journal
import Quantities
import Rules

/// Every difference between two documents of the same shape, in words.
///
/// It follows the schema, so a key that is added to the shape is compared from the same day on.
struct DocumentDifference {
  private(set) var lines: [BilingualText] = []

  /// Compares two values of a type; `path` is what leads there, in words.
  mutating func compare(
    _ old: JSONValue?,
    _ new: JSONValue?,
    _ type: StrategySchema.FieldType,
    _ path: [BilingualText]
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
    _ path: [BilingualText]
  ) {
    for field in shape.fields where field.key != shape.identity {
      compare(old[field.key], new[field.key], field.type, path + [field.title])
    }
    compare(
      old["herkomst"],
      new["herkomst"],
      .choice(Provenance.Origin.self),
      path + [BilingualText("herkomst", "origin")]
    )
  }

  private mutating func compareLists(
    _ old: [JSONValue],
    _ new: [JSONValue],
    _ element: StrategySchema.FieldType,
    _ path: [BilingualText]
  ) {
    let oldNames = old.map { DocumentWords.identity($0, element) }
    let newNames = new.map { DocumentWords.identity($0, element) }
    for (value, name) in zip(old, oldNames) where !newNames.contains(name) {
      say(path, .goesAway + DocumentWords.text(value, element))
    }
    for (value, name) in zip(new, newNames) {
      guard let index = oldNames.firstIndex(of: name) else {
        say(path, .isNew + DocumentWords.text(value, element))
        continue
      }
      compare(old[index], value, element, path + [name])
    }
  }

  private mutating func tell(
    _ path: [BilingualText],
    _ old: JSONValue?,
    _ new: JSONValue?,
    _ type: StrategySchema.FieldType
  ) {
    let before = old.map { DocumentWords.text($0, type) }
    let after = new.map { DocumentWords.text($0, type) }
    switch (before, after) {
    case (nil, let after?): say(path, .isNew + after)
    case (let before?, nil): say(path, .goesAway + before)
    case (let before?, let after?) where before != after:
      say(
        path,
        BilingualText("was ", "was ") + before + BilingualText(", wordt ", ", becomes ") + after
      )
    default: break
    }
  }

  private mutating func say(_ path: [BilingualText], _ text: BilingualText) {
    lines.append((path.isEmpty ? .empty : path.joined(separator: ", ") + ": ") + text)
  }
}

/// Values of a document in words.
enum DocumentWords {
  /// What tells an element of a list from the others.
  static func identity(_ value: JSONValue, _ type: StrategySchema.FieldType) -> BilingualText {
    switch type {
    case .record(let shape):
      shape.identity.flatMap { value[$0] }.map { plain($0) } ?? text(value, type)
    case .variant(let key, _): value[key].map { plain($0) } ?? text(value, type)
    default: text(value, type)
    }
  }

  static func text(_ value: JSONValue, _ type: StrategySchema.FieldType) -> BilingualText {
    if let reason = value.unknownReason { return .nothingKnown + " (\(reason))" }
    switch type {
    case .date: return value.policyDate?.text ?? plain(value)
    case .cents:
      return value.number.map {
        BilingualText(Cents($0).dutchText, Cents($0).englishText)
      } ?? plain(value)
    case .list(let element):
      return (value.elements ?? []).map { text($0, element) }.joined(separator: "; ")
    case .record(let shape): return recordText(value, shape)
    case .variant(let key, let shapes):
      let shape = value[key]?.text.flatMap { shapes[$0] }
      return shape.map { recordText(value, $0) } ?? plain(value)
    case .participation:
      return value.objectFields.map { "\($0.key) " + plain($0.value) }.joined(separator: ", ")
    case .choice: return value.text.map(BilingualText.init(choice:)) ?? plain(value)
    default: return plain(value)
    }
  }

  /// A block in short: its code with what it is called, or else its values.
  private static func recordText(
    _ value: JSONValue,
    _ shape: StrategySchema.Shape
  ) -> BilingualText {
    let name = ["naam", "tekst", "omschrijving", "onderdeel", "titel"]
      .compactMap { value[$0]?.text }.first
    let identity = shape.identity.flatMap { value[$0] }.map { plain($0) }
    if let identity, let name, identity.dutch != name { return identity + " (\(name))" }
    if let identity { return identity }
    return shape.fields.compactMap { field in
      value[field.key].map { field.title + " " + text($0, field.type) }
    }.joined(separator: ", ")
  }

  private static func plain(_ value: JSONValue) -> BilingualText {
    switch value {
    case .null: BilingualText("niets", "nothing")
    case .boolean(let flag): flag ? BilingualText("ja", "yes") : BilingualText("nee", "no")
    case .integer(let number): BilingualText(quoted: String(number))
    case .string(let text): BilingualText(quoted: text)
    case .array(let elements): elements.map(plain).joined(separator: "; ")
    case .object(let fields):
      fields.map { "\($0.key) " + plain($0.value) }.joined(separator: ", ")
    }
  }
}

extension BilingualText {
  fileprivate static let isNew = BilingualText("nieuw: ", "new: ")
  fileprivate static let goesAway = BilingualText("vervalt: ", "removed: ")
}
