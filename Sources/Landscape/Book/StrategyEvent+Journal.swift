package import Journal
import Quantities

extension StrategyEvent {
  /// The words under which the events stand in the journal, for ever, with their versions.
  package enum Name: String, CaseIterable, Sendable {
    case adopted = "strategy.adopted"

    /// The version of the body that is written now.
    package var version: UInt16 { 1 }
  }

  package var name: Name {
    switch self {
    case .adopted: .adopted
    }
  }

  /// The body as it is stored and hashed.
  package var body: [UInt8] {
    JSONWriter.object { json in
      switch self {
      case .adopted(let adoption):
        json.field("on", adoption.on.description)
        json.field("digest", adoption.digest.description)
        json.field("decision", ifPresent: adoption.decision)
        json.field("reason", ifPresent: adoption.reason)
        json.key("document")
        adoption.strategy.write(to: &json)
      }
    }
  }

  /// Reads a body back; what is no strategy of the form that is known is a failure.
  package init(_ name: Name, version: UInt16, body: [UInt8]) throws(JSONFailure) {
    guard version == name.version else {
      throw JSONFailure(.notAllowed("version \(version) of \(name.rawValue) is not known"))
    }
    self = try JSONValue.read(body) { json throws(JSONFailure) in
      switch name {
      case .adopted:
        let on = try json.parsed("on", "it is not a date") { CivilDate($0) }
        let digest = try json.parsed("digest", "it is not a digest") { Digest(hex: $0) }
        let decision = try json.string(ifPresent: "decision")
        let reason = try json.string(ifPresent: "reason")
        let strategy = try json.read("document") { value throws(JSONFailure) in
          try Strategy(json: value)
        }
        return .adopted(
          StrategyAdoption(
            strategy: strategy,
            on: on,
            digest: digest,
            decision: decision,
            reason: reason
          )
        )
      }
    }
  }
}
