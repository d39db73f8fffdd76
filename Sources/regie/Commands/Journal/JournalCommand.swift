import ArgumentParser
import Digests
import Journal
import JournalSQLite
import Quantities
import Rules

/// The journal: verification, its end, and its entries.
struct JournalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "Verify and show the journal.",
    subcommands: [Verify.self, Head.self, Show.self]
  )

  /// Verifies the whole journal.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Verify every entry, the chain, and the file; with --head also against a signed head."
    )

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "A signed head that was kept elsewhere.") var head: String?

    func run() async throws {
      let journal = try options.folder.openJournal()
      let verifier = try verifier()
      let report: ChainReport
      do {
        report = try await journal.verify(with: verifier)
      } catch {
        throw ProgramFailure(any: error)
      }
      tell(report)
      if !report.isWhole { throw ExitCode(Status.invalidInput) }
    }

    private func verifier() throws -> ChainVerifier {
      guard let head else { return ChainVerifier(digest: StandardDigest.sha256) }
      let heads: [SignedHead]
      let bytes = try InputFile.bytes(head)
      do throws(JSONFailure) {
        heads = try SignedHead.heads(inFile: bytes)
      } catch {
        throw ProgramFailure(.notHeads(file: head))
      }
      return ChainVerifier(
        digest: StandardDigest.sha256,
        heads: heads,
        trusting: nil,
        check: StandardDigest.ed25519
      )
    }

    private func tell(_ report: ChainReport) {
      if output.json {
        Console.line(
          JSONWriter.object { json in
            json.field("entries", report.head.position.rawValue)
            json.field("hash", report.head.hash.description)
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
      Console.line(
        BilingualText(
          "Het journaal is gaaf: \(report.head.position) posten, einde \(report.head.hash).",
          "The journal is intact: \(report.head.position) entries, end \(report.head.hash)."
        )
      )
    }
  }

  /// Prints the end of the journal.
  struct Head: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the end of the journal.")

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let journal = try options.folder.openJournal()
      let head: JournalHead
      do { head = try await journal.head() } catch { throw ProgramFailure(any: error) }
      if output.json {
        Console.line(
          JSONWriter.object { json in
            json.field("position", head.position.rawValue)
            json.field("hash", head.hash.description)
            json.field("recordedAt", head.recordedAt.description)
            json.field("knownOn", head.knownOn.description)
          }
        )
      } else {
        Console.line(
          BilingualText(
            "post \(head.position), \(head.recordedAt), bekend op \(head.knownOn)",
            "entry \(head.position), \(head.recordedAt), known on \(head.knownOn)"
          )
        )
        Console.line(head.hash.description)
      }
    }
  }

  /// Prints entries.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print entries of the journal.")

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "The first position.") var from: Int64 = 1
    @Option(help: "How many entries at most.") var count: Int = 20

    func run() async throws {
      let journal = try options.folder.openJournal()
      var position = Position(max(0, from - 1))
      var left = count
      do {
        while left > 0 {
          let entries = try await journal.read(after: position, limit: min(left, 500))
          guard let last = entries.last else { return }
          for entry in entries { Console.line(text(entry)) }
          position = last.position
          left -= entries.count
        }
      } catch {
        throw ProgramFailure(any: error)
      }
    }

    private func text(_ entry: Entry) -> [UInt8] {
      guard output.json else {
        let takenOver = output.lang == .dutch ? " overgenomen" : " taken over"
        let mark = entry.takenOver ? takenOver : ""
        let bulk = entry.attachments.map { " [\($0.layout), \($0.bytes.count) bytes]" }.joined()
        let body = String(decoding: entry.body, as: UTF8.self)
        return Array(
          "\(entry.position) \(entry.knownOn)\(mark) \(entry.event) \(body)\(bulk)".utf8
        )
      }
      return JSONWriter.object { json in
        json.field("position", entry.position.rawValue)
        json.field("recordedAt", entry.recordedAt.description)
        json.field("knownOn", entry.knownOn.description)
        json.field("takenOver", entry.takenOver)
        json.field("actor", entry.actor)
        json.field("event", entry.event)
        json.field("version", Int64(entry.eventVersion))
        json.field("body", String(decoding: entry.body, as: UTF8.self))
        json.array("attachments") { json in
          for attachment in entry.attachments {
            json.object { json in
              json.field("layout", attachment.layout.description)
              json.field("bytes", Int64(attachment.bytes.count))
              json.field("digest", attachment.digest.description)
            }
          }
        }
        json.field("hash", entry.hash.description)
      }
    }
  }
}
