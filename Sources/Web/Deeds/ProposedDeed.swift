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
      let deed = try json.object("deed") { json throws(JSONFailure) in try Deed(from: &json) }
      return ProposedDeed(deed, reason: reason, before: before)
    }
    guard let read, read.deed.kind == proposal.kind else { return nil }
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
    }
  }

  fileprivate init(from json: inout JSONFields) throws(JSONFailure) {
    let code = try json.parsed("contract", "is no code of a contract") { ContractCode($0) }
    let step = try json.parsed("step", "is no step") { CeilingChange.Step(rawValue: $0) }
    switch step {
    case .announce:
      self = .ceiling(code, .announce(from: try json.day("from")))
    case .decide:
      let amount = Cents(try json.integer("amount"))
      self = .ceiling(code, .decide(amount: amount, through: try json.day("through")))
    case .settle:
      let amount = try json.integer(ifPresent: "amount")
      self = .ceiling(code, .settle(amount: amount.map { Cents($0) }))
    }
  }
}

extension JSONFields {
  fileprivate mutating func day(_ key: String) throws(JSONFailure) -> CivilDate {
    try parsed(key, "is no day") { CivilDate($0) }
  }
}
