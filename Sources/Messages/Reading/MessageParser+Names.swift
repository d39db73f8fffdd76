// Names, attributes and the namespaces that they declare.

/// An attribute of a start tag, as places in the input.
struct Attribute {
  let name: Range<Int>
  /// Where the colon is; nil for a name without prefix.
  let colon: Int?
  let value: Range<Int>
}

extension MessageParser {
  /// A name with at most one colon, as places in the input.
  struct Name {
    let range: Range<Int>
    let colon: Int?

    /// The prefix; empty when there is none.
    var prefix: Range<Int> {
      range.lowerBound..<(colon ?? range.lowerBound)
    }

    /// The name without prefix.
    var local: Range<Int> {
      (colon.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound
    }
  }

  /// Reads a name with at most one colon, or throws a fault.
  mutating func name(_ bytes: Span<UInt8>, orElse fault: FormatFault) throws(Stop) -> Name {
    let start = at
    var colon: Int?
    var isFirst = true
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: ":") {
        guard colon == nil, !isFirst else { throw Stop(fault, at) }
        colon = at
        isFirst = true
        at += 1
        continue
      }
      guard let character = XMLCharacters.decode(bytes, at: at) else { throw Stop(.notUTF8, at) }
      let scalar = character.scalar
      guard isFirst ? XMLCharacters.isNameStart(scalar) : XMLCharacters.isName(scalar) else {
        break
      }
      isFirst = false
      at += character.length
    }
    // Also the part after a colon needs a character.
    guard !isFirst else { throw Stop(at < bytes.count ? fault : .truncated, at) }
    return Name(range: start..<at, colon: colon)
  }

  /// Reads the attributes up to the end of a start tag; true when the tag also ends the element.
  mutating func attributes(_ bytes: Span<UInt8>) throws(Stop) -> Bool {
    attributes.removeAll(keepingCapacity: true)
    while true {
      let before = at
      skipSpace(bytes)
      guard at < bytes.count else { throw Stop(.truncated, at) }
      if bytes[at] == UInt8(ascii: ">") {
        at += 1
        return false
      }
      if bytes[at] == UInt8(ascii: "/") {
        guard at + 1 < bytes.count else { throw Stop(.truncated, at) }
        guard bytes[at + 1] == UInt8(ascii: ">") else { throw Stop(.brokenTag, at) }
        at += 2
        return true
      }
      guard at > before else { throw Stop(.brokenTag, at) }
      guard attributes.count < limits.attributes else { throw Stop(.tooManyAttributes, at) }
      try attribute(bytes)
    }
  }

  private mutating func attribute(_ bytes: Span<UInt8>) throws(Stop) {
    let name = try name(bytes, orElse: .brokenAttribute)
    skipSpace(bytes)
    guard at < bytes.count else { throw Stop(.truncated, at) }
    guard bytes[at] == UInt8(ascii: "=") else { throw Stop(.brokenAttribute, at) }
    at += 1
    skipSpace(bytes)
    guard at < bytes.count else { throw Stop(.truncated, at) }
    let quote = bytes[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw Stop(.brokenAttribute, at)
    }
    at += 1
    let start = at
    while true {
      guard at < bytes.count else { throw Stop(.truncated, at) }
      guard at - start <= limits.valueLength else { throw Stop(.valueTooLong, start) }
      let byte = bytes[at]
      if byte == quote { break }
      if byte == UInt8(ascii: "<") { throw Stop(.brokenAttribute, at) }
      if byte == UInt8(ascii: "&") { _ = try reference(bytes) } else { try character(bytes) }
    }
    let value = start..<at
    at += 1
    for other in attributes where isEqual(bytes, other.name, name.range) {
      throw Stop(.duplicateAttribute, name.range.lowerBound)
    }
    attributes.append(Attribute(name: name.range, colon: name.colon, value: value))
  }

  /// The value of an attribute with its references replaced and its line ends made blanks.
  mutating func content(_ bytes: Span<UInt8>, of attribute: Attribute) throws(Stop) -> [UInt8] {
    let after = at
    defer { at = after }
    at = attribute.value.lowerBound
    var content: [UInt8] = []
    while at < attribute.value.upperBound {
      if bytes[at] == UInt8(ascii: "&") {
        let scalar = try reference(bytes)
        if let scalar = Unicode.Scalar(scalar) { content += Array(String(scalar).utf8) }
      } else {
        content.append(XMLCharacters.isSpace(bytes[at]) ? 0x20 : bytes[at])
        at += 1
      }
    }
    return content
  }

  /// Whether two places of the input hold the same bytes.
  func isEqual(_ bytes: Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count
    where bytes[left.lowerBound + index] != bytes[right.lowerBound + index] { return false }
    return true
  }

  /// Whether a place of the input holds a text.
  static func isEqual(_ bytes: Span<UInt8>, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    guard range.count == text.count else { return false }
    for index in text.indices where bytes[range.lowerBound + index] != text[index] { return false }
    return true
  }

  /// Whether a prefix is the one that XML reserves for itself.
  static func isXML(_ bytes: Span<UInt8>, _ prefix: Range<Int>) -> Bool {
    isEqual(bytes, prefix, Array("xml".utf8))
  }
}

// MARK: - Namespaces

extension MessageParser {
  private static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
  private static let declaringNamespace = "http://www.w3.org/2000/xmlns/"
  private static let instanceNamespace = "http://www.w3.org/2001/XMLSchema-instance"

  /// The prefix that an attribute declares, empty for the default; nil when it declares nothing.
  func declaredPrefix(_ bytes: Span<UInt8>, _ attribute: Attribute) -> Range<Int>? {
    let xmlns = Array("xmlns".utf8)
    guard let colon = attribute.colon else {
      let isDefault = MessageParser.isEqual(bytes, attribute.name, xmlns)
      return isDefault ? attribute.name.upperBound..<attribute.name.upperBound : nil
    }
    let prefix = attribute.name.lowerBound..<colon
    guard MessageParser.isEqual(bytes, prefix, xmlns) else { return nil }
    return (colon + 1)..<attribute.name.upperBound
  }

  /// The scope inside a start tag with the attributes that were just read.
  mutating func scope(_ bytes: Span<UInt8>, in outer: Int32) throws(Stop) -> Int32 {
    var scope = outer
    for attribute in attributes {
      guard let prefix = declaredPrefix(bytes, attribute) else { continue }
      let uri = String(decoding: try content(bytes, of: attribute), as: UTF8.self)
      let name = prefix.map { bytes[$0] }
      let isReserved = uri == MessageParser.declaringNamespace || name == Array("xmlns".utf8)
      let concernsXML = (uri == MessageParser.xmlNamespace) != (name == Array("xml".utf8))
      guard !isReserved, !concernsXML, !uri.isEmpty || name.isEmpty else {
        throw Stop(.brokenNamespace, attribute.name.lowerBound)
      }
      scope = scopes.declaring(name, namespace(uri), in: scope)
      guard scopes.depth(scope) <= limits.namespaces else {
        throw Stop(.tooManyAttributes, attribute.name.lowerBound)
      }
      guard scopes.count <= limits.names else {
        throw Stop(.tooManyNames, attribute.name.lowerBound)
      }
    }
    return scope
  }

  private func namespace(_ uri: String) -> NamespaceScopes.Namespace {
    if uri.isEmpty { return .none }
    if uri == MessageParser.instanceNamespace { return .instance }
    if uri == MessageParser.xmlNamespace { return .xml }
    guard let type else { return .other }
    if uri == type.namespace { return .message }
    return uri == type.family.baseNamespace ? .base : .other
  }

  /// Notes attributes that the standard does not use, and throws when a prefix is not declared.
  ///
  /// Only the hint where a schema is may stand there, since it says nothing about the content.
  mutating func checkAttributes(_ bytes: Span<UInt8>, in scope: Int32) throws(Stop) {
    var hints: [Range<Int>] = []
    for attribute in attributes where declaredPrefix(bytes, attribute) == nil {
      let start = attribute.name.lowerBound
      guard let local = try hint(bytes, attribute, in: scope) else {
        note(.attribute, at: start)
        continue
      }
      // The same hint under two prefixes is one attribute twice.
      for other in hints where isEqual(bytes, other, local) {
        throw Stop(.duplicateAttribute, start)
      }
      hints.append(local)
    }
  }

  /// The local name of an attribute that hints where a schema is; nil for another attribute.
  private func hint(
    _ bytes: Span<UInt8>,
    _ attribute: Attribute,
    in scope: Int32
  ) throws(Stop) -> Range<Int>? {
    guard let colon = attribute.colon else { return nil }
    let prefix = attribute.name.lowerBound..<colon
    guard let namespace = scopes.namespace(bytes, prefix, in: scope) else {
      throw Stop(.undeclaredPrefix, prefix.lowerBound)
    }
    let local = (colon + 1)..<attribute.name.upperBound
    let isHint =
      MessageParser.isEqual(bytes, local, Array("schemaLocation".utf8))
      || MessageParser.isEqual(bytes, local, Array("noNamespaceSchemaLocation".utf8))
    return namespace == .instance && isHint ? local : nil
  }
}
