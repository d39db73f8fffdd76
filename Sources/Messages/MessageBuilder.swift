package import Quantities

/// Makes a message row by row; rows may be added in any order of their parents.
///
/// The builder takes values as they come and does not check them against the standard: the reader
/// does that for what comes in, and the rules for what goes out. Setting a value also marks the
/// optional elements around it as present.
package struct MessageBuilder: Sendable {
  package let type: MessageType
  var tables: [MessageTable]
  private let surroundings: Surroundings

  package init(_ type: MessageType) {
    self.type = type
    self.surroundings = Surroundings(type.grammar)
    self.tables = type.grammar.tables.map { table in
      MessageTable(
        count: 0,
        parents: [],
        numbers: Array(repeating: [], count: table.fields.count),
        texts: Array(repeating: ElementTexts(), count: table.fields.count)
      )
    }
    tables[0].count = 1
    tables[0].parents = [0]
  }

  /// Adds a row to a table inside a row of its parent table, and returns its number.
  ///
  /// Numbers hold within the builder; when rows were added out of the order of their parents,
  /// `build()` sorts them, keeping the order within each parent.
  @discardableResult
  package mutating func append(_ table: TableID, under parentRow: Int = 0) -> Int {
    guard let parent = type.grammar[table].parent else {
      preconditionFailure("the message itself has exactly one row")
    }
    precondition(parentRow >= 0 && parentRow < tables[parent.index].count, "no such parent row")
    for field in surroundings.ofTables[table.index] { mark(field, parentRow) }
    return appendRow(table.index, parentRow)
  }

  /// Adds a row without marking what lies around it.
  @inline(__always)
  mutating func appendRow(_ table: Int, _ parentRow: Int) -> Int {
    let row = tables[table].count
    tables[table].count = row + 1
    tables[table].parents.append(Int32(truncatingIfNeeded: parentRow))
    return row
  }
}

// MARK: - Values

extension MessageBuilder {
  /// Sets a number, in an element with a number or with a fixed count of digits.
  package mutating func set(_ field: Field, _ row: Int = 0, integer value: Int64) {
    switch type.grammar[field].storage {
    case .integer, .digits: setMarked(field, row, value)
    case .code: set(field, row, text: String(value))
    case .date, .text, .presence:
      preconditionFailure("\(type.grammar[field].fullPath) does not hold a number")
    }
  }

  /// Sets a date.
  package mutating func set(_ field: Field, _ row: Int = 0, date: CivilDate) {
    precondition(type.grammar[field].storage == .date, "the element does not hold a date")
    setMarked(field, row, Int64(date.dayNumber))
  }

  /// Sets a packed code, see `PackedCode`.
  package mutating func set(_ field: Field, _ row: Int = 0, code: Int64) {
    precondition(type.grammar[field].storage == .code, "the element does not hold a code")
    setMarked(field, row, code)
  }

  /// Sets a value of any type from its text; an integer, date or code must be well-formed.
  package mutating func set(_ field: Field, _ row: Int = 0, text: String) {
    let definition = type.grammar[field]
    switch definition.storage {
    case .text:
      for around in surroundings.ofFields[field.table.index][field.column] { mark(around, row) }
      setText(field, row, Array(text.utf8))
    case .integer, .digits:
      guard let value = Int64(text) else { return refuse(definition) }
      setMarked(field, row, value)
    case .date:
      guard let date = CivilDate(text) else { return refuse(definition) }
      setMarked(field, row, Int64(date.dayNumber))
    case .code:
      guard let code = PackedCode.pack(text) else { return refuse(definition) }
      setMarked(field, row, code)
    case .presence:
      refuse(definition)
    }
  }

  /// Says that an optional element that holds other elements is there.
  package mutating func markPresent(_ field: Field, _ row: Int = 0) {
    precondition(type.grammar[field].storage == .presence, "set the value of the element instead")
    setMarked(field, row, 1)
  }

  private func refuse(_ definition: FieldDefinition) {
    preconditionFailure("the text does not fit the type of \(definition.fullPath)")
  }

  private mutating func setMarked(_ field: Field, _ row: Int, _ value: Int64) {
    for around in surroundings.ofFields[field.table.index][field.column] { mark(around, row) }
    mark(field, row, value)
  }

  private mutating func mark(_ field: Field, _ row: Int, _ value: Int64 = 1) {
    precondition(row >= 0 && row < tables[field.table.index].count, "no such row")
    setNumber(field.table.index, field.column, row, value)
  }

  /// Puts a number into a column; rows that were passed over are absent.
  @inline(__always)
  mutating func setNumber(_ table: Int, _ column: Int, _ row: Int, _ value: Int64) {
    let count = tables[table].numbers[column].count
    if row < count {
      tables[table].numbers[column][row] = value
    } else {
      for _ in count..<row { tables[table].numbers[column].append(Message.absent) }
      tables[table].numbers[column].append(value)
    }
  }

  private mutating func setText(_ field: Field, _ row: Int, _ text: [UInt8]) {
    let table = field.table.index
    precondition(row >= 0 && row < tables[table].count, "no such row")
    if row < tables[table].texts[field.column].count {
      tables[table].texts[field.column].replace(row, with: text)
    } else {
      tables[table].texts[field.column].pad(to: row)
      tables[table].texts[field.column].append(text.span)
    }
  }
}

// MARK: - Building

extension MessageBuilder {
  /// The message with all that was added.
  package consuming func build() -> Message {
    var tables = tables
    for (index, definition) in type.grammar.tables.enumerated() {
      tables[index].pad(definition)
      if definition.parent != nil, !MessageBuilder.isSorted(tables[index].parents) {
        MessageBuilder.sort(index, in: &tables, type.grammar)
      }
      let parentCount = definition.parent.map { tables[$0.index].count }
      tables[index].complete(definition, parentCount: parentCount)
    }
    return Message(type: type, tables: tables)
  }

  private static func isSorted(_ parents: [Int32]) -> Bool {
    for row in 0..<max(0, parents.count - 1) where parents[row] > parents[row + 1] { return false }
    return true
  }

  /// Puts the rows of a table in the order of their parents, and renumbers the parents below it.
  private static func sort(_ index: Int, in tables: inout [MessageTable], _ grammar: MessageGrammar)
  {
    let parents = tables[index].parents
    let order = parents.indices.sorted { (parents[$0], $0) < (parents[$1], $1) }
    var newNumber = [Int32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { newNumber[old] = Int32(new) }
    tables[index].parents = order.map { parents[$0] }
    for (column, field) in grammar.tables[index].fields.enumerated() {
      if field.storage == .text {
        tables[index].texts[column].pad(to: order.count)
        tables[index].texts[column] = tables[index].texts[column].reordered(order)
      } else {
        let numbers = tables[index].numbers[column]
        tables[index].numbers[column] = order.map { numbers[$0] }
      }
    }
    for child in grammar.children(of: TableID(index: index)) {
      tables[child.index].parents = tables[child.index].parents.map { newNumber[Int($0)] }
    }
  }
}

/// For each field and table the optional elements around it, outermost first, in the same row.
private struct Surroundings: Sendable {
  var ofFields: [[[Field]]] = []
  var ofTables: [[Field]] = []

  init(_ grammar: MessageGrammar) {
    func around(_ node: Int, within table: TableID) -> [Field] {
      var found: [Field] = []
      var current = grammar.nodes[node].parent
      while let index = current, grammar.nodes[index].table == table {
        if let field = grammar.nodes[index].field { found.append(field) }
        if grammar.nodes[index].repeats { break }
        current = grammar.nodes[index].parent
      }
      return found.reversed()
    }
    for (index, table) in grammar.tables.enumerated() {
      ofFields.append(table.fields.map { around($0.node, within: TableID(index: index)) })
      ofTables.append(table.parent.map { around(table.node, within: $0) } ?? [])
    }
  }
}
