import Accounts
import Foundation
import GRDB
import Quantities
import Testing

@Suite("LG-04, LG-06, LG-13, RL-04: security events and damaged files")
struct EventTests {
  private static let towns: Reach = .municipalities([AccountDesk.municipality])

  /// A desk where nearly everything happened once.
  private func lived() async throws -> (AccountDesk, SignedIn) {
    let desk = try await AccountDesk()
    let person = try await desk.enrol(
      "kanarie.naam",
      (.backOfficeOfficer, Self.towns),
      (.controller, .region)
    )
    desk.pass(seconds: 60)
    await expectRefusal(.wrong) { _ = try await desk.signIn(person.name, "kanariewachtwoord") }
    let half = try await desk.signIn(person.name)
    await expectRefusal(.wrong) {
      _ = try await desk.store.confirm(
        half.token,
        code: "kanariecode",
        network: AccountDesk.network,
        at: desk.now
      )
    }
    var token = try await desk.store.confirm(
      half.token,
      code: person.recoveryCodes[0],
      network: AccountDesk.network,
      at: desk.now
    )
    token = try await desk.store.stepUp(token, code: desk.code(of: person), at: desk.now)
    let roles = try await desk.store.session(token, at: desk.now).roles
    token = try await desk.store.takeRole(roles[1].number, token, at: desk.now)
    _ = try await desk.store.renewRecoveryCodes(token, at: desk.now)
    let user = AccountActor.user(person.user)
    try await desk.store.record(.accessRecordsRead, by: user, at: desk.now)
    try await desk.store.record(.settingChanged("canary\nÿ<b>x.y"), by: user, at: desk.now)
    try await desk.store.record(.refusedRight(.findPerson), by: user, at: desk.now)
    try await desk.store.signOut(token, at: desk.now)
    try await desk.store.setDisabled(true, person.user, by: .commandLine, at: desk.now)
    return (desk, person)
  }

  @Test("LG-04: what happened is found, in order, and nothing else is said")
  func catalogue() async throws {
    let (desk, person) = try await lived()
    let events = try await desk.store.events(from: 1, limit: 1_000)
    #expect(
      events.map(\.kind) == [
        .userAdded, .invited, .roleGiven, .roleGiven, .passwordSet, .factorSet, .signedIn,
        .signInFailed, .secondFactorFailed, .recoveryCodeUsed, .signedIn, .steppedUp, .roleTaken,
        .recoveryCodesMade, .accessRecordsRead, .settingsChanged, .refusedRight, .signedOut,
        .userDisabled,
      ]
    )
    #expect(events.map(\.number) == Array(1...Int64(events.count)))
    #expect(try await desk.store.verifyEvents().count == Int64(events.count))
    let words = events.flatMap { [$0.actor, $0.subject, $0.word] }.joined(separator: " ")
    for canary in [
      "kanarie", person.name, person.token.cookieValue, person.recoveryCodes[0], "<", "\n",
      AccountDesk.network, AccountDesk.password,
    ] {
      #expect(!words.contains(canary), "\(canary)")
    }
    #expect(words.contains("canarybx.y") && words.contains("person.find"))
  }

  @Test("AU-06, AU-07, AU-10: no secret stands in the file")
  func secrets() async throws {
    let (desk, person) = try await lived()
    let bytes = try Content(desk.file).bytes()
    let secrets = person.recoveryCodes + [AccountDesk.password, person.token.cookieValue]
    for secret in secrets { #expect(bytes.firstRange(of: Data(secret.utf8)) == nil) }
    #expect(bytes.firstRange(of: Data(person.secret)) == nil)
  }

  @Test(
    "LG-06: an event that was changed, removed, added or swapped is found",
    arguments: [
      "UPDATE event SET kind = 3 WHERE number = 7", "UPDATE event SET at = at + 1 WHERE number = 7",
      "UPDATE event SET actor = 'unknown' WHERE number = 7",
      "UPDATE event SET word = 'x' WHERE number = 7", "DELETE FROM event WHERE number = 7",
      "UPDATE event SET number = 7000 WHERE number = 7",
      "UPDATE event SET subject = '' WHERE number = 7",
      "UPDATE event SET hash = (SELECT hash FROM event WHERE number = 6) WHERE number = 7",
    ]
  )
  func tampering(sql: String) async throws {
    let (desk, _) = try await lived()
    try desk.tamper(sql)
    do {
      _ = try await desk.store.verifyEvents()
      Issue.record("not found: \(sql)")
    } catch let failure as AccountFailure {
      #expect(failure.reason == .eventsBroken(number: 7), "\(sql): \(failure)")
    }
  }

  @Test("LG-11: events and decisions can be neither changed nor removed by an ordinary statement")
  func triggers() async throws {
    let (desk, _) = try await lived()
    let queue = try DatabaseQueue(path: desk.file)
    for sql in [
      "UPDATE event SET word = ''", "DELETE FROM event",
      "INSERT INTO event VALUES (900, 0, 1, '', '', '', zeroblob(32))",
    ] {
      #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    }
    try queue.close()
  }

  @Test("AZ-06: a sealed secret that is moved to another user does not open")
  func movedSecret() async throws {
    let desk = try await AccountDesk()
    let thief = try await desk.enrol("d.ief", (.controller, .region))
    _ = try await desk.enrol("s.lachtoffer", (.controller, .region))
    desk.pass(seconds: 60)
    try desk.tamper(
      """
      UPDATE user SET factor = (SELECT factor FROM user WHERE name = 'd.ief')
      WHERE name = 's.lachtoffer'
      """
    )
    let half = try await desk.signIn("s.lachtoffer")
    do {
      _ = try await desk.store.confirm(
        half.token,
        code: desk.code(of: thief),
        network: AccountDesk.network,
        at: desk.now
      )
      Issue.record("opened")
    } catch let failure as AccountFailure {
      #expect(failure.reason == .sealedChanged)
    }
  }

  private static let columns: [(String, [String])] = [
    ("user", ["key", "name", "display", "disabled", "made", "password", "factor", "step"]),
    ("assignment", ["number", "user", "role", "reach", "first", "last"]),
    ("session", ["digest", "id", "user", "stage", "assignment", "made", "seen", "fresh"]),
    ("throttle", ["digest", "failures", "until", "last"]),
    ("recovery", ["user", "digest"]),
    ("known_network", ["user", "digest", "seen"]),
    ("event", ["number", "at", "kind", "actor", "subject", "word", "hash"]),
    (
      "proposal",
      [
        "kind", "scope", "body", "digest", "proposer", "subject", "made", "state", "decider",
        "decided", "done",
      ]
    ),
    ("account_file", ["layout", "key_check"]),
  ]
  private static let values = ["NULL", "-1", "9223372036854775807", "1.5", "'x'", "x''", "x'00'"]

  @Test(
    "RL-04: a value of another type in any column is a failure or a refusal, and never an end",
    arguments: columns.flatMap { table in table.1.map { (table.0, $0) } }
  )
  func misfits(table: String, column: String) async throws {
    let desk = try await AccountDesk()
    let person = try await desk.enrol("m.vos", (.controller, .region))
    let principal = Principal(user: person.user, role: .controller, reach: .region)
    _ = try await desk.store.propose(
      .ceilingChange,
      scope: .region,
      body: [1],
      by: principal,
      at: desk.now
    )
    desk.pass(seconds: 60)
    await expectRefusal(.wrong) { _ = try await desk.signIn("m.vos", "mis") }
    try desk.store.close()
    let good = try Data(contentsOf: URL(fileURLWithPath: desk.file))
    let head = try Data(contentsOf: URL(fileURLWithPath: desk.headFile))
    for value in Self.values {
      for suffix in ["-wal", "-shm"] { unlink(desk.file + suffix) }
      try good.write(to: URL(fileURLWithPath: desk.file))
      try head.write(to: URL(fileURLWithPath: desk.headFile))
      try loosen(desk, table, column, value)
      guard
        let store = try? await AccountStore.open(
          in: desk.folder,
          key: AccountDesk.key,
          settings: desk.settings
        )
      else { continue }
      // Whatever comes out, the program goes on; and nobody gets in who has no right to.
      _ = try? await store.users()
      _ = try? await store.session(person.token, at: desk.now)
      _ = try? await store.sessions(of: person.user, at: desk.now)
      _ = try? await store.proposals(for: principal)
      _ = try? await store.events(from: .min, limit: 100)
      _ = try? await store.verifyEvents()
      let wrong = try? await store.signIn(
        name: "m.vos",
        password: "mis",
        network: "n",
        at: desk.now
      )
      #expect(wrong == nil)
      let half = try? await store.signIn(
        name: "m.vos",
        password: AccountDesk.password,
        network: "n",
        at: desk.now
      )
      if let half {
        _ = try? await store.confirm(
          half.token,
          code: desk.code(of: person),
          network: "n",
          at: desk.now
        )
      }
      try? store.close()
    }
  }

  /// Puts a value in the first row of a table that no longer checks its types.
  private func loosen(
    _ desk: AccountDesk,
    _ table: String,
    _ column: String,
    _ value: String
  ) throws {
    let queue = try DatabaseQueue(path: desk.file)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      let triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
      for trigger in try String.fetchAll(db, sql: triggers) {
        try db.execute(sql: "DROP TRIGGER \(trigger)")
      }
      let cells = try db.columns(in: table).map(\.name).map { name in
        name == column ? "\(value) AS \"\(name)\"" : "\"\(name)\""
      }
      // A table made from a query has no types and no checks.
      try db.execute(
        sql: "CREATE TABLE loose AS SELECT \(cells.joined(separator: ", ")) FROM \"\(table)\""
      )
      try db.execute(sql: "DROP TABLE \"\(table)\"")
      try db.execute(sql: "ALTER TABLE loose RENAME TO \"\(table)\"")
    }
    try queue.close()
  }
}
