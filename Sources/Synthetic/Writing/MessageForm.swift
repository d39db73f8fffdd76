import Messages
import Quantities

/// A kind of message with its header ready to be filled in.
///
/// Looks every element up once, and copies a blank message instead of making one, because a region
/// has thousands of small messages.
struct MessageForm: Sendable {
  private let fields: [String: Field]
  private let tables: [String: TableID]
  private let blank: MessageBuilder

  init(_ type: MessageType) {
    var fields: [String: Field] = [:]
    for field in type.grammar.fields { fields[type.grammar[field].fullPath] = field }
    var tables: [String: TableID] = [:]
    for (index, table) in type.grammar.tables.enumerated() {
      tables[table.path] = TableID(index: index)
    }
    self.fields = fields
    self.tables = tables
    var blank = MessageBuilder(type)
    for (path, value) in [
      ("BerichtCode", String(type.code)), ("BerichtVersie", "3"), ("BerichtSubversie", "2"),
      ("XsdVersie/BasisschemaXsdVersie", "1.0.0"), ("XsdVersie/BerichtXsdVersie", "1.0.0"),
    ] {
      if let field = fields["Header/" + path] { blank.set(field, text: value) }
    }
    self.blank = blank
  }

  /// The element at a path below Bericht.
  subscript(path: String) -> Field {
    guard let field = fields[path] else { preconditionFailure("the grammar has no \(path)") }
    return field
  }

  /// The repeating element at a path below Bericht.
  func table(_ path: String) -> TableID {
    guard let table = tables[path] else { preconditionFailure("the grammar has no table \(path)") }
    return table
  }

  /// A new message with its header.
  func begin(
    from sender: String,
    to receiver: String,
    identification: String,
    on day: CivilDate
  ) -> MessageBuilder {
    var builder = blank
    builder.set(self["Header/Afzender"], text: sender)
    builder.set(self["Header/Ontvanger"], text: receiver)
    builder.set(self["Header/BerichtIdentificatie/Identificatie"], text: identification)
    builder.set(self["Header/BerichtIdentificatie/Dagtekening"], date: day)
    return builder
  }
}
