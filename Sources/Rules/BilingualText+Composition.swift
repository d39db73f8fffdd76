extension BilingualText {
  /// What is the same in every language: a code, a name, or the words of a source.
  package init(quoted text: String) { self.init(text, text) }

  /// Neither language says anything.
  package static let empty = BilingualText("", "")

  package var isEmpty: Bool { dutch.isEmpty && english.isEmpty }

  package static func + (left: BilingualText, right: BilingualText) -> BilingualText {
    BilingualText(left.dutch + right.dutch, left.english + right.english)
  }

  package static func + (left: BilingualText, right: String) -> BilingualText {
    BilingualText(left.dutch + right, left.english + right)
  }

  package static func + (left: String, right: BilingualText) -> BilingualText {
    BilingualText(left + right.dutch, left + right.english)
  }

  /// The same done to the text in either language.
  package func map(_ change: (String) -> String) -> BilingualText {
    BilingualText(change(dutch), change(english))
  }
}

extension Sequence<BilingualText> {
  /// The texts behind each other, in each language with the separator between them.
  package func joined(separator: BilingualText) -> BilingualText {
    BilingualText(
      map(\.dutch).joined(separator: separator.dutch),
      map(\.english).joined(separator: separator.english)
    )
  }

  package func joined(separator: String) -> BilingualText {
    joined(separator: BilingualText(quoted: separator))
  }
}
