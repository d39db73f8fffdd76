import Journal
import Quantities
import Region

/// Carrying out one command on an open region.
enum RegionCommand {
  /// Carries a command out; false when there was nothing to change.
  static func perform(
    _ command: Command,
    key: String,
    body: [UInt8],
    _ region: OpenRegion,
    on day: String?
  ) async throws -> Bool {
    let today = try Clock.day(day)
    // The same file may be put in force again later, after another one: the key names its place.
    let place = await region.office.published.head.position.rawValue
    let context = region.context("\(key)-\(place)", body: body, today: today)
    do {
      return try await !region.office.perform(command, context).isRepeated
    } catch OfficeFailure.refused(.nothingChanges) {
      return false
    } catch {
      throw ProgramFailure(any: error)
    }
  }
}

/// Files that the user names.
enum InputFile {
  /// More than this is refused by every reader, so it is not read either.
  private static let longest = 256 << 20

  /// All bytes of a file, in memory of our own; of one that is too long a byte more than allowed.
  static func bytes(_ path: String) throws -> [UInt8] {
    guard let bytes = try DurableText.read(path, limit: longest) else {
      throw ProgramFailure(.noSuchFile(path: path))
    }
    return bytes
  }
}
