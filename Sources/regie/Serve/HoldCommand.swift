import ArgumentParser
import Rules

/// Holds the region of a folder open and carries out the commands of others in it, until it is
/// asked to stop.
///
/// Hidden: for those who keep a region open for a series of commands, and for the tests.
struct HoldCommand: AsyncParsableCommand, RunsAlone {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Hold a region open and carry out the commands of other processes in it.",
    shouldDisplay: false
  )

  @OptionGroup var options: FolderOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    StopRequest.listen()
    let holder = try await RegionHolder(options.folder)
    let listener: CommandListener
    do {
      listener = try CommandListener(holder)
    } catch {
      try? await holder.close()
      throw error
    }
    Console.line(
      BilingualText(
        "\(holder.region.folder.path) staat open; onderbreken stopt.",
        "\(holder.region.folder.path) is open; interrupting stops."
      )
    )
    try? await StopRequest.wait()
    await listener.stop()
    try await holder.close()
  }
}
