import ArgumentParser
import Commissioning
import Journal
import Quantities
import Region
import Rules

/// The register of providers.
struct ProvidersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "providers",
    abstract: "The register of providers: record, list and show.",
    subcommands: [Record.self, List.self, Show.self]
  )

  /// Records providers, or what changed of them.
  struct Record: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Record providers from a file (YAML or JSON) with a list under aanbieders."
    )

    @Argument(help: "The file.") var file: String
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var day: DayOptions

    func run() async throws {
      let bytes = try InputFile.bytes(file)
      let read = AgreementFile(bytes, sections: [.providers])
      try await options.folder.whileOpen { region in
        try await AgreementRun(region: region, output: output, day: day)
          .perform(read, from: file)
      }
    }
  }

  /// Lists the providers.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the providers.")

    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var day: DayOptions

    func run() async throws {
      let today = try Clock.day(day.today)
      let book = try await options.folder.openForReading().state.contracts
      for record in book.providers.values.sorted(by: { $0.chamber.number < $1.chamber.number }) {
        let codes = record.codes(on: today).map(\.description)
        let contracts = book.contracts(of: record.chamber, on: today).map(\.draft.code.description)
        if output.json {
          Console.line(
            JSONWriter.object { json in
              json.field("provider", record.chamber.description)
              json.field("name", record.name)
              json.texts("claimCodes", codes)
              json.texts("contracts", contracts)
            }
          )
        } else {
          let cells = [
            record.chamber.description, codes.joined(separator: " "),
            contracts.joined(separator: " "), record.name,
          ]
          Console.line(cells.joined(separator: "\t"))
        }
      }
    }
  }

  /// Shows one provider.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a provider: codes, lots, products, area, capacity and contracts."
    )

    @Argument(help: "The KvK number, eight digits.") var provider: String
    @OptionGroup var options: FolderOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let chamber: ChamberNumber = try OptionValue.read(provider, "KvK", .digits)
      let book = try await options.folder.openForReading().state.contracts
      guard let record = book.providers[chamber] else {
        throw ProgramFailure(
          Status.noSuchFile,
          "provider.missing",
          BilingualText(
            "KvK \(chamber) staat niet in het register; leg de aanbieder vast met regie providers "
              + "record.",
            "\(chamber) is not in the register; record the provider with regie providers record."
          )
        )
      }
      let contracts = book.contracts.values.filter { $0.draft.provider == chamber }
        .map(\.draft.code.description).sorted()
      output.json ? Console.line(json(record, contracts)) : tell(record, contracts)
    }

    private func json(_ record: ProviderRecord, _ contracts: [String]) -> [UInt8] {
      JSONWriter.object { json in
        json.field("provider", record.chamber.description)
        json.field("name", record.name)
        json.array("claimCodes") { json in
          for dated in record.claimCodes {
            json.object { json in
              json.field("code", dated.code.description)
              json.field("from", dated.period.first.description)
              json.field("through", ifPresent: dated.period.last?.description)
            }
          }
        }
        json.texts("lots", record.lots.map(\.description))
        json.texts("products", record.products.map(\.description))
        json.texts("targetGroups", record.targetGroups)
        json.texts("area", record.area.map(\.description))
        json.field("capacity", ifPresent: record.capacity.map { Int64($0) })
        json.field("profile", record.profile)
        json.texts("contracts", contracts)
      }
    }

    private func tell(_ record: ProviderRecord, _ contracts: [String]) {
      let codes = record.claimCodes.map { dated in
        "\(dated.code) (\(dated.period.first) - \(dated.period.last?.description ?? ""))"
      }
      let rows: [(BilingualText, String)] = [
        (BilingualText("KvK", "chamber"), record.chamber.description),
        (BilingualText("naam", "name"), record.name),
        (BilingualText("AGB", "claim codes"), codes.joined(separator: ", ")),
        (BilingualText("percelen", "lots"), record.lots.texts),
        (BilingualText("producten", "products"), record.products.texts),
        (BilingualText("doelgroepen", "target groups"), record.targetGroups.texts),
        (BilingualText("gebied", "area"), record.area.texts),
        (
          BilingualText("capaciteit", "capacity"),
          record.capacity.map { "\($0)" } ?? BilingualText("onbekend", "unknown")[output.lang]
        ),
        (BilingualText("contracten", "contracts"), contracts.texts),
        (BilingualText("profiel", "profile"), record.profile),
      ]
      for (name, text) in rows where !text.isEmpty {
        Console.line("\(name[output.lang])\t\(text)")
      }
    }
  }
}

extension Array where Element: CustomStringConvertible {
  /// The elements as one text.
  fileprivate var texts: String { map(\.description).joined(separator: " ") }
}

extension JSONWriter {
  /// A list of texts.
  mutating func texts(_ key: String, _ values: [String]) {
    array(key) { json in for value in values { json.string(value) } }
  }
}
