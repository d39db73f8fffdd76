package import Accounts
import Commissioning
import Journal
import Quantities
package import Region

/// A deed with the reason for it and with what was there when it was proposed: the body of every
/// proposal that is not about rights.
package struct ProposedDeed: Hashable, Sendable {
  package let deed: Deed
  package let reason: String
  package let before: [DeedFact]

  package init(_ deed: Deed, reason: String, before: [DeedFact]) {
    self.deed = deed
    self.reason = reason
    self.before = before
  }

  /// Whether the region is still as it was when this was proposed.
  package func isAsSeen(in state: RegionState) -> Bool { deed.before(in: state) == before }
}

// MARK: - The stored form

extension ProposedDeed {
  private static let layout: Int64 = 1

  /// The bytes that are stored, hashed and approved.
  package var body: [UInt8] {
    JSONWriter.object { json in
      json.field("layout", Self.layout)
      json.field("reason", reason)
      json.array("before") { json in
        for fact in before { json.object { fact.write(to: &$0) } }
      }
      json.object("deed") { deed.write(to: &$0) }
    }
  }

  /// Reads a stored proposal; nil for one of rights and for bytes that are none of ours.
  package init?(_ proposal: Proposal) {
    guard proposal.kind != .rights else { return nil }
    let read = try? JSONValue.read(proposal.body) { json throws(JSONFailure) in
      guard try json.integer("layout") == Self.layout else {
        throw JSONFailure(.notAllowed("is no known layout")).within(key: "layout")
      }
      let reason = try json.string("reason")
      let before = try json.read("before") { value throws(JSONFailure) in
        try DeedFact.list(value)
      }
      let kind = proposal.kind
      let deed = try json.object("deed") { json throws(JSONFailure) in
        try Deed(kind, from: &json)
      }
      return ProposedDeed(deed, reason: reason, before: before)
    }
    guard let read else { return nil }
    self = read
  }
}

extension Deed {
  fileprivate func write(to json: inout JSONWriter) {
    switch self {
    case .ceiling(let code, let change):
      json.field("contract", code.description)
      json.field("step", change.step.rawValue)
      switch change {
      case .announce(let from): json.field("from", from.description)
      case .decide(let amount, let through):
        json.field("amount", amount.rawValue)
        json.field("through", through.description)
      case .settle(let amount): json.field("amount", ifPresent: amount?.rawValue)
      }
    // As the journal writes it, so that a proposal holds all that the region will.
    case .contract(let draft): json.event("contract", .concluded(draft))
    case .tariffs(let code, let tariffs):
      json.field("contract", code.description)
      json.array("tariffs") { json in
        for agreed in tariffs {
          json.string(JSONWriter.text(of: .tariffAgreed(agreed.key, agreed.tariff)))
        }
      }
    case .publication(let figures): figures.write(to: &json)
    }
  }

  fileprivate init(_ kind: ProposalKind, from json: inout JSONFields) throws(JSONFailure) {
    switch kind {
    case .ceilingChange: self = try Self.ceiling(from: &json)
    case .contractActivation:
      guard case .concluded(let draft) = try json.event("contract", .concluded) else {
        throw JSONFailure(.notAllowed("is no contract"))
      }
      self = .contract(draft)
    case .tariffActivation:
      let code = try json.parsed("contract", "is no code of a contract") { ContractCode($0) }
      let tariffs = try json.array("tariffs") { value throws(JSONFailure) in
        guard case .tariffAgreed(let key, let tariff) = try value.event(.tariffAgreed) else {
          throw JSONFailure(.notAllowed("is no tariff"))
        }
        return AgreedTariff(key, tariff)
      }
      self = .tariffs(code, tariffs)
    case .publication: self = .publication(try PublishedFigures(from: &json))
    case .rights: throw JSONFailure(.notAllowed("\(kind.rawValue) is not about this"))
    }
  }

  private static func ceiling(from json: inout JSONFields) throws(JSONFailure) -> Deed {
    let code = try json.parsed("contract", "is no code of a contract") { ContractCode($0) }
    let step = try json.parsed("step", "is no step") { CeilingChange.Step(rawValue: $0) }
    switch step {
    case .announce:
      return .ceiling(code, .announce(from: try json.day("from")))
    case .decide:
      let amount = Cents(try json.integer("amount"))
      return .ceiling(code, .decide(amount: amount, through: try json.day("through")))
    case .settle:
      let amount = try json.integer(ifPresent: "amount")
      return .ceiling(code, .settle(amount: amount.map { Cents($0) }))
    }
  }
}

extension JSONWriter {
  /// Writes an event as the journal does, as a text.
  fileprivate mutating func event(_ key: String, _ event: ContractEvent) {
    field(key, Self.text(of: event))
  }

  fileprivate static func text(of event: ContractEvent) -> String {
    String(decoding: event.body, as: UTF8.self)
  }
}

extension JSONValue {
  /// The event whose body stands here as a text.
  fileprivate func event(_ name: ContractEvent.Name) throws(JSONFailure) -> ContractEvent {
    try ContractEvent(name, version: name.version, body: Array(try string().utf8))
  }
}

extension JSONFields {
  /// Reads an event of which the name is known.
  fileprivate mutating func event(
    _ key: String,
    _ name: ContractEvent.Name
  ) throws(JSONFailure) -> ContractEvent {
    try read(key) { value throws(JSONFailure) in try value.event(name) }
  }

  fileprivate mutating func day(_ key: String) throws(JSONFailure) -> CivilDate {
    try parsed(key, "is no day") { CivilDate($0) }
  }
}
