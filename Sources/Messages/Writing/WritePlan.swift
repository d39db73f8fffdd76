/// The tags of every element of a kind of message, ready to be copied.
///
/// Made once per kind of message, so that writing a line of a claim is only copying bytes.
struct WritePlan: Sendable {
  /// One element of the grammar.
  struct Element: Sendable {
    /// Indentation and start tag; with a line end unless it is a leaf.
    let open: [UInt8]
    /// End tag and line end; with indentation unless it is a leaf.
    let close: [UInt8]
    let isLeaf: Bool
    let repeats: Bool
    let table: TableID
    let field: Field?
    let storage: FieldStorage
    let children: Range<Int>
  }

  /// Everything up to and with the start tag of Bericht.
  let head: [UInt8]
  /// The end tag of Bericht.
  let tail: [UInt8]
  /// The elements, with the indices of `MessageGrammar.nodes`.
  let elements: [Element]

  init(_ type: MessageType) {
    let prefix = type.family.name
    head = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>\r
      <Bericht xmlns="\(type.namespace)" xmlns:\(prefix)="\(type.family.baseNamespace)">\r

      """.utf8
    )
    tail = Array("</Bericht>\r\n".utf8)
    let nodes = type.grammar.nodes
    elements = nodes.map { node in
      var depth = 0
      var parent = node.parent
      while let index = parent {
        depth += 1
        parent = nodes[index].parent
      }
      let name = node.isBase ? "\(prefix):\(node.name)" : node.name
      let indentation = String(repeating: "  ", count: depth)
      let isLeaf = node.type != nil
      return Element(
        open: Array((indentation + "<\(name)>" + (isLeaf ? "" : "\r\n")).utf8),
        close: Array(((isLeaf ? "" : indentation) + "</\(name)>\r\n").utf8),
        isLeaf: isLeaf,
        repeats: node.repeats,
        table: node.table,
        field: node.field,
        storage: node.field.map { type.grammar[$0].storage } ?? .presence,
        children: node.children
      )
    }
  }

  /// The plan of a kind of message.
  static func of(_ type: MessageType) -> WritePlan {
    plans[type] ?? WritePlan(type)
  }

  private static let plans = Dictionary(
    uniqueKeysWithValues: MessageType.all.map { ($0, WritePlan($0)) }
  )

  /// About how many bytes a message takes.
  func expectedSize(of message: Message) -> Int {
    var size = head.count + tail.count + 2_000
    for element in elements {
      let tags = element.open.count + element.close.count
      size += message.count(element.table) * (tags + (element.isLeaf ? 8 : 0))
    }
    return size
  }
}
