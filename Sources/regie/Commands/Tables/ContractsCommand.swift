import ArgumentParser
import Commissioning
import Exchange
import Journal
import Quantities
import Region
import Rules

/// The contracts of a region as price lists and choices.
struct ContractsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contracts",
    abstract: "Prices and choices of the region.",
    subcommands: [Import.self, Settings.self, List.self]
  )

  /// Puts a price list in force.
  struct Import: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Put a price list (CSV or TSV) in force for verdicts from now on."
    )

    @Argument(help: "The file.") var file: String
    @OptionGroup var at: RegionOptions

    func run() async throws {
      let bytes = try InputFile.bytes(file)
      let list: PriceList
      switch ContractTable.readPriceList(bytes) {
      case .success(let read): list = read
      case .failure(let refusal):
        throw ProgramFailure(.contractsRefused(file: file), refusal, file: file)
      }
      let today = try day.date()
      let isNew = try await options.folder.whileOpen { region in
        try await region.change(
          .importPrices(list),
          key: "contracts-import",
          body: bytes,
          on: today
        )
      }
      report(list.count, isNew: isNew)
    }

    private func report(_ count: Int, isNew: Bool) {
      if output.json {
        Console.line(
          JSONWriter.object { json in
            json.field("rows", Int64(count))
            json.field("changed", isNew)
          }
        )
      } else {
        let prices = CountedNoun.price.text(count)
        Console.line(
          isNew
            ? BilingualText(
              "\(prices.dutch) \(count == 1 ? "geldt" : "gelden") vanaf nu.",
              "\(prices.english) \(count == 1 ? "holds" : "hold") from now on."
            )
            : BilingualText(
              "Er verandert niets: deze prijzen golden al.",
              "Nothing changes: these prices held already."
            )
        )
      }
    }
  }

  /// Changes the choices of the region.
  struct Settings: RegionVerb {
    static let configuration = CommandConfiguration(
      abstract: "Set the choices where the standard leaves an interpretation open (key = value)."
    )

    @Argument(help: "The file; without one the choices that hold now are printed.")
    var file: String?
    @OptionGroup var at: RegionOptions

    func run() async throws {
      guard let file else { return try await show() }
      let bytes = try InputFile.bytes(file)
      let settings: RegionSettings
      switch SettingsFile.read(bytes) {
      case .success(let read): settings = read
      case .failure(let refusal):
        throw ProgramFailure(.settingsRefused(file: file), refusal, file: file)
      }
      let today = try day.date()
      let isNew = try await options.folder.whileOpen { region in
        try await region.change(
          .changeSettings(settings),
          key: "contracts-settings",
          body: bytes,
          on: today
        )
      }
      report(isNew: isNew)
    }

    private func report(isNew: Bool) {
      if output.json {
        Console.line(JSONWriter.object { json in json.field("changed", isNew) })
      } else {
        Console.line(
          isNew
            ? BilingualText("De keuzes gelden vanaf nu.", "The choices hold from now on.")
            : BilingualText(
              "Er verandert niets: dit gold al.",
              "Nothing changes: this held already."
            )
        )
      }
    }

    private func show() async throws {
      let settings = try await options.folder.openForReading().state.currentSettings
      if output.json {
        Console.line(
          JSONWriter.object { json in
            for line in settings.fileLines { json.field(line.key, line.value) }
          }
        )
      } else {
        for line in settings.fileLines { Console.line("\(line.key) = \(line.value)") }
      }
    }
  }

  /// Lists the prices in force.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the prices in force.")

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let list = try await options.folder.openForReading().state.prices
      for line in list.lines { PriceWords.tell(line.row, output) }
    }
  }
}
