import ArgumentParser
import Commissioning
import Journal
import Quantities
import Region
import Rules

extension CoverageGroup {
  /// Lists the norms.
  struct Norms: RegionVerb {
    static let configuration = CommandConfiguration(abstract: "List the norms for enough offer.")

    @OptionGroup var at: RegionOptions

    func run() async throws {
      let today = try day.date()
      let book = try await options.folder.openForReading().state.coverage
      var norms = book.norms.values.sorted { $0.code < $1.code }
      if norms.isEmpty, let usual = CoverageNorm.usual(on: today) { norms = [usual] }
      for norm in norms {
        if output.json {
          Console.line(JSONWriter.object { json in CoverageWords.write(norm, to: &json) })
        } else {
          Console.line(CoverageWords.line(norm, output.lang))
        }
      }
    }
  }

  /// Sets a norm.
  struct SetNorm: RegionVerb {
    static let configuration = CommandConfiguration(
      commandName: "set-norm",
      abstract: "Set a norm for enough offer, with the place that it comes from."
    )

    @Argument(help: "The code of the norm.") var code: String
    @Option(help: "The first day.") var from: String
    @Option(help: "The last day; open without one.") var through: String?
    @Option(help: "Only for this municipality.") var municipality: String?
    @Option(help: "Only for this target group.") var group: String?
    @Option(help: "Only for this product code.") var product: String?
    @Option(help: "Fewer providers that take clients is red.") var minimum = 1
    @Option(help: "Fewer providers that take clients is amber.") var wanted = 2
    @Option(help: "Fewer free places is amber.") var places = 1
    @Option(help: "How many weeks residents may wait.") var waitingWeeks = 6
    @Option(help: "How many months a report is counted on.") var reportMonths = 3
    @OptionGroup var basis: BasisOptions
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let norm = try norm()
      try await at.carryOut(
        .coverage(.setNorm(norm)),
        key: "coverage-norm",
        BilingualText("Norm \(code) is vastgelegd.", "Norm \(code) is recorded.")
      )
    }

    private func norm() throws -> CoverageNorm {
      let basis = try basis.basis()
      guard
        let period = OpenPeriod(
          from: try OptionValue.date(from, "--from"),
          through: try through.map { try OptionValue.date($0, "--through") }
        )
      else {
        throw OptionValue.failure("--through", "een dag na --from", "a day after --from")
      }
      guard
        let thresholds = CoverageNorm.Thresholds(
          minimumProviders: minimum,
          wantedProviders: wanted,
          minimumPlaces: places
        )
      else {
        throw OptionValue.failure(
          "--minimum",
          "aantallen met 0 <= minimum <= wanted <= 1000, en --places tot 100000",
          "numbers with 0 <= minimum <= wanted <= 1000, and --places up to 100000"
        )
      }
      return CoverageNorm(
        code: try OptionValue.label(code, "CODE"),
        scope: CoverageNorm.Scope(
          municipality: try municipality.map { try OptionValue.municipality($0) },
          targetGroup: group,
          product: try product.map { try OptionValue.product($0) }
        ),
        period: period,
        thresholds: thresholds,
        waiting: LegalTerm(
          try OptionValue.length(waitingWeeks, .weeks, "--waiting-weeks"),
          .contract,
          basis
        ),
        reportValid: LegalTerm(
          try OptionValue.length(reportMonths, .months, "--report-months"),
          .contract,
          basis
        ),
        basis: basis
      )
    }
  }

  /// Ends a norm.
  struct EndNorm: RegionVerb {
    static let configuration = CommandConfiguration(
      commandName: "end-norm",
      abstract: "End a norm on a last day."
    )

    @Argument(help: "The code of the norm.") var code: String
    @Option(help: "The last day.") var last: String
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let last = try OptionValue.date(last, "--last")
      try await at.carryOut(
        .coverage(.endNorm(try OptionValue.label(code, "CODE"), last: last)),
        key: "coverage-end-norm",
        BilingualText(
          "Norm \(code) geldt tot en met \(last.dutchText).",
          "Norm \(code) holds through \(last)."
        )
      )
    }
  }

  /// A place of the matrix on the command line.
  struct CellOptions: ParsableArguments {
    @Option(help: "The municipality.") var municipality: String
    @Option(help: "The target group; without one everybody.") var group: String?
    @Option(help: "The product code.") var product: String

    func cell() throws -> CoverageCell {
      CoverageCell(
        municipality: try OptionValue.municipality(municipality),
        targetGroup: group,
        product: try OptionValue.product(product)
      )
    }
  }

  /// Opens supplementary contracting.
  struct Open: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Open supplementary contracting for a place that is red."
    )

    @OptionGroup var place: CellOptions
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let cell = try place.cell()
      try await at.carryOut(
        .coverage(.open(cell)),
        key: "coverage-open",
        BilingualText(
          "Aanvullende contractering is open voor \(cell).",
          "Supplementary contracting is open for \(cell)."
        )
      )
    }
  }

  /// Closes supplementary contracting.
  struct Close: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Close supplementary contracting and say what came of it."
    )

    @OptionGroup var place: CellOptions
    @Option(help: "What came of it.") var outcome: String
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let cell = try place.cell()
      try await at.carryOut(
        .coverage(.close(cell, outcome: outcome)),
        key: "coverage-close",
        BilingualText(
          "Aanvullende contractering is gesloten voor \(cell).",
          "Supplementary contracting is closed for \(cell)."
        )
      )
    }
  }
}
