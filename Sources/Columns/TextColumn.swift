/// A column of texts as UTF-8 bytes, in chunks that a held copy shares.
///
/// A text never crosses two chunks, so its bytes can be lent as one span. Bytes are kept exactly as
/// given; only `text(at:)` replaces what is not UTF-8.
@usableFromInline
package struct TextColumn: Sendable {
  /// The bytes of the texts; a chunk is never changed but at its end.
  @usableFromInline var bytes: [[UInt8]] = []
  @usableFromInline var places = ChunkedArray<Place>()

  /// Where the bytes of one text stand.
  @usableFromInline
  struct Place: Sendable {
    @usableFromInline let chunk: UInt32
    @usableFromInline let start: UInt32
    @usableFromInline let count: UInt32

    @usableFromInline
    init(chunk: UInt32, start: UInt32, count: UInt32) {
      self.chunk = chunk
      self.start = start
      self.count = count
    }

    @inlinable var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  /// A column without texts.
  package init() {}

  /// The number of texts.
  @inlinable
  package var count: Int { places.count }
}

// MARK: - Writing

extension TextColumn {
  /// The number of bytes of a chunk; a longer text gets a chunk of its own.
  private static var chunkCapacity: Int { 16_384 }

  /// Adds a text at the end.
  package mutating func append(_ text: String) { append(text.utf8.span) }

  /// Adds the bytes of a text at the end.
  ///
  /// - Precondition: a text has fewer than 2³² bytes.
  package mutating func append(_ text: Span<UInt8>) {
    let last = bytes.count - 1
    if last < 0 || bytes[last].count + text.count > Self.chunkCapacity {
      var chunk: [UInt8] = []
      // The first chunk grows as it must, so that a small column stays small.
      if last >= 0 { chunk.reserveCapacity(max(Self.chunkCapacity, text.count)) }
      bytes.append(chunk)
    }
    let chunk = bytes.count - 1
    places.append(
      Place(
        chunk: UInt32(chunk),
        start: UInt32(bytes[chunk].count),
        count: UInt32(text.count)
      )
    )
    // Safe: the bytes are copied while the buffer is lent.
    unsafe text.withUnsafeBufferPointer { unsafe bytes[chunk].append(contentsOf: $0) }
  }
}

// MARK: - Reading

extension TextColumn {
  /// Lends the bytes of the text at a row.
  ///
  /// - Precondition: the row lies between 0 and `count`.
  @inlinable
  package func withBytes<Result, Failure: Error>(
    at row: Int,
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let place = places[row]
    let chunk = bytes[Int(place.chunk)]
    return try body(chunk.span.extracting(place.range))
  }

  /// The text at a row.
  ///
  /// - Precondition: the row lies between 0 and `count`.
  package func text(at row: Int) -> String {
    let place = places[row]
    return String(decoding: bytes[Int(place.chunk)][place.range], as: UTF8.self)
  }

  /// Whether the text at a row has exactly these bytes.
  ///
  /// - Precondition: the row lies between 0 and `count`.
  @inlinable
  package func equals(_ text: Span<UInt8>, at row: Int) -> Bool {
    let place = places[row]
    guard Int(place.count) == text.count else { return false }
    let chunk = bytes[Int(place.chunk)]
    let own = chunk.span.extracting(place.range)
    for index in text.indices where own[index] != text[index] { return false }
    return true
  }

  /// Whether the text at a row has exactly the bytes of another one.
  @inlinable
  package func equals(_ text: String, at row: Int) -> Bool { equals(text.utf8.span, at: row) }
}

extension TextColumn: Equatable {
  /// Whether both hold the same bytes row by row.
  @inlinable
  package static func == (left: TextColumn, right: TextColumn) -> Bool {
    guard left.count == right.count else { return false }
    return (0..<left.count).allSatisfy { row in
      right.withBytes(at: row) { left.equals($0, at: row) }
    }
  }
}

extension TextColumn {
  /// Whether the text at a row begins with another, capitals or not.
  ///
  /// - Precondition: the row lies between 0 and `count`.
  package func begins(with text: String, at row: Int) -> Bool {
    let wanted = text.utf8
    return withBytes(at: row) { own in
      guard own.count >= wanted.count else { return false }
      for (index, byte) in wanted.enumerated() where Self.small(own[index]) != Self.small(byte) {
        return false
      }
      return true
    }
  }

  /// A letter of the alphabet as a small one.
  private static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
