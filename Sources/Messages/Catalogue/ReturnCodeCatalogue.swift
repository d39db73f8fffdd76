package import Rules

/// What one code means by which a message is answered.
///
/// - Dutch term: retourcode (iWmo/iJw code list WJ001)
package struct ReturnCodeDescription: Hashable, Sendable {
  /// Four characters: `9321`.
  package let code: String
  /// The rule that leads to the code; nil for the general codes.
  package let rule: String?
  /// The numbers of the messages whose classes it judges; empty when it can judge any.
  package let messages: [String]
  package let meaning: BilingualText
}

/// The return codes of the standard, by their code.
package struct ReturnCodeCatalogue: Sendable {
  package let codes: [ReturnCodeDescription]
  private let places: [String: Int]

  init(rows: [[Substring]]) {
    codes = rows.map { row in
      ReturnCodeDescription(
        code: String(row[0]),
        rule: row[1].isEmpty ? nil : String(row[1]),
        messages: row[2] == "all" ? [] : row[2].split(separator: " ").map(String.init),
        meaning: BilingualText(dutch: String(row[3]), english: String(row[4]))
      )
    }
    var places: [String: Int] = [:]
    for (place, code) in codes.enumerated() { places[code.code] = place }
    self.places = places
  }

  /// The return code, or nil when the list has no such code.
  package subscript(code: String) -> ReturnCodeDescription? {
    places[code].map { codes[$0] }
  }

  /// The list of iWmo 3.2.
  package static let iwmo = ReturnCodeCatalogue(
    rows: DataText.rows(EmbeddedTables.returnCodes, columns: 5)
  )
}

extension ReturnCodeCatalogue {
  /// The message breaks a rule of level 2 and counts as not sent.
  package static let technicalRejection = "0001"
  /// No remarks on the class.
  package static let noRemarks = "0200"
  /// The class was not assessed, because the class around it was refused.
  package static let notAssessed = "0233"
  /// The whole claim is awarded.
  package static let fullyAwarded = "8001"

  /// Whether a code refuses the class that carries it.
  package static func refuses(_ code: String) -> Bool {
    code != noRemarks && code != notAssessed && code != fullyAwarded
  }
}
