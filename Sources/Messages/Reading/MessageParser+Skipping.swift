// Elements that do not belong where they are: passed over, but still checked to be XML.
extension MessageParser {
  /// Passes the content and the end tag of an element whose start tag was read.
  mutating func skipElement(_ bytes: Span<UInt8>, _ name: Range<Int>) throws(Stop) {
    var open = [name]
    while let innermost = open.last {
      scratch.removeAll(keepingCapacity: true)
      try text(bytes)
      guard at + 1 < bytes.count else { throw Stop(.truncated, bytes.count) }
      switch bytes[at + 1] {
      case UInt8(ascii: "/"):
        let start = at
        at += 2
        let name = try self.name(bytes, orElse: .brokenTag)
        guard isEqual(bytes, name.range, innermost) else { throw Stop(.endTagMismatch, start) }
        try endOfEndTag(bytes)
        open.removeLast()
      case UInt8(ascii: "!"):
        if has(bytes, "<!--") { try comment(bytes) } else { try section(bytes) }
      case UInt8(ascii: "?"): try instruction(bytes)
      default:
        at += 1
        let name = try self.name(bytes, orElse: .brokenTag)
        if try !attributes(bytes) { open.append(name.range) }
        guard frames.count + open.count <= limits.depth else { throw Stop(.tooDeep, at) }
      }
    }
  }
}
