import ArgumentParser
import Commissioning
import Journal
import Landscape
import Region
import Rules

extension ProceduresCommand {
  /// Writes a plan file from a segment.
  struct Draft: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a plan file from a segment of an adopted strategy, to be completed."
    )

    @Option(help: "The code of the adopted strategy.") var strategy: String
    @Option(help: "The code of the segment.") var segment: String
    @Option(help: "The code of the procedure; by default those of both.")
    var code: ProcedureCode?
    @Option(help: "The plan file to write.") var out: String
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let state = try await options.folder.openForReading().state
      guard let adoption = state.strategies.current(strategy) else {
        throw BidDesk.refusal(.strategyNotAdopted(strategy))
      }
      guard let code = code ?? ProcedureCode("\(strategy)-\(segment)") ?? ProcedureCode(segment)
      else { throw BidDesk.refusal(.noSegment(segment, of: strategy)) }
      let draft: ProcedureDraft
      do throws(ProcedureRefusal) {
        draft = try ProcedureDraft(of: adoption.strategy, segment: segment, procedure: code)
      } catch {
        throw BidDesk.refusal(error)
      }
      try DurableText.replace(out, with: Array(draft.text.utf8))
      if output.json {
        Console.line(
          JSONWriter.object { json in
            json.field("procedure", code.description)
            json.field("file", out)
            json.array("open") { json in for key in draft.open { json.string(key) } }
          }
        )
      } else {
        let open = BookWords.list(draft.open)
        Console.line(
          BilingualText(
            "De opzet staat in \(out)."
              + (draft.open.isEmpty ? "" : " Vul nog in: \(open)."),
            "The draft is in \(out)." + (draft.open.isEmpty ? "" : " Still to fill in: \(open).")
          )
        )
      }
    }
  }
}
