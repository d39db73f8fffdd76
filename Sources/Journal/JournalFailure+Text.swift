package import Rules

// The sentences of the failures: Dutch for officials, and English.
extension JournalFailure.Reason {
  /// What is wrong, where, and what to do.
  package var text: BilingualText {
    switch self {
    case .conflict(let expected, let found):
      BilingualText(
        "Het journaal eindigt bij post \(found) en niet bij \(expected): een ander schreef "
          + "tussendoor. Geef de opdracht opnieuw.",
        "The journal ends at entry \(found), not at \(expected): another wrote meanwhile. Give the "
          + "command again."
      )
    case .entryAgainstLaw(let number, let fault):
      BilingualText(
        "Post \(number) van de opdracht \(fault.text.dutch): dit is een fout in Regie. Er is niets "
          + "geschreven; meld de fout.",
        "Entry \(number) of the batch \(fault.text.english): this is a mistake in Regie. Nothing "
          + "was written; report it."
      )
    case .batchEndsInCommand(let index, let count):
      BilingualText(
        "De opdracht breekt af bij gebeurtenis \(index) van \(count): dit is een fout in Regie. Er "
          + "is niets geschreven; meld de fout.",
        "The batch ends within a command, at event \(index) of \(count): this is a mistake in "
          + "Regie. Nothing was written; report it."
      )
    case .inUse:
      BilingualText(
        "Het journaal is in gebruik bij een ander proces. Sluit dat eerst af.",
        "The journal is in use by another process. End that one first."
      )
    case .closed:
      BilingualText(
        "Het journaal is gesloten. Open de map opnieuw.",
        "The journal was closed. Open the folder again."
      )
    case .openedForReading:
      BilingualText(
        "Het journaal is alleen om te lezen geopend. Open het om te schrijven.",
        "The journal was opened for reading only. Open it for writing."
      )
    case .stopped(let earlier):
      BilingualText(
        "Het journaal schrijft niet meer na een eerdere fout. Begin opnieuw. Die fout was: "
          + earlier.text.dutch,
        "The journal writes no more after an earlier failure. Start again. That failure was: "
          + earlier.text.english
      )
    case .cannotLock, .noJournal, .cannotCreate, .notAJournal, .unreadable, .broken, .storage:
      fileText
    }
  }

  /// The sentences about the file itself.
  private var fileText: BilingualText {
    switch self {
    case .cannotLock(let trouble):
      BilingualText(
        "Het journaal kan niet worden vastgehouden om te schrijven: " + trouble.text.dutch,
        "The journal cannot be locked for writing: " + trouble.text.english
      )
    case .noJournal(let path):
      BilingualText(
        "Er is geen journaal op \(path). Controleer de map, of maak er een met `regie init`.",
        "There is no journal at \(path). Check the folder, or make one with `regie init`."
      )
    case .cannotCreate(let path, let trouble):
      BilingualText(
        "Het journaal \(path) kan niet worden gemaakt: " + trouble.text.dutch,
        "The journal \(path) cannot be made: " + trouble.text.english
      )
    case .notAJournal:
      BilingualText(
        "Het bestand is geen journaal van Regie, of een van een nieuwere versie. Controleer de "
          + "map, of gebruik de nieuwste versie.",
        "The file is not a journal of Regie, or one of a later version. Check the folder, or use "
          + "the newest version."
      )
    case .unreadable(let position):
      BilingualText(
        "Post \(position) van het journaal is niet te lezen. Controleer het met `regie journal "
          + "verify` en zet een reservekopie terug.",
        "Entry \(position) of the journal cannot be read. Check it with `regie journal verify` and "
          + "restore a backup."
      )
    case .broken(let fault):
      BilingualText(
        fault.dutch + " Controleer het journaal met `regie journal verify` en zet een reservekopie "
          + "terug.",
        fault.english + " Check the journal with `regie journal verify` and restore a backup."
      )
    case .storage(let doing, let fault):
      BilingualText(
        "Het journaal kon niet worden \(doing.text.dutch): " + fault.text.dutch,
        "The journal could not be \(doing.text.english): " + fault.text.english
      )
    default: BilingualText(code.description, code.description)
    }
  }
}

extension JournalFailure.EntryFault {
  /// The fault as the end of a sentence about an entry.
  package var text: BilingualText {
    switch self {
    case .actor:
      BilingualText(
        "heeft een dader die leeg is, langer is dan 200 bytes of stuurtekens bevat",
        "has an actor that is empty, longer than 200 bytes or holds control characters"
      )
    case .eventName:
      BilingualText(
        "heeft een naam die niet bestaat uit 1 tot 100 van de tekens a-z, 0-9, punt en streepje",
        "has an event name that is not 1 to 100 of the characters a-z, 0-9, point and hyphen"
      )
    case .eventVersion:
      BilingualText(
        "heeft versie 0, terwijl versies bij 1 beginnen",
        "has event version 0; versions begin at 1"
      )
    case .emptyBody: BilingualText("is leeg", "has an empty body")
    case .longBody: BilingualText("is langer dan 16 MiB", "has a body of more than 16 MiB")
    case .manyAttachments:
      BilingualText("heeft meer dan 1000 bijlagen", "has more than 1000 attachments")
    case .attachmentLayout:
      BilingualText(
        "heeft een bijlage waarvan de vorm geen woord is met een versie vanaf 1",
        "has an attachment whose layout is not a word with a version from 1"
      )
    case .longAttachment:
      BilingualText(
        "heeft een bijlage van meer dan 512 MiB",
        "has an attachment of more than 512 MiB"
      )
    case .commandOutOfPlace(let index, let count):
      BilingualText(
        "is genummerd \(index) van \(count), wat niet volgt op de vorige",
        "is numbered \(index) of \(count), which does not follow what precedes it"
      )
    case .repeatedCommand:
      BilingualText(
        "begint een opdracht die in dezelfde reeks al stond",
        "begins a command that the batch holds already"
      )
    }
  }
}

extension JournalFailure.Doing {
  /// What was being done, as a participle.
  package var text: BilingualText {
    switch self {
    case .opening: BilingualText("geopend", "opened")
    case .reading: BilingualText("gelezen", "read")
    case .writing: BilingualText("geschreven", "written")
    }
  }
}

extension JournalFailure.StorageFault {
  /// What is the matter with the storage, as the end of a sentence, and what to do about it.
  package var text: BilingualText {
    switch self {
    case .diskFull: SystemTrouble.diskFull.text
    case .readOnly:
      BilingualText(
        "het bestand of de map mag alleen worden gelezen; geef schrijfrecht.",
        "the file or its folder may be read only; give write access."
      )
    case .locked:
      BilingualText(
        "een ander programma houdt het bestand vast; sluit dat af en probeer het opnieuw.",
        "another program holds the file locked; end it and try again."
      )
    case .damaged:
      BilingualText(
        "het bestand is beschadigd; controleer het met `regie journal verify` en zet een "
          + "reservekopie terug.",
        "the file is damaged; check it with `regie journal verify` and restore a backup."
      )
    case .notAJournal:
      BilingualText(
        "het bestand is geen journaal van Regie; controleer de map.",
        "the file is not a journal of Regie; check the folder."
      )
    case .other(let number):
      BilingualText(
        "SQLite meldt fout \(number.map(String.init) ?? "zonder nummer"); probeer het opnieuw en "
          + "controleer de schijf.",
        "SQLite reports error \(number.map(String.init) ?? "without a number"); try again and check "
          + "the disk."
      )
    }
  }
}
