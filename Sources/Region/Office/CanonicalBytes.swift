/// What is asked as bytes that are the same in every process.
///
/// A printed value will not do: sets and dictionaries print in an order that differs from one
/// process to the next, and the same command given twice would then look like another one under the
/// same key. Here their elements stand in the order of their own bytes, and every piece has its
/// length before it, so that no two values have the same bytes by how they are cut.
struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  /// What each piece is, so that an empty text is no empty list.
  private enum Mark: UInt8 {
    case none = 0x2D
    case text = 0x54
    case bulk = 0x42
    case list = 0x4C
    case unordered = 0x55
    case value = 0x56
  }

  /// The bytes of a value: its type, the names of its parts and the parts themselves.
  static func of(_ value: Any) -> [UInt8] {
    var canonical = CanonicalBytes()
    canonical.append(value)
    return canonical.bytes
  }

  private mutating func append(_ value: Any) {
    switch value {
    // Sealed bids and the like: no looking at each byte by itself.
    case let bulk as [UInt8]: append(.bulk, bulk)
    case let text as String: append(.text, Array(text.utf8))
    default: append(Mirror(reflecting: value), of: value)
    }
  }

  private mutating func append(_ mirror: Mirror, of value: Any) {
    switch mirror.displayStyle {
    case .optional:
      if let child = mirror.children.first { append(child.value) } else { append(.none, []) }
    case .collection:
      append(.list, mirror.children.flatMap { Self.of($0.value) })
    case .set, .dictionary:
      // A pair of a dictionary is a tuple of key and value.
      let pieces = mirror.children.map { Self.of($0.value) }
      append(.unordered, pieces.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self))
    default:
      let type = Array(String(describing: Swift.type(of: value)).utf8)
      guard !mirror.children.isEmpty else {
        // A number, or a case without values: nothing in it has an order.
        append(.value, type + [0x3A] + Array("\(value)".utf8))
        return
      }
      var parts = type
      for child in mirror.children {
        var part = CanonicalBytes()
        part.append(.text, Array((child.label ?? "").utf8))
        part.append(child.value)
        parts += part.bytes
      }
      append(.value, parts)
    }
  }

  private mutating func append(_ mark: Mark, _ content: [UInt8]) {
    bytes.append(mark.rawValue)
    bytes += Array("\(content.count):".utf8)
    bytes += content
  }
}

extension Command {
  /// The command as bytes that are the same in every process, for the digest by which a repetition
  /// is told from a clash.
  package var canonicalBody: [UInt8] { CanonicalBytes.of(self) }
}
