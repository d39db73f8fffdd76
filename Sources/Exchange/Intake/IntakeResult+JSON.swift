import Region
import Journal
package import Rules

extension IntakeResult {
  /// The line on standard output: one JSON object, without a line break, for a file as the user
  /// named it.
  package func json(file: String, in language: Language) -> [UInt8] {
    JSONWriter.object { json in
      json.field("file", file)
      Self.write(message, "message", to: &json)
      Self.write(flow?.rawValue, "direction", to: &json)
      json.field("outcome", outcome.rawValue)
      json.array("codes") { json in
        for code in codes { json.string(code) }
      }
      json.array("findings") { json in
        for finding in findings { finding.write(to: &json, in: language) }
      }
      if furtherFindings > 0 { json.field("furtherFindings", Int64(furtherFindings)) }
      if !notAssessed.isEmpty {
        json.array("notAssessed") { json in
          for rules in notAssessed { rules.write(to: &json) }
        }
      }
      Self.write(reply?.name, "reply", to: &json)
      if let position {
        json.field("position", position.rawValue)
      } else {
        json.key("position")
        json.null()
      }
    }
  }

  private static func write(_ text: String?, _ key: String, to json: inout JSONWriter) {
    json.key(key)
    if let text { json.string(text) } else { json.null() }
  }
}

extension IntakeFinding {
  func write(to json: inout JSONWriter, in language: Language) {
    json.object { json in
      json.field("class", judges)
      json.field("code", code)
      json.field("rule", rule)
      json.field("path", path)
      json.field("text", text[language])
    }
  }
}

extension UnassessedRules {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("class", judges)
      json.field("path", path)
      json.array("rules") { json in
        for rule in rules { json.string(rule) }
      }
    }
  }
}
