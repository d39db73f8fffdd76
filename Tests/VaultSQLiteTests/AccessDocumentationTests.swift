import Digests
import Foundation
import Generators
import Journal
import PeopleTesting
import Testing
import VaultSQLite

/// Runs the script of `Documentation/AccessRecords.md`; needs Python 3.
@Suite("The verifier of access records for outsiders", .enabled(if: AccessScript.isAvailable))
struct AccessDocumentationTests {
  @Test("LG-06: the documented script agrees that the records are whole")
  func whole() throws {
    let signer = HeadSigner()
    for count in [1, 2, 7, 30] {
      let records = try ExportedRecords.make(seed: 5, count: count, signer: signer)
      let outcome = try AccessScript.run(records, signer.publicKey, kept: records.heads)
      #expect(outcome.status == 0, "\(outcome.text)")
      let head = try #require(records.heads.last)
      #expect(outcome.text.hasPrefix("\(count) \(head.hash) \(head.root)\n"), "\(outcome.text)")
    }
  }

  @Test("LG-06: the documented script finds what the verifier finds")
  func attacks() throws {
    let signer = HeadSigner()
    let seed: UInt64 = 9_162
    var generator = SeededGenerator(seed: seed)
    let records = try ExportedRecords.make(seed: seed, count: 16, signer: signer)
    for round in 0..<40 {
      let attack = AccessAttack.random(on: records, using: &generator)
      let outcome = try AccessScript.run(attack.forged, signer.publicKey, kept: records.heads)
      #expect(outcome.status == 1, "seed \(seed), round \(round), \(attack): \(outcome.text)")
      #expect(!outcome.text.contains("Traceback"), "\(attack): \(outcome.text)")
    }
    let other = try AccessScript.run(records, HeadSigner().publicKey, kept: [])
    #expect(other.status == 1 && other.text.contains("signature"), "\(other.text)")
  }
}

/// The script that stands in the document.
enum AccessScript {
  static let isAvailable = (try? launch(["--version"]).status) == 0

  static func run(
    _ records: ExportedRecords,
    _ publicKey: [UInt8],
    kept heads: [SignedAccessHead]
  ) throws -> (status: Int32, text: String) {
    let folder = try VaultFolder()
    defer { folder.remove() }
    func write(_ name: String, _ lines: [[UInt8]]) throws -> String {
      let path = folder.root + "/" + name
      try Data(lines.flatMap { $0 + [0x0A] }).write(to: URL(fileURLWithPath: path))
      return path
    }
    return try launch([
      write("verify.py", [Array(text().utf8)]), write("export", records.lines),
      Hexadecimal.text(publicKey), write("heads", heads.map(\.line)),
    ])
  }

  private static func text() throws -> String {
    let document = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Documentation/AccessRecords.md")
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
