/// A JSON value as the strict reader gives it: without floating point and without double keys.
package enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case string(String)
  case array([JSONValue])
  case object([Field])

  /// One field of an object.
  package struct Field: Hashable, Sendable {
    package let key: String
    package let value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONValue {
  /// Reads bytes that must be exactly one JSON value (requirement IM-02).
  ///
  /// Refused, each with the path of the error: duplicate keys, `1.0` and `1e2`, integers outside
  /// 64 bits, depth over 64, invalid UTF-8, a trailing comma, a byte order mark, bytes behind the
  /// value. Unknown keys are refused by `JSONFields`, which knows the declared ones.
  package init(_ bytes: [UInt8]) throws(JSONFailure) {
    var parser = JSONParser(bytes)
    do throws(JSONFailure) {
      self = try parser.document()
    } catch {
      throw error.fromTheTop()
    }
  }

  /// Reads a value that `content` takes apart; every field it leaves unread is refused.
  package static func read<Value>(
    _ bytes: [UInt8],
    _ content: (inout JSONFields) throws(JSONFailure) -> Value
  ) throws(JSONFailure) -> Value {
    let value = try JSONValue(bytes)
    do throws(JSONFailure) {
      return try value.fields(content)
    } catch {
      throw error.fromTheTop()
    }
  }

  /// What kind of value it is, for messages.
  package var kind: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .string: "a text"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

// MARK: - Taking a value apart

extension JSONValue {
  package func integer() throws(JSONFailure) -> Int64 {
    guard case .integer(let value) = self else { throw mismatch("an integer") }
    return value
  }

  /// The integer as another type; refused when it does not fit.
  package func integer<Value: FixedWidthInteger>(
    as type: Value.Type
  ) throws(JSONFailure) -> Value {
    guard let value = Value(exactly: try integer()) else { throw JSONFailure(.outOfRange) }
    return value
  }

  package func string() throws(JSONFailure) -> String {
    guard case .string(let value) = self else { throw mismatch("a text") }
    return value
  }

  package func boolean() throws(JSONFailure) -> Bool {
    guard case .boolean(let value) = self else { throw mismatch("a boolean") }
    return value
  }

  /// Reads an array element by element.
  package func elements<Element>(
    _ each: (JSONValue) throws(JSONFailure) -> Element
  ) throws(JSONFailure) -> [Element] {
    guard case .array(let values) = self else { throw mismatch("an array") }
    var elements: [Element] = []
    elements.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      do throws(JSONFailure) {
        elements.append(try each(value))
      } catch {
        throw error.within(index: index)
      }
    }
    return elements
  }

  /// Reads an object; every field that `content` leaves unread is refused.
  package func fields<Value>(
    _ content: (inout JSONFields) throws(JSONFailure) -> Value
  ) throws(JSONFailure) -> Value {
    guard case .object(let fields) = self else { throw mismatch("an object") }
    var reader = JSONFields(fields)
    let value = try content(&reader)
    try reader.finish()
    return value
  }

  private func mismatch(_ expected: String) -> JSONFailure {
    JSONFailure(.wrongType(expected: expected, found: kind))
  }
}
