import Journal
import Quantities

/// A value that stands in the body of a journal entry as one object, its fields in a fixed order.
protocol JournalRecord {
  func write(to json: inout JSONWriter)
  init(from json: inout JSONFields) throws(JSONFailure)
}

extension JSONWriter {
  mutating func text(_ key: String, _ value: some JournalText) { field(key, value.journalText) }

  /// Writes the field when there is a value; without one the key is absent.
  mutating func text(_ key: String, ifPresent value: (some JournalText)?) {
    field(key, ifPresent: value?.journalText)
  }

  mutating func texts(_ key: String, _ values: [some JournalText]) {
    array(key) { json in for value in values { json.string(value.journalText) } }
  }

  mutating func strings(_ key: String, _ values: [String]) {
    array(key) { json in for value in values { json.string(value) } }
  }

  mutating func amount(_ key: String, _ value: Cents) { field(key, value.rawValue) }

  mutating func amount(_ key: String, ifPresent value: Cents?) {
    field(key, ifPresent: value?.rawValue)
  }

  mutating func rate(_ key: String, _ value: Rate) { field(key, value.millionths) }

  mutating func rate(_ key: String, ifPresent value: Rate?) {
    field(key, ifPresent: value?.millionths)
  }

  mutating func record(_ key: String, _ value: some JournalRecord) {
    object(key) { json in value.write(to: &json) }
  }

  mutating func record(_ key: String, ifPresent value: (some JournalRecord)?) {
    if let value { record(key, value) }
  }

  mutating func records(_ key: String, _ values: [some JournalRecord]) {
    array(key) { json in
      for value in values { json.object { json in value.write(to: &json) } }
    }
  }
}

extension JSONFields {
  mutating func text<Value: JournalText>(_ key: String) throws(JSONFailure) -> Value {
    try read(key) { value throws(JSONFailure) in try value.text() }
  }

  mutating func text<Value: JournalText>(ifPresent key: String) throws(JSONFailure) -> Value? {
    try read(ifPresent: key) { value throws(JSONFailure) in try value.text() as Value }
  }

  mutating func texts<Value: JournalText>(_ key: String) throws(JSONFailure) -> [Value] {
    try array(key) { value throws(JSONFailure) in try value.text() }
  }

  mutating func strings(_ key: String) throws(JSONFailure) -> [String] {
    try array(key) { value throws(JSONFailure) in try value.string() }
  }

  mutating func amount(_ key: String) throws(JSONFailure) -> Cents { Cents(try integer(key)) }

  mutating func amount(ifPresent key: String) throws(JSONFailure) -> Cents? {
    try integer(ifPresent: key).map { Cents($0) }
  }

  mutating func rate(_ key: String) throws(JSONFailure) -> Rate {
    Rate(millionths: try integer(key))
  }

  mutating func rate(ifPresent key: String) throws(JSONFailure) -> Rate? {
    try integer(ifPresent: key).map { Rate(millionths: $0) }
  }

  /// A count, a place or points: within 32 bits, so that sums and neighbours of it always exist.
  mutating func int(_ key: String) throws(JSONFailure) -> Int {
    Int(try integer(key, as: Int32.self))
  }

  mutating func int(ifPresent key: String) throws(JSONFailure) -> Int? {
    try read(ifPresent: key) { value throws(JSONFailure) in
      Int(try value.integer(as: Int32.self))
    }
  }

  mutating func boolean(ifPresent key: String) throws(JSONFailure) -> Bool? {
    try read(ifPresent: key) { value throws(JSONFailure) in try value.boolean() }
  }

  mutating func record<Value: JournalRecord>(_ key: String) throws(JSONFailure) -> Value {
    try read(key) { value throws(JSONFailure) in try value.record() }
  }

  mutating func record<Value: JournalRecord>(ifPresent key: String) throws(JSONFailure) -> Value? {
    try read(ifPresent: key) { value throws(JSONFailure) in try value.record() as Value }
  }

  mutating func records<Value: JournalRecord>(_ key: String) throws(JSONFailure) -> [Value] {
    try array(key) { value throws(JSONFailure) in try value.record() }
  }
}

extension JSONValue {
  func text<Value: JournalText>() throws(JSONFailure) -> Value {
    guard let value = Value(journalText: try string()) else {
      throw JSONFailure(.notAllowed("is not a value that is known here (\(Value.self))"))
    }
    return value
  }

  func record<Value: JournalRecord>() throws(JSONFailure) -> Value {
    try fields { json throws(JSONFailure) in try Value(from: &json) }
  }
}

extension OpenPeriod: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("from", first)
    json.text("through", ifPresent: last)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    let first: CivilDate = try json.text("from")
    let last: CivilDate? = try json.text(ifPresent: "through")
    guard let period = OpenPeriod(from: first, through: last) else {
      throw JSONFailure(.notAllowed("ends before it begins"))
    }
    self = period
  }
}

extension LegalTerm: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("length", term.length)
    json.text("counting", term.counting)
    json.text("basis", basis)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(try json.text("length"), try json.text("counting"), try json.text("basis"))
  }
}
