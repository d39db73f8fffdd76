import Foundation
import GRDB
import People
import Journal
package import Quantities
package import Rules

/// A change in what a user may do, as it is proposed by one and approved by another (AZ-04).
package enum RightsChange: Hashable, Sendable {
  case give(RoleRequest)
  /// The number of an assignment and its new last day.
  case end(assignment: Int64, last: CivilDate)
  /// Takes the second factor away, so that the user sets a new one: for a lost telephone and lost
  /// recovery codes.
  case removeFactor
}

extension RightsChange {
  /// The body of the proposal.
  var body: [UInt8] {
    JSONWriter.object { json in
      switch self {
      case .give(let request):
        json.field("change", "give")
        json.field("role", request.role.rawValue)
        json.field("reach", request.reach.description)
        json.field("from", request.first.description)
        json.field("through", ifPresent: request.last?.description)
      case .end(let assignment, let last):
        json.field("change", "end")
        json.field("assignment", assignment)
        json.field("last", last.description)
      case .removeFactor:
        json.field("change", "removeFactor")
      }
    }
  }

  /// Reads the body of a proposal of rights; nil for anything else.
  package init?(body: [UInt8]) {
    let read = try? JSONValue.read(body) { json throws(JSONFailure) -> RightsChange? in
      switch try json.string("change") {
      case "give":
        let role = Role(rawValue: try json.string("role"))
        let reach = Reach(try json.string("reach"))
        let first = CivilDate(try json.string("from"))
        let through = try json.string(ifPresent: "through")
        let last = through.flatMap { CivilDate($0) }
        guard let role, let reach, let first, (through == nil) == (last == nil) else { return nil }
        return .give(RoleRequest(role, reach, from: first, through: last))
      case "end":
        let assignment = try json.integer("assignment")
        return CivilDate(try json.string("last")).map { .end(assignment: assignment, last: $0) }
      case "removeFactor": return .removeFactor
      default: return nil
      }
    }
    guard let change = read ?? nil else { return nil }
    self = change
  }

  /// What would change, in words.
  package var text: BilingualText {
    switch self {
    case .give(let request):
      BilingualText(
        "rol \(request.role.name.dutch) voor \(request.reach.text.dutch), vanaf \(request.first)"
          + (request.last.map { " tot en met \($0)" } ?? ""),
        "role \(request.role.name.english) for \(request.reach.text.english), from \(request.first)"
          + (request.last.map { " through \($0)" } ?? "")
      )
    case .end(let assignment, let last):
      BilingualText(
        "rol nummer \(assignment) eindigt na \(last)",
        "role number \(assignment) ends after \(last)"
      )
    case .removeFactor:
      BilingualText(
        "de tweede factor vervalt; de gebruiker stelt een nieuwe in",
        "the second factor goes; the user sets a new one"
      )
    }
  }
}

extension AccountStore {
  /// Refuses a change that cannot be made to this user now.
  static func check(_ change: RightsChange, of user: User) throws {
    switch change {
    case .give(let request):
      let period = try request.checked()
      for other in user.assignments where other.period.overlaps(period) {
        guard request.role.goesTogether(with: other.role) else {
          throw AccountRefusal.rolesTogether(other.role, request.role)
        }
      }
    case .end(let assignment, _):
      guard user.assignments.contains(where: { $0.number == assignment }) else {
        throw AccountRefusal.noSuchRole
      }
    case .removeFactor: break
    }
  }

  /// Makes a change within the transaction of its approval.
  static func apply(
    _ change: RightsChange,
    to key: UserKey,
    by actor: AccountActor,
    at now: Moment,
    _ db: Database
  ) throws {
    let user = try user(key, db)
    try check(change, of: user)
    let subject = "\(key)"
    switch change {
    case .give(let request):
      try db.change(
        "INSERT INTO assignment(user, role, reach, first, last) VALUES (?, ?, ?, ?, ?)",
        [
          Data(key.bytes), request.role.rawValue, request.reach.description,
          Int64(request.first.dayNumber), request.last.map { Int64($0.dayNumber) },
        ]
      )
      let word = request.role.rawValue
      try record(.roleGiven, by: actor, about: subject, word: word, at: now, db)
    case .end(let number, let last):
      guard let role = user.assignments.first(where: { $0.number == number }) else { return }
      if last < role.period.first {
        // It never held, or holds no more from its first day on.
        try db.change("DELETE FROM assignment WHERE number = ?", [number])
      } else {
        try db.change(
          "UPDATE assignment SET last = ? WHERE number = ?",
          [Int64(last.dayNumber), number]
        )
      }
      let word = role.role.rawValue
      try record(.roleEnded, by: actor, about: subject, word: word, at: now, db)
    case .removeFactor:
      try db.change(
        "UPDATE user SET factor = NULL, pending = NULL, step = -1 WHERE key = ?",
        [Data(key.bytes)]
      )
      try db.change("DELETE FROM recovery WHERE user = ?", [Data(key.bytes)])
      try endSessions(of: key, db)
      try record(.factorRemoved, by: actor, about: subject, at: now, db)
    }
  }

  /// Makes a change at once and alone: for the command line, as long as there are not yet two
  /// administrators who could approve each other's proposals.
  package func applyAtBeginning(
    _ change: RightsChange,
    to user: UserKey,
    at now: Moment
  ) async throws {
    try await write { db in
      guard try Self.administrators(on: now.today, db) < 2 else {
        throw AccountRefusal.ownProposal
      }
      try Self.apply(change, to: user, by: .commandLine, at: now, db)
    }
  }

  /// Whether there are not yet two administrators who can approve each other's proposals.
  package func isBeginning(on day: CivilDate) async throws -> Bool {
    try await read { db in try Self.administrators(on: day, db) < 2 }
  }

  private static func administrators(on day: CivilDate, _ db: Database) throws -> Int {
    let row = try db.row(
      "assignment",
      """
      SELECT count(DISTINCT user.key) FROM assignment JOIN user ON user.key = assignment.user
      WHERE role = ? AND disabled = 0 AND first <= ? AND ifnull(last, ?) >= ?
      """,
      [Role.administrator.rawValue, Int64(day.dayNumber), Int64.max, Int64(day.dayNumber)]
    )
    return Int(clamping: try row?.integer(0) ?? 0)
  }
}
