/// A family of message standards that share a base schema and a version.
///
/// - Dutch term: iStandaard (iWmo 3.2, Zorginstituut Nederland)
package struct MessageFamily: Sendable {
  /// `iwmo`.
  package let name: String
  /// BerichtVersie.
  package let version: Int
  /// BerichtSubversie.
  package let subversion: Int
  /// Namespace of the children of base classes (`CDT_…`).
  package let baseNamespace: String
  /// Namespace of everything else; the name of the message stands where the star is.
  let namespacePattern: String
  /// The simple types by name, with the lists of this family.
  package let types: [String: SimpleType]
  let classes: [String: [GrammarLine]]
  let messages: [MessageSection]

  /// iWmo 3.2, in force since 3 April 2023.
  package static let iwmo = MessageFamily(
    grammar: DataText.lines(EmbeddedTables.iwmo),
    types: DataText.rows(EmbeddedTables.types, columns: 6)
  )

  /// The namespace of a message of this family.
  func namespace(of message: String) -> String {
    let parts = namespacePattern.split(separator: "*", omittingEmptySubsequences: false)
    return parts.joined(separator: message.lowercased())
  }
}

/// The head line of a message in the grammar data, and its tree.
struct MessageSection: Sendable {
  let name: String
  let code: Int
  let from: MessageDirection.Party
  let reply: String?
  let original: String?
  var lines: [GrammarLine] = []
}

/// One line of a tree in the grammar data: an element, how often, and of which type.
struct GrammarLine: Sendable {
  let depth: Int
  let name: String
  let required: Bool
  let repeats: Bool
  /// `LDT_…` or `CDT_…`; nil for an element whose children follow.
  let type: String?
  let fixed: String?
  let pattern: SimpleType.Pattern?
}
