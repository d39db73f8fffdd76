import ArgumentParser
import Commissioning
import Journal
import Quantities
import Region
import Rules

extension ProceduresCommand {
  /// Lists the procedures.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the procedures of the region.")

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let book = try await options.folder.openForReading().state.procedures
      for procedure in book.procedures.values.sorted(by: { $0.plan.code < $1.plan.code }) {
        if output.json {
          Console.line(
            JSONWriter.object { json in
              json.field("procedure", procedure.plan.code.description)
              json.field("title", procedure.plan.title)
              json.field("kind", procedure.plan.kind.rawValue)
              json.field("stage", procedure.stage.rawValue)
              json.field("closing", ifPresent: procedure.closing?.description)
              json.field("bids", Int64(procedure.bids.count))
            }
          )
        } else {
          let cells = [
            procedure.plan.code.description, procedure.plan.kind.rawValue,
            procedure.stage.text[output.lang], procedure.closing?.description ?? "",
            procedure.plan.title,
          ]
          Console.line(cells.joined(separator: "\t"))
        }
      }
    }
  }

  /// Shows one procedure.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a procedure: calendar with the ground of each term, lots, key, bids."
    )

    @OptionGroup var subject: ProcedureSubject

    func run() async throws {
      let procedure = try await subject.read()
      let report = ProcedureReport(procedure, on: try subject.time.moment().date)
      if subject.output.json {
        Console.line(report.json)
      } else {
        for line in report.lines(in: subject.output.lang) { Console.line(line) }
      }
    }
  }

  /// Prints the calendar of a procedure.
  struct Calendar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the calendar, as published or as it would be when published on a day."
    )

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "The day of publication to count from; by default the day of the command.")
    var published: CivilDate?

    func run() async throws {
      let procedure = try await subject.read()
      let day = try published ?? subject.time.moment().date
      let steps: ProcedureReport.Steps
      do throws(CalendarFault) {
        steps = try ProcedureReport.Steps(procedure, publishedOn: day)
      } catch {
        throw BidDesk.refusal(.calendar(error))
      }
      if subject.output.json {
        Console.line(JSONWriter.object { json in steps.write(to: &json) })
      } else {
        for line in steps.lines { Console.line(line) }
      }
    }
  }
}
