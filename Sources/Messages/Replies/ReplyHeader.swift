package import Quantities

/// What a message of our own says of itself when it answers another.
package struct ReplyHeader: Hashable, Sendable {
  /// Identificatie of the answer: at most 12 characters, never used before for this kind of
  /// message.
  package let identification: String
  /// Dagtekening of the answer.
  package let date: CivilDate
  /// The version of the schemas that the answer follows.
  package let schemaVersion: String
  /// The version of the check program, only where the published one was used (IV033).
  package let checkProgramVersion: String?

  package init(
    identification: String,
    date: CivilDate,
    schemaVersion: String = "1.0.0",
    checkProgramVersion: String? = nil
  ) {
    self.identification = identification
    self.date = date
    self.schemaVersion = schemaVersion
    self.checkProgramVersion = checkProgramVersion
  }
}

/// One class of a message that a return message answers.
package struct ReplyClass: Hashable, Sendable {
  /// The path below Bericht: `Client/Contactgegevens/Contact`.
  package let path: String
  /// The row in the table of the class, or in that of the nearest repeating class around it.
  package let row: Int

  package init(path: String, row: Int) {
    self.path = path
    self.row = row
  }

  /// The name of the class: `Contact`.
  package var name: String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}

/// What a return message says of the message that it answers (iWmo 3.2, reference section 8.1).
package enum ReplyVerdict {
  /// All is well: a header without codes.
  case accepted
  /// The message or its header is refused: a header with these codes.
  case header([String])
  /// A class is refused: the header has 0200, and every class is copied with its codes.
  ///
  /// A class for which the closure gives no code gets 0200.
  case classes((ReplyClass) -> [String])
}

/// The codes of the classes of a message that are not well.
package struct ClassCodes: Hashable, Sendable {
  private var codes: [ReplyClass: [String]] = [:]
  private let other: String

  /// No codes yet; every class about which nothing is said gets the other code.
  package init(other: String = ReturnCodeCatalogue.noRemarks) { self.other = other }

  /// Adds a code to a class; a code that it has already is not added again.
  package mutating func add(_ code: String, to place: ReplyClass) {
    if codes[place]?.contains(code) != true { codes[place, default: []].append(code) }
  }

  /// The codes of a class.
  package func of(_ place: ReplyClass) -> [String] { codes[place] ?? [other] }

  /// The verdict with these codes.
  package var verdict: ReplyVerdict { .classes { self.of($0) } }
}
