package import Journal
import People
import Quantities

extension AccessEvent {
  /// The words under which the events stand in the journal, for ever, with their versions.
  package enum Name: String, CaseIterable, Sendable {
    case allocationRecorded = "allocation.recorded"
    case allocationTakenOver = "allocation.taken-over"
    case allocationAnnulled = "allocation.annulled"
    case requestReceived = "request.received"
    case requestAnswered = "request.answered"
    case requestHonoured = "request.honoured"
    case requestAnnulled = "request.annulled"

    /// The version of the body that is written now.
    package var version: UInt16 { 1 }
  }

  package var name: Name {
    switch self {
    case .allocationRecorded: .allocationRecorded
    case .allocationTakenOver: .allocationTakenOver
    case .allocationsAnnulled: .allocationAnnulled
    case .requestReceived: .requestReceived
    case .requestAnswered: .requestAnswered
    case .requestHonoured: .requestHonoured
    case .requestsAnnulled: .requestAnnulled
    }
  }

  /// The body as it is stored and hashed.
  package var body: [UInt8] {
    JSONWriter.object { json in
      switch self {
      case .allocationRecorded(let entry), .allocationTakenOver(let entry):
        entry.write(to: &json)
      case .allocationsAnnulled(let message), .requestsAnnulled(let message):
        json.field("message", message)
      case .requestReceived(let request): request.write(to: &json)
      case .requestAnswered(let answer): answer.write(to: &json)
      case .requestHonoured(let entry): entry.write(to: &json)
      }
    }
  }

  /// Reads a body back.
  package init(_ name: Name, version: UInt16, body: [UInt8]) throws(JSONFailure) {
    guard version == name.version else {
      throw JSONFailure(.notAllowed("version \(version) of \(name.rawValue) is not known"))
    }
    self = try JSONValue.read(body) { json throws(JSONFailure) in
      switch name {
      case .allocationRecorded: .allocationRecorded(try AllocationRecorded(from: &json))
      case .allocationTakenOver: .allocationTakenOver(try AllocationRecorded(from: &json))
      case .allocationAnnulled: .allocationsAnnulled(message: try json.integer("message"))
      case .requestReceived: .requestReceived(try SupportRequest(from: &json))
      case .requestAnswered: .requestAnswered(try RequestAnswer(from: &json))
      case .requestHonoured: .requestHonoured(try RequestHonoured(from: &json))
      case .requestAnnulled: .requestsAnnulled(message: try json.integer("message"))
      }
    }
  }
}

extension AllocationRecorded {
  func write(to json: inout JSONWriter) {
    json.parties(municipality, provider, client)
    json.field("number", product.number)
    json.date("decidedOn", product.decided.on)
    json.field("decidedAt", product.decided.at.description)
    json.terms(product.terms)
    json.field("changeReason", ifPresent: product.changeReason?.code)
    json.field("reference", ifPresent: product.providerReference)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    municipality = try json.municipality()
    provider = try json.provider()
    client = try json.client()
    product = AllocatedProduct(
      number: try json.integer("number"),
      decided: DecisionMoment(
        on: try json.date("decidedOn"),
        at: try json.parsed("decidedAt", "is not a time such as 09:30:00") { CivilTime($0) }
      ),
      terms: try json.terms(),
      changeReason: try json.parsed(ifPresent: "changeReason", "is not a reason of the list") {
        ChangeReason(code: $0)
      },
      providerReference: try json.string(ifPresent: "reference")
    )
  }
}

extension RequestAnswer {
  func write(to json: inout JSONWriter) {
    json.field("municipality", municipality.description)
    json.field("provider", provider.description)
    json.field("reference", reference)
    switch answer {
    case .rejected(let reason): json.field("rejected", reason.code)
    case .underInvestigation: break
    }
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    municipality = try json.municipality()
    provider = try json.provider()
    reference = try json.string("reference")
    let reason = try json.parsed(ifPresent: "rejected", "is not a reason of the list") {
      RejectionReason(code: $0)
    }
    answer = reason.map { .rejected($0) } ?? .underInvestigation
  }
}

extension RequestHonoured {
  func write(to json: inout JSONWriter) {
    json.field("provider", provider.description)
    json.field("reference", reference)
    json.array("allocations") { json in
      for number in allocations { json.integer(number) }
    }
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    provider = try json.provider()
    reference = try json.string("reference")
    allocations = try json.array("allocations") { value throws(JSONFailure) in
      try value.integer()
    }
  }
}
