import Foundation
import Testing

/// A region of the program in a folder of its own; key, signed heads and answers lie beside it.
struct TestRegion: Sendable {
  let root: String

  var data: String { root + "/data" }
  var key: String { root + "/data.key" }
  var heads: String { root + "/data.head" }
  var replies: String { root + "/replies" }
  var journal: String { data + "/journal.sqlite" }

  init(existing root: String) { self.root = root }

  /// Makes a region of some municipalities, with prices when they are given.
  init(
    _ municipalities: [String],
    prices: String? = nil,
    at root: String? = nil
  ) async throws {
    self.root = try root ?? Scratch.folder("region")
    let codes = municipalities.flatMap { ["--gemeente", $0] }
    try await regie(["init", "--data", data] + codes)
    if let prices { try await regie(["contracts", "import", prices, "--data", data]) }
  }

  /// The same region a second time, as a copy on another disk would be.
  func copy() throws -> TestRegion {
    let path = Scratch.path("copy")
    try FileManager.default.copyItem(atPath: root, toPath: path)
    return TestRegion(existing: path)
  }

  /// Runs the program to its end, and holds its exit code against the one that is expected.
  @discardableResult
  func regie(
    _ arguments: [String],
    exits status: Int32 = 0,
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> Finished {
    let finished = try await Program.run(arguments)
    let what = "\(arguments.prefix(6).joined(separator: " ")): \(finished.errorText)"
    try #require(!finished.wasKilled, "\(what)", sourceLocation: location)
    #expect(finished.status == status, "\(what)", sourceLocation: location)
    return finished
  }

  /// The command line that takes files in.
  func processing(
    _ files: [String],
    as role: String = "gemeente",
    party: String? = nil,
    today: String
  ) -> [String] {
    ["messages", "process", "--data", data, "--as", role, "--today", today]
      + (party.map { ["--party", $0] } ?? []) + ["--replies", replies, "--json"] + files
  }

  /// Takes files in and gives what was said of each.
  @discardableResult
  func process(
    _ files: [String],
    as role: String = "gemeente",
    party: String? = nil,
    today: String,
    exits status: Int32 = 0,
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> [JudgedFile] {
    let command = processing(files, as: role, party: party, today: today)
    let finished = try await regie(command, exits: status, location)
    return try finished.lines.map { try JudgedFile($0) }
  }

  /// The end of the journal as the program prints it.
  func head() async throws -> String {
    try await regie(["journal", "head", "--data", data, "--json"]).text
  }

  /// The position at the end of the journal.
  func end() async throws -> Int { try Self.position(try await head()) }

  /// The position of the end that was signed last; 0 when none was.
  func lastSigned() throws -> Int {
    guard FileManager.default.fileExists(atPath: heads) else { return 0 }
    let text = try String(contentsOfFile: heads, encoding: .utf8)
    return try Self.position(text.split(separator: "\n").last.map(String.init) ?? "")
  }

  private static func position(_ json: String) throws -> Int {
    let match = try #require(json.firstMatch(of: /"position":([0-9]+)/), "\(json)")
    return try #require(Int(match.1))
  }

  /// Verifies the journal and gives what was found.
  @discardableResult
  func verify(
    _ more: [String] = [],
    exits status: Int32 = 0,
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> Finished {
    try await regie(["journal", "verify", "--data", data] + more, exits: status, location)
  }

  /// What the program says of a claim line.
  @discardableResult
  func explain(
    _ line: String,
    _ more: [String] = [],
    exits status: Int32 = 0,
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> Finished {
    try await regie(["claims", "explain", line, "--data", data] + more, exits: status, location)
  }

  /// The answers that were written, by file name; anything else in their folder is there too.
  func answers() throws -> [String: Data] {
    guard FileManager.default.fileExists(atPath: replies) else { return [:] }
    var answers: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: replies) {
      answers[name] = FileManager.default.contents(atPath: replies + "/" + name)
    }
    return answers
  }
}
