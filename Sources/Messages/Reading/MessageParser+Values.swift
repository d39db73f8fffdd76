// Values: from the bytes of an element to a number or text in its column.
extension MessageParser {
  /// Reads the value of the open element, up to its end tag.
  @inline(__always)
  mutating func value(_ bytes: Span<UInt8>) throws(Stop) {
    let start = at
    var end = at
    while end < bytes.count, MessageParser.isPlain(bytes[end]) { end += 1 }
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "<"),
      bytes[end + 1] == UInt8(ascii: "/")
    {
      at = end
      guard end - start <= limits.valueLength else { throw Stop(.valueTooLong, start) }
      do throws(FormatFault) { try accept(bytes.extracting(start..<end)) } catch {
        note(error, at: start)
      }
    } else {
      try piecedValue(bytes)
    }
  }

  /// Reads a value that holds references, sections, comments or other than plain characters.
  private mutating func piecedValue(_ bytes: Span<UInt8>) throws(Stop) {
    let start = at
    var hasElements = false
    scratch.removeAll(keepingCapacity: true)
    while true {
      try text(bytes)
      guard at + 1 < bytes.count else { throw Stop(.truncated, bytes.count) }
      let next = bytes[at + 1]
      if next == UInt8(ascii: "/") { break }
      if has(bytes, "<!--") {
        try comment(bytes)
      } else if next == UInt8(ascii: "!") {
        try section(bytes)
      } else if next == UInt8(ascii: "?") {
        try instruction(bytes)
      } else {
        try elementInValue(bytes)
        hasElements = true
      }
    }
    if hasElements { return note(.elementInValue, at: start) }
    let value = scratch
    do throws(FormatFault) { try accept(value.span) } catch { note(error, at: start) }
  }

  private mutating func elementInValue(_ bytes: Span<UInt8>) throws(Stop) {
    recallFrames()
    at += 1
    let name = try name(bytes, orElse: .brokenTag)
    if try !attributes(bytes) { try skipElement(bytes, name.range) }
    scratch.removeAll(keepingCapacity: true)
  }

  /// Checks a value against the type of its element and keeps it.
  @inline(__always)
  private mutating func accept(_ value: Span<UInt8>) throws(FormatFault) {
    let node = nodes[leaf]
    let column = Int(node.column)
    let table = Int(node.table)
    guard value.count > 0 else { throw .emptyValue }
    switch node.content {
    case .integer:
      store.set(column, in: table, try Lexical.integer(value, node))
    case .date:
      store.set(column, in: table, try Lexical.date(value, &month))
    case .code:
      guard let code = PackedCode.pack(value), isListed(code, node.codes) else {
        throw .notInList(listName())
      }
      store.set(column, in: table, code)
    case .digitCode:
      store.set(column, in: table, try Lexical.digitCode(value, node))
    case .digits:
      store.set(column, in: table, try Lexical.digits(value))
    case .fixed:
      guard let code = PackedCode.pack(value), code == node.fixed else {
        throw .fixed(PackedCode.unpack(node.fixed))
      }
      store.set(column, in: table, code)
    case .time:
      store.set(column, in: table, value.extracting(try Lexical.time(value)))
    case .text:
      try Lexical.check(value, node)
      store.set(column, in: table, value)
    case .elements: break
    }
  }

  /// Whether a list holds a code.
  @inline(__always)
  private func isListed(_ code: Int64, _ list: Range<Int32>) -> Bool {
    var low = Int(list.lowerBound)
    var high = Int(list.upperBound)
    while high - low > 8 {
      let middle = (low + high) / 2
      if codes[middle] <= code { low = middle } else { high = middle }
    }
    while low < high {
      if codes[low] == code { return true }
      low += 1
    }
    return false
  }

  private func listName() -> String {
    type?.grammar.nodes[leaf].type?.list?.name ?? ""
  }
}
