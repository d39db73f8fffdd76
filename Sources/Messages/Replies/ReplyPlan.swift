/// Which elements of an original stand in its answer, found once per kind of answer.
struct ReplyPlan: Sendable {
  /// A class of the answer that carries codes.
  struct CodedClass: Sendable {
    let path: String
    /// The table whose rows the class lives in.
    let table: TableID
    /// Where the original says whether an optional class is there; nil when it always is.
    let presence: Field?
    let codes: TableID
    let code: Field
  }

  /// An element that both messages have.
  struct Copy: Sendable {
    let from: Field
    let to: Field
  }

  let grammar: MessageGrammar
  /// The elements of the header with the same path.
  let header: [Copy]
  /// For each table of the answer the table of the original with the same path.
  let sources: [TableID?]
  /// For each table of the answer the elements that both have, without those of the header.
  let copies: [[Copy]]
  let classes: [CodedClass]

  /// The plan; where paths begin otherwise in the answer, with both beginnings: that of the
  /// original and that of the answer.
  init(_ reply: MessageType, of original: MessageType, renaming name: (String, String)? = nil) {
    let grammar = reply.grammar
    func originalPath(_ path: String) -> String {
      guard let name, path.hasPrefix(name.1) else { return path }
      return name.0 + path.dropFirst(name.1.count)
    }
    self.grammar = grammar
    let shared = grammar.fields.compactMap { field in
      original.grammar.exactField(originalPath(grammar[field].fullPath)).map {
        Copy(from: $0, to: field)
      }
    }
    header = shared.filter { grammar[$0.to].fullPath.hasPrefix("Header/") }
    sources = grammar.tables.map { definition in
      original.grammar.tables
        .firstIndex { $0.path == originalPath(definition.path) }
        .map { TableID(index: $0) }
    }
    copies = grammar.tables.indices.map { table in
      shared.filter {
        $0.to.table.index == table && !grammar[$0.to].fullPath.hasPrefix("Header/")
      }
    }
    classes = ReplyPlan.classes(grammar) { original.grammar.exactField(originalPath($0)) }
  }

  private static func classes(
    _ grammar: MessageGrammar,
    presence: (String) -> Field?
  ) -> [CodedClass] {
    let ending = "/RetourCodes/RetourCode"
    return grammar.tables.indices.compactMap { index in
      let definition = grammar.tables[index]
      guard definition.path.hasSuffix(ending), let parent = definition.parent,
        let code = grammar.exactField(definition.path)
      else { return nil }
      let path = String(definition.path.dropLast(ending.count))
      return CodedClass(
        path: path,
        table: parent,
        presence: presence(path),
        codes: TableID(index: index),
        code: code
      )
    }
  }

  /// The plan of a kind of answer, or nil when it is no answer.
  static func of(_ reply: MessageType) -> ReplyPlan? { plans[reply] }

  private static let plans: [MessageType: ReplyPlan] = {
    var plans: [MessageType: ReplyPlan] = [:]
    for reply in MessageType.all {
      guard let original = reply.original else { continue }
      let isClaim = original.grammar.exactField("Declaratie/DeclaratieNummer") != nil
      plans[reply] = ReplyPlan(
        reply,
        of: original,
        renaming: isClaim ? ("Declaratie/", "DeclaratieAntwoord/") : nil
      )
    }
    return plans
  }()
}
