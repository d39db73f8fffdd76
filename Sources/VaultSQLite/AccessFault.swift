package import People
package import Rules

/// One thing that is wrong with the access records, and where.
package struct AccessFault: Hashable, Sendable {
  /// The number of the record concerned; 0 when the fault lies in the file and in no record.
  package let number: UInt64
  package let kind: Kind

  package init(_ kind: Kind, at number: UInt64) {
    self.kind = kind
    self.number = number
  }

  /// What can be wrong.
  package enum Kind: Hashable, Sendable {
    /// Records are missing: this number is, and the next one found is `next`.
    case missing(next: Int64)
    /// A record with the number `found` stands here, where it does not belong.
    case misplaced(found: Int64)
    /// The content and the hash of the record do not fit each other and the record before it.
    case changed
    /// The record holds something Regie never writes.
    case unreadable
    /// The records end before a head that was kept: the tail was cut, or it is an old copy.
    case tailMissing(head: UInt64)
    /// The chain differs from a head that was kept, somewhere behind `after`.
    case rewritten(after: UInt64)
    /// The tree over the records has another root than the head says.
    case otherTree
    /// The signature of a head is not valid, or not by the key that is trusted.
    case headNotSigned
    /// SQLite's own check complains about the file.
    case integrity(String)
  }
}

extension AccessFault: CustomStringConvertible {
  /// One sentence that says what is wrong and where, for an auditor, in English.
  package var description: String { english }

  /// The sentence in both languages.
  package var text: BilingualText { BilingualText(dutch, english) }

  private var english: String {
    switch kind {
    case .missing(let next):
      "Record \(number) is missing: the next one is record \(next)."
    case .misplaced(let found):
      "Record \(found) stands at the place of record \(number), where it does not belong."
    case .changed:
      "Record \(number) was changed: its hash does not fit its content and the record before it."
    case .unreadable: "Record \(number) was changed: it holds something Regie never writes."
    case .tailMissing(let head):
      "Record \(number) is missing: the records end before it, but a signed head names record "
        + "\(head); the tail was cut off or this is an old copy."
    case .rewritten(let after):
      "Record \(number) differs from its signed head: the records were rewritten somewhere after "
        + "record \(after)."
    case .otherTree:
      "The tree over the records up to \(number) has another root than the signed head says."
    case .headNotSigned:
      "The signature of the head of record \(number) is not valid or not by the trusted key."
    case .integrity(let complaint): "SQLite finds the file damaged: \(complaint)."
    }
  }

  /// The same sentence in Dutch.
  private var dutch: String {
    switch kind {
    case .missing(let next):
      "Inzage \(number) ontbreekt: de volgende is inzage \(next)."
    case .misplaced(let found):
      "Inzage \(found) staat op de plaats van inzage \(number), waar die niet hoort."
    case .changed:
      "Inzage \(number) is gewijzigd: de hash past niet bij de inhoud en bij de inzage ervoor."
    case .unreadable: "Inzage \(number) is gewijzigd: er staat iets in wat Regie nooit schrijft."
    case .tailMissing(let head):
      "Inzage \(number) ontbreekt: het logboek eindigt ervoor, maar een ondertekend hoofd noemt "
        + "inzage \(head); de staart is afgesneden of dit is een oude kopie."
    case .rewritten(let after):
      "Inzage \(number) wijkt af van het ondertekende hoofd: het logboek is ergens na inzage "
        + "\(after) herschreven."
    case .otherTree:
      "De boom over de inzagen tot en met \(number) heeft een andere wortel dan het ondertekende "
        + "hoofd zegt."
    case .headNotSigned:
      "De handtekening van het hoofd van inzage \(number) klopt niet of is niet van de vertrouwde "
        + "sleutel."
    case .integrity(let complaint): "SQLite vindt het bestand beschadigd: \(complaint)."
    }
  }
}

/// The result of verifying access records.
package struct AccessReport: Hashable, Sendable {
  /// The last record seen, with the root of the tree over all.
  package let head: AccessHead
  /// The last record that a head confirmed; 0 when none did.
  package let confirmed: UInt64
  /// The first faults, in the order in which they were met.
  package let faults: [AccessFault]
  /// How many faults there are in all.
  package let faultCount: Int

  /// Whether nothing is wrong.
  package var isWhole: Bool { faultCount == 0 }
}
