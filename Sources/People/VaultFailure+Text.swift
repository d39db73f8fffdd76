package import Rules

// The sentences of the failures: Dutch for officials, and English. No sentence names a person; a
// client key is a pseudonym.
extension VaultFailure.Reason {
  /// What is wrong, where, and what to do.
  package var text: BilingualText {
    switch self {
    case .notCovered(let record, let client):
      BilingualText(
        "Inzage \(record) noemt cliënt \(client) niet. Vraag opnieuw en noem elke cliënt.",
        "Access record \(record) does not name client \(client). Ask again and name every client."
      )
    case .unknownClient, .unknownOriginal, .originalKnown, .batchKnown, .clientKeyKnown,
      .numberKnown, .destroyed, .zeroClientKey, .intakeCode, .clientPart,
      .originalTooLarge, .notSealed:
      callerText
    case .keyFileReadable, .keyFileTooLarge, .keyFileInside, .keyFileIncomplete, .keyFileLine,
      .keyFileStep, .otherVault, .epochMissing:
      keyText
    case .noVault, .vaultExists, .incompleteVault, .otherVersion, .sealedChanged,
      .misfitValue, .intakeRowWithoutDigest, .batchWithoutName, .accessLogBroken,
      .accessLogBusy, .accessLogStopped, .file:
      fileText
    }
  }

  /// The sentences about what was asked of the vault.
  private var callerText: BilingualText {
    switch self {
    case .unknownClient(let client):
      BilingualText(
        "Cliënt \(client) staat niet in de kluis. Controleer of de kluis bij dit journaal hoort.",
        "Client \(client) is not in the vault. Check whether the vault belongs to this journal."
      )
    case .unknownOriginal(let original):
      BilingualText(
        "Origineel \(original) staat niet in de kluis. Controleer of de kluis bij dit journaal "
          + "hoort.",
        "Original \(original) is not in the vault. Check whether the vault belongs to this journal."
      )
    case .originalKnown(let original):
      Self.ours(
        "Origineel \(original) staat al in de kluis",
        "Original \(original) is in the vault already"
      )
    case .batchKnown(let batch):
      Self.ours(
        "Bundel \(batch) is al eerder verzegeld",
        "Batch \(batch) was sealed already"
      )
    case .clientKeyKnown(let client):
      Self.ours(
        "Cliëntsleutel \(client) is al in gebruik",
        "Client key \(client) is in use already"
      )
    case .numberKnown(let client, let scope):
      Self.ours(
        "Het nummer of kenmerk van nieuwe cliënt \(client) is al bekend in \(scope)",
        "The number or reference of new client \(client) is known already in \(scope)"
      )
    case .destroyed(let client):
      BilingualText(
        "De sleutel van cliënt \(client) is vernietigd. Deze gegevens komen niet terug; begin voor "
          + "deze persoon opnieuw.",
        "The key of client \(client) was destroyed. These data do not come back; begin anew for "
          + "this person."
      )
    case .zeroClientKey:
      Self.ours(
        "Een cliëntsleutel van nullen is geen sleutel",
        "A client key of zeros is no key"
      )
    case .intakeCode:
      Self.ours(
        "Een code voor het ontvangstlogboek bevat meer dan letters en cijfers",
        "A code of the intake log holds more than letters and digits"
      )
    case .clientPart(let number, let original):
      Self.ours(
        "Cliëntdeel \(number) van origineel \(original) overlapt een ander of valt buiten het bericht",
        "Client part \(number) of original \(original) overlaps another or leaves the message"
      )
    case .originalTooLarge(let original):
      BilingualText(
        "Origineel \(original) is groter dan 4 GiB. Lever het in delen aan.",
        "Original \(original) is larger than 4 GiB. Deliver it in parts."
      )
    case .notSealed:
      Self.ours(
        "Een waarde kon niet worden verzegeld",
        "A value could not be sealed"
      )
    default: BilingualText(code.description, code.description)
    }
  }

  /// A sentence about a mistake of ours.
  private static func ours(_ dutch: String, _ english: String) -> BilingualText {
    BilingualText(
      dutch + ": dit is een fout in Regie. Er is niets geschreven; meld de fout.",
      english + ": this is a mistake in Regie. Nothing was written; report it."
    )
  }
}

extension VaultFailure.Reason {
  /// The sentences about the key file.
  fileprivate var keyText: BilingualText {
    switch self {
    case .keyFileReadable:
      BilingualText(
        "Anderen kunnen het sleutelbestand lezen. Maak het alleen van u, met `chmod 600`.",
        "The key file may be read by others. Make it yours alone, with `chmod 600`."
      )
    case .keyFileTooLarge:
      BilingualText(
        "Het sleutelbestand is te groot. Noem met --key het bestand dat `regie init` maakte.",
        "The key file is too large. Name with --key the file that `regie init` made."
      )
    case .keyFileInside:
      BilingualText(
        "Het sleutelbestand ligt in de gegevensmap. Bewaar het in een andere map en noem het met "
          + "--key.",
        "The key file lies inside the data folder. Keep it in another folder and name it with --key."
      )
    case .keyFileIncomplete:
      BilingualText(
        "Het sleutelbestand is niet volledig. Zet de kopie terug die u apart bewaart.",
        "The key file is not complete. Restore the copy that you keep elsewhere."
      )
    case .keyFileLine(let number):
      BilingualText(
        "Regel \(number) van het sleutelbestand is onbegrijpelijk. Noem met --key het bestand dat "
          + "`regie init` maakte.",
        "Line \(number) of the key file is not understood. Name with --key the file that "
          + "`regie init` made."
      )
    case .keyFileStep(let step, let trouble):
      BilingualText(
        step.text.dutch + ": " + trouble.text.dutch,
        step.text.english + ": " + trouble.text.english
      )
    case .otherVault:
      BilingualText(
        "Het sleutelbestand hoort bij een andere kluis. Noem met --key dat van deze gegevensmap.",
        "The key file belongs to another vault. Name with --key that of this data folder."
      )
    case .epochMissing(let month):
      BilingualText(
        "De sleutel van \(Self.month(month)) staat niet in het sleutelbestand: deze kopie van de "
          + "kluis is te oud. Zet een nieuwere kopie terug.",
        "The key of \(Self.month(month)) is not in the key file: this copy of the vault is too old. "
          + "Restore a newer one."
      )
    default: BilingualText(code.description, code.description)
    }
  }

  private static func month(_ month: UInt32) -> String {
    "\(month / 100)-\(month % 100 < 10 ? "0" : "")\(month % 100)"
  }

  /// The sentences about the files of the vault.
  fileprivate var fileText: BilingualText {
    switch self {
    case .noVault:
      BilingualText(
        "De gegevensmap heeft geen kluis. Zet een reservekopie van de hele map terug.",
        "The data folder has no vault. Restore a backup of the whole folder."
      )
    case .vaultExists:
      BilingualText(
        "De gegevensmap heeft al een kluis. Kies een lege map.",
        "The data folder has a vault already. Choose an empty folder."
      )
    case .incompleteVault:
      Self.damaged(
        "vault.sqlite is geen hele kluis",
        "vault.sqlite is not a whole vault"
      )
    case .otherVersion:
      BilingualText(
        "vault.sqlite is door een andere versie van Regie gemaakt. Gebruik de nieuwste versie.",
        "vault.sqlite was made by another version of Regie. Use the newest version."
      )
    case .sealedChanged(let kind):
      Self.damaged(
        "Een verzegelde waarde (\(kind)) in vault.sqlite is gewijzigd of verplaatst",
        "A sealed \(kind) in vault.sqlite was changed or moved"
      )
    case .misfitValue(let table):
      Self.damaged(
        "Een rij van de tabel \(table) in vault.sqlite bevat een waarde van een andere soort",
        "A row of table \(table) in vault.sqlite holds a value of another type"
      )
    case .intakeRowWithoutDigest:
      Self.damaged(
        "Een rij van het ontvangstlogboek in vault.sqlite heeft geen digest",
        "A row of the intake log in vault.sqlite has no digest"
      )
    case .batchWithoutName:
      Self.damaged(
        "Een bundel in vault.sqlite heeft geen naam",
        "A batch in vault.sqlite has no name"
      )
    case .accessLogBroken(let record):
      Self.damaged(
        "Het inzagelogboek is gebroken bij inzage \(record): die is gewijzigd, verplaatst of weg",
        "The access log is broken at record \(record): it was changed, moved or removed"
      )
    case .accessLogBusy:
      BilingualText(
        "Er wachten te veel aanvragen op het inzagelogboek. Probeer het zo opnieuw.",
        "Too many requests wait for the access log. Try again shortly."
      )
    case .accessLogStopped:
      BilingualText(
        "access.sqlite schrijft niet meer na een mislukte schrijfactie, en zonder inzagelogboek "
          + "worden geen persoonsgegevens getoond. Begin opnieuw.",
        "access.sqlite stopped after a failed write, and without the access log no person data are "
          + "shown. Start again."
      )
    case .file(let name, let fault):
      BilingualText(name + " " + fault.text.dutch, name + " " + fault.text.english)
    default: BilingualText(code.description, code.description)
    }
  }

  private static func damaged(_ dutch: String, _ english: String) -> BilingualText {
    BilingualText(
      dutch + ". Zet een reservekopie terug.",
      english + ". Restore it from a backup."
    )
  }
}

extension VaultFailure.KeyFileStep {
  fileprivate var text: BilingualText {
    switch self {
    case .making:
      BilingualText(
        "Het sleutelbestand kan niet worden gemaakt",
        "The key file cannot be made"
      )
    case .reading:
      BilingualText(
        "Het sleutelbestand kan niet worden gelezen",
        "The key file cannot be read"
      )
    case .writing:
      BilingualText(
        "Het sleutelbestand kan niet worden geschreven",
        "The key file cannot be written"
      )
    case .findingFolder:
      BilingualText(
        "De map van het sleutelbestand is niet te vinden",
        "The folder of the key file cannot be found"
      )
    }
  }
}

extension VaultFailure.FileFault {
  /// What is the matter with a file, behind its name, and what to do about it.
  package var text: BilingualText {
    switch self {
    case .inUse:
      BilingualText(
        "is in gebruik bij een ander proces. Sluit dat eerst af.",
        "is in use by another process. End that one first."
      )
    case .damaged:
      BilingualText(
        "is beschadigd. Zet een reservekopie terug.",
        "is damaged. Restore it from a backup."
      )
    case .diskFull:
      BilingualText(
        "kan niet worden geschreven: de schijf is vol. Maak ruimte en geef de opdracht opnieuw.",
        "cannot be written: the disk is full. Make room and give the command again."
      )
    case .notWritable:
      BilingualText(
        "kan niet worden geschreven. Geef schrijfrecht, of laat de schijf nakijken.",
        "cannot be written. Give write access, or have the disk checked."
      )
    case .cannotOpen:
      BilingualText(
        "kan niet worden geopend. Geef toegang tot het bestand en de map.",
        "cannot be opened. Give access to the file and its folder."
      )
    case .alreadyHolds:
      BilingualText(
        "bevat dit al. Er is niets geschreven; meld deze fout in Regie.",
        "holds that already. Nothing was written; report this mistake in Regie."
      )
    case .unusable:
      BilingualText(
        "is nu niet te gebruiken. Probeer het zo opnieuw.",
        "cannot be used now. Try again shortly."
      )
    case .stopped:
      BilingualText(
        "schrijft niet meer na een mislukte schrijfactie. Begin opnieuw.",
        "stopped writing after a failed write. Start again."
      )
    }
  }
}
