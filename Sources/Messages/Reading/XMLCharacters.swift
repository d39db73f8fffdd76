/// The classes of characters of XML 1.0 (fifth edition), and strict UTF-8.
enum XMLCharacters {
  /// One character of the input and the number of bytes it takes.
  struct Decoded {
    let scalar: UInt32
    let length: Int
  }

  /// Blank, tab, carriage return or line feed.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Decodes one character; nil when the bytes are not UTF-8 in its shortest form.
  static func decode(_ bytes: Span<UInt8>, at index: Int) -> Decoded? {
    let first = bytes[index]
    if first < 0x80 { return Decoded(scalar: UInt32(first), length: 1) }
    let length: Int
    var scalar: UInt32
    switch first {
    case 0xC2...0xDF: (length, scalar) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, scalar) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, scalar) = (4, UInt32(first & 0x07))
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    for offset in 1..<length {
      let next = bytes[index + offset]
      guard next & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    // The shortest form, no surrogates, nothing beyond Unicode.
    guard length < 3 || scalar >= (length == 3 ? 0x800 : 0x1_0000), scalar <= 0x10_FFFF,
      !(0xD800...0xDFFF).contains(scalar)
    else { return nil }
    return Decoded(scalar: scalar, length: length)
  }

  /// Whether a character may occur in an XML file at all.
  static func isLegal(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  /// Whether a name may begin with a character; the colon is left out, it divides a name in two.
  static func isNameStart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
      0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x1_0000...0xE_FFFF:
      true
    default: false
    }
  }

  /// Whether a character may stand further on in a name; the colon is left out.
  static func isName(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isNameStart(scalar)
    }
  }
}
