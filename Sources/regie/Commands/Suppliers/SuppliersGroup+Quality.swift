import ArgumentParser
import Commissioning
import Journal
import Quantities
import Region
import Rules

extension SuppliersGroup {
  /// Lists the requirements with their tests and alerts.
  struct Requirements: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "List the quality requirements, their latest tests, and what asks for attention."
    )

    @OptionGroup var at: RegionOptions

    func run() async throws {
      let today = try day.date()
      let state = try await options.folder.openForReading().state
      let book = state.suppliers
      for demand in book.demands.values.sorted(by: { $0.code < $1.code }) {
        let tests = book.tests.keys.filter { $0.requirement == demand.code }
          .map(\.provider).sorted()
          .compactMap { book.latestTest(of: demand.code, at: $0, asOf: today) }
        if output.json {
          Console.line(SupplierWords.json(demand, tests))
        } else {
          for line in SupplierWords.lines(demand, tests, output.lang) { Console.line(line) }
        }
      }
      for alert in book.alerts(contracts: state.contracts, on: today) {
        if output.json {
          Console.line(SupplierWords.json(alert, output.lang))
        } else {
          Console.line(SupplierWords.line(alert, output.lang))
        }
      }
    }
  }

  /// Records a requirement.
  struct Require: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record a quality requirement with its test and where it comes from."
    )

    @Argument(help: "The code of the requirement.") var code: String
    @Option(help: "What is required.") var text: String
    @Option(help: "How it is tested.") var test: String?
    @Option(help: "Only for this product code.") var product: String?
    @Option(help: "How many months a result is counted on.") var months: Int?
    @OptionGroup var basis: BasisOptions
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let basis = try basis.basis()
      let demand = QualityDemand(
        requirement: Requirement(
          code: try OptionValue.label(code, "CODE"),
          kind: .quality,
          text: text,
          test: test,
          basis: basis
        ),
        product: try product.map { try OptionValue.product($0) },
        repeatedWithin: try months.map {
          LegalTerm(try OptionValue.length($0, .months, "--months"), .contract, basis)
        }
      )
      try await at.carryOut(
        .supplier(.setDemand(demand)),
        key: "supplier-require",
        BilingualText("Eis \(code) is vastgelegd.", "Requirement \(code) is recorded.")
      )
    }
  }

  /// Records a test.
  struct Test: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record that a provider was tested on a requirement, with date and result."
    )

    @Argument(help: "The code of the requirement.") var code: String
    @Option(help: "The provider, by its trade register number.") var provider: String
    @Option(help: "The result: voldoet, voldoet-deels or voldoet-niet.") var result: String
    @Option(help: "What was found.") var finding: String
    @Option(help: "The day of the test; by default the day of the command.") var on: String?
    @Option(help: "Until when the result holds by itself, as a certificate does.")
    var through: String?
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let today = try day.date()
      guard let result = QualityTest.Result(rawValue: result) else {
        throw OptionValue.failure(
          "--result",
          "voldoet, voldoet-deels of voldoet-niet",
          "voldoet, voldoet-deels or voldoet-niet"
        )
      }
      let test = QualityTest(
        requirement: try OptionValue.label(code, "CODE"),
        provider: try OptionValue.chamber(provider),
        on: try on.map { try OptionValue.date($0, "--on") } ?? today,
        result: result,
        finding: finding,
        validThrough: try through.map { try OptionValue.date($0, "--through") }
      )
      try await at.carryOut(
        .supplier(.recordTest(test)),
        key: "supplier-test",
        BilingualText(
          "De toets van eis \(code) is vastgelegd.",
          "The test of requirement \(code) is recorded."
        )
      )
    }
  }

  /// Lists the lines of products.
  struct Lines: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the products with their line (0, 1 or 2)."
    )

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let state = try await options.folder.openForReading().state
      for line in state.productLines {
        if output.json {
          Console.line(
            JSONWriter.object { json in
              json.field("product", line.product.description)
              json.field("line", Int64(line.line.rawValue))
              json.field("basis", line.basis.text[output.lang])
            }
          )
        } else {
          let cells = [
            line.product.description, "\(line.line.rawValue)", line.line.text[output.lang],
            line.basis.text[output.lang],
          ]
          Console.line(cells.joined(separator: "\t"))
        }
      }
    }
  }

  /// Records the line of a product.
  struct SetLine: RegionVerb {
    static let configuration = CommandConfiguration(
      commandName: "set-line",
      abstract: "Record the line of a product: 0, 1 or 2."
    )

    @Argument(help: "The product code.") var product: String
    @Option(help: "The line: 0, 1 or 2.") var line: Int
    @OptionGroup var basis: BasisOptions
    @OptionGroup var at: RegionOptions

    func run() async throws {
      guard let careLine = CareLine(rawValue: line) else {
        throw OptionValue.failure("--line", "0, 1 of 2 (bron 003:413)", "0, 1 or 2 (003:413)")
      }
      let command = SupplierCommand.setLine(
        ProductLine(
          product: try OptionValue.product(product, "PRODUCT"),
          line: careLine,
          basis: try basis.basis()
        )
      )
      try await at.carryOut(
        .supplier(command),
        key: "supplier-line",
        BilingualText(
          "Product \(product) is vastgelegd als \(careLine.text.dutch).",
          "Product \(product) is recorded as \(careLine.text.english)."
        )
      )
    }
  }
}
