import Journal
import Region
import Rules

/// Carries out one command about coverage, transition or suppliers, and says what came of it.
struct SupplyRun {
  let options: FolderOptions
  let output: OutputOptions
  let day: DayOptions

  /// Decides on the command in the region, and tells in one sentence or one object that it is done.
  func perform(_ command: Command, key: String, _ done: BilingualText) async throws {
    let isNew = try await options.folder.whileOpen { region in
      try await RegionCommand.perform(
        command,
        key: key,
        body: command.canonicalBody,
        region,
        on: day.today
      )
    }
    if output.json {
      Console.line(
        JSONWriter.object { json in
          json.field("changed", isNew)
          json.field("text", done[output.lang])
        }
      )
    } else {
      Console.line(done)
    }
  }
}
