/// Where a statement comes from: what it was taken from, and how far it is our own.
///
/// - Dutch term: bron, herkomst
package struct Provenance: Hashable, Sendable {
  package let origin: Origin
  package let references: [SourceReference]
  /// Why it is read so; always there when the statement is not simply printed in the source.
  package let explanation: String?

  package init(
    _ origin: Origin = .source,
    references: [SourceReference] = [],
    explanation: String? = nil
  ) {
    self.origin = origin
    self.references = references
    self.explanation = explanation
  }

  /// How a statement came to be.
  ///
  /// - Dutch term: herkomst
  package enum Origin: String, CaseIterable, Sendable {
    /// Printed in the source.
    case source = "bron"
    /// Follows from what is printed, from its layout or from two places together.
    case derived = "afgeleid"
    /// From a public source outside the region's own documents.
    case published = "openbaar"
    /// Assumed, because something has to be chosen to go on.
    case assumption = "aanname"
    /// A figure of our own, such as a price for a demonstration.
    case own = "eigen"
  }

  /// Whether readers must see that the region itself did not say this.
  package var isMarked: Bool { origin != .source }

  /// What stands behind a short statement that the region itself did not make: ` [aanname]`.
  package var mark: String { isMarked ? " [\(origin.rawValue)]" : "" }

  /// What readers see behind the statement: `004:32`, `afgeleid, 002:313-314`, `aanname`.
  package var text: String {
    var parts = references.map(\.description)
    if origin != .source { parts.insert(origin.rawValue, at: 0) }
    return parts.joined(separator: ", ")
  }
}
