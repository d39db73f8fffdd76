import ArgumentParser
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
}
