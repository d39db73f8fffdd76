import Generators

/// Changes a message in a way that often leaves it readable: values, markup, order, single bytes.
struct Mutation {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let values = [
    "", " ", "0", "00012", "+5", "-0", "-1", "99999999", "100000000", "1000000000000", "1.0",
    "2025-02-29", "2024-02-29", " 2025-01-01 ", "2025-1-1", "2025-01-01Z", "12025-01-01",
    "-2025-01-01", "0000-01-01", "24:00:00", "24:00:01", "12:00:00.5", "12:00:00.", "12:60:00",
    "12:00:00Z", "01", "1", "D", "d", "C", "0344", "344", "99990101", "999900006", "1.0.0",
    "1.00.0", "é", "€€€€€", "ỳ", "aaaaaa", "J.", "a b", "\ta", "a\nb", "\u{1F600}", "NL", "XX",
    "82", "14", "16", "6", "0200", "02A03", "02A033", "123456789012345678901", "a]b", "a>b",
  ]
  private static let markup = [
    " ", "\n", "\r\n", "\t", "<!-- x -->", "<!---->", "<?p q?>", "<![CDATA[]]>", "<![CDATA[ ]]>",
    "<![CDATA[x]]>", "&#32;", "&#65;", "&#x41;", "&amp;", "&lt;", "&nbsp;", "x", "]]>", "<a/>",
    "<a></a>", "<", ">", "&", "\u{0}", "\u{7F}", "\u{FFFE}", "\u{85}", "\u{2028}", "\u{A0}",
  ]
  private static let attributes = [
    " a='1'", " xmlns:q='urn:q'", " xmlns=''", " xmlns='urn:q'", " xml:lang='nl'", " ", "/",
    " xmlns:b='\(Claims.base)'", " xmlns='\(Claims.message)'", " xmlns:i='urn:i' i:a='1'",
    " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='u v'",
    " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'",
  ]

  /// The bytes with one to three changes.
  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) where bytes.count > 200 {
      switch Int.random(in: 0..<8, using: &random) {
      case 0...2: replaceValue(&bytes)
      case 3: insert(Self.markup, after: UInt8(ascii: ">"), in: &bytes)
      case 4: insert(Self.attributes, after: nil, in: &bytes)
      case 5: moveElement(&bytes)
      case 6: insert(Self.markup, after: UInt8.random(in: 0x30...0x7A, using: &random), in: &bytes)
      default: changeByte(&bytes)
      }
    }
    return bytes
  }

  private mutating func place(of byte: UInt8, in bytes: [UInt8]) -> Int? {
    let start = Int.random(in: 0..<bytes.count, using: &random)
    return bytes[start...].firstIndex(of: byte) ?? bytes.firstIndex(of: byte)
  }

  private mutating func replaceValue(_ bytes: inout [UInt8]) {
    // A value ends where an end tag begins right after something that is not markup.
    guard let slash = place(of: UInt8(ascii: "/"), in: bytes), slash > 1,
      bytes[slash - 1] == UInt8(ascii: "<"),
      let start = bytes[..<(slash - 1)].lastIndex(of: UInt8(ascii: ">"))
    else { return }
    let value = Self.values.randomElement(using: &random) ?? ""
    bytes.replaceSubrange((start + 1)..<(slash - 1), with: Array(value.utf8))
  }

  private mutating func insert(_ texts: [String], after byte: UInt8?, in bytes: inout [UInt8]) {
    let text = Array((texts.randomElement(using: &random) ?? "").utf8)
    if let byte {
      guard let place = place(of: byte, in: bytes) else { return }
      bytes.insert(contentsOf: text, at: place + 1)
    } else {
      guard let place = place(of: UInt8(ascii: ">"), in: bytes) else { return }
      bytes.insert(contentsOf: text, at: place)
    }
  }

  /// Removes, doubles or moves a stretch from one `<` to a later one.
  private mutating func moveElement(_ bytes: inout [UInt8]) {
    guard var start = place(of: UInt8(ascii: "<"), in: bytes) else { return }
    var end = start
    for _ in 0..<(2 * Int.random(in: 1...3, using: &random)) {
      end = bytes[(end + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count - 1
      if end >= bytes.count - 1 { return }
    }
    let part = Array(bytes[start..<end])
    if Bool.random(using: &random) { bytes.removeSubrange(start..<end) }
    if Bool.random(using: &random) {
      start = min(start, bytes.count)
      let back = bytes[..<start].lastIndex(of: UInt8(ascii: "<")) ?? start
      bytes.insert(contentsOf: part, at: back)
    }
  }

  private mutating func changeByte(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes.remove(at: place)
    case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
    default: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: place)
    }
  }
}
