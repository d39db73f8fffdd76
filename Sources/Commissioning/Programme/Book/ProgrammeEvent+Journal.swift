package import Journal
import Quantities

extension ProgrammeEvent {
  /// The words under which the events stand in the journal, for ever, with their versions.
  package enum Name: String, CaseIterable, Sendable {
    case adopted = "programme.adopted"
    case replanned = "programme.milestone-replanned"
    case reached = "programme.milestone-reached"
    case proposed = "programme.decision-proposed"
    case decided = "programme.decision-taken"
    case budgetSet = "programme.budget-set"
    case consulted = "programme.consultation-held"
    case reported = "programme.consultation-reported"
    case reacted = "programme.reaction-received"
    case adviceAsked = "programme.advice-asked"
    case adviceGiven = "programme.advice-given"
    case responded = "programme.advice-answered"
    case scopeSet = "programme.scope-set"
    case madeReady = "programme.made-ready"
    case impactAssessed = "programme.impact-assessed"
    case evidenced = "programme.standard-evidenced"
    case defaultSet = "programme.default-set"
    case overridden = "programme.default-overridden"
    case overrideDropped = "programme.override-dropped"

    /// The version of the body that is written now.
    package var version: UInt16 { 1 }
  }

  package var name: Name {
    switch self {
    case .adopted: .adopted
    case .happened(_, let change): change.name
    }
  }

  /// The body as it is stored and hashed.
  package var body: [UInt8] {
    JSONWriter.object { json in
      switch self {
      case .adopted(let plan): plan.write(to: &json)
      case .happened(let code, let change):
        json.text("programme", code)
        change.write(to: &json)
      }
    }
  }

  /// Reads a body back.
  package init(_ name: Name, version: UInt16, body: [UInt8]) throws(JSONFailure) {
    guard version == name.version else {
      throw JSONFailure(.notAllowed("version \(version) of \(name.rawValue) is not known"))
    }
    self = try JSONValue.read(body) { json throws(JSONFailure) in
      if name == .adopted { return .adopted(try ProgrammePlan(from: &json)) }
      return .happened(try json.text("programme"), try ProgrammeChange(name, from: &json))
    }
  }
}
