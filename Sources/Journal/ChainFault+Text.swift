package import Rules

extension ChainFault: CustomStringConvertible {
  /// The sentence in English.
  package var description: String { english }

  /// The sentence in both languages.
  package var text: BilingualText { BilingualText(dutch, english) }

  /// One sentence that says what is wrong and where, for an auditor.
  package var english: String {
    switch kind {
    case .missing(let next):
      "Entry \(position) is missing: the journal goes on with entry \(next)."
    case .misplaced(let after):
      "Entry \(position) stands behind entry \(after), where it does not belong."
    case .changed:
      "Entry \(position) was changed: its hash does not fit its content and the entry before it."
    case .attachmentChanged(let number):
      "Attachment \(number) of entry \(position) was changed: its digest does not fit its bytes."
    case .unreadable(let column):
      "Entry \(position) was changed: its column \(column) holds something Regie never writes."
    case .recordedEarlier:
      "Entry \(position) was recorded before the entry that precedes it."
    case .knownEarlier:
      "Entry \(position) has a known-on day before that of the entry that precedes it."
    case .commandIncomplete(let index, let count):
      "The command of entry \(position) is incomplete: it stops at event \(index) of \(count)."
    case .commandOutOfPlace(let index, let count):
      "Entry \(position) is event \(index) of \(count) of a command and does not follow the one before."
    case .commandRepeated(let first):
      "The command that begins at entry \(position) was written before, at entry \(first)."
    case .tailMissing(let head, let recordedAt):
      "Entry \(position) is missing: the journal ends before it, but a head signed at \(recordedAt) "
        + "names entry \(head); the tail was cut off or this is an old copy."
    case .rewritten(let after, let head):
      "Entry \(position) differs from the signed head of entry \(head): the journal was rewritten "
        + "somewhere after entry \(after)."
    case .headNotSigned:
      "The signature of the head of entry \(position) is not valid or not by the trusted key."
    case .strayAttachment:
      "Attachments are stored for entry \(position) that this entry does not have."
    case .schema(let part, let fault): "The file's \(part) \(fault.english)."
    case .integrity(let complaint): "SQLite finds the file damaged: \(complaint)."
    }
  }

  /// The same sentence in Dutch.
  package var dutch: String {
    switch kind {
    case .missing(let next):
      "Post \(position) ontbreekt: het journaal gaat verder met post \(next)."
    case .misplaced(let after):
      "Post \(position) staat achter post \(after), waar die niet hoort."
    case .changed:
      "Post \(position) is gewijzigd: de hash past niet bij de inhoud en bij de post ervoor."
    case .attachmentChanged(let number):
      "Bijlage \(number) van post \(position) is gewijzigd: de digest past niet bij de bytes."
    case .unreadable(let column):
      "Post \(position) is gewijzigd: in kolom \(column) staat iets wat Regie nooit schrijft."
    case .recordedEarlier:
      "Post \(position) is vastgelegd voor de post die eraan voorafgaat."
    case .knownEarlier:
      "Post \(position) heeft een bekend-op-dag voor die van de post die eraan voorafgaat."
    case .commandIncomplete(let index, let count):
      "De opdracht van post \(position) is onvolledig: die stopt bij gebeurtenis \(index) van \(count)."
    case .commandOutOfPlace(let index, let count):
      "Post \(position) is gebeurtenis \(index) van \(count) van een opdracht en volgt niet op de vorige."
    case .commandRepeated(let first):
      "De opdracht die bij post \(position) begint, was al vastgelegd vanaf post \(first)."
    case .tailMissing(let head, let recordedAt):
      "Post \(position) ontbreekt: het journaal eindigt ervoor, maar een hoofd dat op \(recordedAt) is "
        + "ondertekend noemt post \(head); de staart is afgesneden of dit is een oude kopie."
    case .rewritten(let after, let head):
      "Post \(position) wijkt af van het ondertekende hoofd van post \(head): het journaal is "
        + "ergens na post \(after) herschreven."
    case .headNotSigned:
      "De handtekening van het hoofd van post \(position) klopt niet of is niet van de vertrouwde sleutel."
    case .strayAttachment:
      "Er zijn bijlagen bewaard bij post \(position) die deze post niet heeft."
    case .schema(let part, let fault): "In het bestand \(fault.dutch): \(part)."
    case .integrity(let complaint): "SQLite vindt het bestand beschadigd: \(complaint)."
    }
  }
}

extension ChainFault.SchemaFault {
  fileprivate var english: String {
    switch self {
    case .missing: "is missing"
    case .altered: "was altered"
    case .added: "does not belong there"
    }
  }

  fileprivate var dutch: String {
    switch self {
    case .missing: "ontbreekt"
    case .altered: "is gewijzigd"
    case .added: "hoort niet thuis"
    }
  }
}
