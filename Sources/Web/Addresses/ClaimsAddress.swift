import Accounts

/// A page of the room Geldstroom.
package enum ClaimsAddress: Hashable, Sendable {
  /// What asks for a person's attention: refused lines.
  case workList
  case messages
  case message(String)
  /// The message as it came, as a file.
  case messageFile(String)
  /// Our answer to the message, as a file.
  case messageAnswer(String)
  /// Hands a message in.
  case upload
  /// Hands a table of deliveries or allocations in.
  case uploadTable
  case lines
  /// A line with everything it was judged by, named by its row in the columns.
  case line(String)
  /// What was awarded per municipality and month, beside the ceilings.
  case awarded
  /// What was published, and one publication by the number of its proposal.
  case publications
  case publication(String)
  /// Proposes figures for publication.
  case publicationProposal
  /// Finds a person on request, with a reason.
  case findPerson

  init?(segments: [String]) {
    switch (segments.count, segments.first ?? "") {
    case (0, _): self = .workList
    case (1, "berichten"): self = .messages
    case (2, "berichten"): self = .message(segments[1])
    case (3, "berichten") where segments[2] == "bestand": self = .messageFile(segments[1])
    case (3, "berichten") where segments[2] == "antwoord": self = .messageAnswer(segments[1])
    case (1, "aanleveren"): self = .upload
    case (2, "aanleveren") where segments[1] == "tabel": self = .uploadTable
    case (1, "regels"): self = .lines
    case (2, "regels"): self = .line(segments[1])
    case (1, "toegekend"): self = .awarded
    case (1, "publicaties"): self = .publications
    case (2, "publicaties") where segments[1] == "voordragen": self = .publicationProposal
    case (2, "publicaties"): self = .publication(segments[1])
    case (1, "persoon"): self = .findPerson
    default: return nil
    }
  }

  var segments: [String] {
    switch self {
    case .workList: []
    case .messages: ["berichten"]
    case .message(let position): ["berichten", position]
    case .messageFile(let position): ["berichten", position, "bestand"]
    case .messageAnswer(let position): ["berichten", position, "antwoord"]
    case .upload: ["aanleveren"]
    case .uploadTable: ["aanleveren", "tabel"]
    case .lines: ["regels"]
    case .line(let row): ["regels", row]
    case .awarded: ["toegekend"]
    case .publications: ["publicaties"]
    case .publication(let number): ["publicaties", number]
    case .publicationProposal: ["publicaties", "voordragen"]
    case .findPerson: ["persoon"]
    }
  }

  var right: Right {
    switch self {
    case .workList: .seeWorkList
    case .messages, .message: .seeMessages
    case .messageFile, .messageAnswer: .downloadMessages
    case .upload: .uploadMessages
    case .uploadTable: .uploadTables
    case .lines: .seeClaims
    case .line: .explainClaims
    case .awarded, .publications, .publication: .seeFigures
    case .publicationProposal: .proposePublication
    case .findPerson: .findPerson
    }
  }

  var takesForms: Bool {
    switch self {
    case .messageFile, .messageAnswer, .upload, .uploadTable, .findPerson, .publicationProposal:
      true
    case .workList, .messages, .message, .lines, .line, .awarded, .publications, .publication:
      false
    }
  }

  /// Whether it shows what was known and what held on a day.
  var hasDays: Bool {
    switch self {
    case .workList, .messages, .message, .lines, .line, .awarded: true
    case .messageFile, .messageAnswer, .upload, .uploadTable, .findPerson, .publications,
      .publication, .publicationProposal:
      false
    }
  }

  /// Whether a file is sent to it, which may be larger than a form.
  var takesFiles: Bool { self == .upload || self == .uploadTable }
}
