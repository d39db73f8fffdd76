import Foundation
import FoundationXML
import Messages
import Testing

/// The reader against other readers on messages with random changes.
///
/// The seed is printed with each failure; `REGIE_SEED` and `REGIE_ROUNDS` set another one and more
/// rounds.
@Suite("Reader against libxml2")
struct DifferentialTests {
  static func setting(_ name: String, _ usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? usual
  }

  static let seed = UInt64(setting("REGIE_SEED", 20_250_101))
  static let rounds = setting("REGIE_ROUNDS", 1)

  static let xmllint: URL? = {
    let places = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    return places.map { URL(filePath: String($0)).appending(path: "xmllint") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Faults for which this reader alone may refuse a file.
  private static func isStricter(_ fault: FormatFault) -> Bool {
    switch fault {
    case .doctype, .byteOrderMark, .otherEncoding, .xmlVersion, .yearOutOfRange, .undeclaredPrefix,
      .brokenNamespace, .duplicateAttribute, .attribute:
      true
    default: false
    }
  }

  @Test("With and without remembered markup the result is the same")
  func remembering() {
    let lines = Claims.text.replacingOccurrences(
      of: Claims.line(2),
      with: (2...30).map(Claims.line).joined(separator: "\n")
    )
    let base = Array(lines.utf8)
    var mutation = Mutation(seed: Self.seed)
    for round in 0..<(400 * Self.rounds) {
      let bytes = round == 0 ? base : mutation.mutate(base)
      let with = MessageReader.read(bytes.span, remembering: true)
      let without = MessageReader.read(bytes.span, remembering: false)
      #expect(with.message == without.message, "seed \(Self.seed) round \(round)")
      #expect(with.findings == without.findings, "seed \(Self.seed) round \(round)")
      #expect(with.omittedFindings == without.omittedFindings)
      #expect(with.clientRanges == without.clientRanges, "seed \(Self.seed) round \(round)")
    }
  }

  // Needs the schemas and samples beside the repository, and the program xmllint.
  @Test(
    "Changed messages are accepted exactly when they validate, apart from the stricter refusals",
    .enabled(if: Shared.isThere && xmllint != nil),
    arguments: MessageType.all
  )
  func acceptance(type: MessageType) throws {
    let samples = try Shared.samples.map(Shared.bytes).filter { Claims.read($0).type == type }
    #expect(!samples.isEmpty)
    var mutation = Mutation(seed: Self.seed &+ UInt64(type.code))
    var files = samples
    for round in 0..<(120 * Self.rounds) {
      files.append(mutation.mutate(samples[round % samples.count]))
    }
    let valid = try validated(files, type)
    for (index, bytes) in files.enumerated() {
      let result = Claims.read(bytes)
      let place = "seed \(Self.seed), \(type) file \(index)"
      if result.message == nil, valid.contains(index) {
        let faults = result.findings.map(\.fault)
        #expect(faults.allSatisfy(Self.isStricter), "refused here only: \(place)\n\(text(bytes))")
      } else {
        let found = result.findings.map(\.english)
        #expect(
          (result.message != nil) == valid.contains(index),
          "\(place) \(found)\n\(text(bytes))"
        )
      }
      if let message = result.message {
        #expect(Content.of(message) == (try Content.of(bytes, type)), "\(place)")
      }
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The numbers of the files that validate.
  private func validated(_ files: [[UInt8]], _ type: MessageType) throws -> Set<Int> {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, bytes) in files.enumerated() {
      try Data(bytes).write(to: folder.appending(path: "\(index).xml"))
    }
    let output = folder.appending(path: "output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = Self.xmllint
    process.currentDirectoryURL = folder
    process.arguments =
      ["--noout", "--nonet", "--schema", Shared.schema(type.name).path]
      + files.indices.map { "\($0).xml" }
    process.standardError = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    // The program quotes bytes of broken files, so its output need not be UTF-8.
    let lines = String(decoding: try Data(contentsOf: output), as: UTF8.self).split(separator: "\n")
    return Set(
      lines.filter { $0.hasSuffix(".xml validates") }.compactMap { Int($0.prefix { $0 != "." }) }
    )
  }
}

/// The values of a message as sorted lines of path and text.
enum Content {
  static func of(_ message: Message) -> [String] {
    let grammar = message.type.grammar
    var lines: [String] = []
    for field in grammar.fields where grammar[field].storage != .presence {
      for row in 0..<message.count(field.table) {
        if let text = message.text(field, row) {
          lines.append(message.path(field, row) + "=" + text)
        }
      }
    }
    return lines.sorted()
  }

  /// The values as libxml2 reads them.
  static func of(_ bytes: [UInt8], _ type: MessageType) throws -> [String] {
    let collector = Collector(type)
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    parser.delegate = collector
    if !parser.parse() { collector.lines.append("not parsed") }
    return collector.lines.sorted()
  }

  private final class Collector: NSObject, XMLParserDelegate {
    var lines: [String] = []
    private let grammar: MessageGrammar
    private var open: [(node: Int, step: String, counts: [Int: Int])] = []
    private var text = ""

    init(_ type: MessageType) { grammar = type.grammar }

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      text = ""
      guard let parent = open.last else {
        return open.append((0, "", [:]))
      }
      let local = name.split(separator: ":").last.map(String.init) ?? name
      guard
        let node = grammar.nodes[parent.node].children.first(where: {
          grammar.nodes[$0].name == local
        })
      else { return }
      let number = (parent.counts[node] ?? 0) + 1
      open[open.count - 1].counts[node] = number
      let step = grammar.nodes[node].repeats ? "\(local)[\(number)]" : local
      open.append((node, step, [:]))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
      text += String(decoding: block, as: UTF8.self)
    }

    func parser(
      _ parser: XMLParser,
      didEndElement name: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      let path = "/Bericht" + open.dropFirst().map { "/" + $0.step }.joined()
      if let node = open.popLast()?.node, let type = grammar.nodes[node].type {
        lines.append("\(path)=\(canonical(text, type))")
      }
      text = ""
    }

    private func canonical(_ text: String, _ type: SimpleType) -> String {
      let trimmed = text.trimmingCharacters(in: CharacterSet(charactersIn: " \t\r\n"))
      switch type.base {
      case .integer: return Int64(trimmed).map { String($0) } ?? "no number"
      case .date, .time: return trimmed
      case .string: return text
      }
    }
  }
}
