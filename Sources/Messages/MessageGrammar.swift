/// A table of a message: one row for each occurrence of a repeating element.
package struct TableID: Hashable, Sendable {
  package let index: Int

  @inlinable
  package init(index: Int) { self.index = index }

  /// The table of the message itself, which has one row.
  package static let message = TableID(index: 0)
}

/// Where the values of one element are: a column of a table.
///
/// Besides leaves, each optional element that only holds other elements has a field, which says
/// whether it is there.
package struct Field: Hashable, Sendable {
  package let table: TableID
  package let column: Int

  @inlinable
  package init(table: TableID, column: Int) {
    self.table = table
    self.column = column
  }
}

/// What a column of a table holds.
package struct FieldDefinition: Sendable {
  /// Name of the element.
  package let name: String
  /// Path below the element of the table; empty when the repeating element is itself the value.
  package let path: String
  /// Path below Bericht.
  package let fullPath: String
  package let storage: FieldStorage
  /// The type of the value; nil for a field that only says whether an element is there.
  package let type: SimpleType?
  /// Whether the element must be there when its parent element is.
  package let required: Bool
  /// Index of the element in `MessageGrammar.nodes`.
  package let node: Int

  /// The only value that the element may have.
  package var fixed: String? { type?.fixed }
}

/// What a table of a message holds.
package struct TableDefinition: Sendable {
  /// Name of the repeating element; `Bericht` for the message itself.
  package let name: String
  /// Path below Bericht; empty for the message itself.
  package let path: String
  package let parent: TableID?
  /// Index of the repeating element in `MessageGrammar.nodes`.
  package let node: Int
  package fileprivate(set) var fields: [FieldDefinition] = []
}

/// One element of a message: its place in the tree, and where its values are kept.
package struct GrammarNode: Sendable {
  package let name: String
  /// Whether the element is in the namespace of the base schema rather than that of the message.
  package let isBase: Bool
  /// Index of the parent element; nil for Bericht.
  package let parent: Int?
  package let required: Bool
  package let repeats: Bool
  /// The type of the value; nil when the element holds other elements.
  package let type: SimpleType?
  /// The table in whose rows this element lives; a repeating element's own table.
  package let table: TableID
  /// The column of the value, or of the presence of an optional element; nil for the others.
  package fileprivate(set) var field: Field?
  /// The indices of the elements inside this one, in their order.
  package fileprivate(set) var children: Range<Int> = 0..<0
}

/// Which elements a kind of message holds, in which order, how often and of which type.
///
/// Compiled from the grammar data once per kind of message.
package struct MessageGrammar: Sendable {
  /// The tables; a parent stands before its children, and the message itself is first.
  package private(set) var tables: [TableDefinition] = []
  /// The elements, level by level, so that the children of each are neighbours; Bericht is first.
  package private(set) var nodes: [GrammarNode] = []
  /// Every field, table by table, as `fieldPlaces` numbers them.
  private var fieldList: [Field] = []
  private var fieldPlaces = PathIndex([])
  private var tablePlaces = PathIndex([])

  init(_ section: MessageSection, in family: MessageFamily) {
    tables.append(TableDefinition(name: "Bericht", path: "", parent: nil, node: 0))
    nodes.append(
      GrammarNode(
        name: "Bericht",
        isBase: false,
        parent: nil,
        required: true,
        repeats: false,
        type: nil,
        table: .message
      )
    )
    var pending = [(node: 0, lines: section.lines[...], isBase: false)]
    var next = 0
    while next < pending.count {
      let (node, lines, isBase) = pending[next]
      next += 1
      let first = nodes.count
      for (line, below) in MessageGrammar.children(of: lines) {
        add(line, under: node, isBase: isBase, in: family)
        if let type = line.type, let members = family.classes[type] {
          pending.append((nodes.count - 1, members[...], true))
        } else if line.type == nil {
          pending.append((nodes.count - 1, below, isBase))
        }
      }
      nodes[node].children = first..<nodes.count
    }
    fieldList = fields
    fieldPlaces = PathIndex(fieldList.map { self[$0].fullPath })
    tablePlaces = PathIndex(tables.map(\.path))
  }

  /// The lines of the highest level, each with the lines below it.
  private static func children(
    of lines: ArraySlice<GrammarLine>
  ) -> [(GrammarLine, ArraySlice<GrammarLine>)] {
    guard let depth = lines.first?.depth else { return [] }
    let starts = lines.indices.filter { lines[$0].depth == depth }
    return starts.enumerated().map { position, start in
      let end = position + 1 < starts.count ? starts[position + 1] : lines.endIndex
      return (lines[start], lines[(start + 1)..<end])
    }
  }

  private mutating func add(
    _ line: GrammarLine,
    under parent: Int,
    isBase: Bool,
    in family: MessageFamily
  ) {
    let isClass = line.type.map { family.classes[$0] != nil } ?? true
    var type: SimpleType?
    if !isClass, let name = line.type {
      guard let known = family.types[name] else { preconditionFailure("unknown type \(name)") }
      type = known.restricted(fixed: line.fixed, pattern: line.pattern)
    }
    let index = nodes.count
    let fullPath = path(ofNode: parent, adding: line.name)
    var table = nodes[parent].table
    if line.repeats {
      tables.append(
        TableDefinition(name: line.name, path: fullPath, parent: table, node: index)
      )
      table = TableID(index: tables.count - 1)
    }
    var node = GrammarNode(
      name: line.name,
      isBase: isBase,
      parent: parent,
      required: line.required,
      repeats: line.repeats,
      type: type,
      table: table
    )
    if type != nil || (!line.required && !line.repeats) {
      let prefix = tables[table.index].path
      node.field = Field(table: table, column: tables[table.index].fields.count)
      tables[table.index].fields.append(
        FieldDefinition(
          name: line.name,
          path: String(fullPath.dropFirst(prefix.isEmpty ? 0 : prefix.count + 1)),
          fullPath: fullPath,
          storage: type?.storage ?? .presence,
          type: type,
          required: line.required,
          node: index
        )
      )
    }
    nodes.append(node)
  }

  /// The path below Bericht of an element, or of a new element in it.
  func path(ofNode node: Int, adding name: String? = nil) -> String {
    var names = name.map { [$0] } ?? []
    var current = node
    while let parent = nodes[current].parent {
      names.append(nodes[current].name)
      current = parent
    }
    return names.reversed().joined(separator: "/")
  }
}

extension MessageGrammar {
  /// The definition of a table.
  package subscript(table: TableID) -> TableDefinition { tables[table.index] }

  /// The definition of a field.
  package subscript(field: Field) -> FieldDefinition {
    tables[field.table.index].fields[field.column]
  }

  /// Every field, table by table.
  package var fields: [Field] {
    tables.indices.flatMap { table in
      tables[table].fields.indices.map { Field(table: TableID(index: table), column: $0) }
    }
  }

  /// The tables whose rows lie directly in rows of this one.
  package func children(of table: TableID) -> [TableID] {
    tables.indices.filter { tables[$0].parent == table }.map { TableID(index: $0) }
  }

  /// The table at a path below Bericht, or at the end of one where that is unique: `Prestatie`,
  /// `Contactgegevens/Contact`; nil when there is none or more than one.
  package func table(_ path: String) -> TableID? {
    if path == "Bericht" || path.isEmpty { return .message }
    return tablePlaces.find(path).map { TableID(index: $0) }
  }

  /// The field at a path below Bericht, or at the end of one where that is unique:
  /// `Prestatie/ProductPeriode/Begindatum`, `Header/Afzender`; nil when there is none or more than
  /// one.
  package func field(_ path: String) -> Field? {
    fieldPlaces.find(path).map { fieldList[$0] }
  }

}
