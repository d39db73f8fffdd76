import ArgumentParser
import Commissioning
import Journal
import Quantities
import Region
import Rules

/// What suppliers can deliver, how their first year and their quality were judged, and the lines.
struct SuppliersGroup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suppliers",
    abstract: "Product forms, evaluations of the first year, quality requirements, lines.",
    subcommands: [
      Forms.self, StateForms.self, Evaluations.self, Evaluate.self, Requirements.self,
      Require.self, Test.self, Lines.self, SetLine.self,
    ]
  )

  /// Shows who can deliver every form.
  struct Forms: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Show which providers can deliver every product form of a segment."
    )

    @Option(help: "Only this segment, by its code in the strategy.") var segment: String?
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let today = try day.date()
      let state = try await options.folder.openForReading().state
      let segments = state.segmentForms
      if let segment, !segments.contains(where: { $0.segment.description == segment }) {
        let code: Label<SegmentForms> = try OptionValue.label(segment, "--segment")
        throw ProgramFailure(
          OfficeFailure.refused(.supplier(.unknownSegment(code)))
        )
      }
      for forms in segments where segment == nil || forms.segment.description == segment {
        let rows = state.suppliers.coverage(of: forms, contracts: state.contracts, on: today)
        if output.json {
          Console.line(SupplierWords.json(forms, rows))
        } else {
          for line in SupplierWords.lines(forms, rows) { Console.line(line) }
        }
      }
    }
  }

  /// Records what a provider can deliver.
  struct StateForms: RegionVerb {
    static let configuration = CommandConfiguration(
      commandName: "state-forms",
      abstract: "Record which product forms of a segment a provider can deliver."
    )

    @Option(help: "The provider, by its trade register number.") var provider: String
    @Option(help: "The segment, by its code in the strategy.") var segment: String
    @Option(help: "A product form that it can deliver; more may be given.") var form: [String] = []
    @Option(help: "The day it speaks of; by default the day of the command.") var on: String?
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let today = try day.date()
      let statement = FormStatement(
        provider: try OptionValue.chamber(provider),
        segment: try OptionValue.label(segment, "--segment"),
        forms: try form.map { try OptionValue.label($0, "--form") },
        on: try on.map { try OptionValue.date($0, "--on") } ?? today
      )
      try await at.carryOut(
        .supplier(.stateForms(statement)),
        key: "supplier-forms",
        BilingualText("De opgave is vastgelegd.", "The statement is recorded.")
      )
    }
  }

  /// Lists where each first year stands.
  struct Evaluations: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "List the contracts that may be dissolved after their first year."
    )

    @OptionGroup var at: RegionOptions

    func run() async throws {
      let today = try day.date()
      let state = try await options.folder.openForReading().state
      for standing in state.suppliers.evaluations(contracts: state.contracts, on: today) {
        if output.json {
          Console.line(SupplierWords.json(standing, output.lang))
        } else {
          Console.line(SupplierWords.line(standing, output.lang))
        }
      }
    }
  }

  /// Evaluates a contract year.
  struct Evaluate: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Evaluate a contract year on results and progress, and review it.",
      discussion: "The year is not good only when both are insufficient (source 000:34)."
    )

    @Argument(help: "The contract.") var contract: String
    @Option(help: "The contract year; the first is 1.") var year = 1
    @Option(help: "What was found on the results.") var results: String
    @Option(help: "What was found on the progress.") var progress: String
    @Flag(help: "The results are insufficient.") var resultsLag = false
    @Flag(help: "The progress is insufficient.") var progressLags = false
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let evaluation = YearEvaluation(
        contract: try OptionValue.label(contract, "CONTRACT"),
        year: year,
        results: YearEvaluation.Part(isSufficient: !resultsLag, finding: results),
        progress: YearEvaluation.Part(isSufficient: !progressLags, finding: progress)
      )
      let done =
        evaluation.isGood
        ? BilingualText(
          "Jaar \(year) van contract \(contract) is als goed beoordeeld.",
          "Year \(year) of contract \(contract) is judged to be good."
        )
        : BilingualText(
          "Jaar \(year) van contract \(contract) is als onvoldoende beoordeeld.",
          "Year \(year) of contract \(contract) is judged to be insufficient."
        ).with(YearEvaluation.judgedBy)
      try await at.carryOut(
        .supplier(.evaluate(evaluation)),
        key: "supplier-evaluate",
        done
      )
    }
  }
}
