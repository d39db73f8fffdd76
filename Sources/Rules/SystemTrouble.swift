/// Why the operating system did not do what it was asked with a file, as far as users can help it.
///
/// The adapters make one from the system's own number; its sentence stands here, once for all.
package enum SystemTrouble: Hashable, Sendable {
  case noSuchFile, exists, noAccess, readOnly, diskFull, isFolder, notAFolder, tooManyOpen, damaged
  /// Anything else, by the system's number.
  case other(Int32)

  /// What is the matter, as the end of a sentence, and what to do about it.
  package var text: BilingualText {
    switch self {
    case .noSuchFile:
      BilingualText(
        "het bestaat niet; controleer de naam.",
        "it does not exist; check the name."
      )
    case .exists:
      BilingualText(
        "er is al een bestand met die naam; kies een andere naam.",
        "there is a file of that name already; choose another name."
      )
    case .noAccess:
      BilingualText(
        "u hebt er geen toegang toe; geef lees- en schrijfrecht.",
        "you have no access to it; give the right to read and write."
      )
    case .readOnly:
      BilingualText(
        "de schijf mag alleen worden gelezen; geef schrijfrecht.",
        "the disk may be read only; give write access."
      )
    case .diskFull:
      BilingualText(
        "de schijf is vol; maak ruimte en geef de opdracht opnieuw.",
        "the disk is full; make room and give the command again."
      )
    case .isFolder:
      BilingualText("het is een map; noem een bestand.", "it is a folder; name a file.")
    case .notAFolder:
      BilingualText(
        "een deel van het pad is geen map; controleer de naam.",
        "a part of the path is no folder; check the name."
      )
    case .tooManyOpen:
      BilingualText(
        "er zijn te veel bestanden open; sluit andere programma's.",
        "too many files are open; end other programs."
      )
    case .damaged:
      BilingualText(
        "de schijf geeft een fout; laat de schijf nakijken en zet een reservekopie terug.",
        "the disk reports an error; have it checked and restore a backup."
      )
    case .other(let number):
      BilingualText(
        "het systeem meldt fout \(number); geef dit nummer door aan de beheerder.",
        "the system reports error \(number); give this number to the administrator."
      )
    }
  }
}
