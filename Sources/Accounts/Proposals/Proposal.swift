package import Journal
package import Quantities
package import Rules

/// What takes two people (AZ-04): one proposes it, another approves.
///
/// The raw values are stored and never change.
///
/// - Dutch term: functiescheiding (BIO2 5.3)
package enum ProposalKind: String, CaseIterable, Hashable, Sendable {
  case rights
  case contractActivation
  case tariffActivation
  case ceilingChange
  case publication

  /// What whoever proposes must be allowed.
  package var proposing: Right {
    switch self {
    case .rights: .manageUsers
    case .contractActivation: .prepareContracts
    case .tariffActivation: .prepareTariffs
    case .ceilingChange: .proposeCeilings
    case .publication: .proposePublication
    }
  }

  /// What whoever approves or refuses must be allowed.
  package var deciding: Right {
    switch self {
    case .rights: .approveUsers
    case .contractActivation: .activateContracts
    case .tariffActivation: .activateTariffs
    case .ceilingChange: .decideCeilings
    case .publication: .publishFigures
    }
  }

  package var name: BilingualText {
    switch self {
    case .rights: BilingualText("rechten van een gebruiker", "rights of a user")
    case .contractActivation: BilingualText("contract activeren", "activate a contract")
    case .tariffActivation: BilingualText("tarief activeren", "activate a tariff")
    case .ceilingChange: BilingualText("budgetplafond wijzigen", "change a budget ceiling")
    case .publication: BilingualText("cijfers publiceren", "publish figures")
    }
  }
}

/// Something that one person proposed and another decides on.
///
/// - Dutch term: voordracht
package struct Proposal: Hashable, Sendable {
  package enum State: Int64, Hashable, Sendable {
    case pending = 0
    case approved = 1
    case refused = 2
    case withdrawn = 3
  }

  package let number: Int64
  package let kind: ProposalKind
  /// The part of the region that it is about: who decides must reach all of it.
  package let scope: Reach
  /// What would be done, exactly; for most kinds the body of the command.
  package let body: [UInt8]
  /// SHA-256 of what a decider is shown: kind, scope, subject and body.
  package let digest: JournalDigest
  /// Who proposed it: `user:` and a key, or `command-line`.
  package let proposer: String
  /// The user whom it is about, if it is about rights.
  package let subject: UserKey?
  package let made: Instant
  package let state: State
  package let decider: String?
  package let decided: Instant?
  /// When what was approved was carried out.
  package let done: Instant?
}

extension Reach {
  /// Whether all of another reach lies within this one.
  package func covers(_ other: Reach) -> Bool {
    switch (self, other) {
    case (.region, _): true
    case (.municipalities(let own), .municipalities(let asked)): asked.isSubset(of: own)
    case (.provider(let own), .provider(let asked)): own == asked
    default: false
    }
  }
}
