package import Journal
package import People
package import Quantities
import Rules

/// What the region says of a message it received or took over; the first event of every message.
///
/// It holds all that is needed to give the same answer again: with the original from the vault it
/// makes the same reply, byte for byte.
package struct MessageJudged: Hashable, Sendable {
  package let key: MessageKey
  package let flow: MessageFlow
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  package let dated: CivilDate
  /// The keyed digest of the exact bytes.
  package let content: Digest
  package let original: OriginalID
  package let outcome: Outcome
  package let reply: Reply?
  package let findings: [ToldFinding]
  /// How many findings there are beyond those in the list.
  package let furtherFindings: Int
  /// Classes that were not judged because of a finding on another one.
  package let notAssessed: [ClassPlace]

  /// The answer to a message.
  package struct Reply: Hashable, Sendable {
    /// The name of the kind of message, such as `WMO325`.
    package let message: String
    /// Our own number of the answer.
    package let identification: String
    package let dated: CivilDate

    package init(message: String, identification: String, dated: CivilDate) {
      self.message = message
      self.identification = identification
      self.dated = dated
    }
  }

  /// One class of the message.
  package struct ClassPlace: Hashable, Sendable {
    package let judges: String
    package let row: Int

    package init(judges: String, row: Int) {
      self.judges = judges
      self.row = row
    }
  }

  package init(
    envelope: MessageEnvelope,
    outcome: Outcome,
    reply: Reply?,
    findings: [ToldFinding],
    furtherFindings: Int,
    notAssessed: [ClassPlace]
  ) {
    key = envelope.key
    flow = envelope.flow
    municipality = envelope.municipality
    provider = envelope.provider
    dated = envelope.dated
    content = envelope.content
    original = envelope.original
    self.outcome = outcome
    self.reply = reply
    self.findings = findings
    self.furtherFindings = furtherFindings
    self.notAssessed = notAssessed
  }

  /// All return codes of the findings, each once, ascending.
  package var codes: [String] {
    Set(findings.map(\.code).filter { !$0.isEmpty }).sorted()
  }
}

// MARK: - In the journal

extension MessageJudged {
  package static let eventName = "message.judged"

  /// The body of the event: compact JSON in a fixed order of keys.
  package var body: [UInt8] {
    JSONWriter.object { json in
      json.field("role", key.role.rawValue)
      json.field("party", key.party)
      json.field("sender", key.sender)
      json.field("message", key.message)
      json.field("identification", key.identification)
      json.field("flow", flow.rawValue)
      json.field("municipality", municipality.description)
      json.field("provider", provider.description)
      json.field("dated", dated.description)
      json.field("content", content.description)
      json.field("original", original.description)
      json.field("outcome", outcome.rawValue)
      if let reply {
        json.object("reply") { json in
          json.field("message", reply.message)
          json.field("identification", reply.identification)
          json.field("dated", reply.dated.description)
        }
      }
      json.array("findings") { json in
        for finding in findings { finding.write(to: &json) }
      }
      json.field("furtherFindings", Int64(furtherFindings))
      json.array("notAssessed") { json in
        for place in notAssessed {
          json.object { json in
            json.field("class", place.judges)
            json.field("row", Int64(place.row))
          }
        }
      }
    }
  }

  /// Reads a body back; anything that `body` cannot have written is a failure.
  package init(body: [UInt8]) throws(JSONFailure) {
    self = try JSONValue.read(body) { fields throws(JSONFailure) in
      try MessageJudged(from: &fields)
    }
  }

  private init(from fields: inout JSONFields) throws(JSONFailure) {
    key = MessageKey(
      role: try fields.parsed("role", "it is not a role") { PartyRole(rawValue: $0) },
      party: try fields.string("party"),
      sender: try fields.string("sender"),
      message: try fields.string("message"),
      identification: try fields.string("identification")
    )
    flow = try fields.parsed("flow", "it is not a direction") { MessageFlow(rawValue: $0) }
    municipality = try fields.parsed("municipality", "it is not a municipality code") {
      MunicipalityCode($0)
    }
    provider = try fields.parsed("provider", "it is not a provider code") { ProviderCode($0) }
    dated = try fields.parsed("dated", "it is not a date") { CivilDate($0) }
    content = try fields.parsed("content", "it is not a digest") { Digest(hex: $0) }
    original = try fields.parsed("original", "it is not an identifier") { OriginalID($0) }
    outcome = try fields.parsed("outcome", "it is not an outcome") { Outcome(rawValue: $0) }
    reply = try fields.read(ifPresent: "reply") { value throws(JSONFailure) in
      try value.fields { fields throws(JSONFailure) in
        Reply(
          message: try fields.string("message"),
          identification: try fields.string("identification"),
          dated: try fields.parsed("dated", "it is not a date") { CivilDate($0) }
        )
      }
    }
    findings = try fields.array("findings") { value throws(JSONFailure) in
      try value.fields { fields throws(JSONFailure) in
        try ToldFinding(from: &fields)
      }
    }
    furtherFindings = Int(try fields.integer("furtherFindings", as: UInt32.self))
    notAssessed = try fields.array("notAssessed") { value throws(JSONFailure) in
      try value.fields { fields throws(JSONFailure) in
        ClassPlace(
          judges: try fields.string("class"),
          row: Int(try fields.integer("row", as: UInt32.self))
        )
      }
    }
  }
}

extension ToldFinding {
  /// The finding in the body of an event.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("class", judges)
      json.field("row", Int64(row))
      json.field("rule", rule)
      json.field("code", code)
      json.field("level", Int64(level))
      json.field("path", path)
      json.field("text", text.dutch)
      json.field("english", text.english)
    }
  }

  init(from fields: inout JSONFields) throws(JSONFailure) {
    let judges = try fields.string("class")
    let row = Int(try fields.integer("row", as: UInt32.self))
    let rule = try fields.string("rule")
    let code = try fields.string("code")
    let level = try fields.integer("level", as: Int.self)
    let path = try fields.string("path")
    let dutch = try fields.string("text")
    // Before November 2026 findings were told in Dutch only.
    let english = try fields.string(ifPresent: "english") ?? dutch
    self.init(
      judges: judges,
      row: row,
      rule: rule,
      code: code,
      level: level,
      path: path,
      text: BilingualText(dutch, english)
    )
  }
}
