/// The written form of an attachment's bytes: a hand-written word and a number.
///
/// A released layout is never changed, only followed by a next version.
package struct Layout: Hashable, Sendable, CustomStringConvertible {
  package let name: String
  package let version: UInt16

  package init(_ name: String, version: UInt16) {
    self.name = name
    self.version = version
  }

  /// `claim-lines/1`.
  package var description: String { "\(name)/\(version)" }
}

/// Bulk data beside an entry's body, before it is journalled: the lines of a claim message, say.
package struct NewAttachment: Hashable, Sendable {
  package let layout: Layout
  package let bytes: [UInt8]

  package init(layout: Layout, bytes: [UInt8]) {
    self.layout = layout
    self.bytes = bytes
  }
}

/// Bulk data beside an entry's body, as it stands in the journal.
package struct Attachment: Hashable, Sendable {
  package let layout: Layout
  package let bytes: [UInt8]
  /// The digest of `bytes`; it is this digest that the entry's hash covers.
  package let digest: Digest

  package init(layout: Layout, bytes: [UInt8], digest: Digest) {
    self.layout = layout
    self.bytes = bytes
    self.digest = digest
  }
}
