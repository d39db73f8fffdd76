import Foundation
import Rules

/// Has a command carried out by the process that holds the region open.
struct CommandClient {
  let folder: DataFolder

  /// The exit code of the command, whose words go to the surroundings as they come; nil when nobody
  /// listens.
  func carriedOut(_ arguments: [String]) throws -> Int32? {
    guard let descriptor = try RegionSocket(folder: folder).connect() else { return nil }
    defer { close(descriptor) }
    let request = CommandRequest(
      folder: FileManager.default.currentDirectoryPath,
      showsProgress: Surroundings.current.words.showsProgress,
      arguments: arguments
    ).bytes
    var rest = (CommandFrame.number(UInt32(clamping: request.count)) + request)[...]
    while !rest.isEmpty {
      guard let sent = RegionSocket.send(rest, to: descriptor, waits: true) else { break }
      rest = rest.dropFirst(sent)
    }
    // A server that is full answers without reading on, so its answer is read all the same.
    while let frame = Self.next(descriptor) {
      switch frame {
      case .status(let status): return status
      case .words(let stream, let bytes):
        do {
          try Surroundings.current.words.write(bytes, to: stream)
        } catch {
          throw ProgramFailure(.output)
        }
      }
    }
    throw ProgramFailure(
      Status.inUse,
      "serve.brokenOff",
      BilingualText(
        "Het programma dat de map open heeft, brak de opdracht af. Bekijk wat al is vastgelegd en "
          + "geef de opdracht zo nodig opnieuw.",
        "The program that has the folder open broke the command off. Look at what was recorded "
          + "already and give the command again if needed."
      )
    )
  }

  private static func next(_ descriptor: CInt) -> CommandFrame? {
    guard let head = RegionSocket.read(CommandFrame.headByteCount, from: descriptor),
      let length = CommandFrame.length(ofHead: head),
      let content = RegionSocket.read(length, from: descriptor)
    else { return nil }
    return CommandFrame(head: head, content)
  }
}
