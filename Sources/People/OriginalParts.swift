/// An original message in the parts in which the vault keeps it.
///
/// Each client element is sealed under that person's key and the rest, the skeleton, under a key of
/// the message. Joined they are the exact bytes; when one person's key is destroyed, that person's
/// elements are gone and the others stay complete.
///
/// - Dutch term: oorspronkelijk bericht (iWmo/iJw)
package struct OriginalParts: Sendable {
  /// One client element: whose it is and where it stands in the bytes.
  package struct ClientPart: Hashable, Sendable {
    package let client: ClientKey
    package let range: Range<Int>

    @inlinable
    package init(client: ClientKey, range: Range<Int>) {
      self.client = client
      self.range = range
    }
  }

  package let id: OriginalID
  /// The whole message.
  package let bytes: [UInt8]
  /// The client elements in the order of the bytes, without overlap.
  package let parts: [ClientPart]

  /// Checks that the parts stand in order, do not overlap and lie within the bytes.
  ///
  /// - Complexity: O(number of parts).
  package init(
    id: OriginalID,
    bytes: [UInt8],
    parts: [ClientPart]
  ) throws(VaultFailure) {
    var end = 0
    for (index, part) in parts.enumerated() {
      guard part.range.lowerBound >= end, part.range.upperBound <= bytes.count else {
        throw VaultFailure(.clientPart(number: index + 1, id))
      }
      end = part.range.upperBound
    }
    guard bytes.count <= Int(UInt32.max) else {
      throw VaultFailure(.originalTooLarge(id))
    }
    self.id = id
    self.bytes = bytes
    self.parts = parts
  }

  /// The stretches between the client parts, in order, empty ones left out.
  package var skeleton: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var end = 0
    for part in parts {
      if part.range.lowerBound > end { ranges.append(end..<part.range.lowerBound) }
      end = part.range.upperBound
    }
    if bytes.count > end { ranges.append(end..<bytes.count) }
    return ranges
  }
}

extension OriginalParts: CustomStringConvertible, CustomReflectable {
  package var description: String { "original \(id)" }

  /// Shows nothing, so that a message cannot slip into a log by interpolation.
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// An original message, joined again.
package struct OpenedOriginal: Sendable, Equatable {
  /// What stands where a client element was whose key is destroyed: a comment, so that the rest can
  /// still be read as a message.
  package static let placeholder: [UInt8] = Array("<!-- vernietigd -->".utf8)

  /// The exact bytes, but for a placeholder at each destroyed element.
  package let bytes: [UInt8]
  /// The persons whose elements are gone, each once, in the order of the keys.
  package let destroyed: [ClientKey]

  package init(bytes: [UInt8], destroyed: [ClientKey]) {
    self.bytes = bytes
    self.destroyed = destroyed
  }

  /// Whether the bytes are the message as it came in.
  package var isComplete: Bool { destroyed.isEmpty }
}

extension OpenedOriginal: CustomStringConvertible, CustomReflectable {
  package var description: String { "(sealed)" }

  /// Shows nothing, so that a message cannot slip into a log by interpolation.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
