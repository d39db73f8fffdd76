import ArgumentParser
import Commissioning
import Journal
import Quantities
import Region
import Rules

/// The contracts with providers: concluding them, and all that happens to them.
struct AgreementsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreements",
    abstract: "Contracts with providers, their tariffs, ceilings and alerts.",
    subcommands: [
      Conclude.self, List.self, Show.self, Prices.self, Alerts.self, TariffCommand.self,
      IndexCommand.self, Extend.self, Review.self, Amend.self, AddPart.self, Terminate.self,
      IntakeStopCommand.self, CeilingCommand.self, Continuity.self,
    ]
  )

  /// Concludes contracts.
  struct Conclude: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Conclude contracts from a file (YAML or JSON): aanbieders, contracten, tarieven.",
      discussion: "All of the file or nothing of it; what stands there already is passed over."
    )

    @Argument(help: "The file.") var file: String
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var day: DayOptions

    func run() async throws {
      let bytes = try InputFile.bytes(file)
      let read = AgreementFile(bytes, sections: AgreementFile.Section.allCases)
      try await options.folder.whileOpen { region in
        try await AgreementRun(region: region, output: output, day: day)
          .perform(read, from: file)
      }
    }
  }

  /// Agrees tariffs of lots and contracts.
  struct TariffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tariff",
      abstract: "Agree tariffs from a file (YAML or JSON) with a list under tarieven."
    )

    @Argument(help: "The file.") var file: String
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var day: DayOptions

    func run() async throws {
      let bytes = try InputFile.bytes(file)
      let read = AgreementFile(bytes, sections: [.tariffs])
      try await options.folder.whileOpen { region in
        try await AgreementRun(region: region, output: output, day: day)
          .perform(read, from: file)
      }
    }
  }

  /// Lists the contracts.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the contracts with how they stand on a day."
    )

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var day: DayOptions

    func run() async throws {
      let today = try Clock.day(day.today)
      let book = try await options.folder.openForReading().state.contracts
      for contract in book.contracts.values.sorted(by: { $0.draft.code < $1.draft.code }) {
        if output.json {
          Console.line(ContractSheet(contract, in: book, on: today).json(isWhole: false))
        } else {
          let cells = [
            contract.draft.code.description, contract.draft.provider.description,
            contract.draft.lot?.description ?? "-", contract.term.start.description,
            contract.lastDay.description, contract.term.pattern.description,
            contract.state(on: today).rawValue,
          ]
          Console.line(cells.joined(separator: "\t"))
        }
      }
    }
  }

  /// Shows one contract.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a contract: term, documents, tariffs, ceiling and what must be decided when."
    )

    @OptionGroup var contract: ContractOptions

    func run() async throws {
      let today = try Clock.day(contract.day.today)
      let code = try AgreementRun.contract(contract.contract)
      let book = try await contract.options.folder.openForReading().state.contracts
      guard let found = book.contracts[code] else {
        throw ProgramFailure(OfficeFailure.refused(.contract(.unknown(code))))
      }
      let sheet = ContractSheet(found, in: book, on: today)
      if contract.output.json {
        Console.line(sheet.json(isWhole: true))
      } else {
        for line in sheet.lines(in: contract.output.lang) { Console.line(line) }
      }
    }
  }

  /// Lists the prices that follow from the contracts.
  struct Prices: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the prices by which claims of contracted providers are judged.",
      discussion:
        "Who has or had a contract with a municipality is judged by its contracts alone; the "
        + "imported price list (regie contracts list) holds for all others."
    )

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let list = try await options.folder.openForReading().state.contractPrices
      for line in list.lines { PriceWords.tell(line.row, output) }
    }
  }
}
