/// One statement in the two languages of Regie.
package struct BilingualText: Hashable, Sendable {
  package let dutch: String
  package let english: String

  package init(dutch: String, english: String) {
    self.dutch = dutch
    self.english = english
  }
}
