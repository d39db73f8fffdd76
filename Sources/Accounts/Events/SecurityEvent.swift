package import Journal
package import Quantities
package import Rules

/// Something that happened to accounts or to the records of reading (LG-04).
///
/// Holds pseudonyms and words of fixed lists only: no name, no address, no secret, no free text.
///
/// - Dutch term: beveiligingsgebeurtenis (BIO2 8.15)
package struct SecurityEvent: Hashable, Sendable {
  /// What happened.
  ///
  /// The raw values are stored and never change.
  package enum Kind: Int64, CaseIterable, Sendable {
    case signedIn = 1
    case signedOut = 2
    case signInFailed = 3
    case secondFactorFailed = 4
    case heldBack = 5
    case steppedUp = 6
    case roleTaken = 7
    case sessionEnded = 8
    case userAdded = 9
    case userDisabled = 10
    case userEnabled = 11
    case invited = 12
    case passwordSet = 13
    case factorSet = 14
    case factorRemoved = 15
    case recoveryCodeUsed = 16
    case recoveryCodesMade = 17
    case roleGiven = 18
    case roleEnded = 19
    case proposed = 20
    case approved = 21
    case refused = 22
    case withdrawn = 23
    case accessRecordsRead = 24
    case settingsChanged = 25
    case refusedRight = 26
    case carriedOut = 27
    case roleReviewed = 28
    case chainTaken = 29
  }

  /// 1, 2, 3 and so on, without gaps.
  package let number: Int64
  package let at: Instant
  package let kind: Kind
  /// Who did it: `user:` and a key, `command-line`, or `unknown`.
  package let actor: String
  /// Whom or what it is about: a user's key, `proposal:` and a number, or nothing.
  package let subject: String
  /// A word of a fixed list, such as a role or a right; often nothing.
  package let word: String
  /// SHA-256 over the hash before it and the fields.
  package let hash: Digest
}

extension SecurityEvent {
  /// The bytes that are hashed: the hash before it, then the fields with their lengths.
  static func bytes(
    after previous: [UInt8],
    number: Int64,
    at: Int64,
    kind: Int64,
    texts: [String]
  ) -> [UInt8] {
    var bytes = previous
    for value in [number, at, kind] { bytes.appendBigEndian(value) }
    for text in texts {
      bytes.appendBigEndian(UInt32(clamping: text.utf8.count))
      bytes += Array(text.utf8)
    }
    return bytes
  }
}

extension SecurityEvent.Kind {
  /// What happened, in words.
  package var name: BilingualText {
    switch self {
    case .signedIn: BilingualText("aangemeld", "signed in")
    case .signedOut: BilingualText("afgemeld", "signed out")
    case .signInFailed: BilingualText("aanmelden mislukt", "sign-in failed")
    case .secondFactorFailed: BilingualText("tweede factor onjuist", "second factor wrong")
    case .heldBack: BilingualText("aanmelden tegengehouden", "sign-in held back")
    case .steppedUp: BilingualText("opnieuw bevestigd", "authenticated again")
    case .roleTaken: BilingualText("van rol gewisseld", "changed role")
    case .sessionEnded: BilingualText("sessie beëindigd", "session ended")
    case .userAdded: BilingualText("gebruiker toegevoegd", "user added")
    case .userDisabled: BilingualText("gebruiker uitgeschakeld", "user disabled")
    case .userEnabled: BilingualText("gebruiker ingeschakeld", "user enabled")
    case .invited: BilingualText("uitgenodigd", "invited")
    case .passwordSet: BilingualText("wachtwoord ingesteld", "password set")
    case .factorSet: BilingualText("tweede factor ingesteld", "second factor set")
    case .factorRemoved: BilingualText("tweede factor verwijderd", "second factor removed")
    case .recoveryCodeUsed: BilingualText("herstelcode gebruikt", "recovery code used")
    case .recoveryCodesMade: BilingualText("herstelcodes gemaakt", "recovery codes made")
    case .roleGiven: BilingualText("rol gegeven", "role given")
    case .roleEnded: BilingualText("rol beëindigd", "role ended")
    case .proposed: BilingualText("voorgedragen", "proposed")
    case .approved: BilingualText("goedgekeurd", "approved")
    case .refused: BilingualText("afgewezen", "refused")
    case .withdrawn: BilingualText("ingetrokken", "withdrawn")
    case .accessRecordsRead: BilingualText("inzagelogboek gelezen", "access records read")
    case .settingsChanged: BilingualText("instelling gewijzigd", "setting changed")
    case .refusedRight: BilingualText("handeling geweigerd", "action refused")
    case .carriedOut: BilingualText("voordracht uitgevoerd", "proposal carried out")
    case .roleReviewed: BilingualText("rol beoordeeld", "role reviewed")
    case .chainTaken:
      BilingualText("accounts aanvaard na terugzetten", "accounts taken after a restore")
    }
  }
}
