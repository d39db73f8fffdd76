import Foundation

/// The files that a disk holds after a power cut, by name.
package struct DiskImage: Sendable {
  package var files: [String: [UInt8]] = [:]

  /// A disk without files.
  package init() {}

  /// Puts the files in an empty folder.
  package func write(to folder: String) throws {
    for (name, bytes) in files {
      let path = folder + "/" + name
      guard
        FileManager.default.createFile(
          atPath: path,
          contents: Data(bytes),
          attributes: [.posixPermissions: 0o600]
        )
      else { throw CocoaError(.fileWriteUnknown) }
    }
  }
}
