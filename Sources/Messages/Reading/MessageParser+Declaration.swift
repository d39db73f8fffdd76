// The XML declaration: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`.
extension MessageParser {
  /// Reads the XML declaration, if there is one.
  mutating func declaration(_ bytes: Span<UInt8>) throws(Stop) {
    guard has(bytes, "<?xml"), bytes.count > 5, XMLCharacters.isSpace(bytes[5]) else { return }
    at = 5
    var last = 0
    while true {
      let before = at
      skipSpace(bytes)
      if has(bytes, "?>") { break }
      guard at > before, at < bytes.count else { throw Stop(.brokenDeclaration, at) }
      let number = try part(bytes)
      // The version comes first and must be there; the others follow in their order.
      guard number == last + 1 || (last == 1 && number == 3) else {
        throw Stop(.brokenDeclaration, before)
      }
      last = number
    }
    guard last > 0 else { throw Stop(.brokenDeclaration, at) }
    at += 2
  }

  /// Reads one part and says which: 1 for the version, 2 for the encoding, 3 for standalone.
  private mutating func part(_ bytes: Span<UInt8>) throws(Stop) -> Int {
    let start = at
    while at < bytes.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[at]) { at += 1 }
    let name = String(decoding: (start..<at).map { bytes[$0] }, as: UTF8.self)
    skipSpace(bytes)
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
      throw Stop(.brokenDeclaration, at)
    }
    at += 1
    skipSpace(bytes)
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
      throw Stop(.brokenDeclaration, at)
    }
    let quote = bytes[at]
    at += 1
    let valueStart = at
    while at < bytes.count, bytes[at] != quote, at - valueStart < 64 { at += 1 }
    guard at < bytes.count, bytes[at] == quote else { throw Stop(.brokenDeclaration, at) }
    let value = String(decoding: (valueStart..<at).map { bytes[$0] }, as: UTF8.self)
    at += 1
    return try MessageParser.check(name, value, at: valueStart)
  }

  private static func check(
    _ name: String,
    _ value: String,
    at offset: Int
  ) throws(Stop) -> Int {
    switch name {
    case "version":
      guard value == "1.0" else { throw Stop(.xmlVersion, offset) }
      return 1
    case "encoding":
      let isName =
        value.utf8.allSatisfy { byte in
          byte < 0x80
            && (XMLCharacters.isName(UInt32(byte)) || XMLCharacters.isNameStart(UInt32(byte)))
        } && value.utf8.first.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } ?? false
      guard isName else { throw Stop(.brokenDeclaration, offset) }
      guard value.uppercased() == "UTF-8" else { throw Stop(.otherEncoding, offset) }
      return 2
    case "standalone":
      guard value == "yes" || value == "no" else { throw Stop(.brokenDeclaration, offset) }
      return 3
    default: throw Stop(.brokenDeclaration, offset)
    }
  }
}
