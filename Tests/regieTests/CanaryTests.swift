import Foundation
import Messages
import Synthetic
import Testing

/// What must not be found in any file: everything that identifies a resident of the small region.
private struct Canaries {
  /// A value in one form, as bytes.
  struct Form {
    let kind: String
    let bytes: [UInt8]
    /// Whether so few bytes could stand somewhere by chance.
    let isShort: Bool
  }

  let forms: [Form]
  /// The forms by their first four bytes, and a quick answer for most bytes that begin none.
  private let byStart: [UInt32: [Int]]
  private let filter: [Bool]

  init(_ region: SyntheticRegion) {
    var texts: Set<String> = []
    for index in 0..<region.fileCount { Self.collect(region.message(index), &texts) }
    var forms: [Form] = []
    for text in texts.sorted() where text.utf8.count >= 6 { forms += Self.forms(of: text) }
    self.forms = forms
    byStart = Dictionary(grouping: forms.indices) { index in
      forms[index].bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
    }
    var filter = [Bool](repeating: false, count: 1 << 16)
    for start in byStart.keys { filter[Self.slot(start)] = true }
    self.filter = filter
  }

  private static let names: Set = [
    "Bsn", "Naam", "Achternaam", "Voornamen", "Straatnaam", "Telefoonnummer", "Postcode",
  ]

  private static func collect(_ message: Message, _ texts: inout Set<String>) {
    let grammar = message.type.grammar
    for field in grammar.fields {
      let definition = grammar[field]
      let isBirthDate = definition.fullPath.hasSuffix("Geboortedatum/Datum")
      guard isBirthDate || names.contains(definition.name) else { continue }
      for row in 0..<message.count(field.table) {
        guard let text = message.text(field, row) else { continue }
        texts.insert(text)
        if isBirthDate { texts.insert(text.replacing("-", with: "")) }
      }
    }
  }

  private static func forms(of text: String) -> [Form] {
    func form(_ kind: String, _ bytes: [UInt8], isShort: Bool = false) -> Form {
      Form(kind: kind, bytes: bytes, isShort: isShort)
    }
    var forms = [
      form("UTF-8", Array(text.utf8)),
      form("reversed", Array(text.utf8.reversed())),
      form("UTF-16LE", text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
      form("UTF-16BE", text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
      form("hexadecimal", Array(text.utf8.map { String($0, radix: 16) }.joined().utf8)),
    ]
    // Base64 at each of its three places; characters that depend on the neighbours are left out.
    for shift in 0..<3 {
      let padded = Data(repeating: 0, count: shift) + Data(text.utf8)
      let encoded = Array(padded.base64EncodedString().utf8.prefix { $0 != 0x3D })
      let bytes = Array(encoded[(shift == 0 ? 0 : shift + 1)...].dropLast())
      forms.append(form("Base64 at \(shift)", bytes))
    }
    if let number = UInt32(text), text.utf8.count >= 8 {
      forms.append(
        form("big-endian", withUnsafeBytes(of: number.bigEndian) { Array($0) }, isShort: true)
      )
      forms.append(
        form("little-endian", withUnsafeBytes(of: number.littleEndian) { Array($0) }, isShort: true)
      )
    }
    return forms
  }

  /// The kinds of form in which something was found; short ones are only counted.
  func hits(in bytes: Data) -> (found: Set<String>, short: Int) {
    var found: Set<String> = []
    var short: Set<Int> = []
    bytes.withUnsafeBytes { hay in
      guard hay.count >= 4 else { return }
      for place in 0...(hay.count - 4) {
        let start = hay.loadUnaligned(fromByteOffset: place, as: UInt32.self)
        guard filter[Canaries.slot(start)], let candidates = byStart[start] else { continue }
        for index in candidates {
          let form = forms[index]
          guard place + form.bytes.count <= hay.count,
            hay[place..<place + form.bytes.count].elementsEqual(form.bytes)
          else { continue }
          if form.isShort { short.insert(index) } else { found.insert(form.kind) }
        }
      }
    }
    return (found, short.count)
  }

  private static func slot(_ start: UInt32) -> Int { Int((start ^ start >> 16) & 0xFFFF) }
}

@Suite("PR-01, PR-02, LG-13: nobody is to be found outside the vault's sealed data")
struct CanaryTests {
  @Test("Every byte of every file that Regie wrote was searched in ten forms: nothing")
  func everyByte() async throws {
    let small = try SmallRegion.shared.get()
    let canaries = Canaries(small.synthetic)
    #expect(canaries.forms.count > 1_000)
    let run = try await SmallRegion.undisturbed.value
    let halfway = try await killedHalfway(small)
    var searched = try files(of: run.region) + files(of: halfway.region)
    searched.append(("standard output", run.output + halfway.finished.output))
    searched.append(("standard error", run.errors + halfway.finished.errors))
    for name in [
      "journal.sqlite", "vault.sqlite", "access.sqlite", "outbox", "data.key", "data.head",
    ] {
      #expect(searched.contains { $0.0.hasSuffix(name) && !$0.1.isEmpty }, "\(name)")
    }
    for name in ["journal.sqlite-wal", "vault.sqlite-wal"] {
      #expect(searched.contains { $0.0.hasSuffix(name) && $0.1.count > 10_000 }, "\(name)")
    }
    var shortHits = 0
    for (path, bytes) in searched {
      let (found, short) = canaries.hits(in: bytes)
      #expect(found.isEmpty, "\(found.sorted()) in \(path)")
      shortHits += short
    }
    // Four given bytes turn up by chance in sealed ones; three such hits in one run do not.
    #expect(shortHits < 3)
  }

  @Test("PR-02: the names of the files say nothing either, those of the answers included")
  func names() async throws {
    let small = try SmallRegion.shared.get()
    let canaries = Canaries(small.synthetic)
    let region = try await SmallRegion.undisturbed.value.region
    let names = try FileManager.default.subpathsOfDirectory(atPath: region.root)
    let (found, _) = canaries.hits(in: Data(names.joined(separator: "\n").utf8))
    #expect(found.isEmpty)
    #expect(names.count > 200)
  }

  @Test("What is said of lines and of broken files holds no value of a person")
  func words() async throws {
    let small = try SmallRegion.shared.get()
    let canaries = Canaries(small.synthetic)
    let region = try await SmallRegion.undisturbed.value.region
    var said = try await region.regie(["journal", "show", "--data", region.data, "--count", "5000"])
      .output
    said += try await region.regie(["messages", "check", "--json", small.folder], exits: 65).output
    // Every value of a person made wrong: the findings name the place, never the value.
    let broken = Scratch.path("broken.xml")
    let source = try #require(small.file("WMO301", .accept))
    try String(contentsOfFile: source, encoding: .utf8)
      .replacing(/Bsn>([0-9]+)</) { "Bsn>\($0.output.1)0<" }
      .replacing(/Datum>([0-9-]+)</) { "Datum>\($0.output.1)-9<" }
      .replacing(/Naam>([^<]+)</) { "Naam>\(String(repeating: String($0.output.1), count: 40))<" }
      .write(toFile: broken, atomically: true, encoding: .utf8)
    let checked = try await region.regie(["messages", "check", "--json", broken], exits: 65)
    #expect(checked.text.contains("Bsn"))
    said += checked.output
    said += try await region.regie(["messages", "check", broken], exits: 65).output
    for (index, file) in try await SmallRegion.undisturbed.value.files.enumerated()
    where index % 20 == 0 && file.message == "WMO323" {
      guard let position = file.position, file.outcome != "reject-message" else { continue }
      let explained = try await Program.run(
        ["claims", "explain", "\(position).1", "--data", region.data]
      )
      said += explained.output + explained.errors
    }
    #expect(canaries.hits(in: said).found.isEmpty)
  }

  @Test("The search finds what it looks for, and the answers do hold it")
  func selfCheck() async throws {
    let small = try SmallRegion.shared.get()
    let canaries = Canaries(small.synthetic)
    let answers = try await SmallRegion.undisturbed.value.region.answers()
    let all = answers.values.reduce(into: Data()) { $0 += $1 }
    #expect(canaries.hits(in: all).found.contains("UTF-8"))
    let encoded = Data(all.base64EncodedString().utf8)
    let kinds = canaries.hits(in: encoded).found
    #expect(kinds.isSuperset(of: ["Base64 at 0", "Base64 at 1", "Base64 at 2"]), "\(kinds)")
  }

  /// A region whose run was killed, so that the logs beside the databases are still there.
  private func killedHalfway(
    _ small: SmallRegion
  ) async throws -> (region: TestRegion, finished: Finished) {
    let region = try await small.opened()
    let running = try Running(region.processing([small.folder], today: small.today))
    running.wait(forLine: 100)
    running.kill()
    return (region, await running.finish())
  }

  /// Every file of a region but its answers, which go to providers.
  private func files(of region: TestRegion) throws -> [(String, Data)] {
    try FileManager.default.subpathsOfDirectory(atPath: region.root).sorted().compactMap { name in
      guard !name.hasPrefix("replies"),
        let bytes = FileManager.default.contents(atPath: region.root + "/" + name)
      else { return nil }
      return (name, bytes)
    }
  }
}
