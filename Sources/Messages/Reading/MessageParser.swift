/// One run over the bytes of a file: where it is, which elements are open, what was found.
///
/// The bytes are lent to each function, so that no pointer outlives them. After each value the
/// markup up to the next value is usually one seen before; `MarkupMemo` then skips it whole.
struct MessageParser {
  /// An open element of the grammar.
  struct Frame: Hashable {
    /// Its node in the grammar.
    var node: Int32
    /// Twice the index of the child element that may come next, plus one when that is a repeating
    /// child that was there already.
    var position: Int32
    /// Its name as written, with prefix, in `NameTable`.
    var name: Int32
    /// The namespace declarations in force inside it, in `NamespaceScopes`.
    var scope: Int32
  }

  let limits: ReaderLimits
  /// The next byte.
  var at = 0
  var type: MessageType?
  var nodes: [ReadingGrammar.Node] = []
  var codes: [Int64] = []
  var elementNames: [[UInt8]] = []
  var frames: [Frame] = []
  /// Whether remembered markup was passed since `frames` was true.
  var framesAreStale = false
  /// The node of the value that is read next.
  var leaf = 0
  var names = NameTable()
  var scopes = NamespaceScopes()
  /// For each node how it was written the last time.
  var predictions: [Prediction] = []
  var store = ColumnStore()
  var memo = MarkupMemo()
  var remembering: Bool
  var findings: [PendingFinding] = []
  var findingCount = 0
  /// The number of findings when markup was last remembered.
  var findingsBefore = 0
  var clientStart = 0
  var clientRanges: [Range<Int>] = []
  /// A value put together from pieces.
  var scratch: [UInt8] = []
  var attributes: [Attribute] = []
  var month = Lexical.Month()

  init(limits: ReaderLimits, remembering: Bool) {
    self.limits = limits
    self.remembering = remembering
  }
}

/// How an element was written the last time, without attributes: the likely way of the next time.
struct Prediction {
  var name: Int32 = -1
  var scope: Int32 = -1
  var entry = WordStore.Entry(start: 0, count: 0)
}

/// A finding whose line is not known yet.
struct PendingFinding {
  let fault: FormatFault
  let offset: Int
  let path: String
}

// MARK: - The document

extension MessageParser {
  /// Reads the whole file.
  mutating func document(_ bytes: Span<UInt8>) throws(Stop) {
    try declaration(bytes)
    try around(bytes)
    guard at < bytes.count else { throw Stop(.truncated, at) }
    if try rootElement(bytes) {
      while try nextLeaf(bytes) {
        arrive(bytes)
        repeat { try value(bytes) } while follow(bytes)
      }
    }
    try around(bytes)
    if at < bytes.count { throw Stop(.contentAfterEnd, at) }
  }

  /// Reads comments, instructions and white space before and after the message.
  private mutating func around(_ bytes: Span<UInt8>) throws(Stop) {
    while true {
      skipSpace(bytes)
      guard at < bytes.count else { return }
      guard bytes[at] == UInt8(ascii: "<") else {
        throw Stop(type == nil ? .notXML : .contentAfterEnd, at)
      }
      guard at + 1 < bytes.count else { throw Stop(.truncated, at) }
      switch bytes[at + 1] {
      case UInt8(ascii: "?"): try instruction(bytes)
      case UInt8(ascii: "!"):
        guard has(bytes, "<!--") else { throw declarationFault(bytes) }
        try comment(bytes)
      default: return
      }
    }
  }

  /// Reads on to the start of the next value; false when the message has ended.
  mutating func nextLeaf(_ bytes: Span<UInt8>) throws(Stop) -> Bool {
    while !frames.isEmpty {
      skipSpace(bytes)
      guard at + 1 < bytes.count else { throw Stop(.truncated, bytes.count) }
      guard bytes[at] == UInt8(ascii: "<") else {
        try strayText(bytes)
        continue
      }
      switch bytes[at + 1] {
      case UInt8(ascii: "/"): try endTag(bytes)
      case UInt8(ascii: "!"): try markedSection(bytes)
      case UInt8(ascii: "?"): try instruction(bytes)
      default: if try startTag(bytes) { return true }
      }
    }
    return false
  }

  /// Skips blanks, tabs and line ends.
  @inline(__always)
  mutating func skipSpace(_ bytes: Span<UInt8>) {
    var index = at
    while index < bytes.count, XMLCharacters.isSpace(bytes[index]) { index += 1 }
    at = index
  }

  /// Whether a text of ASCII stands at the next byte.
  func has(_ bytes: Span<UInt8>, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard at + count <= bytes.count else { return false }
    return text.withUTF8Buffer { expected in
      for index in 0..<count where bytes[at + index] != expected[index] { return false }
      return true
    }
  }
}

// MARK: - Findings

extension MessageParser {
  /// Notes a finding in the element that is open.
  ///
  /// A finding about a known child element that was not entered names its node.
  mutating func note(_ fault: FormatFault, at offset: Int, in child: Int? = nil) {
    findingCount += 1
    guard findings.count < limits.findings else { return }
    recallFrames()
    var path = path()
    if let child { path += "/" + String(decoding: elementNames[child], as: UTF8.self) }
    findings.append(PendingFinding(fault: fault, offset: offset, path: path))
  }

  /// The path of the open elements, with the number of each repeating one.
  func path() -> String {
    var path = ""
    for frame in frames {
      let node = nodes[Int(frame.node)]
      path += "/" + String(decoding: elementNames[Int(frame.node)], as: UTF8.self)
      if node.repeats { path += "[\(store.ordinal(Int(node.table)))]" }
    }
    return path
  }

  /// The outcome, with the lines of the findings.
  func result(_ bytes: Span<UInt8>) -> ReadResult {
    var message: Message?
    if findingCount == 0, let type { message = store.message(type) }
    return ReadResult(
      message: message,
      type: type,
      findings: located(bytes),
      omittedFindings: findingCount - findings.count,
      clientRanges: clientRanges,
      length: bytes.count
    )
  }

  private func located(_ bytes: Span<UInt8>) -> [FormatFinding] {
    var line = 1
    var counted = 0
    return findings.sorted { $0.offset < $1.offset }.map { finding in
      while counted < min(finding.offset, bytes.count) {
        if bytes[counted] == UInt8(ascii: "\n") { line += 1 }
        counted += 1
      }
      return FormatFinding(fault: finding.fault, line: line, path: finding.path)
    }
  }
}
