import Accounts

/// A page of the room Beheer.
package enum AdministrationAddress: Hashable, Sendable {
  case users
  case user(String)
  /// Makes an account; a second administrator approves it.
  case newUser
  /// What waits for a second pair of eyes.
  case proposals
  case proposal(String)
  case accessRecords
  /// What happened to accounts, sessions and rights.
  case securityEvents
  case journal
  case exports
  case settings
  /// The roles that have to be looked at again, with what is overdue.
  case reviews
  /// The sessions of whoever looks.
  case ownSessions

  init?(segments: [String]) {
    switch (segments.count, segments.first ?? "") {
    case (0, _): self = .users
    case (1, "nieuw"): self = .newUser
    case (2, "gebruikers"): self = .user(segments[1])
    case (1, "voorstellen"): self = .proposals
    case (2, "voorstellen"): self = .proposal(segments[1])
    case (1, "inzage"): self = .accessRecords
    case (1, "gebeurtenissen"): self = .securityEvents
    case (1, "journaal"): self = .journal
    case (1, "uitvoer"): self = .exports
    case (1, "instellingen"): self = .settings
    case (1, "beoordelingen"): self = .reviews
    case (1, "sessies"): self = .ownSessions
    default: return nil
    }
  }

  var segments: [String] {
    switch self {
    case .users: []
    case .newUser: ["nieuw"]
    case .user(let key): ["gebruikers", key]
    case .proposals: ["voorstellen"]
    case .proposal(let key): ["voorstellen", key]
    case .accessRecords: ["inzage"]
    case .securityEvents: ["gebeurtenissen"]
    case .journal: ["journaal"]
    case .exports: ["uitvoer"]
    case .settings: ["instellingen"]
    case .reviews: ["beoordelingen"]
    case .ownSessions: ["sessies"]
    }
  }

  var need: AccessNeed {
    switch self {
    case .users, .reviews: .right(.seeUsers)
    case .user, .newUser: .right(.manageUsers)
    case .proposals, .proposal: .right(.seeProposals)
    case .accessRecords: .right(.seeAccessRecords)
    case .securityEvents: .right(.seeSecurityEvents)
    case .journal: .right(.verifyJournal)
    case .exports: .right(.makeExports)
    case .settings: .right(.seeSettings)
    case .ownSessions: .right(.ownSessions)
    }
  }

  var takesForms: Bool {
    switch self {
    case .user, .newUser, .proposal, .journal, .reviews, .ownSessions: true
    case .users, .proposals, .accessRecords, .securityEvents, .exports, .settings: false
    }
  }
}
