package import Quantities

/// Who asks for person data: a user by pseudonym, or a part of the program.
package struct AccessActor: Hashable, Sendable, CustomStringConvertible {
  /// The stored text.
  package let description: String

  /// Reads 1 to 64 lower-case letters, digits, colons and hyphens; anything else is nil, so that no
  /// name of a person and no line break gets into the log.
  package init?(_ text: String) {
    guard (1...64).contains(text.utf8.count) else { return nil }
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x3A, 0x2D: continue
      default: return nil
      }
    }
    description = text
  }

  private init(word: String) { description = word }

  /// The intake of messages and its replies.
  package static let messages = AccessActor(word: "messages")
  /// The command line, used by whoever holds the key file.
  package static let commandLine = AccessActor(word: "command-line")
}

/// Why person data are asked for.
///
/// The raw values are stored and never change.
///
/// - Dutch term: doel van de verwerking (AVG artikel 5, onder b)
package enum AccessPurpose: UInt8, CaseIterable, Sendable {
  /// Answering or sending a message of the standard.
  case message = 1
  /// Explaining a verdict.
  case explanation = 2
  /// Helping the person.
  case support = 3
  /// Giving the person a copy of the data (AVG article 15).
  case subjectAccess = 4
  /// Evidence for an accountant or a court.
  case evidence = 5
  /// Mending the vault itself.
  case maintenance = 6
}

/// A request for person data, as it stands in the access log.
///
/// - Dutch term: verwerkingsregel (Logboek Dataverwerkingen)
package struct AccessRequest: Hashable, Sendable {
  package let actor: AccessActor
  package let purpose: AccessPurpose
  /// The persons whose data are asked for, each once, in the order of the keys.
  package let subjects: [ClientKey]
  package let at: Instant

  package init(
    actor: AccessActor,
    purpose: AccessPurpose,
    subjects: some Sequence<ClientKey>,
    at instant: Instant
  ) {
    self.actor = actor
    self.purpose = purpose
    self.at = instant
    var distinct: [ClientKey] = []
    for key in subjects.sorted() where key != distinct.last { distinct.append(key) }
    self.subjects = distinct
  }

  /// Whether the request names a person.
  ///
  /// - Complexity: O(log number of subjects).
  package func covers(_ client: ClientKey) -> Bool {
    var low = 0
    var high = subjects.count
    while low < high {
      let middle = (low + high) / 2
      if subjects[middle] < client { low = middle + 1 } else { high = middle }
    }
    return low < subjects.count && subjects[low] == client
  }
}
