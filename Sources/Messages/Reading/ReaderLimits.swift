/// The bounds within which a message is read; what lies beyond them is refused with a sentence.
///
/// Each bound keeps the time and memory that a hostile file can cost in proportion to its size.
package struct ReaderLimits: Sendable, Equatable {
  /// Largest file, in bytes.
  package var fileSize = 256 * 1024 * 1024
  /// Deepest nesting of elements.
  package var depth = 100
  /// Most attributes of one element, namespace declarations included.
  package var attributes = 100
  /// Most namespace declarations in force at one place.
  package var namespaces = 100
  /// Most different element names and namespace declarations in one file.
  package var names = 4096
  /// Longest value or attribute value, in bytes.
  package var valueLength = 1024 * 1024
  /// Most findings reported one by one; the others are only counted.
  package var findings = 100

  /// The limits for ordinary use.
  package static let standard = ReaderLimits()

  package init() {}
}
