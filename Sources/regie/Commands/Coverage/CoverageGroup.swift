import ArgumentParser
import Commissioning
import Exchange
import Journal
import Quantities
import Region
import Rules

/// Whether there is enough offer, place by place, and what opens where there is not.
struct CoverageGroup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Coverage matrix, reports of room and waiting, norms, supplementary contracting.",
    subcommands: [
      Show.self, ReportCapacity.self, Import.self, Norms.self, SetNorm.self, EndNorm.self,
      Open.self, Close.self,
    ]
  )

  /// Prints the matrix.
  struct Show: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Print the coverage matrix with the reason of each colour."
    )

    @Option(help: "Only this municipality.") var municipality: String?
    @Option(help: "Only this target group, by its code in the strategy.") var group: String?
    @Option(help: "Only this product code.") var product: String?
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let today = try day.date()
      let state = try await options.folder.openForReading().state
      let matrix = CoverageMatrix(state.coverage, contracts: state.contracts, on: today)
      let findings = matrix.findings(
        municipalities: try municipality.map { [try OptionValue.municipality($0)] }
          ?? state.coverageMunicipalities,
        targetGroups: group.map { [$0] } ?? state.coverageGroups(on: today),
        products: try product.map { [try OptionValue.product($0)] }
          ?? state.coverageProducts(on: today)
      )
      if findings.isEmpty, !output.json { Console.line(CoverageWords.empty) }
      for finding in findings {
        if output.json {
          Console.line(CoverageWords.json(finding, output.lang))
        } else {
          for line in CoverageWords.lines(finding, output.lang) { Console.line(line) }
        }
      }
    }
  }

  /// Takes in one report.
  struct ReportCapacity: RegionVerb {
    static let configuration = CommandConfiguration(
      commandName: "report-capacity",
      abstract: "Record what a provider said of room and waiting for a product."
    )

    @Option(help: "The provider, by its trade register number.") var provider: String
    @Option(help: "The municipality.") var municipality: String
    @Option(help: "The product code.") var product: String
    @Option(help: "How many more clients could begin.") var free: Int?
    @Option(help: "From the request to the start, in days.") var waitingDays: Int?
    @Option(help: "The day it speaks of; by default the day of the command.") var on: String?
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let today = try day.date()
      let report = CapacityReport(
        provider: try OptionValue.chamber(provider),
        municipality: try OptionValue.municipality(municipality),
        product: try OptionValue.product(product),
        on: try on.map { try OptionValue.date($0, "--on") } ?? today,
        freePlaces: free,
        waitingDays: waitingDays
      )
      try await at.carryOut(
        .coverage(.report([report])),
        key: "coverage-report",
        BilingualText("De opgave is vastgelegd.", "The report is recorded.")
      )
    }
  }

  /// Takes in a file of reports.
  struct Import: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Import reports of room and waiting (CSV or TSV); all rows or none."
    )

    @Argument(help: "The file.") var file: String
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let bytes = try InputFile.bytes(file)
      let today = try day.date()
      let count = try await options.folder.whileOpen { region in
        let state = await region.office.published
        let read = CapacityTable.read(
          bytes,
          coverage: state.coverage,
          contracts: state.contracts,
          on: today
        )
        let reports: [CapacityReport]
        switch read {
        case .success(let read): reports = read
        case .failure(let refusal): throw CoverageWords.refused(file, refusal)
        }
        _ = try await region.change(
          .coverage(.report(reports)),
          key: "coverage-import",
          body: bytes,
          on: today
        )
        return reports.count
      }
      guard output.json else {
        let reports = CountedNoun.report.text(count)
        Console.line(
          BilingualText(
            "\(reports.dutch) van plaats en wachttijd \(count == 1 ? "is" : "zijn") vastgelegd.",
            "\(reports.english) of room and waiting \(count == 1 ? "is" : "are") recorded."
          )
        )
        return
      }
      Console.line(JSONWriter.object { json in json.field("reports", Int64(count)) })
    }
  }
}
