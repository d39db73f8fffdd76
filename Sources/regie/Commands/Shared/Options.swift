import ArgumentParser
import Quantities
import Region
import Rules

/// Where the records are and where their key is: the same for every command on a region.
struct FolderOptions: ParsableArguments {
  @Option(help: "The data folder of the region.")
  var data: String

  @Option(
    help: "The file with the keys; by default DIR.key beside the folder, or REGIE_KEY_FILE."
  )
  var key: String?

  var folder: DataFolder { DataFolder(data, key: key) }
}

/// How the outcome is shown: the same for every command.
///
/// `Speech` reads the same two from the arguments, for what is said before or without a command.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print JSON instead of text; a failure is one object on standard error.")
  var json = false

  @Option(help: "The language of sentences: nl or en.")
  var lang: Language = .dutch
}

extension Language: ExpressibleByArgument {}

/// The day by whose rules is judged.
struct DayOptions: ParsableArguments {
  @Option(help: "The day of the command (yyyy-mm-dd); by default today in the Netherlands.")
  var today: String?

  /// The day that was given, or today.
  func date() throws -> CivilDate { try Clock.day(today) }
}

/// The moment at which something is done: the hour decides where a tender closes.
struct MomentOptions: ParsableArguments {
  @OptionGroup var day: DayOptions

  @Option(help: "The moment of the command in the Netherlands (\"yyyy-mm-dd hh:mm\").")
  var at: String?

  /// The moment that was given; a day alone is that day at the hour it is now.
  func moment() throws -> CivilMoment {
    if let at { return try Self.read(at, option: "--at") }
    let now = Clock.moment
    return day.today == nil ? now : CivilMoment(try day.date(), now.time)
  }

  /// Reads a moment of an option; seconds may be left out.
  static func read(_ text: String, option: String) throws -> CivilMoment {
    if let moment = CivilMoment(text) ?? CivilMoment(text + ":00") { return moment }
    throw ProgramFailure(
      Status.usage,
      "usage.moment",
      BilingualText(
        "\(option) \(text) is geen tijdstip; schrijf het als \"2025-01-31 12:00\".",
        "\(option) \(text) is not a moment; write it as \"2025-01-31 12:00\"."
      )
    )
  }
}

/// Which region, by which day, and how the outcome is shown: the rows of nearly every command.
struct RegionOptions: ParsableArguments {
  @OptionGroup var options: FolderOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var day: DayOptions

  /// Carries one command out, and tells in one sentence or one object that it is done.
  func carryOut(_ command: Command, key: String, _ done: BilingualText) async throws {
    let today = try day.date()
    let isNew = try await options.folder.whileOpen { region in
      try await region.change(command, key: key, on: today)
    }
    Outcome.tell(done, isNew: isNew, output)
  }
}

/// A command on a region by the rules of a day.
protocol RegionVerb: AsyncParsableCommand {
  var at: RegionOptions { get }
}

extension RegionVerb {
  var options: FolderOptions { at.options }
  var output: OutputOptions { at.output }
  var day: DayOptions { at.day }
}
