// Start tags and end tags of the elements that the grammar knows.
extension MessageParser {
  /// Reads a start tag; true when it opens an element with a value, which is then read next.
  @inline(__always)
  mutating func startTag(_ bytes: Span<UInt8>) throws(Stop) -> Bool {
    let frame = frames[frames.count - 1]
    if let child = predicted(bytes, in: frame) {
      let prediction = predictions[child]
      let start = at
      at += prediction.entry.count + 2
      open(child, name: prediction.name, scope: frame.scope, start: start)
      return nodes[child].content != .elements
    }
    return try spelledOutStartTag(bytes)
  }

  /// The child element whose start tag stands here in the same form as the last time.
  ///
  /// Looks no further than the next element that must be there.
  @inline(__always)
  private func predicted(_ bytes: Span<UInt8>, in frame: Frame) -> Int? {
    let parent = nodes[Int(frame.node)]
    var index = frame.position >> 1
    var mayPass = frame.position & 1 == 1
    while index < parent.childCount {
      let child = Int(parent.firstChild + index)
      let prediction = predictions[child]
      let end = at + 1 + prediction.entry.count
      if prediction.scope == frame.scope, prediction.name >= 0, end < bytes.count,
        bytes[end] == UInt8(ascii: ">"),
        names.matches(prediction.entry, bytes.bytes, at: at + 1)
      {
        return child
      }
      if !mayPass, nodes[child].required { return nil }
      mayPass = false
      index += 1
    }
    return nil
  }

  /// Reads a start tag of any form.
  private mutating func spelledOutStartTag(_ bytes: Span<UInt8>) throws(Stop) -> Bool {
    let start = at
    let outer = frames[frames.count - 1].scope
    at += 1
    let name = try name(bytes, orElse: .brokenTag)
    let isClosed = try attributes(bytes)
    let scope = try scope(bytes, in: outer)
    guard let namespace = scopes.namespace(bytes, name.prefix, in: scope) else {
      throw Stop(.undeclaredPrefix, start)
    }
    guard let child = match(bytes, name.local, namespace, at: start) else {
      try checkAttributes(bytes, in: scope)
      if !isClosed { try skipElement(bytes, name.range) }
      return false
    }
    let number = names.number(bytes, name.range)
    guard names.count <= limits.names else { throw Stop(.tooManyNames, start) }
    if scope == outer {
      let entry = names.entries[Int(number)]
      predictions[child] = Prediction(name: number, scope: scope, entry: entry)
    }
    open(child, name: number, scope: scope, start: start)
    try checkAttributes(bytes, in: scope)
    let isLeaf = nodes[child].content != .elements
    if isClosed {
      if isLeaf { note(.emptyValue, at: start) }
      close(endingAt: at)
      return false
    }
    return isLeaf
  }

  /// The child element that a name stands for in its place, or nil with a finding.
  ///
  /// Notes the elements that had to come before it.
  private mutating func match(
    _ bytes: Span<UInt8>,
    _ local: Range<Int>,
    _ namespace: NamespaceScopes.Namespace,
    at start: Int
  ) -> Int? {
    let frame = frames[frames.count - 1]
    let parent = nodes[Int(frame.node)]
    let next = Int(parent.firstChild + frame.position >> 1)
    var fault = FormatFault.unexpectedElement
    var known: Int?
    for child in Int(parent.firstChild)..<Int(parent.firstChild + parent.childCount) {
      guard MessageParser.isEqual(bytes, local, elementNames[child]) else { continue }
      known = child
      guard namespace == (nodes[child].isBase ? .base : .message) else {
        fault = .wrongNamespace
        continue
      }
      guard child >= next else {
        fault = .wrongOrder
        continue
      }
      noteMissing(upTo: child, at: start)
      return child
    }
    note(fault, at: start, in: known)
    return nil
  }

  /// Notes the mandatory child elements that should have come before a place.
  private mutating func noteMissing(upTo end: Int, at offset: Int) {
    let frame = frames[frames.count - 1]
    var child = Int(nodes[Int(frame.node)].firstChild + (frame.position + 1) >> 1)
    while child < end {
      if nodes[child].required {
        let name = String(decoding: elementNames[child], as: UTF8.self)
        note(.missingElement(name), at: offset)
      }
      child += 1
    }
  }

  /// Enters an element of the grammar: its row, its presence, its place on the stack.
  @inline(__always)
  private mutating func open(_ child: Int, name: Int32, scope: Int32, start: Int) {
    let node = nodes[child]
    let parent = frames.count - 1
    let index = Int32(child) - nodes[Int(frames[parent].node)].firstChild
    frames[parent].position = index * 2 + (node.repeats ? 1 : 2)
    if node.repeats { perform(.row(node.table, in: node.parentTable), start) }
    if node.content == .elements {
      if node.column >= 0 { perform(.presence(node.column, in: node.table), start) }
      if node.isClient { perform(.clientStart, start) }
    } else {
      leaf = child
    }
    frames.append(Frame(node: Int32(child), position: 0, name: name, scope: scope))
  }

  /// Reads the end tag of the element that is open.
  @inline(__always)
  mutating func endTag(_ bytes: Span<UInt8>) throws(Stop) {
    let entry = names.entries[Int(frames[frames.count - 1].name)]
    let end = at + 2 + entry.count
    if end < bytes.count, bytes[end] == UInt8(ascii: ">"),
      names.matches(entry, bytes.bytes, at: at + 2)
    {
      at = end + 1
    } else {
      try spelledOutEndTag(bytes)
    }
    close(endingAt: at)
  }

  private mutating func spelledOutEndTag(_ bytes: Span<UInt8>) throws(Stop) {
    let start = at
    let expected = names.bytes(frames[frames.count - 1].name)
    at += 2
    let name = try name(bytes, orElse: .brokenTag)
    guard MessageParser.isEqual(bytes, name.range, expected) else {
      throw Stop(.endTagMismatch, start)
    }
    try endOfEndTag(bytes)
  }

  /// Reads white space and the `>` of an end tag.
  mutating func endOfEndTag(_ bytes: Span<UInt8>) throws(Stop) {
    skipSpace(bytes)
    guard at < bytes.count else { throw Stop(.truncated, at) }
    guard bytes[at] == UInt8(ascii: ">") else { throw Stop(.brokenTag, at) }
    at += 1
  }

  /// Leaves the element that is open.
  @inline(__always)
  mutating func close(endingAt end: Int) {
    let frame = frames[frames.count - 1]
    let node = nodes[Int(frame.node)]
    if frame.position >> 1 < node.childCount {
      noteMissing(upTo: Int(node.firstChild + node.childCount), at: end - 1)
    }
    if node.isClient { perform(.clientEnd, end) }
    frames.removeLast()
  }
}
