import Foundation
import Rules
import VaultSQLite

/// A file of lines, read piece by piece, so that one of any size fits.
enum InputLines {
  private static let pieceByteCount = 1 << 20
  /// A line that is longer is no line of ours, and is handed over cut to this length.
  private static let longestLine = 256 << 20

  /// Hands every line that is not empty to `take`, without its line end.
  static func read(_ path: String, _ take: ([UInt8]) throws -> Void) throws {
    guard let file = FileHandle(forReadingAtPath: UserPath.absolute(path)) else {
      throw ProgramFailure(.noSuchFile(path: path))
    }
    defer { try? file.close() }
    var line: [UInt8] = []
    func end() throws {
      if !line.isEmpty { try take(line) }
      line.removeAll(keepingCapacity: true)
    }
    while let piece = try read(file, path) {
      var rest = piece[...]
      while let cut = rest.firstIndex(of: 0x0A) {
        line.append(contentsOf: rest[..<cut])
        rest = rest[(cut + 1)...]
        try end()
      }
      if line.count < longestLine { line.append(contentsOf: rest) }
    }
    try end()
  }

  /// The next piece of a file; nil at its end.
  private static func read(_ file: FileHandle, _ path: String) throws -> [UInt8]? {
    do {
      let piece = try file.read(upToCount: pieceByteCount) ?? Data()
      return piece.isEmpty ? nil : Array(piece)
    } catch {
      throw ProgramFailure(.file(path: path, SystemTrouble(errorNumber: errno)))
    }
  }
}
