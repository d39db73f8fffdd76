import Foundation
import Messages
import Testing

@Suite("Data files")
struct DataTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Messages/Data")

  @Test("Every data file is compiled in byte for byte, and nothing else is")
  func embedded() throws {
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path) {
      let bytes = try Data(contentsOf: Self.folder.appending(path: name))
      files[name] = String(decoding: bytes, as: UTF8.self)
    }
    #expect(EmbeddedTables.files.keys.sorted() == files.keys.sorted())
    for (name, text) in files {
      #expect(EmbeddedTables.files[name].map { Array($0.utf8) } == Array(text.utf8), "\(name)")
    }
  }
}
