import Foundation
import Glibc
import GRDB
import Synthetic
import Testing

@Suite(
  "IM-08: what goes wrong is said in Dutch, in English with --lang en, and as JSON with --json"
)
struct LanguageTests {
  /// A failure as the program said it in both languages.
  private struct Said {
    let dutch: String
    let english: String
    let code: String
  }

  /// The object of a failure on standard error.
  private struct Failure: Decodable {
    let exit: Int32
    let code: String
    let text: String
    let findings: [Finding]?

    struct Finding: Decodable {
      let file: String
      let line: Int
      let column: String?
      let text: String
    }
  }

  /// Runs a command that fails in every form, and holds the forms against each other.
  private func failing(
    _ arguments: [String],
    exits status: Int32,
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> Said {
    let plain = arguments.filter { $0 != "--json" }
    var sentences: [String] = []
    var codes: Set<String> = []
    for language in [["--lang", "nl"], ["--lang", "en"]] {
      let text = try await Program.run(plain + language)
      #expect(text.status == status, "\(text.errorText)", sourceLocation: location)
      #expect(text.output.isEmpty, sourceLocation: location)
      let lines = text.errorText.split(separator: "\n")
      let last = try #require(lines.last, sourceLocation: location)
      #expect(last.hasPrefix("regie: ") && last.hasSuffix("."), "\(last)", sourceLocation: location)
      let object = try await Program.run(plain + language + ["--json"])
      #expect(object.status == status && object.output.isEmpty, sourceLocation: location)
      #expect(object.errorText.count { $0 == "\n" } == 1, "one line", sourceLocation: location)
      let failure = try JSONDecoder().decode(Failure.self, from: object.errors)
      #expect(failure.exit == status, sourceLocation: location)
      #expect("regie: " + failure.text == last, sourceLocation: location)
      for (finding, line) in zip(failure.findings ?? [], lines) {
        #expect(line.hasSuffix(finding.text), sourceLocation: location)
        #expect(finding.line > 0 && line.contains(finding.file), sourceLocation: location)
      }
      #expect((failure.findings?.count ?? 0) + 1 == lines.count, sourceLocation: location)
      codes.insert(failure.code)
      sentences.append(text.errorText)
    }
    // Dutch is what a user gets who says nothing.
    let silent = try await Program.run(plain)
    #expect(silent.errorText == sentences[0], sourceLocation: location)
    #expect(sentences[0] != sentences[1] && codes.count == 1, sourceLocation: location)
    return Said(dutch: sentences[0], english: sentences[1], code: codes.first ?? "")
  }

  private func write(_ bytes: some Sequence<UInt8>) throws -> String {
    let path = Scratch.path("bad")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("Files that are no message for us: 65, and the finding says why in the language asked")
  func transport() async throws {
    let small = try SmallRegion.shared.get()
    let region = try await small.opened()
    let claim = try #require(small.file("WMO323", .accept))
    let text = try String(contentsOfFile: claim, encoding: .utf8)
    let hostile = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"y\">]><a/>"
    let cases: [(bytes: [UInt8], dutch: String, english: String)] = [
      (Array("hallo".utf8), "geen XML-bericht", "not an XML message"),
      (Array(text.replacing("wmo323", with: "wmo399").utf8), "bestaat niet in iWmo", "no such"),
      (Array(text.replacing("3_2", with: "3_1").utf8), "andere versie", "another version"),
      (Array(text.utf8.prefix(text.utf8.count / 2)), "Regel ", "Line "),
      (Array(hostile.utf8), "DOCTYPE", "DOCTYPE"),
      (
        Array(text.replacing(/Ontvanger>[0-9]+</, with: "Ontvanger>0363<").utf8),
        "gemeenten van deze regio", "municipality of this region"
      ),
    ]
    for (bytes, dutch, english) in cases {
      let command = region.processing([try write(bytes)], today: small.today)
      let first = try await region.regie(command, exits: 65)
      let second = try await region.regie(command + ["--lang", "en"], exits: 65)
      let found = try #require(try JudgedFile(first.lines[0]).findings.first?.text)
      let same = try #require(try JudgedFile(second.lines[0]).findings.first?.text)
      #expect(found.contains(dutch) && same.contains(english) && found != same, "\(found) \(same)")
    }
  }

  @Test("A contract file with an unknown column or a broken row: 65, each finding with its line")
  func contracts() async throws {
    let small = try SmallRegion.shared.get()
    let region = try await small.opened()
    let rows = try String(contentsOfFile: small.prices, encoding: .utf8).split(separator: "\n")
    let column = try write(Array("kleur\t\(rows[0])\nrood\t\(rows[1])\n".utf8))
    let broken = try write(Array("\(rows[0])\n0321\t12\t\t\t\tveel\t\t2025-13-01\t\n".utf8))
    let unknown = try await failing(
      ["contracts", "import", column, "--data", region.data],
      exits: 65
    )
    #expect(unknown.code == "contracts.refused")
    #expect(unknown.dutch.contains("regel 1: kolom 1 in de kop is niet bekend."))
    #expect(unknown.english.contains("line 1: column 1 of the header is not known."))
    let row = try await failing(["contracts", "import", broken, "--data", region.data], exits: 65)
    #expect(row.dutch.contains("regel 2, kolom tarief_cent: de waarde is ongeldig."))
    #expect(row.english.contains("line 2, column tarief_cent: the value is not valid."))
    let choice = try write(Array("kleur = rood\n".utf8))
    let refused = try await failing(
      ["contracts", "settings", choice, "--data", region.data],
      exits: 78
    )
    #expect(refused.code == "settings.refused" && refused.english.contains("line 1, column kleur:"))
  }

  @Test("A folder in use 75, a wrong key 78, a broken chain 65: from the rooms that saw it")
  func records() async throws {
    let small = try SmallRegion.shared.get()
    let region = try await small.opened()
    let claim = try #require(small.file("WMO323", .accept))
    let command = region.processing([claim], today: small.today)
    let lock = open(region.journal + ".lock", O_RDWR | O_CLOEXEC)
    try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let inUse = try await failing(command, exits: 75)
    close(lock)
    #expect(inUse.code == "journal.inUse" && inUse.dutch.contains("in gebruik"))
    #expect(inUse.english.contains("in use by another process"))

    let other = try await TestRegion(["0321"])
    let wrong = try await failing(command + ["--key", other.key], exits: 78)
    #expect(wrong.code == "vault.wrongKey" && wrong.dutch.contains("hoort bij een andere kluis"))
    #expect(wrong.english.contains("belongs to another vault"))
    let none = try await failing(command + ["--key", region.key + ".none"], exits: 66)
    #expect(none.code == "key.missing" && none.dutch.contains("bestaat niet"))
    #expect(none.english.contains("does not exist") && !none.english.contains(region.key))

    try await region.process((0..<6).map { small.path($0) }, today: small.today)
    try Tampering.change(region) { database in
      try database.execute(sql: "UPDATE entry SET known_on = known_on - 1 WHERE position = 4")
    }
    let broken = try await failing(command, exits: 65)
    #expect(broken.code == "journal.brokenChain" && broken.dutch.contains("Post 4 is gewijzigd"))
    #expect(broken.english.contains("Entry 4 was changed"))
    let found = try await region.verify(exits: 65)
    let same = try await region.verify(["--lang", "en"], exits: 65)
    #expect(found.text.contains("Post 4") && same.text.contains("Entry 4"))
  }

  @Test("A wrong command line 64, no such file 66, not allowed 77, cannot create 73")
  func commandLine() async throws {
    let small = try SmallRegion.shared.get()
    let region = try await small.opened()
    let claim = small.path(0)
    let day = "2026-01-31"
    let cases: [([String], Int32, code: String, dutch: String, english: String)] = [
      (["messages"], 64, "usage.commandMissing", "check, process", "check, process"),
      (["fly"], 64, "usage.commandLine", "woord te veel", "a word too many"),
      (
        ["journal", "head", "--data", "x", "--fly"], 64, "usage.commandLine", "--fly bestaat niet",
        "--fly does"
      ),
      (["init"], 64, "usage.commandLine", "ontbreekt --data <data>", "lacks --data <data>"),
      (
        ["journal", "show", "--data", region.data, "--from"], 64, "usage.commandLine",
        "Achter --from <from> ontbreekt een waarde.", "A value is missing after --from <from>."
      ),
      (
        ["journal", "show", "--data", region.data, "--from", "x"], 64, "usage.commandLine",
        "De waarde van --from <from> klopt niet.", "The value of --from <from> is not right."
      ),
      (
        region.processing([claim], as: "rijk", today: day), 64, "usage.commandLine",
        "Kies uit: gemeente, aanbieder", "Choose from: gemeente, aanbieder"
      ),
      (region.processing([claim], today: "morgen"), 64, "usage.date", "geen datum", "not a date"),
      (
        region.processing([claim], party: "0363", today: day), 77, "party.otherMunicipality",
        "hoort niet bij de regio", "not of the region"
      ),
      (
        ["journal", "head", "--data", region.data + ".none"], 66, "folder.notRegie",
        "regie init", "regie init"
      ),
      (["messages", "check", claim + ".none"], 66, "file.missing", "bestaat niet", "not exist"),
      (
        ["claims", "explain", "9.9", "--data", region.data], 66, "line.missing",
        "geen declaratieregel 9.9", "no claim line 9.9"
      ),
      (["init", "--data", region.data], 73, "folder.isRegie", "al een map van", "already"),
      (["init", "--data", claim + "/x"], 73, "folder.notMade", "geen map", "no folder"),
    ]
    for (arguments, status, code, dutch, english) in cases {
      let said = try await failing(arguments, exits: status)
      #expect(said.code == code, "\(said)")
      #expect(said.dutch.contains(dutch), "\(said)")
      #expect(said.english.contains(english), "\(said)")
    }
  }

  @Test("What goes well is said in the language asked as well, and as one object with --json")
  func answers() async throws {
    let small = try SmallRegion.shared.get()
    let region = try await small.opened()
    let data = ["--data", region.data]
    let choices = try write(Array("naamgebruik = controleprogramma\n".utf8))
    let made = Scratch.path("new")
    let cases: [([String], dutch: String, english: String)] = [
      (["journal", "verify"] + data, "Het journaal is gaaf", "The journal is intact"),
      (["journal", "head"] + data, "bekend op", "known on"),
      (["contracts", "import", small.prices] + data, "verandert niets", "Nothing changes"),
      (["contracts", "settings", choices] + data, "gelden vanaf nu", "this held already"),
      (["messages", "check", small.path(0)], "in orde", "in order"),
      (["init", "--data", made], "Regio gemaakt", ""),
    ]
    for (arguments, dutch, english) in cases {
      let first = try await Program.run(arguments)
      #expect(first.status == 0 && first.text.contains(dutch), "\(first.text)\(first.errorText)")
      guard !english.isEmpty else { continue }
      let second = try await Program.run(arguments + ["--lang", "en"])
      #expect(second.status == 0 && second.text.contains(english), "\(second.text)")
      let object = try await Program.run(arguments + ["--json"])
      #expect(object.status == 0 && object.lines.count == 1)
      #expect(try JSONSerialization.jsonObject(with: object.output) is [String: Any])
    }
  }
}
