import Digests
import Foundation
import Generators
import Journal
import JournalSQLite
import JournalTesting
import Testing

/// Runs the script of `Documentation/Journal.md`; needs Python 3.
@Suite("The verifier for outsiders", .enabled(if: OutsiderScript.isAvailable))
struct DocumentationTests {
  @Test("LG-06: the documented script agrees that a journal is whole")
  func whole() async throws {
    let target = try await AttackTests.target(seed: 21)
    let outcome = try OutsiderScript.run(on: target.path, target)
    #expect(outcome.status == 0, "\(outcome.text)")
    let last = try #require(target.entries.last)
    #expect(outcome.text.hasPrefix("\(last.position) \(last.hash)\n"))
  }

  @Test("LG-06: the documented script finds what the verifier finds")
  func attacks() async throws {
    let seed = SeededGenerator.freshSeed()
    let target = try await AttackTests.target(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let path = target.folder.file("victim")
    for round in 0..<40 {
      let attack = Attack.random(on: target.entries, using: &generator)
      try attack.perform(on: target, at: path)
      let outcome = try OutsiderScript.run(on: path, target)
      #expect(outcome.status == 1, "seed \(seed), round \(round), \(attack): \(outcome.text)")
    }
  }
}

/// The script that stands in the document.
enum OutsiderScript {
  static let isAvailable = (try? launch(["--version"]).status) == 0

  static func run(
    on path: String,
    _ target: AttackTests.Target
  ) throws -> (status: Int32, text: String) {
    let script = target.folder.file("verify.py")
    try text().write(toFile: script, atomically: true, encoding: .utf8)
    let heads = target.folder.file("heads")
    let lines = Array(target.heads.map { $0.line + [0x0A] }.joined())
    try Data(lines).write(to: URL(fileURLWithPath: heads))
    return try launch([script, path, heads])
  }

  private static func text() throws -> String {
    let document = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Documentation/Journal.md")
    let parts = try String(contentsOf: document, encoding: .utf8).components(separatedBy: "```")
    let script = try #require(parts.first { $0.hasPrefix("python\n") })
    return String(script.dropFirst("python\n".count))
  }

  private static func launch(_ arguments: [String]) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
