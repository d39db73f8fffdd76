import Foundation
import GRDB
import Testing

/// What stands in a file of accounts, read beside the store.
struct Content {
  let path: String

  init(_ path: String) { self.path = path }

  private func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read(body)
  }

  func text(_ sql: String) throws -> String {
    try #require(try read { try String.fetchOne($0, sql: sql) })
  }

  func count(_ sql: String) throws -> Int {
    try #require(try read { try Int.fetchOne($0, sql: sql) })
  }

  /// The bytes of the file and of the log beside it.
  func bytes() throws -> Data {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes += (try? Data(contentsOf: URL(fileURLWithPath: path + "-wal"))) ?? Data()
    return bytes
  }
}
