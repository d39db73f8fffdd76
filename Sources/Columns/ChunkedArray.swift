/// An array kept in chunks, so that a copy that is held costs one chunk per changed place.
///
/// A snapshot of a state is a copy of its arrays. With a plain array the first change after it
/// would copy everything; here it copies the list of chunks (one pointer per 1,024 elements) and
/// the one chunk that changes. Without a held copy every change happens in place.
@usableFromInline
package struct ChunkedArray<Element: Sendable>: Sendable {
  /// All chunks but the last one are full; there is no empty chunk.
  @usableFromInline var chunks: [[Element]]

  /// An array without elements.
  @inlinable
  package init() { chunks = [] }

  /// An array of one value, a number of times.
  ///
  /// - Precondition: the count is not negative.
  @inlinable
  package init(repeating value: Element, count: Int) {
    precondition(count >= 0, "a count is not negative")
    let whole = Array(repeating: value, count: Swift.min(count, Self.chunkCapacity))
    chunks = Array(repeating: whole, count: count >> Self.chunkShift)
    let rest = count & Self.chunkMask
    if rest > 0 { chunks.append(Array(repeating: value, count: rest)) }
  }

  /// The elements of a sequence, in its order.
  @inlinable
  package init(_ elements: some Sequence<Element>) {
    chunks = []
    append(contentsOf: elements)
  }
}

// MARK: - Layout

extension ChunkedArray {
  /// The number of elements of a full chunk: small enough to copy in a microsecond.
  @inlinable
  package static var chunkCapacity: Int { 1 << chunkShift }

  @inlinable static var chunkShift: Int { 10 }
  @inlinable static var chunkMask: Int { chunkCapacity - 1 }

  /// Lends every chunk in order, for scans; only the last one may be shorter than `chunkCapacity`.
  @inlinable
  package func forEachChunk<Failure: Error>(
    _ body: (Span<Element>) throws(Failure) -> Void
  ) throws(Failure) {
    for chunk in chunks { try body(chunk.span) }
  }
}

// MARK: - Growing

extension ChunkedArray {
  /// Adds an element at the end; amortised constant time.
  @inlinable
  package mutating func append(_ element: Element) {
    let last = chunks.count - 1
    if last >= 0, chunks[last].count < Self.chunkCapacity {
      chunks[last].append(element)
    } else {
      addChunk(startingWith: element)
    }
  }

  /// Adds elements at the end, in their order.
  @inlinable
  package mutating func append(contentsOf elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  @inlinable
  mutating func addChunk(startingWith element: Element) {
    var chunk: [Element] = []
    // The first chunk grows as it must, so that a small table stays small.
    if !chunks.isEmpty { chunk.reserveCapacity(Self.chunkCapacity) }
    chunk.append(element)
    chunks.append(chunk)
  }
}

// MARK: - Collection

extension ChunkedArray: RandomAccessCollection, MutableCollection {
  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { count }

  /// The number of elements.
  @inlinable
  package var count: Int {
    guard let last = chunks.last else { return 0 }
    return (chunks.count - 1) << Self.chunkShift + last.count
  }

  /// The element at a place; changed in place when no copy of its chunk is held.
  ///
  /// - Precondition: the place lies between 0 and `count`.
  @inlinable
  package subscript(index: Int) -> Element {
    get { chunks[index >> Self.chunkShift][index & Self.chunkMask] }
    _modify { yield &chunks[index >> Self.chunkShift][index & Self.chunkMask] }
  }
}

extension ChunkedArray: Equatable where Element: Equatable {
  /// Whether both hold equal elements in the same order; chunks they share are equal at once.
  @inlinable
  package static func == (left: ChunkedArray, right: ChunkedArray) -> Bool {
    left.chunks == right.chunks
  }
}
