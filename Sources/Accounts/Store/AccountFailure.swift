import GRDB
package import Rules

/// What went wrong in the file of accounts; the sentence holds no name and no secret.
package struct AccountFailure: Error, Sendable {
  /// Why, for whoever mends it.
  package enum Reason: Hashable, Sendable {
    case inUse, damaged, diskFull, notWritable, cannotOpen, unusable, stopped
    case otherVersion, wrongKey, sealedChanged, ours
    /// A row holds a value of another type.
    case misfitValue(table: String)
    /// The chain of security events is broken.
    case eventsBroken(number: Int64)
    /// Events that were sealed are not there: the file is an older copy, or its end was cut off.
    case eventsCut(after: Int64, sealed: Int64)
    /// There are events, and the seal beside the data folder is gone.
    case noEventHead
  }

  package let reason: Reason
  /// What lay under it: SQLite's result code and text, without values.
  package let cause: String?

  package init(_ reason: Reason, cause: String? = nil) {
    self.reason = reason
    self.cause = cause
  }
}

extension AccountFailure {
  /// The failure for an error that came out of the file; a refusal stays what it is.
  static func translate(_ error: any Error) -> any Error {
    if error is AccountFailure || error is AccountRefusal { return error }
    guard let error = error as? DatabaseError else { return AccountFailure(.unusable) }
    let reason: Reason =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .inUse
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
      case .SQLITE_FULL: .diskFull
      case .SQLITE_IOERR, .SQLITE_READONLY: .notWritable
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .cannotOpen
      case .SQLITE_CONSTRAINT: .ours
      default: .unusable
      }
    let text = error.message ?? "no text"
    return AccountFailure(reason, cause: "SQLite \(error.extendedResultCode.rawValue): \(text)")
  }

  /// Whether the store must stop writing until it is opened again: what became durable is unknown.
  static func stopsWriting(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return false }
    return [.SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
  }

  /// The exit code of a program that ends on it.
  package var exitCode: Int32 {
    switch reason {
    case .inUse: 75
    case .damaged, .misfitValue, .eventsBroken, .eventsCut, .noEventHead, .sealedChanged: 65
    case .diskFull, .notWritable, .stopped: 74
    case .cannotOpen: 73
    case .otherVersion, .wrongKey: 78
    case .unusable: 69
    case .ours: 70
    }
  }

  /// One word for a metric or a program.
  package var code: String {
    switch reason {
    case .misfitValue: "misfitValue"
    case .eventsBroken: "eventsBroken"
    case .eventsCut: "eventsCut"
    default: "\(reason)"
    }
  }

  /// What is wrong and what to do.
  package var text: BilingualText {
    switch reason {
    case .inUse:
      BilingualText(
        "accounts.sqlite is in gebruik bij een ander proces. Probeer het zo opnieuw.",
        "accounts.sqlite is in use by another process. Try again shortly."
      )
    case .damaged:
      BilingualText(
        "accounts.sqlite is beschadigd. Zet een reservekopie terug.",
        "accounts.sqlite is damaged. Restore it from a backup."
      )
    case .diskFull:
      BilingualText(
        "accounts.sqlite kan niet worden geschreven: de schijf is vol. Maak ruimte en probeer het "
          + "opnieuw.",
        "accounts.sqlite cannot be written: the disk is full. Make room and try again."
      )
    case .notWritable:
      BilingualText(
        "accounts.sqlite kan niet worden geschreven. Geef schrijfrecht, of laat de schijf nakijken.",
        "accounts.sqlite cannot be written. Give write access, or have the disk checked."
      )
    case .cannotOpen:
      BilingualText(
        "accounts.sqlite kan niet worden geopend. Geef toegang tot het bestand en de map.",
        "accounts.sqlite cannot be opened. Give access to the file and its folder."
      )
    case .unusable:
      BilingualText(
        "accounts.sqlite is nu niet te gebruiken. Probeer het zo opnieuw.",
        "accounts.sqlite cannot be used now. Try again shortly."
      )
    case .stopped:
      BilingualText(
        "accounts.sqlite schrijft niet meer na een mislukte schrijfactie. Begin opnieuw.",
        "accounts.sqlite stopped writing after a failed write. Start again."
      )
    case .otherVersion, .wrongKey, .sealedChanged, .misfitValue, .eventsBroken, .eventsCut,
      .noEventHead, .ours:
      contentText
    }
  }

  /// The sentences about what stands in the file.
  private var contentText: BilingualText {
    switch reason {
    case .otherVersion:
      BilingualText(
        "accounts.sqlite is door een andere versie van Regie gemaakt. Gebruik de nieuwste versie.",
        "accounts.sqlite was made by another version of Regie. Use the newest version."
      )
    case .wrongKey:
      BilingualText(
        "Het sleutelbestand hoort niet bij accounts.sqlite. Noem met --key dat van deze "
          + "gegevensmap.",
        "The key file does not belong to accounts.sqlite. Name with --key that of this data folder."
      )
    case .sealedChanged:
      BilingualText(
        "Een verzegelde waarde in accounts.sqlite is gewijzigd of verplaatst. Zet een reservekopie "
          + "terug.",
        "A sealed value in accounts.sqlite was changed or moved. Restore it from a backup."
      )
    case .misfitValue(let table):
      BilingualText(
        "Een rij van de tabel \(table) in accounts.sqlite bevat een waarde van een andere soort. Zet "
          + "een reservekopie terug.",
        "A row of table \(table) in accounts.sqlite holds a value of another type. Restore it from a "
          + "backup."
      )
    case .eventsBroken(let number):
      BilingualText(
        "De keten van beveiligingsgebeurtenissen is gebroken bij nummer \(number): die is gewijzigd, "
          + "verplaatst of weg. Zet een reservekopie terug en meld dit als incident.",
        "The chain of security events is broken at number \(number): it was changed, moved or "
          + "removed. Restore a backup and report this as an incident."
      )
    case .eventsCut, .noEventHead: cutText
    default:
      BilingualText(
        "accounts.sqlite weigert een rij: dit is een fout in Regie. Er is niets geschreven; meld de "
          + "fout.",
        "accounts.sqlite refuses a row: this is a mistake in Regie. Nothing was written; report it."
      )
    }
  }
}

extension AccountFailure {
  /// The sentences about events that are missing at the end.
  private var cutText: BilingualText {
    let advice = BilingualText(
      "Zet de nieuwste reservekopie terug. Is dit de nieuwste, neem haar dan aan met regie user "
        + "take en loop de rollen na met regie user review.",
      "Restore the newest backup. If this is the newest, take it with regie user take and go "
        + "through the roles with regie user review."
    )
    guard case .eventsCut(let after, let sealed) = reason else {
      return BilingualText(
        "Het zegel van de beveiligingsgebeurtenissen naast de gegevensmap (.accounts-head) ontbreekt "
          + "of is beschadigd. \(advice.dutch)",
        "The seal of the security events beside the data folder (.accounts-head) is missing or "
          + "damaged. \(advice.english)"
      )
    }
    return BilingualText(
      "accounts.sqlite is een oudere kopie, of het einde is eraf: na gebeurtenis \(after) ontbreken "
        + "er \(sealed - after) tot en met \(sealed). \(advice.dutch)",
      "accounts.sqlite is an older copy, or its end was cut off: after event \(after) there are "
        + "\(sealed - after) missing, through \(sealed). \(advice.english)"
    )
  }
}

extension AccountFailure: CustomStringConvertible {
  package var description: String { text.english + (cause.map { " (\($0))" } ?? "") }
}
