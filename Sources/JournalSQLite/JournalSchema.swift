import GRDB
import Journal

/// The law of the journal as SQLite itself holds it: strict tables, no update, no delete, no gap.
///
/// Migrations are numbered by their place in `migrations` and never edited; the number reached
/// stands in the file as `user_version`.
enum JournalSchema {
  /// Marks a file as a journal of Regie ("REGI").
  static let applicationID: Int32 = 0x5245_4749

  static let migrations: [String] = [version1, version2]

  private static let version1 = """
    CREATE TABLE entry (
      position INTEGER PRIMARY KEY CHECK (position > 0),
      recorded_at INTEGER NOT NULL,
      known_on INTEGER NOT NULL,
      actor TEXT NOT NULL,
      command_key BLOB NOT NULL CHECK (length(command_key) = 32),
      command_body BLOB NOT NULL CHECK (length(command_body) = 32),
      command_index INTEGER NOT NULL CHECK (command_index >= 1),
      command_count INTEGER NOT NULL CHECK (command_count >= command_index),
      event TEXT NOT NULL,
      event_version INTEGER NOT NULL CHECK (event_version BETWEEN 1 AND 65535),
      body BLOB NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    CREATE UNIQUE INDEX command_once ON entry (command_key, command_index);
    CREATE TABLE attachment (
      position INTEGER NOT NULL REFERENCES entry (position),
      number INTEGER NOT NULL CHECK (number >= 1),
      layout TEXT NOT NULL,
      layout_version INTEGER NOT NULL CHECK (layout_version BETWEEN 1 AND 65535),
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      bytes BLOB NOT NULL,
      PRIMARY KEY (position, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER entry_unbroken BEFORE INSERT ON entry
    WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM entry)
    BEGIN SELECT RAISE(ABORT, 'a position must follow the last one'); END;
    CREATE TRIGGER entry_in_time BEFORE INSERT ON entry
    WHEN EXISTS (
      SELECT 1 FROM entry WHERE position = NEW.position - 1
      AND (recorded_at > NEW.recorded_at OR known_on > NEW.known_on)
    )
    BEGIN SELECT RAISE(ABORT, 'an entry must not lie before the one that precedes it'); END;
    CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry
    BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
    CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
    CREATE TRIGGER attachment_at_end BEFORE INSERT ON attachment
    WHEN NEW.position <> (SELECT max(position) FROM entry)
    BEGIN SELECT RAISE(ABORT, 'an attachment belongs to the last entry'); END;
    CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment
    BEGIN SELECT RAISE(ABORT, 'attachments are never changed'); END;
    CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment
    BEGIN SELECT RAISE(ABORT, 'attachments are never deleted'); END;
    """
}

extension JournalSchema {
  /// Lets the index on commands go, and holds each entry against the last one with one look.
  ///
  /// An index on random keys dirties a page of its own for every command, and it guarded nothing
  /// that the writer does not know: he has read every command before the position that he expects.
  private static let version2 = """
    DROP INDEX command_once;
    DROP TRIGGER entry_unbroken;
    DROP TRIGGER entry_in_time;
    CREATE TRIGGER entry_follows BEFORE INSERT ON entry
    WHEN NOT EXISTS (
      SELECT 1 FROM entry WHERE position = NEW.position - 1
      AND recorded_at <= NEW.recorded_at AND known_on <= NEW.known_on
      AND CASE NEW.command_index
        WHEN 1 THEN command_index = command_count
        ELSE command_index = NEW.command_index - 1 AND command_count = NEW.command_count
          AND command_key = NEW.command_key
      END
    ) AND (NEW.position <> 1 OR NEW.command_index <> 1 OR EXISTS (SELECT 1 FROM entry))
    BEGIN SELECT RAISE(ROLLBACK, 'an entry must follow the last: in place, time, command'); END;
    """
}

// MARK: - Bringing a file up to date

extension JournalSchema {
  /// Applies the migrations that a file does not have yet, each in a transaction of its own.
  static func migrate(_ database: Database) throws {
    let reached = try version(of: database)
    for (index, migration) in migrations.enumerated() where index >= reached {
      try database.inTransaction(.immediate) {
        try database.execute(sql: migration)
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(index + 1)")
        return .commit
      }
    }
  }

  /// The number of migrations a file has had.
  static func version(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  /// Whether a file is a journal whose version is known here.
  ///
  /// A file without anything in it counts: making it was interrupted, and opening it finishes that.
  static func isJournal(_ database: Database) throws -> Bool {
    let version = try version(of: database)
    let mark = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    if version == 0 && mark == 0 { return try parts(of: database).isEmpty }
    return mark == applicationID && (1...migrations.count).contains(version)
  }
}

// MARK: - Checking

extension JournalSchema {
  /// What differs between the schema of a file and the one that its version must have.
  static func differences(
    in database: Database
  ) throws -> [(part: String, fault: ChainFault.SchemaFault)] {
    let found = try parts(of: database)
    let expected = try expectedParts(version: version(of: database))
    let names = Set(found.keys).union(expected.keys).sorted()
    return names.compactMap { name in
      switch (found[name], expected[name]) {
      case (nil, .some): (name, .missing)
      case (.some, nil): (name, .added)
      case (let left, let right): left == right ? nil : (name, .altered)
      }
    }
  }

  /// What the first migrations, up to a version, make of an empty file.
  private static func expectedParts(version: Int) throws -> [String: String] {
    try DatabaseQueue().inDatabase { database in
      for migration in migrations.prefix(version) { try database.execute(sql: migration) }
      return try parts(of: database)
    }
  }

  /// Every part of a schema with its definition: `trigger entry_no_update` and so on.
  private static func parts(of database: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(database, sql: "SELECT type, name, sql FROM sqlite_schema")
    var parts: [String: String] = [:]
    for row in rows {
      // Not by type: of a value that does not fit GRDB's subscript would end the program.
      let type = String.fromDatabaseValue(row[0]) ?? ""
      let name = String.fromDatabaseValue(row[1]) ?? ""
      let definition = String.fromDatabaseValue(row[2]) ?? ""
      parts["\(type) \(name)"] = definition
    }
    return parts
  }
}
