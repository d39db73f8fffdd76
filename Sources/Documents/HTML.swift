/// A piece of HTML: bytes that are safe to send, and nothing else.
///
/// There is no way to make one from a text without escaping it, so that a name with a `<` in it
/// cannot become markup; that is the whole idea.
package struct HTML: Hashable, Sendable {
  package private(set) var bytes: [UInt8]

  package init() { bytes = [] }

  /// Bytes of our own making.
  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// A text, escaped for between tags.
  package init(text: String) {
    self.init()
    HTML.escape(text, to: &bytes)
  }

  /// Pieces one after the other.
  package init(_ parts: [HTML]) {
    self.init()
    for part in parts { bytes.append(contentsOf: part.bytes) }
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package var isEmpty: Bool { bytes.isEmpty }

  package static func + (left: HTML, right: HTML) -> HTML { HTML([left, right]) }
}

extension HTML: ExpressibleByStringLiteral {
  /// A text of our own, escaped like any other.
  package init(stringLiteral text: String) { self.init(text: text) }
}

// MARK: - Writing

/// Pages are written piece by piece into one growing array: no tree and no copy of a part, because
/// a page with a table of hundreds of rows is asked for thousands of times a second.
extension HTML {
  /// Writes an element with a closing tag around what `content` writes.
  package mutating func element(
    _ name: StaticString,
    _ attributes: HTMLAttribute?...,
    content: (inout HTML) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// Writes an element with a closing tag around a text, which is escaped.
  package mutating func element(
    _ name: StaticString,
    _ attributes: HTMLAttribute?...,
    text: String
  ) {
    open(name, attributes)
    HTML.escape(text, to: &bytes)
    close(name)
  }

  /// Writes an element that holds nothing and has no closing tag, such as `input`.
  package mutating func void(_ name: StaticString, _ attributes: HTMLAttribute?...) {
    open(name, attributes)
  }

  /// Writes a text, escaped.
  package mutating func write(_ text: String) { HTML.escape(text, to: &bytes) }

  /// Writes what was made before.
  package mutating func write(_ piece: HTML) { bytes.append(contentsOf: piece.bytes) }

  /// Writes the line with which a document of HTML begins.
  package mutating func documentType() { append("<!DOCTYPE html>\n") }

  /// Makes room for what will be written.
  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  private mutating func open(_ name: StaticString, _ attributes: [HTMLAttribute?]) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for case .some(let attribute) in attributes { write(attribute) }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ name: StaticString) {
    append("</")
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func write(_ attribute: HTMLAttribute) {
    bytes.append(UInt8(ascii: " "))
    append(attribute.name)
    guard let value = attribute.value else { return }
    append("=\"")
    HTML.escape(value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}

// MARK: - Elements

extension HTML {
  /// An element with a closing tag.
  package static func element(
    _ name: StaticString,
    _ attributes: [HTMLAttribute] = [],
    _ content: HTML...
  ) -> HTML {
    element(name, attributes, content)
  }

  /// An element with a closing tag.
  package static func element(
    _ name: StaticString,
    _ attributes: [HTMLAttribute],
    _ content: [HTML]
  ) -> HTML {
    var piece = opening(name, attributes)
    for part in content { piece.bytes.append(contentsOf: part.bytes) }
    piece.bytes.append(contentsOf: "</".utf8)
    piece.append(name)
    piece.bytes.append(UInt8(ascii: ">"))
    return piece
  }

  /// An element that holds nothing and has no closing tag, such as `meta`.
  package static func void(_ name: StaticString, _ attributes: [HTMLAttribute] = []) -> HTML {
    opening(name, attributes)
  }

  /// A style sheet of our own; it holds no value from outside.
  package static func style(_ rules: StaticString) -> HTML {
    var piece = HTML(bytes: Array("<style>".utf8))
    piece.append(rules)
    piece.bytes.append(contentsOf: "</style>".utf8)
    return piece
  }

  /// A whole page in a language.
  package static func page(
    title: String,
    language: String,
    style: StaticString,
    _ content: [HTML]
  ) -> HTML {
    let head = element(
      "head",
      [],
      [
        void("meta", [.charset("utf-8")]),
        void("meta", [.name("viewport"), .content("width=device-width, initial-scale=1")]),
        element("title", [], HTML(text: title)),
        HTML.style(style),
      ]
    )
    let body = element("body", [], content)
    return HTML(bytes: Array("<!DOCTYPE html>\n".utf8))
      + element("html", [.lang(language)], head, body)
      + HTML(bytes: [0x0A])
  }

  private static func opening(_ name: StaticString, _ attributes: [HTMLAttribute]) -> HTML {
    var piece = HTML()
    piece.open(name, attributes)
    return piece
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private static func escape(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      case 0x09, 0x0A, 0x0D: bytes.append(byte)
      case 0..<0x20, 0x7F: bytes.append(contentsOf: "\u{FFFD}".utf8)
      default: bytes.append(byte)
      }
    }
  }
}
