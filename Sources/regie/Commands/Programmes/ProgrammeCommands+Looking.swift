import ArgumentParser
import Commissioning
import Journal
import Quantities
import Region
import Rules

extension ProgrammeCommands {
  /// Lists the programmes.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the programmes.")

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let book = try await options.folder.openForReading().state.programmes
      for programme in book.programmes.values.sorted(by: { $0.plan.code < $1.plan.code }) {
        let plan = programme.plan
        if output.json {
          Console.line(
            JSONWriter.object { json in
              json.field("programme", plan.code.description)
              json.field("title", plan.title)
              json.field("milestones", Int64(plan.milestones.count))
              json.field("reached", Int64(programme.reached.count))
            }
          )
        } else {
          Console.line(
            "\(plan.code)\t\(programme.reached.count)/\(plan.milestones.count)\t\(plan.title)"
          )
        }
      }
    }
  }

  /// Shows one programme.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a programme: decisions, talks, scope, readiness, the eight agreements."
    )

    @OptionGroup var subject: ProgrammeSubject

    func run() async throws {
      let report = ProgrammeReport(try await subject.read(), on: try subject.time.date())
      if subject.output.json {
        Console.line(report.json)
      } else {
        for line in report.lines(in: subject.output.lang) { Console.line(line) }
      }
    }
  }

  /// Prints the schedule.
  struct Schedule: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print planned and expected days, the clashes in them, and when contracts start."
    )

    @OptionGroup var subject: ProgrammeSubject

    func run() async throws {
      let programme = try await subject.read()
      let day = try subject.time.date()
      if subject.output.json {
        Console.line(
          JSONWriter.object { json in ProgrammeReport(programme, on: day).schedule(to: &json) }
        )
      } else {
        for line in ProgrammeReport(programme, on: day).scheduleLines { Console.line(line) }
      }
    }
  }
}
