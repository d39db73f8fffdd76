/// The fields of one object, taken out by name; what is left over at the end is refused.
///
/// Fields are looked for from where the last one was found, so reading them in the order in which
/// they were written costs one comparison each.
package struct JSONFields {
  private let fields: [JSONValue.Field]
  private var next = 0
  private var takenCount = 0
  /// Which fields were taken, once there are too many for `takenMask`.
  private var takenMask: UInt64 = 0
  private var takenBeyondMask: Set<Int> = []

  init(_ fields: [JSONValue.Field]) { self.fields = fields }

  /// The value of a key that may be absent; an explicit `null` is refused by the typed accessors.
  package mutating func value(ifPresent key: String) -> JSONValue? {
    var index = next
    for _ in 0..<fields.count {
      if index == fields.count { index = 0 }
      if fields[index].key == key {
        guard take(index) else { return nil }
        next = index + 1
        return fields[index].value
      }
      index += 1
    }
    return nil
  }

  /// The value of a key that must be there.
  package mutating func value(_ key: String) throws(JSONFailure) -> JSONValue {
    guard let value = value(ifPresent: key) else {
      throw JSONFailure(.missingKey).within(key: key)
    }
    return value
  }

  /// Reads the value of a key with a function; a failure names the key.
  package mutating func read<Value>(
    _ key: String,
    _ read: (JSONValue) throws(JSONFailure) -> Value
  ) throws(JSONFailure) -> Value {
    let value = try value(key)
    do throws(JSONFailure) {
      return try read(value)
    } catch {
      throw error.within(key: key)
    }
  }

  /// Reads the value of a key with a function when the key is there.
  package mutating func read<Value>(
    ifPresent key: String,
    _ read: (JSONValue) throws(JSONFailure) -> Value
  ) throws(JSONFailure) -> Value? {
    guard let value = value(ifPresent: key) else { return nil }
    do throws(JSONFailure) {
      return try read(value)
    } catch {
      throw error.within(key: key)
    }
  }

  /// Refuses the first field that nobody asked for.
  func finish() throws(JSONFailure) {
    guard takenCount < fields.count else { return }
    for (index, field) in fields.enumerated() where !isTaken(index) {
      throw JSONFailure(.unknownKey).within(key: field.key)
    }
  }

  private func isTaken(_ index: Int) -> Bool {
    index < 64 ? takenMask & (1 << UInt64(index)) != 0 : takenBeyondMask.contains(index)
  }

  private mutating func take(_ index: Int) -> Bool {
    guard !isTaken(index) else { return false }
    if index < 64 { takenMask |= 1 << UInt64(index) } else { takenBeyondMask.insert(index) }
    takenCount += 1
    return true
  }
}

// MARK: - Typed fields

extension JSONFields {
  package mutating func integer(_ key: String) throws(JSONFailure) -> Int64 {
    try read(key) { value throws(JSONFailure) in try value.integer() }
  }

  package mutating func integer<Value: FixedWidthInteger>(
    _ key: String,
    as type: Value.Type
  ) throws(JSONFailure) -> Value {
    try read(key) { value throws(JSONFailure) in try value.integer(as: type) }
  }

  package mutating func integer(ifPresent key: String) throws(JSONFailure) -> Int64? {
    try read(ifPresent: key) { value throws(JSONFailure) in try value.integer() }
  }

  package mutating func string(_ key: String) throws(JSONFailure) -> String {
    try read(key) { value throws(JSONFailure) in try value.string() }
  }

  package mutating func string(ifPresent key: String) throws(JSONFailure) -> String? {
    try read(ifPresent: key) { value throws(JSONFailure) in try value.string() }
  }

  package mutating func boolean(_ key: String) throws(JSONFailure) -> Bool {
    try read(key) { value throws(JSONFailure) in try value.boolean() }
  }

  package mutating func object<Value>(
    _ key: String,
    _ content: (inout JSONFields) throws(JSONFailure) -> Value
  ) throws(JSONFailure) -> Value {
    try read(key) { value throws(JSONFailure) in try value.fields(content) }
  }

  package mutating func array<Element>(
    _ key: String,
    _ each: (JSONValue) throws(JSONFailure) -> Element
  ) throws(JSONFailure) -> [Element] {
    try read(key) { value throws(JSONFailure) in try value.elements(each) }
  }

  /// Reads the text of a key into a value; refused with `why` when that gives nil.
  package mutating func parsed<Value>(
    _ key: String,
    _ why: String,
    _ parse: (String) -> Value?
  ) throws(JSONFailure) -> Value {
    try read(key) { value throws(JSONFailure) in
      guard let parsed = parse(try value.string()) else { throw JSONFailure(.notAllowed(why)) }
      return parsed
    }
  }
}
