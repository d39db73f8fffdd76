// The first element, which tells which message this is.
extension MessageParser {
  /// Reads the start tag of the message; false when that tag also ends it.
  mutating func rootElement(_ bytes: Span<UInt8>) throws(Stop) -> Bool {
    let start = at
    at += 1
    let name = try name(bytes, orElse: start + 1 < bytes.count ? .notXML : .truncated)
    let isClosed = try attributes(bytes)
    let uri = try rootNamespace(bytes, name)
    let isMessage = MessageParser.isEqual(bytes, name.local, Array("Bericht".utf8))
    begin(try MessageParser.recognise(uri, isMessage: isMessage, at: start))
    let scope = try scope(bytes, in: NamespaceScopes.outermost)
    frames.append(Frame(node: 0, position: 0, name: names.number(bytes, name.range), scope: scope))
    try checkAttributes(bytes, in: scope)
    if isClosed { close(endingAt: at) }
    return !isClosed
  }

  private mutating func begin(_ type: MessageType) {
    self.type = type
    let grammar = type.reading
    nodes = grammar.nodes
    codes = grammar.codes
    elementNames = grammar.names
    predictions = Array(repeating: Prediction(), count: nodes.count)
    store = ColumnStore(grammar)
  }

  /// The namespace of the first element, from its own attributes.
  private mutating func rootNamespace(
    _ bytes: Span<UInt8>,
    _ name: Name
  ) throws(Stop) -> String {
    for attribute in attributes {
      guard let prefix = declaredPrefix(bytes, attribute), isEqual(bytes, prefix, name.prefix)
      else { continue }
      return String(decoding: try content(bytes, of: attribute), as: UTF8.self)
    }
    guard name.prefix.isEmpty || MessageParser.isXML(bytes, name.prefix) else {
      throw Stop(.undeclaredPrefix, name.range.lowerBound)
    }
    return ""
  }

  /// The message that a namespace stands for, or why it cannot be read.
  private static func recognise(
    _ uri: String,
    isMessage: Bool,
    at offset: Int
  ) throws(Stop) -> MessageType {
    let parts = uri.split(separator: "/", omittingEmptySubsequences: false)
    guard isMessage, parts.count == 7, parts[2] == "www.istandaarden.nl", parts[6] == "schema"
    else { throw Stop(.unknownMessage, offset) }
    if parts[3] == "ijw" { throw Stop(.otherFamily, offset) }
    guard parts[3] == "iwmo" else { throw Stop(.unknownMessage, offset) }
    guard parts[4] == "3_2" else { throw Stop(.otherVersion, offset) }
    guard let type = MessageType.named(parts[5].uppercased()), type.namespace == uri else {
      throw Stop(.unknownType, offset)
    }
    return type
  }
}
