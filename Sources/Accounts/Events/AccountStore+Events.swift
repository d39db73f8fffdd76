import Crypto
import Foundation
import GRDB
package import Journal
import Quantities

/// Who does something to an account.
package enum AccountActor: Hashable, Sendable {
  case user(UserKey)
  /// Whoever runs commands on the machine and holds the key file.
  case commandLine
  /// Somebody at the door who has not shown who it is.
  case unknown

  var text: String {
    switch self {
    case .user(let key): key.actorText
    case .commandLine: "command-line"
    case .unknown: "unknown"
    }
  }
}

extension AccountStore {
  /// Records that the access records were read, a setting was changed or a right was refused; the
  /// other kinds are recorded where they happen.
  package func record(_ act: RecordedAct, by actor: AccountActor, at now: Moment) async throws {
    try await write { db in
      try Self.record(act.kind, by: actor, word: act.word, at: now, db)
    }
  }

  /// The events from a number on.
  package func events(from number: Int64, limit: Int) async throws -> [SecurityEvent] {
    try await read { db in
      try db.rows(
        "event",
        "\(Self.selectEvents) WHERE number >= ? ORDER BY number LIMIT ?",
        [number, max(0, limit)]
      ).map(Self.event)
    }
  }

  /// Checks the chain and gives the number of events; a failure names the first that is wrong.
  ///
  /// A tail that was cut is found by the seal beside the data folder.
  package func verifyEvents() async throws -> (count: Int64, hash: JournalDigest) {
    let headFile = headFile
    let end = try await read { db -> (Int64, [UInt8]) in
      let sealed = try headFile?.read()
      var number: Int64 = 0
      var hash = JournalDigest.zero.bytes
      while true {
        let rows = try db.rows(
          "event",
          "\(Self.selectEvents) WHERE number > ? ORDER BY number LIMIT 1000",
          [number]
        )
        for row in rows {
          let event = try Self.event(row)
          let expected = Self.hash(event, after: hash)
          guard event.number == number + 1, event.hash.bytes == expected else {
            throw AccountFailure(.eventsBroken(number: number + 1))
          }
          (number, hash) = (event.number, expected)
        }
        if rows.count < 1000 {
          if let sealed, sealed.number > number {
            throw AccountFailure(.eventsCut(after: number, sealed: sealed.number))
          }
          return (number, hash)
        }
      }
    }
    guard let hash = JournalDigest(end.1) else { throw AccountFailure(.ours) }
    return (end.0, hash)
  }

  private static let selectEvents = "SELECT number, at, kind, actor, subject, word, hash FROM event"

  private static func event(_ row: StoredRow) throws -> SecurityEvent {
    SecurityEvent(
      number: try row.integer(0),
      at: try row.instant(1),
      kind: try row.required(SecurityEvent.Kind(rawValue: try row.integer(2))),
      actor: try row.text(3),
      subject: try row.text(4),
      word: try row.text(5),
      hash: try row.required(JournalDigest(try row.bytes(6)))
    )
  }

  private static func hash(_ event: SecurityEvent, after previous: [UInt8]) -> [UInt8] {
    digest(
      SecurityEvent.bytes(
        after: previous,
        number: event.number,
        at: event.at.milliseconds,
        kind: event.kind.rawValue,
        texts: [event.actor, event.subject, event.word]
      )
    )
  }

  static func digest(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// Adds an event within the transaction of what it is about: both or neither.
  static func record(
    _ kind: SecurityEvent.Kind,
    by actor: AccountActor,
    about subject: String = "",
    word: String = "",
    at now: Moment,
    _ db: Database
  ) throws {
    let last = try db.row("event", "SELECT number, hash FROM event ORDER BY number DESC LIMIT 1")
    let number = try last?.integer(0) ?? 0
    guard number < .max else { throw AccountFailure(.misfitValue(table: "event")) }
    let previous = try last?.bytes(1) ?? JournalDigest.zero.bytes
    let bytes = SecurityEvent.bytes(
      after: previous,
      number: number + 1,
      at: now.milliseconds,
      kind: kind.rawValue,
      texts: [actor.text, subject, word]
    )
    try db.change(
      "INSERT INTO event(number, at, kind, actor, subject, word, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        number + 1, now.milliseconds, kind.rawValue, actor.text, subject, word,
        Data(digest(bytes)),
      ]
    )
  }
}

/// What other rooms report as a security event.
package enum RecordedAct: Hashable, Sendable {
  case accessRecordsRead
  /// A setting by its own fixed word: 1 to 40 letters, digits and dots.
  case settingChanged(String)
  case refusedRight(Right)

  var kind: SecurityEvent.Kind {
    switch self {
    case .accessRecordsRead: .accessRecordsRead
    case .settingChanged: .settingsChanged
    case .refusedRight: .refusedRight
    }
  }

  var word: String {
    switch self {
    case .accessRecordsRead: ""
    case .settingChanged(let word):
      // Anything else than a word of a list is not let into the log (LG-13).
      String(
        decoding: word.utf8.prefix(40).filter { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || byte == 0x2E
        },
        as: UTF8.self
      )
    case .refusedRight(let right): right.rawValue
    }
  }
}
