import ArgumentParser
import Digests
import Foundation
import Journal
import People
import Rules
import VaultSQLite

/// The access records: verification, their end, and an export for whoever verifies them elsewhere.
struct AccessRecordsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access-records",
    abstract: "Verify and export the records of who read whose data.",
    subcommands: [Verify.self, Head.self, Export.self]
  )

  /// Verifies all access records, in a data folder or in an export.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Verify every access record, the chain and the tree, in a folder or in an export."
    )

    @Option(help: "The data folder of the region.") var data: String?
    @Option(help: "An export; neither the folder nor its key is needed then.") var export: String?
    @Option(help: "A file of signed heads that was kept elsewhere.") var head: String?
    @Option(help: "The region's public key, as noted when it was set up: 64 hexadecimal digits.")
    var publicKey: String?
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard (data == nil) != (export == nil) else {
        throw ValidationError("Give either --data or --export.")
      }
      guard publicKey == nil || trusted?.count == 32 else {
        throw ValidationError("--public-key must be 64 hexadecimal digits.")
      }
    }

    private var trusted: [UInt8]? { publicKey.flatMap { Hexadecimal.bytes($0) } }

    func run() async throws {
      let heads = try head.map { try AccessHeads.read($0) } ?? []
      let report: AccessReport
      if let export {
        report = try verify(export, heads)
      } else {
        let verifier = AccessVerifier(
          digest: StandardDigest.sha256,
          heads: heads,
          trusting: trusted,
          check: StandardDigest.ed25519
        )
        report = try await DataFolder(data ?? "", key: nil).whileAccessLogOpen { log in
          try await log.verify(with: verifier)
        }
      }
      tell(report)
      if !report.isWhole { throw ExitCode(Status.invalidInput) }
    }

    private func verify(_ path: String, _ heads: [SignedAccessHead]) throws -> AccessReport {
      var verifier = AccessExportVerifier(
        digest: StandardDigest.sha256,
        kept: heads,
        trusting: trusted,
        check: StandardDigest.ed25519
      )
      try InputLines.read(path) { verifier.check(line: $0) }
      return verifier.finish()
    }

    private func tell(_ report: AccessReport) {
      if output.json {
        Console.line(
          JSONWriter.object { json in
            json.field("records", Int64(clamping: report.head.number))
            json.field("hash", Hexadecimal.text(report.head.hash))
            json.field("root", Hexadecimal.text(report.head.root))
            json.field("confirmed", Int64(clamping: report.confirmed))
            json.field("intact", report.isWhole)
            json.array("faults") { json in
              for fault in report.faults { json.string(fault.text[output.lang]) }
            }
          }
        )
        return
      }
      for fault in report.faults { Console.line(fault.text) }
      guard report.isWhole else { return }
      let root = Hexadecimal.text(report.head.root)
      Console.line(
        BilingualText(
          "Het inzagelogboek is gaaf: \(CountedNoun.record.text(report.head.number).dutch), waarvan "
            + "\(report.confirmed) bevestigd door een ondertekend hoofd; wortel \(root).",
          "The access records are intact: \(CountedNoun.record.text(report.head.number).english), of which "
            + "\(report.confirmed) confirmed by a signed head; root \(root)."
        )
      )
    }
  }

  /// Prints the end of the access records.
  struct Head: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the end of the access records and the root of the tree over them."
    )

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let head = try await options.folder.whileAccessLogOpen { await $0.head() }
      if output.json {
        Console.line(
          JSONWriter.object { json in
            json.field("number", Int64(clamping: head.number))
            json.field("hash", Hexadecimal.text(head.hash))
            json.field("root", Hexadecimal.text(head.root))
          }
        )
      } else {
        Console.line(BilingualText("inzage \(head.number)", "record \(head.number)"))
        Console.line("hash \(Hexadecimal.text(head.hash))")
        let root = Hexadecimal.text(head.root)
        Console.line(BilingualText("wortel \(root)", "root \(root)"))
      }
    }
  }

  /// Prints an export.
  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the signed heads and all access records as lines of JSON."
    )

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let folder = options.folder
      try await folder.whileAccessLogOpen { log in
        for head in try AccessHeads.kept(folder) { Console.line(head.line) }
        try await log.export { Console.line($0) }
      }
    }
  }
}

/// Files of signed heads of access records.
enum AccessHeads {
  /// The heads in a file that a user names.
  static func read(_ path: String) throws -> [SignedAccessHead] {
    let bytes = try InputFile.bytes(path)
    do throws(JSONFailure) {
      return try SignedAccessHead.heads(inFile: bytes)
    } catch {
      throw ProgramFailure(.notHeads(file: path))
    }
  }

  /// The heads that were kept beside a data folder; none when nothing was recorded yet.
  static func kept(_ folder: DataFolder) throws -> [SignedAccessHead] {
    guard FileManager.default.fileExists(atPath: folder.accessHeadPath) else { return [] }
    return try read(folder.accessHeadPath)
  }
}
