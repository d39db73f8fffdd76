import ArgumentParser
import Journal
import People
import Rules
import VaultSQLite

/// The keys of a region.
struct KeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Replace the keys of a region.",
    subcommands: [Rotate.self]
  )

  /// Replaces the master key and the epoch key.
  struct Rotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Replace the master key and the epoch key; everything stays readable."
    )

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let (turn, folder) = try await options.folder.whileOpen { region in
        do {
          // Whoever turns the keys has everything in hands: that it was done is recorded first.
          _ = try await region.accessLog.append(
            AccessRequest(actor: .commandLine, purpose: .maintenance, subjects: [], at: Clock.now)
          )
          return (try await region.vault.turnKeys(on: Clock.today), region.folder)
        } catch {
          throw ProgramFailure(any: error)
        }
      }
      tell(turn, folder)
    }

    private func tell(_ turn: KeyTurn, _ folder: DataFolder) {
      if output.json {
        Console.line(
          JSONWriter.object { json in
            json.field("master", Int64(turn.master))
            json.field("epoch", Int64(turn.epoch))
            json.field("originals", Int64(turn.originals))
            json.field("damaged", Int64(turn.damaged))
          }
        )
        return
      }
      Console.line(
        BilingualText(
          "Hoofdsleutel \(turn.master) en tijdvaksleutel \(turn.epoch) zijn in gebruik; "
            + "de sleutels van \(CountedNoun.message.text(turn.originals).dutch) zijn opnieuw "
            + "verpakt.",
          "Master key \(turn.master) and epoch key \(turn.epoch) are in use; the keys of "
            + "\(CountedNoun.message.text(turn.originals).english) were wrapped anew."
        )
      )
      if turn.damaged > 0 {
        Console.line(
          BilingualText(
            "Al beschadigd en zo gelaten: \(CountedNoun.message.text(turn.damaged).dutch).",
            "Damaged before and left as they were: "
              + "\(CountedNoun.message.text(turn.damaged).english)."
          )
        )
      }
      Console.line(
        BilingualText(
          "Vervang ook de reservekopie van \(folder.keyPath): met een oudere gaat de kluis niet "
            + "meer open.",
          "Replace the backup of \(folder.keyPath) too: with an older one the vault opens no more."
        )
      )
    }
  }
}
