/// JSON that is not what it has to be, and where.
package struct JSONFailure: Error, Hashable, Sendable {
  /// What is wrong.
  package let reason: Reason
  /// Where: `$` is the whole, `$.lines[3].amount` a field of the fourth element of a field.
  package private(set) var path: String
  /// The byte at which it was seen, from 0; nil when the JSON itself is sound but not as declared.
  package let offset: Int?

  /// What can be wrong with JSON.
  package enum Reason: Hashable, Sendable {
    case byteOrderMark
    case invalidUTF8
    case endsEarly
    case unexpectedByte(UInt8)
    case trailingBytes
    case trailingComma
    case tooDeep
    case tooLarge
    case duplicateKey
    case badEscape
    case controlCharacter
    case notAnInteger
    case leadingZero
    case outOfRange
    case unknownKey
    case missingKey
    case wrongType(expected: String, found: String)
    case notAllowed(String)
  }

  package init(_ reason: Reason, at offset: Int? = nil) {
    self.reason = reason
    self.offset = offset
    self.path = ""
  }

  /// The same failure, one level further out.
  package func within(key: String) -> JSONFailure {
    var copy = self
    copy.path = "." + key + path
    return copy
  }

  /// The same failure, one level further out.
  package func within(index: Int) -> JSONFailure {
    var copy = self
    copy.path = "[\(index)]" + path
    return copy
  }

  /// The same failure, seen from the outermost value.
  func fromTheTop() -> JSONFailure {
    var copy = self
    copy.path = "$" + path
    return copy
  }
}

extension JSONFailure: CustomStringConvertible {
  /// One sentence: where and what.
  package var description: String {
    let place = (path.isEmpty ? "$" : path) + (offset.map { " (byte \($0))" } ?? "")
    return "\(place): \(reason.text)."
  }
}

extension JSONFailure.Reason {
  /// What is wrong, in words.
  package var text: String {
    switch self {
    case .byteOrderMark: "begins with a byte order mark"
    case .invalidUTF8: "is not UTF-8"
    case .endsEarly: "ends before the value is complete"
    case .unexpectedByte(let byte): "byte 0x\(Hexadecimal.text([byte])) does not belong here"
    case .trailingBytes: "something follows the value"
    case .trailingComma: "a comma precedes the closing bracket"
    case .tooDeep: "is nested more than \(JSONParser.maximumDepth) deep"
    case .tooLarge: "is larger than \(JSONParser.maximumByteCount) bytes"
    case .duplicateKey: "the key stands twice in one object"
    case .badEscape: "holds an escape that JSON does not know"
    case .controlCharacter: "holds a control character that is not escaped"
    case .notAnInteger: "is a number with a fraction or an exponent; only whole numbers are used"
    case .leadingZero: "is a number that begins with a superfluous zero or is a minus zero"
    case .outOfRange: "is a number that does not fit"
    case .unknownKey: "the key is not known here"
    case .missingKey: "the key is missing"
    case .wrongType(let expected, let found): "must be \(expected), not \(found)"
    case .notAllowed(let why): why
    }
  }
}
