import Messages
import Testing

/// A file made to break a reader, and the first thing that must be said of it.
struct HostileFile: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let fault: FormatFault
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ fault: FormatFault) {
    self.init(name, Array(text.utf8), fault)
  }

  init(_ name: String, _ bytes: [UInt8], _ fault: FormatFault) {
    self.name = name
    self.bytes = bytes
    self.fault = fault
  }
}

@Suite("Hostile files")
struct HostileFileTests {
  static let bericht = "<Bericht xmlns=\"\(Claims.message)\">"

  /// Something in the place of the first element below the message.
  static func inside(_ text: String) -> String { bericht + text + "</Bericht>" }

  static func versions(_ namespace: String) -> String { "<Bericht xmlns=\"\(namespace)\"/>" }

  static let bomb =
    "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\">"
    + (0..<20).map { "<!ENTITY b\($0) \"\(String(repeating: "&a;", count: 500))\">" }.joined()
    + "]>"

  static let encodings: [HostileFile] = [
    HostileFile("empty", "", .empty),
    HostileFile("only white space", " \r\n\t ", .empty),
    HostileFile("byte order mark", [0xEF, 0xBB, 0xBF] + Array(Claims.text.utf8), .byteOrderMark),
    HostileFile("UTF-16 big", [0xFE, 0xFF, 0, 0x3C, 0, 0x42], .utf16),
    HostileFile("UTF-16 little", [0xFF, 0xFE, 0x3C, 0, 0x42, 0], .utf16),
    HostileFile("UTF-16 without mark", [0x3C, 0, 0x42, 0, 0x65, 0], .utf16),
    HostileFile("UTF-32", [0, 0, 0, 0x3C, 0, 0, 0, 0x42], .utf16),
    HostileFile("Latin-1 byte", Array("<!-- ".utf8) + [0xE9] + Array(" --><a/>".utf8), .notUTF8),
    HostileFile("overlong", Array("<!--".utf8) + [0xC0, 0xAF] + Array("--><a/>".utf8), .notUTF8),
    HostileFile("surrogate", Array("<!--".utf8) + [0xED, 0xA0, 0x80], .notUTF8),
    HostileFile("beyond Unicode", Array("<!--".utf8) + [0xF4, 0x90, 0x80, 0x80], .notUTF8),
    HostileFile("cut character", Array("<!--".utf8) + [0xE2, 0x82], .notUTF8),
    HostileFile(
      "declared Latin-1",
      "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
      .otherEncoding
    ),
    HostileFile("declared UTF-16", "<?xml version='1.0' encoding='UTF-16'?><a/>", .otherEncoding),
    HostileFile("no XML", "Geachte heer, mevrouw", .notXML),
    HostileFile("a ZIP", [0x50, 0x4B, 3, 4, 0, 0], .notXML),
    HostileFile("a NUL", [0x3C, 0x61, 0, 0x3E], .brokenTag),
  ]

  static let doctypes: [HostileFile] = [
    HostileFile("DOCTYPE", "<!DOCTYPE a><a/>", .doctype),
    HostileFile("external DTD", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", .doctype),
    HostileFile(
      "external entity",
      "<!DOCTYPE a [<!ENTITY e SYSTEM 'http://x/'>]><a>&e;</a>",
      .doctype
    ),
    HostileFile("entity bomb", bomb + "<a>&b1;</a>", .doctype),
    HostileFile("DOCTYPE after comment", "<!-- x --><?y?><!DOCTYPE a><a/>", .doctype),
    HostileFile("DOCTYPE inside", inside("<!DOCTYPE a>"), .doctype),
    HostileFile("unknown entity", inside("&x;"), .unknownEntity),
    HostileFile("many entities", inside(String(repeating: "&lol;", count: 10_000)), .unknownEntity),
    HostileFile(
      "XInclude",
      inside("<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='/etc/passwd'/>"),
      .unexpectedElement
    ),
  ]

  static let broken: [HostileFile] = [
    HostileFile("one bracket", "<", .truncated),
    HostileFile("no name", "< a/>", .notXML),
    HostileFile("cut in a tag", String(bericht.dropLast(3)), .truncated),
    HostileFile("cut in content", bericht + "<Header>", .truncated),
    HostileFile("cut comment", bericht + "<!-- ", .brokenComment),
    HostileFile("cut section", bericht + "<![CDATA[ ]]", .brokenSection),
    HostileFile("wrong end", inside("<a></b>"), .unexpectedElement),
    HostileFile("second root", Claims.text + "<a/>", .contentAfterEnd),
    HostileFile("text after the end", Claims.text + "x", .contentAfterEnd),
    HostileFile("late declaration", " <?xml version='1.0'?><a/>", .brokenDeclaration),
    HostileFile("XML 1.1", "<?xml version='1.1'?><a/>", .xmlVersion),
    HostileFile("double hyphen", inside("<!-- a -- b -->"), .brokenComment),
    HostileFile("section end in text", inside("]]>"), .sectionEndInText),
    HostileFile("control character", inside("\u{1}"), .illegalCharacter),
    HostileFile("reference to control", inside("&#1;"), .illegalCharacter),
    HostileFile("reference to surrogate", inside("&#xD800;"), .illegalCharacter),
    HostileFile(
      "endless reference",
      inside("&#" + String(repeating: "9", count: 90_000) + ";"),
      .illegalCharacter
    ),
    HostileFile("attribute twice", inside("<Header a='1' a='2'/>"), .duplicateAttribute),
    HostileFile("attribute without value", inside("<Header a/>"), .brokenAttribute),
    HostileFile("bracket in attribute", inside("<Header a='<'/>"), .brokenAttribute),
    HostileFile("undeclared prefix", inside("<x:Header/>"), .undeclaredPrefix),
    HostileFile("undone prefix", inside("<Header xmlns:a=''/>"), .brokenNamespace),
    HostileFile("xml as prefix", inside("<Header xmlns:xml='urn:x'/>"), .brokenNamespace),
  ]

  static let large: [HostileFile] = [
    HostileFile("depth", inside(String(repeating: "<a>", count: 20_000)), .unexpectedElement),
    HostileFile(
      "depth of prefixes",
      inside(String(repeating: "<a xmlns:b='c'>", count: 5000)),
      .unexpectedElement
    ),
    HostileFile(
      "many attributes",
      inside("<Header " + (0..<5000).map { "a\($0)='' " }.joined() + "/>"),
      .tooManyAttributes
    ),
    HostileFile(
      "many namespaces",
      inside("<Header " + (0..<5000).map { "xmlns:a\($0)='u' " }.joined() + "/>"),
      .tooManyAttributes
    ),
    HostileFile(
      "long name",
      inside("<" + String(repeating: "a", count: 90_000) + "/>"),
      .unexpectedElement
    ),
    HostileFile(
      "many elements",
      inside(String(repeating: "<a/>", count: 20_000)),
      .unexpectedElement
    ),
  ]

  static let others: [HostileFile] = [
    HostileFile("HTML", "<html><body/></html>", .unknownMessage),
    HostileFile("other root", "<Berichten xmlns=\"\(Claims.message)\"/>", .unknownMessage),
    HostileFile("no namespace", "<Bericht/>", .unknownMessage),
    HostileFile(
      "version 3.1",
      versions("http://www.istandaarden.nl/iwmo/3_1/wmo323/schema"),
      .otherVersion
    ),
    HostileFile("iJw", versions("http://www.istandaarden.nl/ijw/3_2/jw323/schema"), .otherFamily),
    HostileFile(
      "WMO303",
      versions("http://www.istandaarden.nl/iwmo/3_2/wmo303/schema"),
      .unknownType
    ),
  ]

  @Test(
    "IM-01: a hostile file is refused at once, with one clear sentence",
    arguments: encodings + doctypes + broken + large + others
  )
  func refused(file: HostileFile) throws {
    let clock = ContinuousClock()
    var result: ReadResult?
    let time = clock.measure { result = MessageReader.read(file.bytes.span) }
    #expect(result?.message == nil)
    #expect(result?.findings.first?.fault == file.fault)
    #if DEBUG
    #expect(time < .seconds(2), "without optimisation only a sanity check")
    #else
    #expect(time < .milliseconds(100))
    #endif
  }

  @Test("IM-01: a file beyond the size limit is refused unread")
  func size() {
    var limits = ReaderLimits.standard
    #expect(limits.fileSize == 256 * 1024 * 1024)
    limits.fileSize = 10
    let bytes = Array(Claims.text.utf8)
    #expect(MessageReader.read(bytes.span, limits: limits).findings.map(\.fault) == [.tooLarge])
  }

  @Test("IM-01: nesting deeper than 100 elements ends the reading")
  func depth() {
    let result = Claims.read(Self.inside(String(repeating: "<a>", count: 200)))
    #expect(result.findings.map(\.fault) == [.unexpectedElement, .tooDeep])
  }

  @Test("IM-01: a value beyond its limit ends the reading")
  func valueLength() {
    var limits = ReaderLimits.standard
    limits.valueLength = 50
    let long = String(repeating: "x", count: 60)
    for value in [long, "&#65;" + long, "<![CDATA[" + long + "]]>"] {
      let bytes = Array(Claims.changed("<b:Identificatie>A1<", "<b:Identificatie>\(value)<").utf8)
      let result = MessageReader.read(bytes.span, limits: limits)
      #expect(result.findings.map(\.fault) == [.valueTooLong])
    }
  }

  @Test("A file cut anywhere is refused, never a trap")
  func everyCut() {
    let bytes = Array(Claims.text.utf8)
    for end in 0..<(bytes.count - 1) {
      #expect(Claims.read(Array(bytes[0..<end])).message == nil)
    }
  }
}
