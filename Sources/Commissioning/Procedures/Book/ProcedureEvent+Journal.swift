package import Journal
import Quantities

extension ProcedureEvent {
  /// The words under which the events stand in the journal, for ever, with their versions.
  package enum Name: String, CaseIterable, Sendable {
    case prepared = "procedure.prepared"
    case lotsChosen = "procedure.lots-chosen"
    case approved = "procedure.approved"
    case keyed = "procedure.opener-key-made"
    case published = "procedure.published"
    case asked = "procedure.question-asked"
    case answered = "procedure.question-answered"
    case noted = "procedure.note-published"
    case postponed = "procedure.closing-postponed"
    case submitted = "procedure.bid-submitted"
    case bidWithdrawn = "procedure.bid-withdrawn"
    case opened = "procedure.bids-opened"
    case evidenced = "procedure.evidence-recorded"
    case setAside = "procedure.bid-set-aside"
    case scored = "procedure.bid-scored"
    case agreed = "procedure.score-agreed"
    case drawn = "procedure.draw-recorded"
    case awarded = "procedure.lot-awarded"
    case complained = "procedure.complaint-received"
    case complaintAnswered = "procedure.complaint-answered"
    case reliefSought = "procedure.relief-sought"
    case ruled = "procedure.relief-ruled"
    case finalised = "procedure.award-final"
    case admitted = "procedure.provider-admitted"
    case withdrawn = "procedure.withdrawn"

    /// The version of the body that is written now.
    package var version: UInt16 { 1 }
  }

  package var name: Name {
    switch self {
    case .prepared: .prepared
    case .happened(_, let change): change.name
    }
  }

  /// The body as it is stored and hashed.
  package var body: [UInt8] {
    JSONWriter.object { json in
      switch self {
      case .prepared(let plan): plan.write(to: &json)
      case .happened(let code, let change):
        json.text("procedure", code)
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
      if name == .prepared { return .prepared(try ProcedurePlan(from: &json)) }
      return .happened(try json.text("procedure"), try ProcedureChange(name, from: &json))
    }
  }
}
