import ArgumentParser
import Commissioning
import Journal
import Landscape
import Quantities
import Region
import Rules
import StrategyFiles

extension ProceduresCommand {
  /// Checks plan files.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check plan files of procedures: every finding with line and column."
    )

    @Argument(help: "The plan files.") var files: [String]
    @OptionGroup var output: OutputOptions

    func run() throws {
      var hasErrors = false
      for file in files {
        let check = ProcedurePlanFile.check(try InputFile.bytes(file))
        hasErrors = hasErrors || check.plan == nil
        PlanInput.tell(check, file: file, code: check.plan?.code.description, output)
      }
      if hasErrors { throw ExitCode(Status.invalidInput) }
    }
  }

  /// Prepares a procedure.
  struct Prepare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prepare a procedure from a plan file (YAML)."
    )

    @Argument(help: "The plan file.") var file: String
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var time: MomentOptions

    func run() async throws {
      let check = ProcedurePlanFile.check(try InputFile.bytes(file))
      let plan = try PlanInput.require(check, file: file)
      let moment = try time.moment()
      let answers = try await options.folder.whileOpen { region in
        try await region.perform(
          [.procedure(.prepare(plan), at: moment)],
          key: "book",
          on: moment.date
        )
      }
      Outcome.tell(answers, output)
    }
  }
}

/// Plan files for commands.
enum PlanInput {
  /// Tells the outcome of a check: a line per finding and a last one, or an object.
  static func tell<Plan>(
    _ check: PlanCheck<Plan>,
    file: String,
    code: String?,
    _ output: OutputOptions
  ) {
    if output.json {
      Console.line(
        JSONWriter.object { json in
          json.field("file", file)
          json.field("valid", check.plan != nil)
          json.field("plan", ifPresent: code)
          write(check.findings, to: &json)
        }
      )
      return
    }
    for line in lines(check.findings, file: file) { Console.line(line) }
    Console.line(
      check.plan == nil
        ? BilingualText(
          "\(file): niet goed; fouten: \(check.findings.count).",
          "\(file): not right; errors: \(check.findings.count)."
        ) : BilingualText("\(file): goed.", "\(file): right.")
    )
  }

  /// The plan of a file; its errors end the command, all of them told.
  static func require<Plan>(_ check: PlanCheck<Plan>, file: String) throws -> Plan {
    if let plan = check.plan { return plan }
    var failure = ProgramFailure(
      Status.invalidInput,
      "plan.refused",
      BilingualText(
        "\(file): er is niets overgenomen; herstel wat hierboven staat en probeer het opnieuw.",
        "\(file): nothing was taken over; mend what stands above and try again."
      )
    )
    failure.findings = check.findings.map { finding in
      let place = finding.sites.first?.place ?? TextPlace(line: 1, column: 1)
      let text = "\(finding.rule): " + finding.message
      return ProgramFailure.FileFinding(
        file: file,
        finding: ImportFinding(
          line: place.line,
          column: "\(place.column)",
          text: text.dutch,
          english: text.english
        )
      )
    }
    throw failure
  }

  private static func lines(_ findings: [StrategyFinding], file: String) -> [String] {
    findings.map { finding in
      let place = finding.sites.first?.place ?? TextPlace(line: 1, column: 1)
      return "\(file):\(place): \(finding.rule): "
        + finding.message[Speech.current.language]
    }
  }

  private static func write(_ findings: [StrategyFinding], to json: inout JSONWriter) {
    json.array("findings") { json in
      for finding in findings {
        json.object { json in
          json.field("rule", finding.rule)
          json.field("line", Int64(finding.sites.first?.place.line ?? 1))
          json.field("column", Int64(finding.sites.first?.place.column ?? 1))
          json.field("message", finding.message[Speech.current.language])
        }
      }
    }
  }
}
