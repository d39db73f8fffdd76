/// The grammar of a message in the form that the reader's inner loop wants: numbers without
/// references, so that reading one node is one bounded load.
struct ReadingGrammar: Sendable {
  /// What to do with the content of an element.
  enum Content: UInt8, Sendable {
    case elements, integer, date, time, code, digitCode, digits, fixed, text
  }

  /// One element.
  struct Node: Sendable {
    var content = Content.elements
    var pattern: SimpleType.Pattern?
    var required: Bool
    var repeats: Bool
    var isBase: Bool
    /// Whether this is a Client element, whose bytes are reported.
    var isClient: Bool
    var firstChild: Int32
    var childCount: Int32
    var table: Int32
    var parentTable: Int32
    /// The column of the value or presence, counted over all tables; -1 when it has none.
    var column: Int32 = -1
    var minimum: Int64 = 0
    var maximum: Int64 = 0
    /// Where the codes of its list are in `codes`.
    var codes: Range<Int32> = 0..<0
    /// The packed text of the only value; `Message.absent` when there is no such value.
    var fixed: Int64 = Message.absent
  }

  let nodes: [Node]
  /// The packed codes of all lists, each list rising.
  let codes: [Int64]
  /// The names of the elements.
  let names: [[UInt8]]
  /// For each table the number of columns before it.
  let columnBases: [Int]
  /// The number of columns of all tables.
  let columnCount: Int

  init(_ grammar: MessageGrammar) {
    var bases: [Int] = []
    var columns = 0
    for table in grammar.tables {
      bases.append(columns)
      columns += table.fields.count
    }
    var nodes: [Node] = []
    var codes: [Int64] = []
    for source in grammar.nodes {
      let parentTable = grammar.tables[source.table.index].parent?.index ?? 0
      var node = Node(
        required: source.required,
        repeats: source.repeats,
        isBase: source.isBase,
        isClient: source.name == "Client",
        firstChild: Int32(source.children.lowerBound),
        childCount: Int32(source.children.count),
        table: Int32(source.table.index),
        parentTable: Int32(parentTable)
      )
      if let field = source.field { node.column = Int32(bases[field.table.index] + field.column) }
      if let type = source.type { node.describe(type, &codes) }
      nodes.append(node)
    }
    self.nodes = nodes
    self.codes = codes
    self.names = grammar.nodes.map { Array($0.name.utf8) }
    self.columnBases = bases
    self.columnCount = columns
  }
}

extension ReadingGrammar.Node {
  fileprivate mutating func describe(_ type: SimpleType, _ codes: inout [Int64]) {
    pattern = type.pattern
    minimum = type.minimum
    maximum = type.maximum
    switch type.base {
    case .integer: content = .integer
    case .date: content = .date
    case .time: content = .time
    case .string:
      switch type.storage {
      case .digits: content = .digits
      case .code: content = type.list == nil ? .digitCode : .code
      default: content = .text
      }
    }
    if let list = type.list {
      self.codes = Int32(codes.count)..<Int32(codes.count + list.packed.count)
      codes += list.packed
    }
    if let value = type.fixed {
      fixed = PackedCode.pack(value) ?? Message.absent
      if content != .integer { content = .fixed }
    }
  }
}
