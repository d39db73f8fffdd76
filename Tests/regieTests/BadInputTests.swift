import Foundation
import Glibc
import GRDB
import Synthetic
import Testing

@Suite("IM-08: bad input gets one clear sentence and the exit code of the table")
struct BadInputTests {
  /// A region with one award and one claim taken in, and its messages.
  private struct Scene {
    let small: SmallRegion
    let region: TestRegion
    let claim: String
    let text: String

    init() async throws {
      small = try SmallRegion.shared.get()
      region = try await small.opened()
      claim = try #require(small.file("WMO323", .accept))
      text = try String(contentsOfFile: claim, encoding: .utf8)
    }

    func file(_ bytes: some Sequence<UInt8>) throws -> String {
      let path = Scratch.path("bad.xml")
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      return path
    }
  }

  @Test("Files that are no message for us: refused at the door, with nothing stored")
  func transport() async throws {
    let scene = try await Scene()
    let text = scene.text
    let rest = text.dropFirst(
      text.firstRange(of: "?>").map {
        text.distance(from: text.startIndex, to: $0.upperBound)
      } ?? 0
    )
    let bomb = "<!DOCTYPE a [<!ENTITY x \"yy\"><!ENTITY z \"&x;&x;\">]>"
    let entity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
    let cases: [(String, [UInt8])] = [
      ("empty", []), ("no XML", Array("hallo".utf8)), ("zeros", [0, 0, 0, 0]),
      ("another document", Array("<html><body/></html>".utf8)),
      ("unknown type", Array(text.replacing("wmo323", with: "wmo399").utf8)),
      ("another version", Array(text.replacing("3_2", with: "3_1").utf8)),
      ("truncated", Array(text.utf8.prefix(text.utf8.count / 2))),
      ("one byte short", Array(text.utf8.dropLast(4))),
      ("DOCTYPE", Array(("<?xml version=\"1.0\"?>" + bomb + rest).utf8)),
      ("external entity", Array(("<?xml version=\"1.0\"?>" + entity + rest).utf8)),
      ("UTF-16", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
      ("byte order mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
      ("Latin-1", Array(text.utf8) + [0xE9]),
      ("deep", Array(String(repeating: "<a>", count: 100_000).utf8)),
      ("two messages", Array((text + text).utf8)),
      ("for another", Array(text.replacing(/Ontvanger>[0-9]+</, with: "Ontvanger>0363<").utf8)),
    ]
    let head = try await scene.region.head()
    for (name, bytes) in cases {
      let path = try scene.file(bytes)
      let judged = try await scene.region.process([path], today: scene.small.today, exits: 65)
      let only = try #require(judged.first, "\(name)")
      #expect(judged.count == 1 && only.outcome == "reject-transport", "\(name)")
      #expect(only.reply == nil && only.position == nil && only.codes.isEmpty, "\(name)")
      #expect(only.findings.first?.text.hasSuffix(".") == true, "\(name): \(only.line)")
    }
    #expect(try await scene.region.head() == head)
    #expect(try scene.region.answers().isEmpty)
  }

  @Test("A file larger than memory is refused by its size, and one that cannot be read stops: 74")
  func strangeFiles() async throws {
    let scene = try await Scene()
    let huge = try scene.file([])
    try #require(truncate(huge, 1 << 40) == 0)
    let judged = try await scene.region.process([huge], today: scene.small.today, exits: 65)
    #expect(judged.first?.findings.first?.text.contains("256") == true, "\(judged)")
    // A folder cannot be read as a file, whatever is in it.
    try await scene.region.regie(
      ["contracts", "import", scene.small.folder, "--data", scene.region.data],
      exits: 74
    )
  }

  @Test("A bad file does not keep the others from being judged")
  func oneOfThree() async throws {
    let scene = try await Scene()
    let bad = try scene.file(Array("hallo".utf8))
    let files = [scene.small.path(0), bad, scene.small.path(1)]
    let judged = try await scene.region.process(files, today: scene.small.today, exits: 65)
    #expect(judged.map(\.outcome) == ["accept", "reject-transport", "accept"])
  }

  @Test("A contract file with faults: every finding with its line, and nothing is taken over")
  func contracts() async throws {
    let scene = try await Scene()
    let rows = try String(contentsOfFile: scene.small.prices, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let unknown = [rows[0] + "\tkleur"] + rows.dropFirst().map { $0.isEmpty ? "" : $0 + "\trood" }
    var broken = rows
    broken[2] = "0321\t123\t\t\t\tveel\t\t2025-13-01\t"
    broken[4] = "te\tweinig"
    let twice = [rows[0], rows[1], rows[1]]
    let cases: [([String], [String])] = [
      (unknown, ["regel 1"]), (broken, ["regel 3", "regel 5"]), (twice, ["regel 3"]),
      ([], ["regel 1"]), ([rows[0]], ["regel 1"]),
    ]
    let head = try await scene.region.head()
    let list = ["contracts", "list", "--data", scene.region.data, "--json"]
    let before = try await scene.region.regie(list).output
    #expect(!before.isEmpty)
    func importing(_ path: String) -> [String] {
      ["contracts", "import", path, "--data", scene.region.data]
    }
    for (lines, expected) in cases {
      let path = try scene.file(Array(lines.joined(separator: "\n").utf8))
      let finished = try await scene.region.regie(importing(path), exits: 65)
      #expect(finished.output.isEmpty)
      for part in expected { #expect(finished.errorText.contains(part), "\(finished.errorText)") }
    }
    try await scene.region.regie(importing(scene.small.prices + ".none"), exits: 66)
    #expect(try await scene.region.head() == head)
    #expect(try await scene.region.regie(list).output == before)
  }

  @Test("The command line: usage 64, no such file 66, not allowed 77")
  func commandLine() async throws {
    let scene = try await Scene()
    let region = scene.region
    let process = region.processing([scene.claim], today: scene.small.today)
    let cases: [([String], Int32)] = [
      ([], 64), (["messages"], 64), (["journal"], 64), (["fly"], 64), (process + ["--fly"], 64),
      (["messages", "process", "--data", region.data], 64),
      (region.processing([scene.claim], as: "rijk", today: "2026-01-31"), 64),
      (region.processing([scene.claim], today: "morgen"), 64),
      (region.processing([scene.claim], as: "aanbieder", today: "2026-01-31"), 64),
      (region.processing([scene.claim], as: "aanbieder", party: "12", today: "2026-01-31"), 64),
      (region.processing([scene.claim], party: "0363", today: "2026-01-31"), 77),
      (region.processing([scene.claim + ".none"], today: "2026-01-31"), 66),
      (["journal", "head", "--data", region.data + ".none"], 66),
      (["claims", "explain", "1.1", "--data", region.data + ".none"], 66),
      (["messages", "check", scene.claim + ".none"], 66),
      (["init", "--data", region.data], 73),
      (["init", "--data", scene.claim + "/x"], 73),
      (["init", "--data", Scratch.path("new"), "--gemeente", "12"], 64),
      (["--help"], 0), (["messages", "--help"], 0),
    ]
    for (arguments, status) in cases {
      let finished = try await Program.run(arguments)
      #expect(finished.status == status, "\(arguments): \(finished.errorText)")
      if status != 0 {
        #expect(finished.output.isEmpty, "\(arguments)")
        #expect(!finished.errors.isEmpty, "\(arguments)")
      }
    }
  }

  @Test("What cannot be told is not done in silence: an output that takes nothing ends in 74")
  func fullOutput() async throws {
    let scene = try await Scene()
    let command = scene.region.processing([scene.claim], today: scene.small.today)
    let finished = try await Program.run(command, output: "/dev/full")
    #expect(!finished.wasKilled && finished.status == 74)
    #expect(!finished.errors.isEmpty)
    // What was journalled before is told the next time.
    let judged = try await scene.region.process([scene.claim], today: scene.small.today)
    #expect(judged.count == 1)
  }

  @Test("A folder in use by another process: 75 to whoever would write, and readers go on")
  func inUse() async throws {
    let scene = try await Scene()
    let region = scene.region
    let lock = open(region.journal + ".lock", O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let command = region.processing([scene.claim], today: scene.small.today)
    let refused = try await region.regie(command, exits: 75)
    #expect(refused.output.isEmpty && !refused.errors.isEmpty)
    try await region.regie(
      ["contracts", "import", scene.small.prices, "--data", region.data],
      exits: 75
    )
    try await region.verify()
    _ = try await region.head()
    try await region.regie(["contracts", "list", "--data", region.data])
    try #require(flock(lock, LOCK_UN) == 0)
    try await region.regie(command)
  }

  @Test("PR-07: a wrong key, one that others may read, one in the data folder: 78; no key: 66")
  func keys() async throws {
    let scene = try await Scene()
    let region = scene.region
    let other = try await TestRegion(["0321"])
    let command = region.processing([scene.claim], today: scene.small.today)
    try await region.regie(command + ["--key", other.key], exits: 78)
    let none = try await region.regie(command + ["--key", region.key + ".none"], exits: 66)
    #expect(none.errorText.contains("REGIE_KEY_FILE"), "\(none.errorText)")
    try await region.regie(command + ["--key", scene.claim], exits: 78)
    let inside = region.data + "/own.key"
    try FileManager.default.copyItem(atPath: region.key, toPath: inside)
    try await region.regie(command + ["--key", inside], exits: 78)
    chmod(region.key, 0o644)
    try await region.regie(command, exits: 78)
    chmod(region.key, 0o600)
    // The environment may name the file.
    let moved = Scratch.path("moved.key")
    try FileManager.default.moveItem(atPath: region.key, toPath: moved)
    let named = try await Program.run(command, environment: ["REGIE_KEY_FILE": moved])
    #expect(named.status == 0, "\(named.errorText)")
  }

  @Test("A journal with a broken chain: 65, and nothing is written after it")
  func brokenChain() async throws {
    let scene = try await Scene()
    let region = scene.region
    try await region.process((0..<6).map { scene.small.path($0) }, today: scene.small.today)
    try Tampering.change(region) { database in
      try database.execute(sql: "UPDATE entry SET known_on = known_on - 1 WHERE position = 4")
    }
    let entries = try Tampering.entries(region)
    try await region.verify(exits: 65)
    let command = region.processing([scene.claim], today: scene.small.today)
    let refused = try await region.regie(command, exits: 65)
    #expect(refused.output.isEmpty && refused.errorText.contains("4"), "\(refused.errorText)")
    #expect(try Tampering.entries(region) == entries)
  }

  @Test("A file that is no journal, and one cut short: 65")
  func damagedFile() async throws {
    let scene = try await Scene()
    let whole = try Data(contentsOf: URL(fileURLWithPath: scene.region.journal))
    for bytes in [Data("geen journaal".utf8), whole.prefix(5_000), Data(whole.reversed())] {
      let region = try scene.region.copy()
      try bytes.write(to: URL(fileURLWithPath: region.journal))
      try await region.verify(exits: 65)
      let command = region.processing([scene.claim], today: scene.small.today)
      let refused = try await region.regie(command, exits: 65)
      #expect(refused.output.isEmpty && !refused.errors.isEmpty)
    }
  }
}
