package import Messages

/// A message as short lines of text, easy to vary in a test.
///
/// A line is a path and a value, `Header/Afzender 0344`; a line `+ ToegewezenProduct` begins a row,
/// and the lines after it fill that row. A path is the shortest that is clear.
package struct MessageDraft: Sendable {
  fileprivate enum Step: Sendable {
    case row(TableID)
    case value(Field, String)
  }

  package let type: MessageType
  fileprivate var steps: [Step] = []

  /// A message of a type with a full header, dated 5 March 2025, and what the text adds.
  package init(_ type: MessageType, _ text: String) {
    self.type = type
    steps = adding(header).adding(text).steps
  }

  private var header: String {
    let municipality = "0344"
    let provider = "99990101"
    let isSender =
      type.grammar.field("Header/Afzender")
      .map { type.grammar[$0].type?.pattern == .digits4 } ?? false
    return """
      Header/BerichtCode \(type.code)
      Header/BerichtVersie 3
      Header/BerichtSubversie 2
      Header/Afzender \(isSender ? municipality : provider)
      Header/Ontvanger \(isSender ? provider : municipality)
      Header/BerichtIdentificatie/Identificatie TEST0001
      Header/BerichtIdentificatie/Dagtekening 2025-03-05
      Header/XsdVersie/BasisschemaXsdVersie 1.0.0
      Header/XsdVersie/BerichtXsdVersie 1.0.0
      """
  }
}

// MARK: - Variations

extension MessageDraft {
  /// The draft with more lines.
  package func adding(_ text: String) -> MessageDraft {
    var draft = self
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      if words[0] == "+" {
        draft.steps.append(.row(table(words[1])))
      } else {
        draft.steps.append(.value(field(words[0]), words.count > 1 ? words[1] : ""))
      }
    }
    return draft
  }

  /// The draft with a value at a path, in the row with a number of its table.
  package func setting(_ path: String, _ value: String, row: Int = 0) -> MessageDraft {
    var draft = self
    let field = field(path)
    let range = range(of: field.table, row)
    draft.steps.removeAll(in: range) { $0.isValue(of: field) }
    draft.steps.insert(.value(field, value), at: range.lowerBound)
    return draft
  }

  /// The draft without an element, or without all elements in it: in one row, or in every row.
  package func without(_ path: String, row: Int? = nil) -> MessageDraft {
    var draft = self
    let grammar = type.grammar
    let prefix = grammar.table(path).map { grammar[$0].path } ?? grammar[field(path)].fullPath
    var scope = row.map { range(of: table(of: path), $0) } ?? 0..<steps.count
    // A row goes with the step that begins it.
    if row != nil, grammar.table(path) != nil { scope = scope.lowerBound - 1..<scope.upperBound }
    draft.steps.removeAll(in: scope) { step in
      let path = step.path(in: grammar)
      return path == prefix || path.hasPrefix(prefix + "/")
    }
    return draft
  }

  /// The message.
  package func build() -> Message {
    var builder = MessageBuilder(type)
    var rows = Array(repeating: 0, count: type.grammar.tables.count)
    for step in steps {
      switch step {
      case .row(let table):
        let parent = type.grammar[table].parent ?? .message
        rows[table.index] = builder.append(table, under: rows[parent.index])
      case .value(let field, let value):
        builder.set(field, rows[field.table.index], text: value)
      }
    }
    return builder.build()
  }

  /// The steps that fill a row of a table, without the step that begins it.
  private func range(of table: TableID, _ row: Int) -> Range<Int> {
    guard table != .message else { return 0..<steps.count }
    let starts = steps.indices.filter { steps[$0].begins(table) }
    precondition(row < starts.count, "the draft has no such row")
    let end = row + 1 < starts.count ? starts[row + 1] : steps.count
    return starts[row] + 1..<end
  }

  private func table(of path: String) -> TableID {
    type.grammar.table(path) ?? field(path).table
  }

  private func table(_ path: String) -> TableID {
    guard let table = type.grammar.table(path) else {
      preconditionFailure("\(type) has no single table \(path)")
    }
    return table
  }

  private func field(_ path: String) -> Field {
    guard let field = type.grammar.field(path) else {
      preconditionFailure("\(type) has no single element \(path)")
    }
    return field
  }
}

extension MessageDraft.Step {
  fileprivate func begins(_ table: TableID) -> Bool {
    if case .row(table) = self { true } else { false }
  }

  fileprivate func isValue(of field: Field) -> Bool {
    if case .value(field, _) = self { true } else { false }
  }

  fileprivate func path(in grammar: MessageGrammar) -> String {
    switch self {
    case .row(let table): grammar[table].path
    case .value(let field, _): grammar[field].fullPath
    }
  }
}

extension Array {
  fileprivate mutating func removeAll(in range: Range<Int>, where matches: (Element) -> Bool) {
    let kept = self[range].filter { !matches($0) }
    replaceSubrange(range, with: kept)
  }
}
