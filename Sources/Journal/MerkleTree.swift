/// A Merkle tree over records that come one after the other (RFC 9162 section 2.1, as RFC 6962).
///
/// A leaf is digested behind a byte 0 and a node behind a byte 1, so that nobody can pass a node
/// off as a record. The tree is what many records are signed by at once; one short path proves a
/// single record to whoever holds the root, without the others.
///
/// Only the roots of the complete subtrees are kept, one for each bit of the count: a tree of a
/// million records is twenty digests, and adding one costs two digests on average.
package struct MerkleTree: Sendable {
  private static let leafPrefix: UInt8 = 0
  private static let nodePrefix: UInt8 = 1

  /// The number of records.
  package private(set) var count: UInt64 = 0
  /// The roots of the complete subtrees, the largest first: one for each bit set in `count`.
  package private(set) var peaks: [Digest] = []
  private let digest: DigestFunction
  private var buffer: [UInt8] = []

  /// A tree without records.
  package init(digest: @escaping DigestFunction) {
    self.digest = digest
    buffer.reserveCapacity(1 + 2 * Digest.byteCount)
  }

  /// A tree that goes on from peaks that were kept; nil when there cannot be so many.
  package init?(count: UInt64, peaks: [Digest], digest: @escaping DigestFunction) {
    guard peaks.count == count.nonzeroBitCount else { return nil }
    self.init(digest: digest)
    self.count = count
    self.peaks = peaks
  }

  /// Adds a record.
  package mutating func append(_ record: [UInt8]) {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(Self.leafPrefix)
    buffer.append(contentsOf: record)
    push(digest(buffer.span))
  }

  /// Adds a record that is itself a digest.
  package mutating func append(_ record: Digest) {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(Self.leafPrefix)
    record.append(to: &buffer)
    push(digest(buffer.span))
  }

  /// The root over all records; without any it is the digest of no bytes.
  ///
  /// - Complexity: O(log count).
  package var root: Digest {
    var tree = self
    guard var root = peaks.last else {
      let nothing: [UInt8] = []
      return digest(nothing.span)
    }
    for peak in peaks.dropLast().reversed() { root = tree.node(peak, root) }
    return root
  }

  /// Joins the new leaf with every complete subtree of its size, as adding 1 carries over bits.
  private mutating func push(_ leaf: Digest) {
    var root = leaf
    for _ in 0..<count.trailingOnes { root = node(peaks.removeLast(), root) }
    peaks.append(root)
    count += 1
  }

  private mutating func node(_ left: Digest, _ right: Digest) -> Digest {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(Self.nodePrefix)
    left.append(to: &buffer)
    right.append(to: &buffer)
    return digest(buffer.span)
  }
}

extension UInt64 {
  /// How many of the lowest bits are set before the first that is not.
  fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
