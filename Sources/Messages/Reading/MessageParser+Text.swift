// Text, references, comments, CDATA and instructions.
extension MessageParser {
  /// Whether a byte of text stands for itself and needs no further look.
  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "<") && byte != UInt8(ascii: "&")
      && byte != UInt8(ascii: "]")
  }

  /// Passes one character that XML allows.
  mutating func character(_ bytes: Span<UInt8>) throws(Stop) {
    guard let character = XMLCharacters.decode(bytes, at: at) else { throw Stop(.notUTF8, at) }
    guard XMLCharacters.isLegal(character.scalar) else { throw Stop(.illegalCharacter, at) }
    at += character.length
  }

  /// Adds the text up to the next `<` to `scratch`, with its references replaced.
  mutating func text(_ bytes: Span<UInt8>) throws(Stop) {
    while at < bytes.count {
      let byte = bytes[at]
      if MessageParser.isPlain(byte) {
        scratch.append(byte)
        at += 1
      } else if byte == UInt8(ascii: "<") {
        return
      } else if byte == UInt8(ascii: "&") {
        append(try reference(bytes))
      } else {
        if has(bytes, "]]>") { throw Stop(.sectionEndInText, at) }
        try appendCharacter(bytes)
      }
      guard scratch.count <= limits.valueLength else { throw Stop(.valueTooLong, at) }
    }
  }

  /// Adds one character as it is, a line end as a line feed.
  private mutating func appendCharacter(_ bytes: Span<UInt8>) throws(Stop) {
    let start = at
    try character(bytes)
    if bytes[start] == UInt8(ascii: "\r") {
      if at < bytes.count, bytes[at] == UInt8(ascii: "\n") { at += 1 }
      scratch.append(UInt8(ascii: "\n"))
    } else {
      for index in start..<at { scratch.append(bytes[index]) }
    }
  }

  private mutating func append(_ scalar: UInt32) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    for byte in UTF8.encode(scalar) ?? .init() { scratch.append(byte) }
  }

  /// Reads text between elements, where only white space may stand.
  mutating func strayText(_ bytes: Span<UInt8>) throws(Stop) {
    let start = at
    scratch.removeAll(keepingCapacity: true)
    try text(bytes)
    if !scratch.allSatisfy(XMLCharacters.isSpace) { note(.textBetweenElements, at: start) }
  }

  /// Reads a reference to a character.
  mutating func reference(_ bytes: Span<UInt8>) throws(Stop) -> UInt32 {
    let start = at
    at += 1
    guard at < bytes.count else { throw Stop(.truncated, at) }
    if bytes[at] == UInt8(ascii: "#") { return try numericReference(bytes) }
    let name = try name(bytes, orElse: .brokenReference)
    guard at < bytes.count else { throw Stop(.truncated, at) }
    guard bytes[at] == UInt8(ascii: ";") else { throw Stop(.brokenReference, start) }
    at += 1
    let known: [(String, UInt32)] = [
      ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("apos", 0x27), ("quot", 0x22),
    ]
    for (text, scalar) in known
    where MessageParser.isEqual(bytes, name.range, Array(text.utf8)) {
      return scalar
    }
    throw Stop(.unknownEntity, start)
  }

  private mutating func numericReference(_ bytes: Span<UInt8>) throws(Stop) -> UInt32 {
    let start = at - 1
    at += 1
    var radix: UInt32 = 10
    if at < bytes.count, bytes[at] == UInt8(ascii: "x") {
      radix = 16
      at += 1
    }
    var scalar: UInt32 = 0
    var digits = 0
    while at < bytes.count, let digit = MessageParser.digit(bytes[at], radix) {
      // Beyond Unicode it stays beyond, however many digits follow.
      scalar = min(scalar * radix + digit, 0x11_0000)
      digits += 1
      at += 1
    }
    guard at < bytes.count else { throw Stop(.truncated, at) }
    guard digits > 0, bytes[at] == UInt8(ascii: ";") else { throw Stop(.brokenReference, start) }
    guard XMLCharacters.isLegal(scalar) else { throw Stop(.illegalCharacter, start) }
    at += 1
    return scalar
  }

  private static func digit(_ byte: UInt8, _ radix: UInt32) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where radix == 16: UInt32(byte - 0x41 + 10)
    case 0x61...0x66 where radix == 16: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }
}

// MARK: - Comments, CDATA, instructions

extension MessageParser {
  /// Reads a comment or CDATA section between elements.
  mutating func markedSection(_ bytes: Span<UInt8>) throws(Stop) {
    if has(bytes, "<!--") { return try comment(bytes) }
    let start = at
    scratch.removeAll(keepingCapacity: true)
    try section(bytes)
    // Even an empty section is text, and text between elements is not valid.
    note(.textBetweenElements, at: start)
  }

  /// Why a `<!` that begins neither a comment nor a section is refused.
  func declarationFault(_ bytes: Span<UInt8>) -> Stop {
    if has(bytes, "<!DOCTYPE") { return Stop(.doctype, at) }
    if has(bytes, "<![CDATA[") { return Stop(.contentAfterEnd, at) }
    return Stop(.brokenTag, at)
  }

  /// Passes a comment.
  mutating func comment(_ bytes: Span<UInt8>) throws(Stop) {
    let start = at
    at += 4
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "-"), at + 1 < bytes.count, bytes[at + 1] == byte {
        guard at + 2 < bytes.count else { break }
        guard bytes[at + 2] == UInt8(ascii: ">") else { throw Stop(.brokenComment, at) }
        at += 3
        return
      }
      if byte >= 0x20 && byte < 0x80 { at += 1 } else { try character(bytes) }
    }
    throw Stop(.brokenComment, start)
  }

  /// Adds the content of a CDATA section to `scratch`.
  mutating func section(_ bytes: Span<UInt8>) throws(Stop) {
    guard has(bytes, "<![CDATA[") else { throw declarationFault(bytes) }
    let start = at
    at += 9
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "]"), has(bytes, "]]>") {
        at += 3
        return
      }
      try appendCharacter(bytes)
      guard scratch.count <= limits.valueLength else { throw Stop(.valueTooLong, start) }
    }
    throw Stop(.brokenSection, start)
  }

  /// Passes a processing instruction.
  mutating func instruction(_ bytes: Span<UInt8>) throws(Stop) {
    let start = at
    at += 2
    let target = try name(bytes, orElse: .brokenInstruction)
    if target.range.count == 3, target.range.map({ bytes[$0] | 0x20 }) == Array("xml".utf8) {
      throw Stop(.brokenDeclaration, start)
    }
    guard target.colon == nil else { throw Stop(.brokenInstruction, start) }
    guard at < bytes.count else { throw Stop(.brokenInstruction, start) }
    guard XMLCharacters.isSpace(bytes[at]) || has(bytes, "?>") else {
      throw Stop(.brokenInstruction, start)
    }
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "?"), has(bytes, "?>") {
        at += 2
        return
      }
      try character(bytes)
    }
    throw Stop(.brokenInstruction, start)
  }
}
