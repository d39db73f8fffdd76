import Foundation
import GRDB
import People

/// The tables of vault.sqlite.
enum VaultSchema {
  /// The number of the layout; a file of another layout is refused, never guessed at.
  static let layout = 1

  static let text = """
    CREATE TABLE vault(
      layout INTEGER NOT NULL, region BLOB NOT NULL, key_check BLOB NOT NULL
    ) STRICT;
    CREATE TABLE batch(
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      id BLOB NOT NULL UNIQUE CHECK(length(id) = 16)
    ) STRICT;
    CREATE TABLE client(
      key BLOB NOT NULL PRIMARY KEY CHECK(length(key) = 16),
      scope INTEGER NOT NULL,
      slot INTEGER NOT NULL,
      batch INTEGER NOT NULL,
      digest BLOB,
      UNIQUE(scope, digest)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX client_batch ON client(batch);
    CREATE TABLE client_page(
      scope INTEGER NOT NULL, page INTEGER NOT NULL, sealed BLOB NOT NULL,
      PRIMARY KEY(scope, page)
    ) STRICT;
    CREATE TABLE record(
      client BLOB NOT NULL, purpose INTEGER NOT NULL, sealed BLOB NOT NULL,
      PRIMARY KEY(client, purpose),
      FOREIGN KEY(client) REFERENCES client(key)
    ) STRICT;
    CREATE TABLE original(
      number INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
      batch INTEGER NOT NULL,
      wrapped BLOB NOT NULL,
      contents BLOB NOT NULL
    ) STRICT;
    CREATE INDEX original_batch ON original(batch);
    CREATE TABLE original_chunk(
      original INTEGER NOT NULL, kind INTEGER NOT NULL, chunk INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY(original, kind, chunk),
      FOREIGN KEY(original) REFERENCES original(number) ON DELETE CASCADE
    ) STRICT;
    CREATE TABLE intake(
      number INTEGER PRIMARY KEY, digest BLOB NOT NULL CHECK(length(digest) = 32),
      size INTEGER NOT NULL, codes TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT;
    """

  /// The connection of a store: one writer, alone, that says "done" only when it is on disk.
  ///
  /// Nothing of a statement's values may get into an error, a deleted row is overwritten, and the
  /// checkpoint is the store's own business.
  static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.publicStatementArguments = false
    configuration.busyMode = .immediateError
    configuration.journalMode = .default
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      try db.execute(sql: "PRAGMA page_size = 8192")
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      try db.execute(sql: "PRAGMA cache_size = -32768")
    }
    return configuration
  }
}
