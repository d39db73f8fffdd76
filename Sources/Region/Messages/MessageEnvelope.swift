package import Journal
package import People
package import Quantities
package import Rules

/// Whose records a data folder holds: those of municipalities or those of a provider.
///
/// - Dutch term: gemeente, aanbieder (iWmo/iJw)
package enum PartyRole: String, CaseIterable, Sendable {
  case municipality = "gemeente"
  case provider = "aanbieder"
}

/// Which way a message went, seen from the party whose records these are.
package enum MessageFlow: String, CaseIterable, Sendable {
  case received
  case sent
}

/// What makes a message the same message, for ever: whose records, who wrote it, its kind and its
/// number.
///
/// The standard wants `Identificatie` unique per sender and kind of message over all versions
/// (TR056).
package struct MessageKey: Hashable, Sendable {
  package let role: PartyRole
  /// The code of the party whose records these are.
  package let party: String
  /// The code in `Afzender`.
  package let sender: String
  /// The name of the kind of message, such as `WMO323`.
  package let message: String
  package let identification: String

  package init(
    role: PartyRole,
    party: String,
    sender: String,
    message: String,
    identification: String
  ) {
    self.role = role
    self.party = party
    self.sender = sender
    self.message = message
    self.identification = identification
  }
}

/// A message as it came in, but for its contents: header, provenance and what intake observed.
package struct MessageEnvelope: Hashable, Sendable {
  package let key: MessageKey
  package let flow: MessageFlow
  /// The municipality of the message, in whatever direction it went.
  package let municipality: MunicipalityCode
  /// The provider of the message, in whatever direction it went.
  package let provider: ProviderCode
  /// The day on the message (`Dagtekening`).
  package let dated: CivilDate
  /// The keyed digest of the exact bytes.
  package let content: Digest
  /// Where the vault keeps the exact bytes.
  package let original: OriginalID
  /// The kind of message that answers this one; nil when the standard has none.
  package let replyMessage: String?
  /// Whether the code of the municipality is in the national list on the day that matters (TR378).
  package let municipalityExists: Bool
  /// Sentences of level 2: the rules within the message that it breaks; empty when it breaks none.
  package let levelTwo: [ToldFinding]
  /// How many findings of level 2 there are beyond those in the list.
  package let furtherLevelTwo: Int

  package init(
    key: MessageKey,
    flow: MessageFlow,
    municipality: MunicipalityCode,
    provider: ProviderCode,
    dated: CivilDate,
    content: Digest,
    original: OriginalID,
    replyMessage: String?,
    municipalityExists: Bool,
    levelTwo: [ToldFinding],
    furtherLevelTwo: Int
  ) {
    self.key = key
    self.flow = flow
    self.municipality = municipality
    self.provider = provider
    self.dated = dated
    self.content = content
    self.original = original
    self.replyMessage = replyMessage
    self.municipalityExists = municipalityExists
    self.levelTwo = levelTwo
    self.furtherLevelTwo = furtherLevelTwo
  }
}

extension MessageEnvelope {
  /// The code of the party at the other end, whichever way the message went.
  package var counterparty: String {
    key.role == .municipality ? provider.description : municipality.description
  }
}

/// A finding as it was told to someone: it stands in the journal and is never made anew.
package struct ToldFinding: Hashable, Sendable {
  /// The class that is judged, such as `Prestatie`.
  package let judges: String
  /// Its place among those of its class in the message, from 0.
  package let row: Int
  package let rule: String
  /// The return code; empty for a signal.
  package let code: String
  package let level: Int
  /// Where in the message, as a path with numbers; empty when it follows from class and row.
  package let path: String
  /// The sentence in both languages; it holds no personal data.
  package let text: BilingualText

  package init(
    judges: String,
    row: Int,
    rule: String,
    code: String,
    level: Int,
    path: String,
    text: BilingualText
  ) {
    self.judges = judges
    self.row = row
    self.rule = rule
    self.code = code
    self.level = level
    self.path = path
    self.text = text
  }
}

/// How a message fared, from best to worst.
///
/// The raw values stand in the journal and on standard output.
package enum Outcome: String, CaseIterable, Sendable {
  case accept
  /// A finding of level 3 in a message that has no answer: the user is told.
  case signal
  case rejectLine = "reject-line"
  case rejectClient = "reject-client"
  /// A return message with every class copied.
  case rejectClass = "reject-class"
  case rejectClaim = "reject-claim"
  case rejectHeader = "reject-header"
  /// A rule within the message is broken: an answer with a header only.
  case rejectMessage = "reject-message"
  /// Not readable as a message of the standard, or not for us: nothing is kept.
  case rejectTransport = "reject-transport"

  /// Whether what the message says was taken over, wholly or in part.
  package var takesOver: Bool {
    switch self {
    case .accept, .signal, .rejectLine, .rejectClient: true
    case .rejectClass, .rejectClaim, .rejectHeader, .rejectMessage, .rejectTransport: false
    }
  }
}
