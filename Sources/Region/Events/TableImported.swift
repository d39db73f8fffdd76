package import Journal
package import People
import Quantities

/// A table was taken in; the first event of every import of a table about clients.
///
/// It names the sealed original, so that what stands in the vault is known to have been used.
package struct TableImported: Hashable, Sendable {
  /// What the table is about.
  package enum Kind: String, CaseIterable, Sendable {
    case deliveries
    case allocations
  }

  package let kind: Kind
  /// The keyed digest of the exact bytes.
  package let content: Digest
  /// Where the vault keeps the exact bytes.
  package let original: OriginalID
  /// The number of rows below the header.
  package let rows: Int

  package init(kind: Kind, content: Digest, original: OriginalID, rows: Int) {
    self.kind = kind
    self.content = content
    self.original = original
    self.rows = rows
  }
}

extension TableImported {
  package static let eventName = "table.imported"

  package var body: [UInt8] {
    JSONWriter.object { json in
      json.field("kind", kind.rawValue)
      json.field("content", content.description)
      json.field("original", original.description)
      json.field("rows", Int64(rows))
    }
  }

  package init(body: [UInt8]) throws(JSONFailure) {
    self = try JSONValue.read(body) { fields throws(JSONFailure) in
      TableImported(
        kind: try fields.parsed("kind", "it is not a kind of table") { Kind(rawValue: $0) },
        content: try fields.parsed("content", "it is not a digest") { Digest(hex: $0) },
        original: try fields.parsed("original", "it is not an identifier") { OriginalID($0) },
        rows: Int(try fields.integer("rows", as: UInt32.self))
      )
    }
  }
}
