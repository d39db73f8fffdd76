package import Journal
import People
import Quantities

extension DeliveryEvent {
  /// The words under which the events stand in the journal, for ever, with their versions.
  package enum Name: String, CaseIterable, Sendable {
    case started = "delivery.started"
    case startDeleted = "delivery.start-deleted"
    case stopped = "delivery.stopped"
    case stopDeleted = "delivery.stop-deleted"
    case annulled = "delivery.annulled"

    /// The version of the body that is written now.
    package var version: UInt16 { 1 }
  }

  package var name: Name {
    switch self {
    case .started: .started
    case .startDeleted: .startDeleted
    case .stopped: .stopped
    case .stopDeleted: .stopDeleted
    case .annulled: .annulled
    }
  }

  /// The body as it is stored and hashed.
  package var body: [UInt8] {
    JSONWriter.object { json in
      switch self {
      case .started(let parties, let key, let allocationFrom):
        parties.write(to: &json)
        key.write(to: &json)
        json.field("allocationFrom", ifPresent: allocationFrom?.description)
      case .startDeleted(let parties, let key):
        parties.write(to: &json)
        key.write(to: &json)
      case .stopped(let parties, let key), .stopDeleted(let parties, let key):
        parties.write(to: &json)
        key.write(to: &json)
      case .annulled(let message):
        json.field("message", message)
      }
    }
  }

  /// Reads a body back.
  package init(_ name: Name, version: UInt16, body: [UInt8]) throws(JSONFailure) {
    guard version == name.version else {
      throw JSONFailure(.notAllowed("version \(version) of \(name.rawValue) is not known"))
    }
    self = try JSONValue.read(body) { json throws(JSONFailure) in
      if name == .annulled { return .annulled(message: try json.integer("message")) }
      let parties = try DeliveryParties(from: &json)
      let start = try StartKey(from: &json)
      switch name {
      case .started:
        return .started(parties, start, allocationFrom: try json.date(ifPresent: "allocationFrom"))
      case .stopped: return .stopped(parties, try StopKey(start, from: &json))
      case .stopDeleted: return .stopDeleted(parties, try StopKey(start, from: &json))
      case .startDeleted, .annulled: return .startDeleted(parties, start)
      }
    }
  }
}

extension DeliveryParties {
  fileprivate func write(to json: inout JSONWriter) {
    json.field("municipality", municipality.description)
    json.field("provider", provider.description)
    json.field("client", client.description)
  }

  fileprivate init(from json: inout JSONFields) throws(JSONFailure) {
    municipality = try json.parsed("municipality", "is not a code of four digits") {
      MunicipalityCode($0)
    }
    provider = try json.parsed("provider", "is not a code of eight digits") { ProviderCode($0) }
    client = try json.parsed("client", "is not a key of 32 hexadecimal digits") { ClientKey($0) }
  }
}

extension StartKey {
  fileprivate func write(to json: inout JSONWriter) {
    json.field("number", ifPresent: number)
    json.field("category", ifPresent: category?.description)
    json.field("code", ifPresent: code?.description)
    json.field("begin", begin.description)
  }

  fileprivate init(from json: inout JSONFields) throws(JSONFailure) {
    number = try json.integer(ifPresent: "number")
    category = try json.parsed(ifPresent: "category", "is not a code of two digits") {
      ProductCategory($0)
    }
    code = try json.parsed(ifPresent: "code", "is not a product code") { ProductCode($0) }
    begin = try json.date("begin")
  }
}

extension StopKey {
  fileprivate func write(to json: inout JSONWriter) {
    start.write(to: &json)
    json.field("reason", reason.description)
    json.field("end", end.description)
  }

  fileprivate init(_ start: StartKey, from json: inout JSONFields) throws(JSONFailure) {
    self.start = start
    reason = try json.parsed("reason", "is not a code of two digits") { StopReason($0) }
    end = try json.date("end")
  }
}

extension JSONFields {
  fileprivate mutating func date(_ key: String) throws(JSONFailure) -> CivilDate {
    try parsed(key, "is not a date such as 2025-01-31") { CivilDate($0) }
  }

  fileprivate mutating func date(ifPresent key: String) throws(JSONFailure) -> CivilDate? {
    try parsed(ifPresent: key, "is not a date such as 2025-01-31") { CivilDate($0) }
  }

  fileprivate mutating func parsed<Value>(
    ifPresent key: String,
    _ why: String,
    _ parse: (String) -> Value?
  ) throws(JSONFailure) -> Value? {
    try read(ifPresent: key) { value throws(JSONFailure) in
      guard let parsed = parse(try value.string()) else { throw JSONFailure(.notAllowed(why)) }
      return parsed
    }
  }
}
