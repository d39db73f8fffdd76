import Accounts
import Foundation
import GRDB
import Generators
import Quantities
import Synchronization
import Testing

/// Bytes of a seeded generator as secrets, so that a run can be had again.
final class SeededSecrets: SecretSource {
  private let generator: Mutex<SeededGenerator>

  init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

  func bytes(_ count: Int) -> [UInt8] { generator.withLock { $0.bytes(count) } }
}

/// A store in a folder of its own, with cheap hashes and a clock that stands still until moved.
final class AccountDesk {
  static let network = "192.0.2.7"
  static let policy = PasswordPolicy(context: ["Houten", "Nieuwegein", "Lekstroom"])
  static let password = "vier lantaarns dragen soep"
  static let key = [UInt8](repeating: 7, count: 32)
  static let municipality = MunicipalityCode(uncheckedNumber: 321)
  static let chamber = ChamberNumber(uncheckedNumber: 12_345_678)

  let folder: String
  let settings: AccountStore.Settings
  private(set) var store: AccountStore
  private(set) var now: Moment

  init(seed: UInt64 = 1, cost: ScryptCost = AccountDesk.cheap) async throws {
    folder =
      FileManager.default.temporaryDirectory.path
      + "/regie-accounts-\(getpid())-\(SeededGenerator.freshSeed())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var settings = AccountStore.Settings(random: SeededSecrets(seed: seed))
    settings.cost = cost
    self.settings = settings
    store = try await AccountStore.open(in: folder, key: Self.key, settings: settings)
    now = Self.start
  }

  deinit {
    for path in [folder, headFile] { try? FileManager.default.removeItem(atPath: path) }
  }

  static let cheap = ScryptCost(logRounds: 4, blockSize: 8, parallelism: 1)
  static let start = Moment(
    Instant(milliseconds: 1_763_716_800_000),
    today: CivilDate(dayNumber: 20_413)
  )

  var file: String { folder + "/" + AccountStore.fileName }
  /// The seal of the events beside the folder.
  var headFile: String { folder + ".accounts-head" }

  /// Moves the clock.
  func pass(seconds: Int64) {
    let instant = Instant(milliseconds: now.milliseconds + seconds * 1_000)
    now = Moment(instant, today: instant.utcDate)
  }

  func reopen(cost: ScryptCost? = nil, closing: Bool = true) async throws {
    if closing { try store.close() }
    var settings = settings
    settings.cost = cost ?? settings.cost
    store = try await AccountStore.open(in: folder, key: Self.key, settings: settings)
  }

  /// Changes the file behind the store's back.
  func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: file)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      for trigger in try String.fetchAll(
        db,
        sql: "SELECT name FROM sqlite_master WHERE type='trigger'"
      ) {
        try db.execute(sql: "DROP TRIGGER \(trigger)")
      }
      try db.execute(sql: sql)
    }
    try queue.close()
  }
}

/// A user who is through the whole door, with what he or she holds.
struct SignedIn {
  let user: UserKey
  let name: String
  var token: SessionToken
  let secret: [UInt8]
  let recoveryCodes: [String]
}

extension AccountDesk {
  /// Adds a user with roles, as at the beginning.
  func add(_ name: String, _ roles: (Role, Reach)...) async throws -> (UserKey, String) {
    let added = try await store.addUser(
      signInName: name,
      displayName: "Proefpersoon \(name)",
      by: .commandLine,
      at: now
    )
    for (role, reach) in roles {
      let request = RoleRequest(role, reach, from: now.today, through: nil)
      try await store.applyAtBeginning(.give(request), to: added.user, at: now)
    }
    return (added.user, added.invitation)
  }

  /// Adds a user and lets him or her in for the first time.
  func enrol(_ name: String, _ roles: (Role, Reach)...) async throws -> SignedIn {
    let added = try await store.addUser(
      signInName: name,
      displayName: "Proefpersoon \(name)",
      by: .commandLine,
      at: now
    )
    for (role, reach) in roles {
      let request = RoleRequest(role, reach, from: now.today, through: nil)
      try await store.applyAtBeginning(.give(request), to: added.user, at: now)
    }
    let half = try await accept(name, added.invitation)
    #expect(half.stage == .enrolment)
    let factor = try await store.beginFactor(half.token, issuer: "Regie", at: now)
    let secret = try #require(Self.secret(in: factor.secret))
    let code = OneTimeCode.code(secret, step: OneTimeCode.step(at: now.instant))
    let whole = try await store.finishFactor(
      half.token,
      code: code,
      network: Self.network,
      at: now
    )
    return SignedIn(
      user: added.user,
      name: name,
      token: whole.token,
      secret: secret,
      recoveryCodes: whole.recoveryCodes
    )
  }

  func accept(
    _ name: String,
    _ code: String,
    password: String = AccountDesk.password,
    network: String = AccountDesk.network
  ) async throws -> (token: SessionToken, stage: Session.Stage) {
    try await store.acceptInvitation(
      name: name,
      code: code,
      password: password,
      policy: Self.policy,
      network: network,
      at: now
    )
  }

  func signIn(
    _ name: String,
    _ password: String = AccountDesk.password,
    network: String = AccountDesk.network
  ) async throws -> (token: SessionToken, stage: Session.Stage) {
    try await store.signIn(name: name, password: password, network: network, at: now)
  }

  /// The present code of somebody's app.
  func code(of person: SignedIn, steps: Int64 = 0) -> String {
    OneTimeCode.code(person.secret, step: OneTimeCode.step(at: now.instant) + steps)
  }

  /// Both halves.
  func signInWhole(
    _ person: SignedIn,
    network: String = AccountDesk.network
  ) async throws -> SessionToken {
    let half = try await signIn(person.name, network: network)
    #expect(half.stage == .secondFactor)
    return try await store.confirm(
      half.token,
      code: code(of: person),
      network: network,
      at: now
    )
  }

  /// The bytes of a secret that was printed.
  static func secret(in text: String) -> [UInt8]? {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var bits: [Bool] = []
    for letter in text where letter != " " {
      guard let value = alphabet.firstIndex(of: letter) else { return nil }
      for shift in [4, 3, 2, 1, 0] { bits.append(value >> shift & 1 == 1) }
    }
    return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
      bits[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
  }
}

/// Expects a refusal, and nothing else.
func expectRefusal(
  _ expected: AccountRefusal,
  _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () async throws -> Void
) async {
  do {
    try await body()
    Issue.record(comment ?? "not refused: \(expected)", sourceLocation: sourceLocation)
  } catch let refusal as AccountRefusal {
    #expect(refusal == expected, comment, sourceLocation: sourceLocation)
  } catch {
    Issue.record("\(error)", sourceLocation: sourceLocation)
  }
}

/// Whether the answer is that one has to wait.
func isHeld(_ body: () async throws -> Void) async throws -> Instant? {
  do {
    try await body()
    return nil
  } catch AccountRefusal.wait(let until) {
    return until
  } catch AccountRefusal.wrong {
    return nil
  }
}
