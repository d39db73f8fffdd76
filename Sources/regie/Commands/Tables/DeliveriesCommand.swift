import ArgumentParser
import Exchange
import Foundation
import Journal
import Quantities
import Rules

/// Deliveries that come as a table, where a law has no messages.
struct DeliveriesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliveries",
    abstract: "Deliveries that come as a table and not as messages.",
    subcommands: [Import.self]
  )

  /// Judges a table of deliveries and answers it with a result file.
  struct Import: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Judge a table of deliveries (CSV or TSV) and write the result file.",
      discussion: "The columns are in Documentation/Tables.md."
    )

    @Argument(help: "The file.") var file: String
    @OptionGroup var at: RegionOptions
    @Option(help: "The result file; by default NAME.resultaat.EXT beside the file.")
    var results: String?

    func run() async throws {
      let bytes = try InputFile.bytes(file)
      let today = try day.date()
      let path = results ?? Self.resultPath(of: file)
      let judged = try await options.folder.whileOpen { region in
        let intake = TableIntake(
          office: region.office,
          vault: region.vault,
          randomness: SystemRandomness()
        )
        do {
          try await intake.tidyVault(region.journal)
          let moment = MessageIntake.Moment(today: today, now: Clock.now)
          switch try await intake.importDeliveries(bytes, at: moment) {
          case .success(let judged):
            try DurableText.replace(path, with: judged.results)
            return judged
          case .failure(let refusal):
            throw ProgramFailure(.tableRefused(file: file), refusal, file: file)
          }
        } catch {
          throw ProgramFailure(any: error)
        }
      }
      report(judged, path)
    }

    /// `jan.csv` is answered by `jan.resultaat.csv`.
    private static func resultPath(of file: String) -> String {
      let path = file as NSString
      let suffix = path.pathExtension
      return path.deletingPathExtension + ".resultaat" + (suffix.isEmpty ? "" : "." + suffix)
    }

    private func report(_ judged: DeliveriesJudged, _ path: String) {
      guard !output.json else { return Console.line(json(judged, path)) }
      Console.line(
        BilingualText(
          "\(judged.approved) van \(CountedNoun.line.text(judged.rows).dutch) goedgekeurd; "
            + "\(judged.awarded.text(in: .dutch)) van \(judged.claimed.text(in: .dutch)) "
            + "toegekend. Resultaat: \(path)",
          "\(judged.approved) of \(CountedNoun.line.text(judged.rows).english) approved; "
            + "\(judged.awarded.text(in: .english)) of \(judged.claimed.text(in: .english)) "
            + "awarded. Results: \(path)"
        )
      )
      for (rule, rows) in judged.refusals {
        Console.line(
          "  \(rule): " + CountedNoun.line.text(rows)
        )
      }
      guard judged.isRepeated else { return }
      Console.line(
        BilingualText(
          "Deze tabel was al beoordeeld; er verandert niets.",
          "This table was judged before; nothing changes."
        )
      )
    }

    private func json(_ judged: DeliveriesJudged, _ path: String) -> [UInt8] {
      JSONWriter.object { json in
        json.field("file", file)
        json.field("rows", Int64(judged.rows))
        json.field("approved", Int64(judged.approved))
        json.field("claimed", judged.claimed.rawValue)
        json.field("awarded", judged.awarded.rawValue)
        json.array("refusals") { json in
          for (rule, rows) in judged.refusals {
            json.object { json in
              json.field("rule", rule)
              json.field("rows", Int64(rows))
            }
          }
        }
        json.field("changed", !judged.isRepeated)
        json.field("results", path)
        json.field("position", judged.position.rawValue)
      }
    }
  }
}
