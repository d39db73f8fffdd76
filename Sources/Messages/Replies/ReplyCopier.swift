import Quantities

/// An answer while it is made from its original.
struct ReplyCopier {
  let original: Message
  let plan: ReplyPlan
  var builder: MessageBuilder

  init(original: Message, _ reply: MessageType, _ plan: ReplyPlan) {
    self.original = original
    self.plan = plan
    builder = MessageBuilder(reply)
    set("Header/BerichtCode", String(reply.code))
  }

  /// Copies the elements of the header that both messages have, except the code of the message.
  mutating func copyHeader() {
    for copy in plan.header where plan.grammar[copy.to].name != "BerichtCode" {
      self.copy(copy, row: 0, to: 0)
    }
  }

  /// Sets an element of the answer that is not under a repeating class.
  mutating func set(_ path: String, _ text: String) {
    guard let field = plan.grammar.exactField(path) else { return }
    builder.set(field, 0, text: text)
  }

  /// Copies everything below the header.
  mutating func copyClasses() {
    for copy in plan.copies[TableID.message.index] { self.copy(copy, row: 0, to: 0) }
    for index in plan.grammar.tables.indices.dropFirst() {
      guard let source = plan.sources[index] else { continue }
      let table = TableID(index: index)
      for row in 0..<original.count(source) {
        // Rows keep their numbers, because the rows above them were all copied in order.
        let copied = builder.append(table, under: original.parent(source, row))
        copyFields(of: table, from: row, to: copied)
      }
    }
  }

  /// Copies the elements of one row.
  mutating func copyFields(of table: TableID, from row: Int, to copied: Int) {
    for copy in plan.copies[table.index] { self.copy(copy, row: row, to: copied) }
  }

  /// Gives every class that is in the answer its codes.
  mutating func addCodes(_ codes: (ReplyClass) -> [String]) {
    for coded in plan.classes where coded.path != "Header" {
      let source = plan.sources[coded.table.index] ?? .message
      for row in 0..<original.count(source)
      where coded.presence.map({ original.isPresent($0, row) }) ?? true {
        add(codes(ReplyClass(path: coded.path, row: row)), to: coded, row: row)
      }
    }
  }

  /// Adds codes to a class.
  mutating func add(_ codes: [String], to path: String, row: Int) {
    guard let coded = plan.classes.first(where: { $0.path == path }) else { return }
    add(codes, to: coded, row: row)
  }

  private mutating func add(_ codes: [String], to coded: ReplyPlan.CodedClass, row: Int) {
    for code in codes {
      let place = builder.append(coded.codes, under: row)
      builder.set(coded.code, place, text: code)
    }
  }

  private mutating func copy(_ copy: ReplyPlan.Copy, row: Int, to copied: Int) {
    guard original.isPresent(copy.from, row) else { return }
    let storage = plan.grammar[copy.to].storage
    if storage == .presence {
      builder.markPresent(copy.to, copied)
    } else if storage == .date, let date = original.date(copy.from, row) {
      builder.set(copy.to, copied, date: date)
    } else if storage == .code, let code = original.code(copy.from, row) {
      builder.set(copy.to, copied, code: code)
    } else if storage == .integer, let integer = original.integer(copy.from, row) {
      builder.set(copy.to, copied, integer: integer)
    } else if let text = original.text(copy.from, row) {
      builder.set(copy.to, copied, text: text)
    }
  }
}
