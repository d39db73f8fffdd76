package import Journal
package import People
import Quantities
import Rules

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
  /// What was signalled about rows, each by its line in the file; nothing of it refuses a row.
  package let findings: [ToldFinding]

  package init(
    kind: Kind,
    content: Digest,
    original: OriginalID,
    rows: Int,
    findings: [ToldFinding] = []
  ) {
    self.kind = kind
    self.content = content
    self.original = original
    self.rows = rows
    self.findings = findings
  }

  /// The same table with what was signalled about its rows.
  func signalling(_ findings: [ToldFinding]) -> TableImported {
    TableImported(
      kind: kind,
      content: content,
      original: original,
      rows: rows,
      findings: findings
    )
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
      // Tables of before November 2026, and those without a signal, have no such key.
      guard !findings.isEmpty else { return }
      json.array("findings") { json in
        for finding in findings { finding.write(to: &json) }
      }
    }
  }

  package init(body: [UInt8]) throws(JSONFailure) {
    self = try JSONValue.read(body) { fields throws(JSONFailure) in
      TableImported(
        kind: try fields.parsed("kind", "it is not a kind of table") { Kind(rawValue: $0) },
        content: try fields.parsed("content", "it is not a digest") { Digest(hex: $0) },
        original: try fields.parsed("original", "it is not an identifier") { OriginalID($0) },
        rows: Int(try fields.integer("rows", as: UInt32.self)),
        findings: try fields.read(ifPresent: "findings") { value throws(JSONFailure) in
          try value.elements { value throws(JSONFailure) in
            try value.fields { fields throws(JSONFailure) in try ToldFinding(from: &fields) }
          }
        } ?? []
      )
    }
  }
}
