import ArgumentParser
import Exchange
import Foundation
import Journal
import Messages
import Quantities
import Region
import Rules

/// Messages of the national standards.
struct MessagesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "messages",
    abstract: "Check and process messages of iWmo 3.2.",
    subcommands: [Check.self, Process.self]
  )

  /// Judges messages by themselves; no region is needed.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Judge the format and the rules within each message; no region is needed."
    )

    @Argument(help: "Files or folders.") var files: [String]
    @OptionGroup var output: OutputOptions

    func run() async throws {
      var isBad = false
      for file in try MessageFiles.list(files) {
        let check = MessageCheck(try InputFile.bytes(file))
        isBad = isBad || !check.findings.isEmpty
        if output.json {
          Console.line(check.json(file: file, in: output.lang))
        } else {
          for line in check.lines(file: file, in: output.lang) { Console.line(line) }
        }
      }
      if isBad { throw ExitCode(Status.invalidInput) }
    }
  }

  /// Takes messages in.
  struct Process: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Take messages in: judge what was received, take over what was sent, and answer."
    )

    @Argument(help: "Files or folders; a folder is read in byte order of file names.")
    var files: [String]
    @OptionGroup var at: RegionOptions

    @Option(name: .customLong("as"), help: "For whom: gemeente or aanbieder.")
    var role: PartyRole
    @Option(help: "The code of the party; a provider must give it.")
    var party: String?
    @Option(help: "The folder for answers.")
    var replies: String

    func run() async throws {
      let today = try day.date()
      let files = try MessageFiles.list(files)
      let isBad = try await options.folder.whileOpen { region in
        let run = try await ProcessRun(
          region: region,
          role: role,
          party: party,
          replies: replies,
          today: today
        )
        return try await run.process(files) { file, result in
          try Console.tell(
            output.json
              ? result.json(file: file, in: output.lang) : Array(text(file, result).utf8)
          )
        }
      }
      if isBad { throw ExitCode(Status.invalidInput) }
    }

    private func text(_ file: String, _ result: IntakeResult) -> String {
      var lines = ["\(file): \(result.message ?? "?") \(result.outcome.rawValue)"]
      for finding in result.findings.prefix(20) {
        lines.append(
          "  \(finding.code) \(finding.rule) \(finding.path): \(finding.text[output.lang])"
        )
      }
      if result.findings.count > 20 {
        let further = result.findings.count - 20
        lines.append(
          output.lang == .dutch
            ? "  en nog \(CountedNoun.finding.text(further).dutch); zie --json"
            : "  and \(further) more \(CountedNoun.finding.word(further).english); see --json"
        )
      }
      for group in result.notAssessed.prefix(20) {
        let place = group.path.isEmpty ? group.judges : group.path
        let words = BilingualText("  niet beoordeeld: ", "  not assessed: ")[output.lang]
        lines.append("\(words)\(place): \(group.rules.joined(separator: " "))")
      }
      if result.notAssessed.count > 20 {
        let further = result.notAssessed.count - 20
        lines.append(
          output.lang == .dutch
            ? "  en nog \(CountedNoun.place.text(further).dutch); zie --json"
            : "  and \(further) more \(CountedNoun.place.word(further).english); see --json"
        )
      }
      return lines.joined(separator: "\n")
    }
  }
}

extension PartyRole: ExpressibleByArgument {}

/// The files that a user names, folders opened.
enum MessageFiles {
  /// Every file, those of a folder in byte order of their names; hidden files are left alone.
  static func list(_ names: [String]) throws -> [String] {
    var files: [String] = []
    for name in names {
      var isFolder: ObjCBool = false
      guard exists(name, &isFolder) else {
        throw ProgramFailure(.noSuchFile(path: name))
      }
      guard isFolder.boolValue else {
        files.append(name)
        continue
      }
      do {
        let folder = name.hasSuffix("/") ? String(name.dropLast()) : name
        let contents = try FileManager.default
          .contentsOfDirectory(atPath: UserPath.absolute(folder))
          .filter { !$0.hasPrefix(".") }
          .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        files += contents.map { folder + "/" + $0 }.filter { path in
          var isInner: ObjCBool = false
          return exists(path, &isInner) && !isInner.boolValue
        }
      } catch {
        throw ProgramFailure(.folderUnreadable(path: name))
      }
    }
    return files
  }

  private static func exists(_ path: String, _ isFolder: inout ObjCBool) -> Bool {
    FileManager.default.fileExists(atPath: UserPath.absolute(path), isDirectory: &isFolder)
  }
}
