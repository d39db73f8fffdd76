package import Journal
import Rules

extension Strategy {
  /// Writes the strategy as the body of an event: the canonical document, and nothing else.
  package func write(to json: inout JSONWriter) { Strategy.write(document, to: &json) }

  /// The canonical bytes of the strategy.
  package var bytes: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }

  private static func write(_ value: JSONValue, to json: inout JSONWriter) {
    switch value {
    case .null: json.null()
    case .boolean(let flag): json.boolean(flag)
    case .integer(let number): json.integer(number)
    case .string(let text): json.string(text)
    case .array(let elements):
      json.array { json in
        for element in elements { write(element, to: &json) }
      }
    case .object(let fields):
      json.object { json in
        for field in fields {
          json.key(field.key)
          write(field.value, to: &json)
        }
      }
    }
  }

  /// Reads a strategy back; refused when it is not one that the check would pass.
  ///
  /// Only its form is checked: rules about what it says may have been added since it was adopted,
  /// and what was adopted stays readable.
  package init(json: JSONValue) throws(JSONFailure) {
    var checker = SchemaChecker()
    let document = checker.document(try StrategyNode(json: json))
    if let finding = checker.findings.first {
      throw JSONFailure(
        .notAllowed("\(finding.message.dutch) (\(finding.sites.first?.path ?? ""))")
      )
    }
    guard let document else { throw JSONFailure(.notAllowed("is geen strategie")) }
    self.init(checked: document)
  }
}

extension StrategyNode {
  /// The canonical document as a tree, as if somebody had written it so.
  init(json: JSONValue) throws(JSONFailure) {
    let nowhere = TextPlace(line: 0, column: 0)
    switch json {
    case .null: throw JSONFailure(.wrongType(expected: "a value", found: json.kind))
    case .boolean(let flag): self.init(.scalar(flag ? "true" : "false", .plain), at: nowhere)
    case .integer(let number): self.init(.scalar(String(number), .plain), at: nowhere)
    case .string(let text): self.init(.scalar(text, .quoted), at: nowhere)
    case .array(let elements):
      var nodes: [StrategyNode] = []
      for element in elements { nodes.append(try StrategyNode(json: element)) }
      self.init(.sequence(nodes), at: nowhere)
    case .object(let fields):
      var entries: [Entry] = []
      for field in fields {
        entries.append(
          Entry(key: field.key, at: nowhere, value: try StrategyNode(json: field.value))
        )
      }
      self.init(.mapping(entries), at: nowhere)
    }
  }
}
