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
