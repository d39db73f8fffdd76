import Journal
import Rules

/// Holds a node tree against the schema and makes the canonical document of it.
///
/// Nothing stops it: every finding of a file is gathered in one pass. Where something is wrong it
/// leaves the value out, so that the document it gives is only used when there is no error.
struct SchemaChecker {
  private(set) var findings: [StrategyFinding] = []
  /// Values that the file says it does not know.
  private(set) var unknowns: [UnknownValue] = []
  /// Where each block, list and value stands.
  private(set) var places: [String: TextPlace] = [:]
  private var definitions: [String: Set<String>] = [:]
  private var references: [Reference] = []
  private var sources: [String: SourceLines] = [:]
  private var citations: [Citation] = []
  /// The segment that is being read: codes of lots count within it.
  private var scope = ""

  /// A value that the file says it does not know.
  struct UnknownValue {
    let path: String
    let place: TextPlace
    let label: BilingualText
    let reason: String
  }

  private struct Reference {
    let kind: StrategySchema.CodeKind
    let key: String
    let code: String
    let path: String
    let place: TextPlace
  }

  private struct Citation {
    let reference: SourceReference
    let path: String
    let place: TextPlace
  }

  private struct SourceLines {
    let isDocument: Bool
    let lastLine: Int64?
  }

  /// The document of a whole file.
  mutating func document(
    _ root: StrategyNode,
    as shape: StrategySchema.Shape = StrategySchema.strategy
  ) -> JSONValue? {
    takeSources(of: root)
    let value = record(root, shape, at: "", hasSource: false)
    resolve()
    return value
  }
}

// MARK: - Blocks

extension SchemaChecker {
  private mutating func record(
    _ node: StrategyNode,
    _ shape: StrategySchema.Shape,
    at path: String,
    hasSource: Bool
  ) -> JSONValue? {
    places[path] = node.place
    guard case .mapping(let entries) = node.content else {
      find("SF03", path, node.place, shape.title + ": " + .expected("een blok", "a block", node))
      return nil
    }
    let outer = scope
    if shape.name == StrategySchema.segment.name { scope = path }
    defer { scope = outer }
    let says = saysSource(node, shape, at: path)
    if shape.source == .own && !says || shape.source == .inherited && !says && !hasSource {
      find(
        "SF06",
        path,
        node.place,
        shape.title
          + BilingualText(
            " heeft geen bron. Voeg bron toe, of herkomst met toelichting.",
            " has no source. Add bron, or herkomst with toelichting."
          )
      )
    }
    let fields = shape.fields + (shape.source == .none ? [] : StrategySchema.provenance)
    refuseUnknownKeys(entries, fields, shape, at: path)
    // An element that does not apply answers none of its questions.
    let isLeftOut = node["niet_van_toepassing"]?.text == "true"
    var values: [JSONValue.Field] = []
    for field in fields {
      guard let entry = entries.first(where: { $0.key == field.key }) else {
        if field.isRequired && !isLeftOut {
          let orUnknown =
            field.mayBeUnknown
            ? BilingualText(", of schrijf {onbekend: reden}.", ", or write {onbekend: reason}.")
            : BilingualText(quoted: ".")
          find(
            "SF04",
            path,
            node.place,
            shape.title
              + BilingualText(
                ": de sleutel \(field.key) ontbreekt. Vul hem in",
                ": the key \(field.key) is missing. Fill it in"
              ) + orUnknown
          )
        }
        continue
      }
      let inner = path.isEmpty ? field.key : "\(path).\(field.key)"
      places[inner] = entry.place
      let value = value(entry.value, field, of: shape, at: inner, hasSource: says || hasSource)
      if let value { values.append(JSONValue.Field(key: field.key, value: value)) }
    }
    return .object(values)
  }

  private mutating func refuseUnknownKeys(
    _ entries: [StrategyNode.Entry],
    _ fields: [StrategySchema.Field],
    _ shape: StrategySchema.Shape,
    at path: String
  ) {
    for entry in entries where !fields.contains(where: { $0.key == entry.key }) {
      let known = fields.map(\.key).joined(separator: ", ")
      find(
        "SF02",
        path,
        entry.place,
        shape.title
          + BilingualText(
            ": de sleutel \(entry.key) bestaat hier niet. Bekend zijn: \(known).",
            ": the key \(entry.key) does not exist here. Known are: \(known)."
          )
      )
    }
  }

  /// Whether a block says where it comes from, with a finding when it does so by halves.
  private mutating func saysSource(
    _ node: StrategyNode,
    _ shape: StrategySchema.Shape,
    at path: String
  ) -> Bool {
    guard shape.source != .none else { return false }
    let origin = node["herkomst"]?.text.flatMap { Provenance.Origin(rawValue: $0) } ?? .source
    let hasReferences = node["bron"] != nil
    guard origin != .source else { return hasReferences }
    if node["toelichting"] == nil {
      find(
        "SF06",
        path,
        node.place,
        shape.title
          + BilingualText(
            ": herkomst \(origin.rawValue) vraagt een toelichting die zegt waarom.",
            ": herkomst \(origin.rawValue) needs a toelichting that says why."
          )
      )
    }
    return true
  }
}

// MARK: - Values

extension SchemaChecker {
  private mutating func value(
    _ node: StrategyNode,
    _ field: StrategySchema.Field,
    of shape: StrategySchema.Shape,
    at path: String,
    hasSource: Bool
  ) -> JSONValue? {
    guard let reason = node["onbekend"] else {
      return typed(node, field.type, field.title, at: path, hasSource: hasSource)
    }
    guard field.mayBeUnknown else {
      find(
        "SF12",
        path,
        node.place,
        field.title + BilingualText(" mag niet onbekend zijn.", " may not be unknown.")
      )
      return nil
    }
    guard let text = reason.text, !text.isEmpty else {
      find(
        "SF03",
        path,
        node.place,
        field.title
          + BilingualText(
            ": schrijf achter onbekend waarom het dat is.",
            ": write behind onbekend why it is unknown."
          )
      )
      return nil
    }
    let unknown = record(node, StrategySchema.unknown, at: path, hasSource: true)
    unknowns.append(
      UnknownValue(
        path: path,
        place: node.place,
        label: field.title + " (" + shape.title + ")",
        reason: text
      )
    )
    return unknown
  }

  private mutating func typed(
    _ node: StrategyNode,
    _ type: StrategySchema.FieldType,
    _ label: BilingualText,
    at path: String,
    hasSource: Bool
  ) -> JSONValue? {
    switch type {
    case .list(let element): list(node, element, label, at: path, hasSource: hasSource)
    case .record(let shape): record(node, shape, at: path, hasSource: hasSource)
    case .variant(let key, let shapes):
      variant(node, key, shapes, label, at: path, hasSource: hasSource)
    case .participation: participation(node, label, at: path)
    case .sources: sources(node, at: path)
    case .date: date(node, label, at: path)
    default: scalar(node, type, label, at: path)
    }
  }

  private mutating func list(
    _ node: StrategyNode,
    _ element: StrategySchema.FieldType,
    _ label: BilingualText,
    at path: String,
    hasSource: Bool
  ) -> JSONValue? {
    guard case .sequence(let nodes) = node.content else {
      find("SF03", path, node.place, label + ": " + .expected("een lijst", "a list", node))
      return nil
    }
    var values: [JSONValue] = []
    for (index, item) in nodes.enumerated() {
      let inner = "\(path)[\(index)]"
      places[inner] = item.place
      // Something must stand here: what comes behind it keeps its place in the list.
      let value = typed(item, element, label, at: inner, hasSource: hasSource)
      values.append(value ?? .null)
    }
    return .array(values)
  }

  private mutating func variant(
    _ node: StrategyNode,
    _ key: String,
    _ shapes: [String: StrategySchema.Shape],
    _ label: BilingualText,
    at path: String,
    hasSource: Bool
  ) -> JSONValue? {
    guard let choice = node[key]?.text, let shape = shapes[choice] else {
      let known = shapes.keys.sorted().joined(separator: ", ")
      find("SF09", path, node.place, label + .choose(key, from: known))
      return nil
    }
    return record(node, shape, at: path, hasSource: hasSource)
  }

  private mutating func participation(
    _ node: StrategyNode,
    _ label: BilingualText,
    at path: String
  ) -> JSONValue? {
    guard case .mapping(let entries) = node.content else {
      find(
        "SF03",
        path,
        node.place,
        label
          + BilingualText(
            ": hier hoort een blok met gemeenten.",
            ": a block of municipalities belongs here."
          )
      )
      return nil
    }
    var values: [JSONValue.Field] = []
    for entry in entries {
      let inner = "\(path).\(entry.key)"
      places[inner] = entry.place
      refer(.municipality, entry.key, at: inner, entry.place)
      let value = scalar(entry.value, .boolean, label, at: inner)
      if let value { values.append(JSONValue.Field(key: entry.key, value: value)) }
    }
    return .object(values.sorted { $0.key < $1.key })
  }

  private mutating func date(
    _ node: StrategyNode,
    _ label: BilingualText,
    at path: String
  ) -> JSONValue? {
    if case .mapping = node.content {
      let value = record(node, StrategySchema.dateRange, at: path, hasSource: true)
      guard let first = node["vroegst"]?.text.flatMap(PolicyDate.init),
        let last = node["laatst"]?.text.flatMap(PolicyDate.init)
      else { return value }
      if PolicyDate(between: first, and: last) == nil {
        find(
          "SF10",
          path,
          node.place,
          label + BilingualText(": laatst ligt voor vroegst.", ": laatst lies before vroegst.")
        )
      }
      return value
    }
    guard let text = node.text, PolicyDate(text) != nil else {
      find(
        "SF03",
        path,
        node.place,
        label
          + BilingualText(
            ": schrijf een datum als 2022-01-01, 2022-01 of 2022, of {vroegst: , laatst: }.",
            ": write a date like 2022-01-01, 2022-01 or 2022, or {vroegst: , laatst: }."
          )
      )
      return nil
    }
    return .string(text)
  }
}

// MARK: - Codes and sources

extension SchemaChecker {
  /// Takes up a code that others may refer to.
  mutating func define(
    _ kind: StrategySchema.CodeKind,
    _ code: String,
    allowsRepeat: Bool = false,
    at path: String,
    _ place: TextPlace
  ) {
    let key = kind == .lot ? scope + "#" + code : code
    let isNew = definitions[kind.rawValue, default: []].insert(key).inserted
    if !isNew && !allowsRepeat {
      find(
        "SF05",
        path,
        place,
        kind.title + BilingualText(" \(code) staat er twee keer.", " \(code) stands there twice.")
      )
    }
  }

  /// Remembers a reference, to be resolved when all codes are known.
  mutating func refer(
    _ kind: StrategySchema.CodeKind,
    _ code: String,
    at path: String,
    _ place: TextPlace
  ) {
    let key = kind == .lot ? scope + "#" + code : code
    references.append(Reference(kind: kind, key: key, code: code, path: path, place: place))
  }

  mutating func cite(_ reference: SourceReference, at path: String, _ place: TextPlace) {
    citations.append(Citation(reference: reference, path: path, place: place))
  }

  /// Takes up the sources of a file, before anything refers to them.
  mutating func takeSources(of root: StrategyNode) {
    guard case .sequence(let nodes) = root["bronnen"]?.content else { return }
    for node in nodes {
      guard let prefix = node["prefix"]?.text else { continue }
      sources[prefix] = SourceLines(
        isDocument: node["soort"]?.text == SourceKind.document.rawValue,
        lastLine: node["laatste_regel"]?.text.flatMap { Int64($0) }
      )
    }
  }

  private mutating func resolve() {
    for reference in references {
      guard definitions[reference.kind.rawValue]?.contains(reference.key) != true else { continue }
      find(
        "SF07",
        reference.path,
        reference.place,
        reference.kind.title
          + BilingualText(
            " \(reference.code) bestaat niet in dit bestand.",
            " \(reference.code) does not exist in this file."
          )
      )
    }
    for citation in citations {
      guard let fault = fault(of: citation.reference) else { continue }
      find(
        "SF07",
        citation.path,
        citation.place,
        BilingualText("bron \(citation.reference): ", "source \(citation.reference): ") + fault
      )
    }
  }

  private func fault(of reference: SourceReference) -> BilingualText? {
    guard let source = sources[reference.prefix] else {
      return BilingualText(
        "\(reference.prefix) staat niet bij bronnen.",
        "\(reference.prefix) is not among bronnen."
      )
    }
    guard source.isDocument else { return nil }
    guard let lines = reference.lines else {
      let prefix = reference.prefix
      return BilingualText(
        "noem de regel of regels, zoals \(prefix):12 of \(prefix):12-15.",
        "name the line or lines, such as \(prefix):12 or \(prefix):12-15."
      )
    }
    if let last = source.lastLine, lines.upperBound > last {
      return BilingualText("het document heeft ", "the document has ")
        + CountedNoun.line.text(last) + "."
    }
    return nil
  }

  /// Adds a finding about the form of the file.
  mutating func find(_ rule: String, _ path: String, _ place: TextPlace, _ message: BilingualText) {
    let site = StrategyFinding.Site(path: path, place: place, detail: message)
    findings.append(
      StrategyFinding(rule: rule, severity: .error, message: message, sites: [site])
    )
  }
}
