import Journal
import People
import Quantities

extension SupportRequest {
  func write(to json: inout JSONWriter) {
    json.parties(municipality, provider, client)
    json.field("reference", reference)
    json.date("dated", dated)
    switch content {
    case .allocation(let product): json.object("allocation") { product.write(to: &$0) }
    case .change(let change): json.object("change") { change.write(to: &$0) }
    }
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    municipality = try json.municipality()
    provider = try json.provider()
    client = try json.client()
    let reference = try json.string("reference")
    self.reference = reference
    dated = try json.date("dated")
    let product = try json.read(ifPresent: "allocation") { value throws(JSONFailure) in
      try value.fields { json throws(JSONFailure) in
        try RequestedProduct(from: &json, reference: reference)
      }
    }
    if let product {
      content = .allocation(product)
    } else {
      content = .change(
        try json.object("change") { json throws(JSONFailure) in try RequestedChange(from: &json) }
      )
    }
  }
}

extension RequestedProduct {
  func write(to json: inout JSONWriter) {
    json.field("decision", ifPresent: decisionNumber)
    json.date("decisionFrom", ifPresent: decisionFrom)
    json.terms(terms)
  }

  init(from json: inout JSONFields, reference: String) throws(JSONFailure) {
    self.reference = reference
    decisionNumber = try json.integer(ifPresent: "decision")
    decisionFrom = try json.date(ifPresent: "decisionFrom")
    terms = try json.terms()
  }
}

extension RequestedChange {
  func write(to json: inout JSONWriter) {
    json.field("reason", "\(reason.rawValue)")
    json.array("unchanged") { json in
      for number in unchanged { json.integer(number) }
    }
    json.array("changed") { json in
      for product in changed { json.object { product.write(to: &$0) } }
    }
    json.array("new") { json in
      for terms in new { json.object { $0.terms(terms) } }
    }
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    reason = try json.parsed("reason", "is not a reason of the list") { text in
      UInt8(text).flatMap { Reason(rawValue: $0) }
    }
    unchanged = try json.array("unchanged") { value throws(JSONFailure) in try value.integer() }
    changed = try json.array("changed") { value throws(JSONFailure) in
      try value.fields { json throws(JSONFailure) in try ChangedProduct(from: &json) }
    }
    new = try json.array("new") { value throws(JSONFailure) in
      try value.fields { json throws(JSONFailure) in try json.terms() }
    }
  }
}

extension ChangedProduct {
  func write(to json: inout JSONWriter) {
    json.field("number", number)
    json.date("from", from)
    json.date("through", ifPresent: through)
    json.volume("volume", ifPresent: volume)
    json.field("budget", ifPresent: budget?.rawValue)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    number = try json.integer("number")
    from = try json.date("from")
    through = try json.date(ifPresent: "through")
    volume = try json.volume(ifPresent: "volume")
    budget = try json.integer(ifPresent: "budget").map { Cents($0) }
  }
}
