package import Journal
import Quantities

extension SupplierEvent {
  /// The name under which an event is stored; never changed.
  package enum Name: String, CaseIterable, Sendable {
    case formsStated = "supplier.forms-stated"
    case evaluated = "supplier.year-evaluated"
    case demandSet = "supplier.requirement-set"
    case tested = "supplier.requirement-tested"
    case lineSet = "supplier.product-line-set"

    /// The version of the body that is written now.
    package var version: UInt16 { 1 }
  }

  package var name: Name {
    switch self {
    case .formsStated: .formsStated
    case .evaluated: .evaluated
    case .demandSet: .demandSet
    case .tested: .tested
    case .lineSet: .lineSet
    }
  }

  /// The body as it is stored and hashed.
  package var body: [UInt8] {
    JSONWriter.object { json in
      switch self {
      case .formsStated(let statement): statement.write(to: &json)
      case .evaluated(let evaluation): evaluation.write(to: &json)
      case .demandSet(let demand): demand.write(to: &json)
      case .tested(let test): test.write(to: &json)
      case .lineSet(let line): line.write(to: &json)
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
      case .formsStated: .formsStated(try FormStatement(from: &json))
      case .evaluated: .evaluated(try YearEvaluation(from: &json))
      case .demandSet: .demandSet(try QualityDemand(from: &json))
      case .tested: .tested(try QualityTest(from: &json))
      case .lineSet: .lineSet(try ProductLine(from: &json))
      }
    }
  }
}

extension QualityTest.Result: JournalText {}

extension FormStatement: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("provider", provider)
    json.text("segment", segment)
    json.texts("forms", forms)
    json.text("on", on)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      provider: try json.text("provider"),
      segment: try json.text("segment"),
      forms: try json.texts("forms"),
      on: try json.text("on")
    )
  }
}

extension YearEvaluation: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("contract", contract)
    json.field("year", Int64(year))
    json.record("results", results)
    json.record("progress", progress)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      contract: try json.text("contract"),
      year: try json.int("year"),
      results: try json.record("results"),
      progress: try json.record("progress")
    )
  }
}

extension YearEvaluation.Part: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.field("sufficient", isSufficient)
    json.field("finding", finding)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(isSufficient: try json.boolean("sufficient"), finding: try json.string("finding"))
  }
}

extension QualityDemand: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.record("requirement", requirement)
    json.text("product", ifPresent: product)
    json.record("repeatedWithin", ifPresent: repeatedWithin)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      requirement: try json.record("requirement"),
      product: try json.text(ifPresent: "product"),
      repeatedWithin: try json.record(ifPresent: "repeatedWithin")
    )
  }
}

extension QualityTest: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("requirement", requirement)
    json.text("provider", provider)
    json.text("on", on)
    json.text("result", result)
    json.field("finding", finding)
    json.text("validThrough", ifPresent: validThrough)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      requirement: try json.text("requirement"),
      provider: try json.text("provider"),
      on: try json.text("on"),
      result: try json.text("result"),
      finding: try json.string("finding"),
      validThrough: try json.text(ifPresent: "validThrough")
    )
  }
}

extension ProductLine: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("product", product)
    json.field("line", Int64(line.rawValue))
    json.text("basis", basis)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    let product: ProductCode = try json.text("product")
    guard let line = CareLine(rawValue: try json.int("line")) else {
      throw JSONFailure(.outOfRange).within(key: "line")
    }
    self.init(product: product, line: line, basis: try json.text("basis"))
  }
}
