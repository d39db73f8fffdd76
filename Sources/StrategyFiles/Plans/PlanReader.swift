import Commissioning
import Journal
import Landscape
import Quantities
import Rules

/// Reads the typed values of a plan from a document of its shape; what does not fit is a finding.
///
/// What the shape left out because it was wrong is nil without a second finding.
struct PlanReader {
  let form: ShapeReading
  private(set) var findings: [StrategyFinding] = []

  init(_ form: ShapeReading) { self.form = form }

  /// Whether nothing was wrong until here.
  var isSound: Bool { form.findings.isEmpty && findings.isEmpty }

  /// A block of the document with the path that leads to it.
  struct Block {
    let value: JSONValue
    let path: String

    /// The path of a key of the block.
    func path(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    fileprivate func value(_ key: String) -> JSONValue? {
      guard case .object(let fields) = value else { return nil }
      return fields.first { $0.key == key }?.value
    }
  }

  var root: Block { Block(value: form.document ?? .object([]), path: "") }

  /// Adds a finding at the place of a path.
  mutating func find(_ rule: String, _ path: String, _ message: BilingualText) {
    let place = form.place(of: path)
    let site = StrategyFinding.Site(path: path, place: place, detail: message)
    findings.append(
      StrategyFinding(rule: rule, severity: .error, message: message, sites: [site])
    )
  }
}

// MARK: - Values

extension PlanReader {
  func text(_ block: Block, _ key: String) -> String? {
    if case .string(let text)? = block.value(key) { return text }
    return nil
  }

  func number(_ block: Block, _ key: String) -> Int? {
    if case .integer(let number)? = block.value(key) { return Int(exactly: number) }
    return nil
  }

  func flag(_ block: Block, _ key: String) -> Bool {
    if case .boolean(let flag)? = block.value(key) { return flag }
    return false
  }

  func choice<Value: RawRepresentable<String>>(_ block: Block, _ key: String) -> Value? {
    text(block, key).flatMap { Value(rawValue: $0) }
  }

  /// A value of which the text must read as one of its kind.
  mutating func parsed<Value>(
    _ block: Block,
    _ key: String,
    _ expected: BilingualText,
    _ parse: (String) -> Value?
  ) -> Value? {
    guard let text = text(block, key) else { return nil }
    if let value = parse(text) { return value }
    find("PF01", block.path(key), Self.mistaken(key, expected, text))
    return nil
  }

  mutating func label<Subject>(_ block: Block, _ key: String) -> Label<Subject>? {
    parsed(block, key, Self.labelForm) { Label($0) }
  }

  mutating func day(_ block: Block, _ key: String) -> CivilDate? {
    parsed(block, key, Self.dayForm) { CivilDate($0) }
  }

  mutating func length(_ block: Block, _ key: String) -> TermLength? {
    parsed(block, key, Self.lengthForm) { TermLength($0) }
  }

  private static func mistaken(
    _ key: String,
    _ expected: BilingualText,
    _ text: String
  ) -> BilingualText {
    BilingualText(
      "\(key): schrijf \(expected.dutch), en niet \(text).",
      "\(key): write \(expected.english), and not \(text)."
    )
  }

  static let labelForm = BilingualText(
    "1 tot en met 64 letters, cijfers, punten of streepjes",
    "1 to 64 letters, digits, full stops or hyphens"
  )
  static let dayForm = BilingualText("een dag als 2022-01-31", "a day like 2022-01-31")
  static let lengthForm = BilingualText(
    "een termijn als \"28 dagen\", \"6 weken\" of \"10 werkdagen\"",
    "a term in Dutch like \"28 dagen\" (days), \"6 weken\" (weeks) or \"10 werkdagen\" (working "
      + "days)"
  )
}

// MARK: - Lists and blocks

extension PlanReader {
  /// The texts of a list, with the path of each.
  func texts(_ block: Block, _ key: String) -> [(text: String, path: String)] {
    elements(block, key).compactMap { element in
      guard case .string(let text) = element.value else { return nil }
      return (text, element.path)
    }
  }

  /// The names in a list.
  mutating func labels<Subject>(_ block: Block, _ key: String) -> [Label<Subject>] {
    var labels: [Label<Subject>] = []
    for (text, path) in texts(block, key) {
      if let label = Label<Subject>(text) {
        labels.append(label)
      } else {
        find("PF01", path, Self.mistaken(key, Self.labelForm, text))
      }
    }
    return labels
  }

  func municipalities(_ block: Block, _ key: String) -> [MunicipalityCode] {
    texts(block, key).compactMap { MunicipalityCode($0.text) }
  }

  /// The blocks of a list.
  func elements(_ block: Block, _ key: String) -> [Block] {
    guard case .array(let elements)? = block.value(key) else { return [] }
    return elements.enumerated().map { place, value in
      Block(value: value, path: "\(block.path(key))[\(place)]")
    }
  }

  func inner(_ block: Block, _ key: String) -> Block? {
    block.value(key).map { Block(value: $0, path: block.path(key)) }
  }

  /// What a statement rests on: exactly one of the five kinds.
  mutating func basis(_ block: Block) -> Basis? {
    guard let inner = inner(block, "grondslag") else { return nil }
    let kinds: [(key: String, make: (String) -> Basis)] = [
      ("bron", Basis.document), ("wet", Basis.law), ("standaard", Basis.standard),
      ("bepaling", Basis.clause), ("aanname", Basis.assumption),
    ]
    let given = kinds.compactMap { kind in text(inner, kind.key).map { kind.make($0) } }
    if given.count == 1 { return given[0] }
    find(
      "PF02",
      inner.path,
      BilingualText(
        "grondslag: noem precies een van bron, wet, standaard, bepaling of aanname.",
        "grondslag: name exactly one of bron, wet, standaard, bepaling or aanname."
      )
    )
    return nil
  }
}
