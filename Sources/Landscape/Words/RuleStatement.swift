import Journal
package import Rules

/// One thing that a strategy says of a steering element, as the file has it, with where it comes
/// from: what stands behind a cell of the steering table.
///
/// - Dutch term: uitspraak achter een sturingselement
package struct RuleStatement: Hashable, Sendable {
  /// What it is about: `looptijd, basisjaren`.
  package let subject: BilingualText
  /// What is chosen, or why nobody knows.
  package let value: BilingualText
  package let isUnknown: Bool
  /// Whether no procedure can begin as long as it is unknown.
  package let barsProcedure: Bool
  package let provenance: Provenance
}

extension SteeringElement {
  /// Everything that a strategy says of this element for a segment, in its own order; empty
  /// where there is no such segment.
  package func ruleStatements(of segment: String, in strategy: Strategy) -> [RuleStatement] {
    guard let index = strategy.segments.firstIndex(where: { $0.code == segment }),
      let documents = strategy.document["segmenten"]?.elements, documents.indices.contains(index)
    else { return [] }
    let record = Record(documents[index], inheriting: Provenance())
    var collector = RuleStatementCollector()
    for field in StrategySchema.segment.fields where keys.contains(field.key) {
      guard let value = record[field.key] else { continue }
      let title = field.key == rawValue ? [] : [field.title]
      collector.collect(value, field.type, title, key: field.key, record.provenance)
    }
    return collector.statements
  }

  /// The keys of a segment that the column shows: with the contract comes how many providers.
  private var keys: Set<String> {
    self == .contract ? [rawValue, "aanbieders", "percelen"] : [rawValue]
  }
}

/// Walks a block by its shape and notes each value.
private struct RuleStatementCollector {
  private(set) var statements: [RuleStatement] = []

  /// Choices without which nobody can bid or be admitted.
  private static let barring: Set<String> = [
    "contract", "contract.vorm", "contract.toetreding", "contract.toetreding.beleid",
    "bekostiging", "bekostiging.modellen", "toegang",
  ]

  mutating func collect(
    _ value: JSONValue,
    _ type: StrategySchema.FieldType,
    _ path: [BilingualText],
    key: String,
    _ outer: Provenance
  ) {
    if let reason = value.unknownReason {
      note(path, .reason(reason), key, outer, isUnknown: true)
      return
    }
    switch type {
    case .record(let shape): collect(value, shape, path, key: key, outer)
    case .variant(let name, let shapes):
      note(path, DocumentWords.text(value[name] ?? .null, .choice([])), key, outer)
      guard let shape = value[name]?.text.flatMap({ shapes[$0] }) else { return }
      collect(value, shape, path, key: key, outer)
    case .list(let element):
      guard element.isBlock else {
        note(path, DocumentWords.text(value, type), key, outer)
        return
      }
      for part in value.elements ?? [] {
        let name = element.isVariant ? [] : [DocumentWords.identity(part, element)]
        collect(part, element, path + name, key: key, outer)
      }
    default: note(path, DocumentWords.text(value, type), key, outer)
    }
  }

  private mutating func collect(
    _ value: JSONValue,
    _ shape: StrategySchema.Shape,
    _ path: [BilingualText],
    key: String,
    _ outer: Provenance
  ) {
    let record = Record(value, inheriting: outer)
    for field in shape.fields where field.key != shape.identity {
      guard let value = record[field.key] else { continue }
      let below = "\(key).\(field.key)"
      collect(value, field.type, path + [field.title], key: below, record.provenance)
    }
  }

  private mutating func note(
    _ path: [BilingualText],
    _ value: BilingualText,
    _ key: String,
    _ provenance: Provenance,
    isUnknown: Bool = false
  ) {
    let whole = BilingualText("het hele element", "the whole element")
    statements.append(
      RuleStatement(
        subject: path.isEmpty ? whole : path.joined(separator: ", "),
        // An empty list is an answer: there are none.
        value: value.isEmpty ? BilingualText("geen", "none") : value,
        isUnknown: isUnknown,
        barsProcedure: isUnknown && Self.barring.contains(key),
        provenance: provenance
      )
    )
  }
}

extension StrategySchema.FieldType {
  /// Whether it has keys of its own.
  fileprivate var isBlock: Bool {
    switch self {
    case .record, .variant: true
    default: false
    }
  }

  fileprivate var isVariant: Bool {
    if case .variant = self { return true }
    return false
  }
}
