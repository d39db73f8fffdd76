import GRDB

/// The tables of accounts.sqlite.
enum AccountSchema {
  /// The number of the layout; a file of another layout is refused, never guessed at.
  static let layout: Int64 = 1

  static let text = """
    CREATE TABLE account_file(layout INTEGER NOT NULL, key_check BLOB NOT NULL) STRICT;
    CREATE TABLE user(
      key BLOB NOT NULL PRIMARY KEY CHECK(length(key) = 16),
      name TEXT NOT NULL UNIQUE, display TEXT NOT NULL,
      disabled INTEGER NOT NULL DEFAULT 0 CHECK(disabled IN (0, 1)),
      made INTEGER NOT NULL, password TEXT,
      factor BLOB, pending BLOB, step INTEGER NOT NULL DEFAULT -1
    ) STRICT;
    CREATE TABLE assignment(
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      user BLOB NOT NULL REFERENCES user(key), role TEXT NOT NULL, reach TEXT NOT NULL,
      first INTEGER NOT NULL, last INTEGER
    ) STRICT;
    CREATE INDEX assignment_user ON assignment(user);
    CREATE TABLE invitation(
      user BLOB NOT NULL PRIMARY KEY REFERENCES user(key),
      digest BLOB NOT NULL CHECK(length(digest) = 32), until INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE recovery(
      user BLOB NOT NULL REFERENCES user(key), digest BLOB NOT NULL CHECK(length(digest) = 32),
      PRIMARY KEY(user, digest)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE session(
      digest BLOB NOT NULL PRIMARY KEY CHECK(length(digest) = 32),
      id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
      user BLOB NOT NULL REFERENCES user(key), stage INTEGER NOT NULL,
      assignment INTEGER, made INTEGER NOT NULL, seen INTEGER NOT NULL, fresh INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX session_user ON session(user);
    CREATE TABLE throttle(
      digest BLOB NOT NULL PRIMARY KEY CHECK(length(digest) = 32),
      failures INTEGER NOT NULL, until INTEGER NOT NULL, last INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE known_network(
      user BLOB NOT NULL REFERENCES user(key), digest BLOB NOT NULL, seen INTEGER NOT NULL,
      PRIMARY KEY(user, digest)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE proposal(
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL, scope TEXT NOT NULL, body BLOB NOT NULL,
      digest BLOB NOT NULL CHECK(length(digest) = 32),
      proposer TEXT NOT NULL, subject BLOB, made INTEGER NOT NULL,
      state INTEGER NOT NULL, decider TEXT, decided INTEGER, done INTEGER
    ) STRICT;
    CREATE TRIGGER proposal_content BEFORE UPDATE OF
      kind, scope, body, digest, proposer, subject, made ON proposal
      BEGIN SELECT RAISE(ABORT, 'what was proposed is never changed'); END;
    CREATE TRIGGER proposal_decided BEFORE UPDATE OF state, decider, decided ON proposal
      WHEN old.state <> 0
      BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END;
    CREATE TRIGGER proposal_delete BEFORE DELETE ON proposal
      BEGIN SELECT RAISE(ABORT, 'a proposal is never removed'); END;
    CREATE TABLE event(
      number INTEGER PRIMARY KEY CHECK(number > 0),
      at INTEGER NOT NULL, kind INTEGER NOT NULL, actor TEXT NOT NULL, subject TEXT NOT NULL,
      word TEXT NOT NULL, hash BLOB NOT NULL CHECK(length(hash) = 32)
    ) STRICT;
    CREATE TRIGGER event_gap BEFORE INSERT ON event
      WHEN new.number <> (SELECT ifnull(max(number), 0) + 1 FROM event)
      BEGIN SELECT RAISE(ABORT, 'a gap in the security events'); END;
    CREATE TRIGGER event_update BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'a security event is never changed'); END;
    CREATE TRIGGER event_delete BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'a security event is never removed'); END;
    """

  /// The connection: commands beside a running server write too, each change durable on return.
  static func configuration(isFile: Bool) -> Configuration {
    var configuration = Configuration()
    // Nothing of a statement's values may get into an error.
    configuration.publicStatementArguments = false
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA foreign_keys = ON")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      guard isFile else { return }
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }
}
