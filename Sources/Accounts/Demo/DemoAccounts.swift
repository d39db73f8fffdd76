import Foundation
import GRDB
import People
package import Quantities
import Rules

/// What allows accounts without a password: made in one place, the command that shows the demo.
///
/// A program that has none cannot have demo accounts either, so `serve` never asks for this value;
/// a test looks through the sources for it.
package struct DemoPermit: Sendable {
  package init() {}
}

/// The users of the demo: one per role, in memory only, each a click away and without any password.
///
/// They never stand in a file, so no account with a known password exists anywhere.
package struct DemoAccounts: Sendable {
  /// A user of the demo and the role in which he or she acts.
  package struct Person: Hashable, Sendable {
    package let role: Role
    package let reach: Reach
    package let user: UserKey
    package let displayName: String
  }

  /// The accounts behind them, for the pages to work with as with any other.
  package let store: AccountStore
  package let people: [Person]

  /// Makes one user per role.
  ///
  /// Case work and government are of the first municipality; without a provider there is none.
  package init(
    _ permit: DemoPermit,
    municipalities: [MunicipalityCode],
    provider: ChamberNumber?,
    settings: AccountStore.Settings,
    at now: Moment
  ) async throws {
    store = try await AccountStore.inMemory(settings: settings)
    var people: [Person] = []
    for role in Role.allCases {
      guard let reach = Self.reach(of: role, municipalities, provider) else { continue }
      let name = role.name.dutch
      let user = try await store.addDemoUser(
        signInName: "demo." + role.rawValue.lowercased(),
        displayName: name.prefix(1).uppercased() + name.dropFirst() + " (demo)",
        role: RoleRequest(role, reach, from: now.today.adding(days: -3_650), through: nil),
        at: now
      )
      people.append(
        Person(role: role, reach: reach, user: user, displayName: "\(name) (demo)")
      )
    }
    self.people = people
  }

  private static func reach(
    of role: Role,
    _ municipalities: [MunicipalityCode],
    _ provider: ChamberNumber?
  ) -> Reach? {
    let candidates: [Reach?] = [
      .region, municipalities.first.map { .municipalities([$0]) }, provider.map { .provider($0) },
    ]
    return candidates.compactMap(\.self).first { role.fits($0) }
  }

  /// Opens a session for the user of a role; a role that the demo has not is refused.
  package func signIn(as role: Role, at now: Moment) async throws -> SessionToken {
    guard let person = people.first(where: { $0.role == role }) else {
      throw AccountRefusal.noSuchRole
    }
    return try await store.openDemoSession(person.user, at: now)
  }

  /// Counts as authenticating again: a user of the demo has neither password nor code to give.
  package func stepUp(_ token: SessionToken, at now: Moment) async throws -> SessionToken {
    let session = try await store.fullSession(token, at: now)
    let next = SessionToken(from: store.random)
    try await store.write { db in
      let role = session.acting?.number
      try AccountStore.rotate(token, to: next, stage: .full, assignment: role, fresh: now, db)
    }
    return next
  }
}

extension AccountStore {
  fileprivate func addDemoUser(
    signInName: String,
    displayName: String,
    role: RoleRequest,
    at now: Moment
  ) async throws -> UserKey {
    let added = try await addUser(
      signInName: signInName,
      displayName: displayName,
      by: .commandLine,
      at: now
    )
    try await write { db in
      try db.change("DELETE FROM invitation WHERE user = ?", [Data(added.user.bytes)])
      try Self.apply(.give(role), to: added.user, by: .commandLine, at: now, db)
    }
    return added.user
  }

  fileprivate func openDemoSession(_ user: UserKey, at now: Moment) async throws -> SessionToken {
    let token = SessionToken(from: random)
    let id: SessionID = try identifier()
    try await write { [self] db in
      let role = try Self.assignments(of: user, db).first?.number
      try openSession(token, id: id, user: user, stage: .full, assignment: role, at: now, db)
      try Self.record(.signedIn, by: .user(user), about: "\(user)", at: now, db)
    }
    return token
  }
}
