import Digests
import Foundation
import GRDB
import Journal
import People

/// The end of the access records that the writer goes on from: the chain's hash and the tree.
///
/// The tree's peaks are kept in the file now and then, so that a start reads the last records only.
/// A digest that binds them to the chain stands beside them: peaks that do not fit are made again.
struct AccessTree: Sendable {
  /// After how many records the peaks are kept again.
  static let recordsPerKeeping: UInt64 = 1_000

  private(set) var hash = Digest.zero
  private var tree = MerkleTree(digest: StandardDigest.sha256)
  /// Whether the file has no record where the next one was due, though it has later ones.
  private(set) var isBroken = false
  private var kept: UInt64 = 0
  private var hasher = AccessHasher(digest: StandardDigest.sha256)

  /// The number of the last record.
  var number: UInt64 { tree.count }

  var head: AccessHead {
    AccessHead(number: number, hash: hash.bytes, root: tree.root.bytes)
  }

  /// The record that a request becomes when it is the next one.
  mutating func append(_ request: AccessRequest) -> StoredAccessRecord {
    let record = StoredAccessRecord(request, number: number + 1, after: hash, &hasher)
    append(record.hash)
    return record
  }

  private mutating func append(_ hash: Digest) {
    tree.append(hash)
    self.hash = hash
  }
}

// MARK: - The file

extension AccessTree {
  static let schema = """
    CREATE TABLE IF NOT EXISTS tree(
      one INTEGER PRIMARY KEY CHECK(one = 1),
      number INTEGER NOT NULL, peaks BLOB NOT NULL, digest BLOB NOT NULL
    ) STRICT;
    """

  /// The tree at the last record of a file, or at the last one before a gap.
  init(_ db: Database) throws {
    try takeKept(db)
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT number, hash FROM access WHERE number > ? ORDER BY number",
      arguments: [Int64(number)]
    )
    while let row = try rows.next() {
      guard let stored = Int64.fromDatabaseValue(row[0]), stored == Int64(number) + 1,
        let hash = Data.fromDatabaseValue(row[1]).flatMap({ Digest(Array($0)) })
      else {
        isBroken = true
        return
      }
      append(hash)
    }
  }

  /// Goes on from the peaks that were kept, when they fit.
  private mutating func takeKept(_ db: Database) throws {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT tree.number, peaks, digest, hash FROM tree JOIN access ON access.number = tree.number
        """
    )
    guard let row, let count = UInt64.fromDatabaseValue(row[0]),
      let peaks = Data.fromDatabaseValue(row[1]).map(Array.init),
      let check = Data.fromDatabaseValue(row[2]).flatMap({ Digest(Array($0)) }),
      let hash = Data.fromDatabaseValue(row[3]).flatMap({ Digest(Array($0)) }),
      check == Self.digest(of: peaks, at: count, hash)
    else { return }
    let digests = stride(from: 0, to: peaks.count, by: Digest.byteCount).compactMap { start in
      Digest(Array(peaks[start..<min(peaks.count, start + Digest.byteCount)]))
    }
    guard
      let tree = MerkleTree(count: count, peaks: digests, digest: StandardDigest.sha256)
    else { return }
    self.tree = tree
    self.hash = hash
    kept = count
  }

  /// Keeps the peaks when enough was written since the last time.
  mutating func keep(_ db: Database) throws {
    guard number - kept >= Self.recordsPerKeeping else { return }
    let peaks = tree.peaks.flatMap(\.bytes)
    try db.execute(
      sql: "INSERT OR REPLACE INTO tree(one, number, peaks, digest) VALUES (1, ?, ?, ?)",
      arguments: [
        Int64(number), Data(peaks), Data(Self.digest(of: peaks, at: number, hash).bytes),
      ]
    )
    kept = number
  }

  private static func digest(of peaks: [UInt8], at number: UInt64, _ hash: Digest) -> Digest {
    var bytes: [UInt8] = []
    bytes.appendField("regie-access-tree-1")
    bytes.appendField(number)
    bytes.appendField(hash)
    bytes.appendField(peaks)
    return StandardDigest.sha256(bytes.span)
  }
}
