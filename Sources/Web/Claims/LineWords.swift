import Claims
import People
import Region
import Rules

extension LineFilter.Standing {
  /// How it stands with a line, in words.
  var words: BilingualText {
    switch self {
    case .awarded: BilingualText("toegekend", "awarded")
    case .refused: BilingualText("afgekeurd", "refused")
    case .credited: BilingualText("toegekend en gecrediteerd", "awarded and credited")
    case .credit: BilingualText("credit verwerkt", "credit processed")
    case .waiting: BilingualText("wacht op antwoord", "waits for an answer")
    case .annulled: BilingualText("telt als niet ingediend", "counts as not sent")
    }
  }

  var kind: StatusKind {
    switch self {
    case .awarded: .positive
    case .refused: .negative
    case .waiting: .warning
    case .credited, .credit, .annulled: .neutral
    }
  }
}

extension Outcome {
  /// How a message fared, in words.
  var words: BilingualText {
    switch self {
    case .accept: BilingualText("goedgekeurd", "accepted")
    case .signal: BilingualText("overgenomen, met signaal", "taken over, with a signal")
    case .rejectLine: BilingualText("een of meer regels afgekeurd", "one or more lines refused")
    case .rejectClient: BilingualText("een of meer cliënten afgekeurd", "clients refused")
    case .rejectClass: BilingualText("afgekeurd", "refused")
    case .rejectClaim: BilingualText("declaratie afgekeurd", "claim refused")
    case .rejectHeader: BilingualText("kop afgekeurd", "header refused")
    case .rejectMessage: BilingualText("bericht afgekeurd", "message refused")
    case .rejectTransport: BilingualText("niet in behandeling genomen", "not taken in")
    }
  }

  var kind: StatusKind {
    switch self {
    case .accept: .positive
    case .signal, .rejectLine, .rejectClient: .warning
    case .rejectClass, .rejectClaim, .rejectHeader, .rejectMessage, .rejectTransport: .negative
    }
  }
}

extension MessageFlow {
  var words: BilingualText {
    switch self {
    case .received: BilingualText("ontvangen", "received")
    case .sent: BilingualText("verzonden", "sent")
    }
  }
}

extension AccessPurpose {
  /// Why person data are asked for, in words.
  var words: BilingualText {
    switch self {
    case .message: BilingualText("een bericht afhandelen", "handle a message")
    case .explanation: BilingualText("een oordeel uitleggen", "explain a verdict")
    case .support: BilingualText("de persoon helpen", "help the person")
    case .subjectAccess:
      BilingualText("de persoon een kopie geven (AVG 15)", "give the person a copy (GDPR 15)")
    case .evidence:
      BilingualText("bewijs voor accountant of rechter", "evidence for accountant or court")
    case .maintenance: BilingualText("onderhoud", "maintenance")
    }
  }

  /// The purposes that a user may name.
  static let choices: [AccessPurpose] = [
    .message, .explanation, .support, .subjectAccess, .evidence,
  ]

  /// The stored word of a form.
  var word: String { "\(rawValue)" }

  init?(word: String?) {
    guard let word, let number = UInt8(word), let purpose = AccessPurpose(rawValue: number),
      Self.choices.contains(purpose)
    else { return nil }
    self = purpose
  }
}
