package import Quantities

/// A question of a provider about a procedure.
///
/// - Dutch term: vraag bij een procedure
package struct ProcedureQuestion: Hashable, Sendable {
  package let number: Int
  package let provider: ChamberNumber
  package let text: String
  package let asked: CivilDate
  package internal(set) var answer: String?
  /// The number of the note in which the answer was given to all.
  package internal(set) var note: Int?
}

/// Answers that were given to everyone at the same moment, without saying who asked.
///
/// - Dutch term: nota van inlichtingen
package struct ClarificationNote: Hashable, Sendable {
  package let number: Int
  package let on: CivilDate
  package let items: [Item]

  /// A question and its answer.
  package struct Item: Hashable, Sendable {
    package let question: String
    package let answer: String
  }
}

/// A complaint of a provider about a procedure.
///
/// - Dutch term: klacht bij aanbesteden
package struct ProcedureComplaint: Hashable, Sendable {
  package let number: Int
  package let provider: ChamberNumber
  package let received: CivilDate
  /// The last day for an answer.
  package let due: CivilDate
  package internal(set) var answered: CivilDate?
}
