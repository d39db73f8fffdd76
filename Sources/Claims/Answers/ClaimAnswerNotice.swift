package import People
package import Quantities

/// What a municipality answers to a claim of our own.
///
/// - Dutch term: declaratie-antwoord (iWmo/iJw 325)
package struct ClaimAnswerNotice: Hashable, Sendable {
  package let municipality: MunicipalityCode
  package let provider: ProviderCode
  /// The message number of the claim that is answered.
  package let claimIdentification: String
  /// The schema versions of the claim, as the answer repeats them.
  package let schemaVersion: String
  /// The number of the claim; nil when only the header is answered.
  package let number: String?
  package let claimed: Cents?
  package let awarded: Cents?
  /// All codes but "no remarks", "not assessed" and "awarded".
  package let codes: [String]
  /// Those of them with which the claim is refused as a whole: in the header, or on the claim.
  package let refusal: [String]
  /// The clients of the refused lines.
  package let clients: [ClientKey]
  /// The refused lines, in the order of the answer.
  package let lines: [ClaimLine]

  package init(
    municipality: MunicipalityCode,
    provider: ProviderCode,
    claimIdentification: String,
    schemaVersion: String,
    number: String?,
    claimed: Cents?,
    awarded: Cents?,
    codes: [String],
    refusal: [String] = [],
    clients: [ClientKey] = [],
    lines: [ClaimLine]
  ) {
    self.municipality = municipality
    self.provider = provider
    self.claimIdentification = claimIdentification
    self.schemaVersion = schemaVersion
    self.number = number
    self.claimed = claimed
    self.awarded = awarded
    self.codes = codes
    self.refusal = refusal
    self.clients = clients
    self.lines = lines
  }
}

/// What the rules see of an answer to a claim.
package struct ClaimAnswerCase: Sendable {
  package let notice: ClaimAnswerNotice
  /// Whether a claim with that message number was sent.
  package let isMessageKnown: Bool
  /// The schema versions of the claim in that message; nil when they are not known.
  package let schemaVersion: String?
  /// The claim that is answered; nil when none was sent.
  package let claim: ClaimRecord?
  /// Whether every client of a listed line is known here.
  package let knowsAllClients: Bool
  /// Whether every listed line is a line of the claim.
  package let knowsAllLines: Bool
  /// Whether every listed line is as it was claimed.
  package let copiesLines: Bool

  package init(
    notice: ClaimAnswerNotice,
    isMessageKnown: Bool,
    schemaVersion: String?,
    claim: ClaimRecord?,
    knowsAllClients: Bool,
    knowsAllLines: Bool,
    copiesLines: Bool
  ) {
    self.notice = notice
    self.isMessageKnown = isMessageKnown
    self.schemaVersion = schemaVersion
    self.claim = claim
    self.knowsAllClients = knowsAllClients
    self.knowsAllLines = knowsAllLines
    self.copiesLines = copiesLines
  }
}
