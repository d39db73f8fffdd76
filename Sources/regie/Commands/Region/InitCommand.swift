import ArgumentParser
import Journal
import Landscape
import Quantities
import Region
import Rules

/// Makes a new region.
struct InitCommand: AsyncParsableCommand, RunsAlone {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new region in an empty folder, with its key file."
  )

  @OptionGroup var options: FolderOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The code of a municipality whose records the folder holds; repeat for more.")
  var gemeente: [String] = []

  @Option(
    help: "A strategy file to begin with; repeat for more. It gives the municipalities too."
  )
  var strategy: [String] = []

  func run() async throws {
    let beginning = try BeginningStrategies(files: strategy)
    var municipalities: [MunicipalityCode] = []
    for text in gemeente {
      guard let code = MunicipalityCode(text) else {
        throw ProgramFailure(.notAMunicipality(option: "--gemeente", text: text))
      }
      if !municipalities.contains(code) { municipalities.append(code) }
    }
    if municipalities.isEmpty { municipalities = try beginning.municipalities() }
    let folder = options.folder
    let profile = RegionProfile(municipalities: municipalities)
    try await NewRegion(folder: folder).make { region in
      try await region.perform(
        .open(profile),
        key: "init",
        body: Array(gemeente.joined(separator: ",").utf8),
        on: Clock.today
      )
      try await beginning.adopt(in: region)
    }
    report(folder, municipalities, beginning)
  }

  private func report(
    _ folder: DataFolder,
    _ municipalities: [MunicipalityCode],
    _ beginning: BeginningStrategies
  ) {
    if output.json {
      Console.line(
        JSONWriter.object { json in
          json.field("data", folder.path)
          json.field("key", folder.keyPath)
          json.array("municipalities") { json in
            for code in municipalities { json.string(code.description) }
          }
          guard !strategy.isEmpty else { return }
          json.array("strategies") { json in
            for code in beginning.codes { json.string(code) }
          }
        }
      )
      return
    }
    Console.line(
      BilingualText("Regio gemaakt in \(folder.path).", "Region made in \(folder.path).")
    )
    if !strategy.isEmpty {
      let codes = beginning.codes.joined(separator: ", ")
      Console.line(
        BilingualText("Vastgestelde strategieën: \(codes).", "Adopted strategies: \(codes).")
      )
    }
    Console.line(
      BilingualText(
        "De sleutel staat in \(folder.keyPath). Bewaar hem apart van de gegevens en van hun "
          + "reservekopie: zonder sleutel zijn de persoonsgegevens niet te lezen.",
        "The key is in \(folder.keyPath). Keep it apart from the data and from their backup: "
          + "without the key the personal data cannot be read."
      )
    )
  }
}
