/// One statement in the two languages of Regie.
package struct BilingualText: Hashable, Sendable {
  package let dutch: String
  package let english: String

  package init(dutch: String, english: String) {
    self.dutch = dutch
    self.english = english
  }

  /// For the tables of sentences, in which the order of the two is plain.
  package init(_ dutch: String, _ english: String) {
    self.init(dutch: dutch, english: english)
  }

  package subscript(language: Language) -> String {
    language == .dutch ? dutch : english
  }
}
