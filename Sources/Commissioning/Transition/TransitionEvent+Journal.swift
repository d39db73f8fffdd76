package import Journal
import Quantities

extension TransitionEvent {
  /// The name under which an event is stored; never changed.
  package enum Name: String, CaseIterable, Sendable {
    case adopted = "transition.adopted"
    case withdrawn = "transition.withdrawn"
    case ownDeliveryMarked = "transition.own-delivery-marked"
    case reasonGiven = "transition.reason-given"

    /// The version of the body that is written now.
    package var version: UInt16 { 1 }
  }

  package var name: Name {
    switch self {
    case .adopted: .adopted
    case .withdrawn: .withdrawn
    case .ownDeliveryMarked: .ownDeliveryMarked
    case .reasonGiven: .reasonGiven
    }
  }

  /// The body as it is stored and hashed.
  package var body: [UInt8] {
    JSONWriter.object { json in
      switch self {
      case .adopted(let adoption):
        json.text("policy", adoption.policy)
        json.text("municipality", adoption.municipality)
        json.texts("products", adoption.products)
        json.record("period", adoption.period)
      case .withdrawn(let policy, let municipality, let last, let reason):
        json.text("policy", policy)
        json.text("municipality", municipality)
        json.text("last", last)
        json.field("reason", reason)
      case .ownDeliveryMarked(let own):
        json.text("provider", own.provider)
        json.field("name", own.name)
        json.text("basis", own.basis)
      case .reasonGiven(let key, let reason):
        json.text("policy", key.policy)
        json.text("municipality", key.trajectory.municipality)
        json.field("number", key.trajectory.number)
        json.text("on", reason.on)
        json.field("reason", reason.text)
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
      case .adopted:
        .adopted(
          TransitionAdoption(
            policy: try json.text("policy"),
            municipality: try json.text("municipality"),
            products: try json.texts("products"),
            period: try json.record("period")
          )
        )
      case .withdrawn:
        .withdrawn(
          try json.text("policy"),
          try json.text("municipality"),
          last: try json.text("last"),
          reason: try json.string("reason")
        )
      case .ownDeliveryMarked:
        .ownDeliveryMarked(
          OwnDelivery(
            provider: try json.text("provider"),
            name: try json.string("name"),
            basis: try json.text("basis")
          )
        )
      case .reasonGiven:
        .reasonGiven(
          TransitionSignal.Key(
            policy: try json.text("policy"),
            trajectory: Trajectory.Name(
              municipality: try json.text("municipality"),
              number: try json.integer("number")
            )
          ),
          TransitionBook.Reason(on: try json.text("on"), text: try json.string("reason"))
        )
      }
    }
  }
}
