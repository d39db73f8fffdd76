import ArgumentParser
import Exchange
import Journal
import Region
import Rules

/// Allocations that come from another administration.
struct AllocationsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allocations",
    abstract: "Allocations from another administration.",
    subcommands: [Import.self]
  )

  /// Takes open allocations over with what was awarded on them so far.
  struct Import: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Take over open allocations with what was awarded so far (CSV or TSV).",
      discussion: "The columns are in Documentation/Tables.md."
    )

    @Argument(help: "The file.") var file: String
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let bytes = try InputFile.bytes(file)
      let today = try day.date()
      let taken = try await options.folder.whileOpen { region in
        let intake = TableIntake(
          office: region.office,
          vault: region.vault,
          randomness: SystemRandomness()
        )
        do {
          try await intake.tidyVault(region.journal)
          let moment = MessageIntake.Moment(today: today, now: Clock.now)
          switch try await intake.importAllocations(bytes, at: moment) {
          case .success(let taken): return taken
          case .failure(let refusal):
            throw ProgramFailure(.tableRefused(file: file), refusal, file: file)
          }
        } catch {
          throw ProgramFailure(any: error)
        }
      }
      report(taken)
    }

    private func report(_ taken: AllocationsTaken) {
      if output.json {
        Console.line(
          JSONWriter.object { json in
            json.field("file", file)
            json.field("rows", Int64(taken.rows))
            json.field("allocations", Int64(taken.allocations))
            json.field("balances", Int64(taken.balances))
            json.field("changed", taken.allocations + taken.balances > 0)
            json.field("position", ifPresent: taken.position?.rawValue)
            json.array("signals") { json in
              for signal in taken.signals {
                json.object { json in
                  json.field("line", Int64(signal.row))
                  json.field("rule", signal.rule)
                  json.field("text", signal.text[output.lang])
                }
              }
            }
          }
        )
      } else if taken.allocations + taken.balances == 0 {
        Console.line(
          BilingualText(
            "Er verandert niets: deze toewijzingen waren al overgenomen.",
            "Nothing changes: these allocations were taken over already."
          )
        )
      } else {
        let allocations = CountedNoun.allocation.text(taken.allocations)
        let balances = CountedNoun.openingBalance.text(taken.balances)
        Console.line(
          BilingualText(
            "\(allocations.dutch) overgenomen, met \(balances.dutch).",
            "\(allocations.english) taken over, with \(balances.english)."
          )
        )
      }
      guard !output.json else { return }
      for signal in taken.signals {
        Console.line(
          BilingualText(
            "Regel \(signal.row), \(signal.rule): \(signal.text.dutch)",
            "Line \(signal.row), \(signal.rule): \(signal.text.english)"
          )
        )
      }
    }
  }
}
