import Digests
import Foundation
import GRDB
import Generators
import Journal
import JournalTesting

struct AttackFailure: Error {
  let text: String
}

/// One way to forge a journal, and the positions of which one must be named.
struct Attack: CustomStringConvertible {
  static let kindCount = 10

  let kind: String
  let description: String
  /// The verifier has to name one of these.
  let positions: Set<Int64>
  /// What the enemy runs; nil when the file is replaced as a whole.
  let sql: String?

  init(_ kind: String, _ description: String, _ positions: Set<Int64>, _ sql: String?) {
    self.kind = kind
    self.description = "\(kind): \(description)"
    self.positions = positions
    self.sql = sql
  }
}

// MARK: - Performing

extension Attack {
  static func remove(_ path: String) throws {
    for suffix in ["", "-wal", "-shm", ".lock"] {
      if FileManager.default.fileExists(atPath: path + suffix) {
        try FileManager.default.removeItem(atPath: path + suffix)
      }
    }
  }

  static func copy(_ source: String, to path: String) throws {
    try remove(path)
    try FileManager.default.copyItem(atPath: source, toPath: path)
  }

  /// Runs statements with everything that the file lets an owner do.
  static func execute(_ sql: String, on path: String) throws {
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.inDatabase { try $0.execute(sql: sql) }
      try queue.close()
    } catch {
      throw AttackFailure(text: "\(error)")
    }
  }

  /// Copies the journal to `path` and forges the copy; the schema afterwards looks untouched.
  func perform(on target: AttackTests.Target, at path: String) throws {
    guard let sql else { return try Attack.copy(target.oldCopy, to: path) }
    try Attack.copy(target.path, to: path)
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { database in
      let triggers = try Row.fetchAll(
        database,
        sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
      )
      try database.execute(
        sql: """
          PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF
          """
      )
      try database.inTransaction {
        for trigger in triggers {
          let name: String = trigger[0]
          try database.execute(sql: "DROP TRIGGER \(name)")
        }
        try database.execute(sql: sql)
        for trigger in triggers {
          let definition: String = trigger[1]
          try database.execute(sql: definition)
        }
        return .commit
      }
    }
    try queue.close()
  }
}

// MARK: - Choosing

extension Attack {
  static func random(on entries: [Entry], using generator: inout SeededGenerator) -> Attack {
    let entry = entries[generator.number(0...entries.count - 1)]
    let place = entry.position.rawValue
    let last = Int64(entries.count)
    switch generator.number(1...kindCount) {
    case 1: return editBody(entry, &generator)
    case 2: return editColumn(entry, &generator)
    case 3: return editAttachment(entries, &generator)
    case 4:
      return Attack("delete", "entry \(place)", [place], Forgery.delete(place))
    case 5:
      return Attack("insert", "a copy of entry \(place)", [place + 1], Forgery.insert(place, last))
    case 6:
      let other = entries[generator.number(0...entries.count - 1)].position.rawValue
      guard other != place else { return editBody(entry, &generator) }
      let sql = Forgery.swap(place, other)
      return Attack("swap", "\(place) and \(other)", [min(place, other)], sql)
    case 7:
      return Attack("cut", "the tail from \(place)", [place], Forgery.cut(from: place))
    case 8:
      return rewrite(entries, from: place)
    case 9:
      let third = entries.count / 2
      let note = "the copy from before the last stretch"
      return Attack("old copy", note, Set(Int64(third)...last), nil)
    default:
      return closeGap(place)
    }
  }

  private static func editBody(_ entry: Entry, _ generator: inout SeededGenerator) -> Attack {
    var body = entry.body
    body[generator.number(0...body.count - 1)] ^= UInt8(generator.number(1...255))
    let place = entry.position.rawValue
    return Attack(
      "edit body",
      "entry \(place)",
      [place],
      "UPDATE entry SET body = x'\(Hexadecimal.text(body))' WHERE position = \(place)"
    )
  }

  private static func editColumn(_ entry: Entry, _ generator: inout SeededGenerator) -> Attack {
    let digest = EntryBuilder.digest(generator.next())
    let edits = [
      "recorded_at = recorded_at + 1", "recorded_at = recorded_at - 86400000",
      "known_on = known_on + 1", "known_on = known_on - 1", "known_on = 99999999999",
      "actor = actor || ' '", "actor = ''", "actor = CAST(x'FFFE' AS TEXT)",
      "command_key = x'\(digest)'", "command_body = x'\(digest)'", "command_key = x'00'",
      "command_index = command_index + 10", "command_count = command_count + 1",
      "event = 'claim.paid'", "event_version = event_version + 1", "event_version = 99999",
      "body = x''", "hash = x'\(digest)'", "hash = x'00'",
    ]
    let edit = edits[generator.number(0...edits.count - 1)]
    let place = entry.position.rawValue
    return Attack(
      "edit column",
      "entry \(place), \(edit)",
      [place],
      "UPDATE entry SET \(edit) WHERE position = \(place)"
    )
  }

  private static func editAttachment(
    _ entries: [Entry],
    _ generator: inout SeededGenerator
  ) -> Attack {
    let bearers = entries.filter { !$0.attachments.isEmpty }
    let entry = bearers[generator.number(0...bearers.count - 1)]
    let place = entry.position.rawValue
    let number = generator.number(1...entry.attachments.count)
    let forged: [UInt8] = [1]
    let digest = StandardDigest.sha256(forged.span)
    let row = "WHERE position = \(place) AND number = \(number)"
    let edits = [
      "UPDATE attachment SET bytes = CAST(bytes || x'00' AS BLOB) \(row)",
      "UPDATE attachment SET bytes = x'01', digest = x'\(digest)' \(row)",
      "UPDATE attachment SET layout = layout || '2' \(row)",
      "UPDATE attachment SET layout_version = layout_version + 1 \(row)",
      "UPDATE attachment SET digest = x'\(digest)' \(row)",
      "UPDATE attachment SET number = number + 7 \(row)",
      "DELETE FROM attachment \(row)",
      """
      INSERT INTO attachment SELECT position, \(entry.attachments.count + 1), layout,
      layout_version, digest, bytes FROM attachment \(row)
      """,
    ]
    let sql = edits[generator.number(0...edits.count - 1)]
    return Attack("edit attachment", "entry \(place): \(sql)", [place], sql)
  }

  /// The whole tail with another amount in it and every hash computed anew, as a forger would.
  private static func rewrite(_ entries: [Entry], from place: Int64) -> Attack {
    var hasher = EntryHasher(digest: StandardDigest.sha256)
    var sql = ""
    var previous = place > 1 ? entries[Int(place) - 2].hash : .zero
    for entry in entries[(Int(place) - 1)...] {
      let isFirst = entry.position.rawValue == place
      let body = isFirst ? entry.body + [0x20] : entry.body
      let forged = entry.with(body: body)
      previous = hasher.hash(of: forged, after: previous)
      sql += """
        UPDATE entry SET body = x'\(Hexadecimal.text(body))', hash = x'\(previous)'
        WHERE position = \(entry.position);

        """
    }
    // Only a head tells; the first one at or behind the forgery is named.
    return Attack("rewrite", "from entry \(place)", Set(place...Int64(entries.count)), sql)
  }

  private static func closeGap(_ place: Int64) -> Attack {
    let sql =
      Forgery.delete(place)
        + """
        ;
        UPDATE attachment SET position = -position WHERE position > \(place);
        UPDATE attachment SET position = -position - 1 WHERE position < 0;
        UPDATE entry SET position = -position WHERE position > \(place);
        UPDATE entry SET position = -position - 1 WHERE position < 0;
        """
    return Attack("close gap", "entry \(place) deleted, the rest moved up", [place], sql)
  }
}

/// The statements of the coarser forgeries.
enum Forgery {
  static func delete(_ place: Int64) -> String {
    """
    DELETE FROM attachment WHERE position = \(place);
    DELETE FROM entry WHERE position = \(place)
    """
  }

  static func cut(from place: Int64) -> String {
    """
    DELETE FROM attachment WHERE position >= \(place);
    DELETE FROM entry WHERE position >= \(place)
    """
  }

  static func insert(_ place: Int64, _ last: Int64) -> String {
    """
    UPDATE attachment SET position = -position - 1 WHERE position > \(place);
    UPDATE attachment SET position = -position WHERE position < 0;
    UPDATE entry SET position = -position - 1 WHERE position > \(place);
    UPDATE entry SET position = -position WHERE position < 0;
    INSERT INTO entry SELECT position + 1, recorded_at, known_on, actor, randomblob(32),
    command_body, 1, 1, event, event_version, body, hash FROM entry WHERE position = \(place)
    """
  }

  static func swap(_ one: Int64, _ other: Int64) -> String {
    ["attachment", "entry"].map { table in
      """
      UPDATE \(table) SET position = -1 WHERE position = \(one);
      UPDATE \(table) SET position = \(one) WHERE position = \(other);
      UPDATE \(table) SET position = \(other) WHERE position = -1;

      """
    }.joined()
  }
}

extension Entry {
  /// The same entry with another body.
  fileprivate func with(body: [UInt8]) -> Entry {
    Entry(
      position: position,
      recordedAt: recordedAt,
      knownOn: knownOn,
      actor: actor,
      command: command,
      event: event,
      eventVersion: eventVersion,
      body: body,
      attachments: attachments,
      hash: hash
    )
  }
}

extension Attack {
  /// Does something while another connection holds the file's write lock.
  static func whileLocked(_ path: String, _ body: () async throws -> Void) async throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.unsafeReentrantWrite { try $0.execute(sql: "BEGIN IMMEDIATE") }
    try await body()
    try queue.unsafeReentrantWrite { try $0.execute(sql: "ROLLBACK") }
    try queue.close()
  }
}
