import GRDB
package import Journal

extension SQLiteJournal {
  /// Verifies everything that is stored: the file, its schema, and each column of each row.
  ///
  /// The verifier says against which signed heads. Rows that cannot be read are faults in the
  /// report; only a file that SQLite refuses to read at all is a failure.
  package func verify(
    with verifier: ChainVerifier
  ) async throws(JournalFailure) -> ChainReport {
    try await onReader { database in
      var verifier = verifier
      for complaint in try Self.complaints(database) {
        verifier.report(.integrity(complaint))
      }
      for difference in try JournalSchema.differences(in: database) {
        verifier.report(.schema(part: difference.part, difference.fault))
      }
      do {
        try Self.checkRows(database, &verifier)
      } catch let error as DatabaseError {
        // The rows behind this place cannot be reached; what was seen is reported.
        verifier.report(.integrity(error.message ?? "rows cannot be read"))
      }
      return verifier.finish()
    }
  }

  /// What SQLite's own check says of the file; empty when it is sound.
  private static func complaints(_ database: Database) throws -> [String] {
    do {
      let lines = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
      return lines == ["ok"] ? [] : lines
    } catch let error as DatabaseError {
      return [error.message ?? "the check itself failed"]
    }
  }

  private static func checkRows(_ database: Database, _ verifier: inout ChainVerifier) throws {
    // From the very lowest position, so that rows below 1 are seen as well.
    var cursor = try EntryCursor(database, from: .min)
    defer { cursor.reset() }
    while let item = try cursor.next() {
      switch item {
      case .entry(let entry): verifier.check(entry)
      case .unreadable(let position, let column):
        verifier.checkUnreadable(at: position, column: column)
      case .stray(let position): verifier.report(.strayAttachment, at: position)
      }
    }
  }
}
