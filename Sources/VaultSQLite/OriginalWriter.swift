import Crypto
import Foundation
import GRDB
import People

/// Seals one original message and writes it in chunks of about a quarter of a megabyte.
///
/// The hot path of the vault: a claim of 60 MB has 50,000 client elements, each sealed under its
/// own person's key. Chunks keep the memory flat, and small enough for the processor's cache; the
/// list of parts is sealed under the message's key.
struct OriginalWriter {
  /// What a chunk holds; the raw values are stored.
  enum ChunkKind: Int {
    case skeleton = 0
    case parts = 1
  }

  /// The size from which a chunk of parts is closed, and the size of a piece of skeleton.
  static let chunkBytes = 1 << 18

  private let original: OriginalParts
  private let batch: Int64
  private let state: VaultState
  private let db: Database
  private let key: NamedKey

  init(_ original: OriginalParts, batch: Int64, state: VaultState, db: Database) {
    self.original = original
    self.batch = batch
    self.state = state
    self.db = db
    key = NamedKey(id: 1, key: SymmetricKey(size: .bits256))
  }

  func write() throws {
    let number = try writeHead()
    try writeSkeleton(number)
    try writeParts(number)
  }

  /// Writes the row with the message's key and its list of parts.
  private func writeHead() throws -> Int64 {
    let wrapped = try Envelope.seal(
      key.key.withUnsafeBytes { Array($0) },
      with: state.master(db),
      in: SealContext(.messageKey, region: state.region, object: original.id),
      nonces: &state.nonces
    )
    let contents = try Envelope.seal(
      OriginalContents(of: original).bytes,
      with: key,
      in: SealContext(.index, region: state.region, object: original.id),
      nonces: &state.nonces
    )
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO original(id, batch, wrapped, contents) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [Data(original.id.bytes), batch, wrapped, contents])
    guard db.changesCount == 1 else {
      throw VaultFailure(.originalKnown(original.id))
    }
    return db.lastInsertedRowID
  }

  private func writeSkeleton(_ number: Int64) throws {
    var context = SealContext(.skeleton, region: state.region, object: original.id)
    var piece: [UInt8] = []
    var ordinal = 0
    func flush() throws {
      context.move(ordinal: ordinal)
      let sealed = try Envelope.seal(piece, with: key, in: context, nonces: &state.nonces)
      try insert(number, .skeleton, ordinal, sealed)
      ordinal += 1
      piece.removeAll(keepingCapacity: true)
    }
    for range in original.skeleton {
      var start = range.lowerBound
      while start < range.upperBound {
        let end = min(range.upperBound, start + Self.chunkBytes - piece.count)
        piece.append(contentsOf: original.bytes[start..<end])
        start = end
        if piece.count == Self.chunkBytes { try flush() }
      }
    }
    if !piece.isEmpty { try flush() }
  }

  private func writeParts(_ number: Int64) throws {
    var context = SealContext(.part, region: state.region, object: original.id)
    // A source of its own: asking the shared one 50,000 times costs a check each time.
    var nonces = NonceSource()
    var chunk: [UInt8] = []
    chunk.reserveCapacity(Self.chunkBytes + Self.chunkBytes / 4)
    var ordinal = 0
    var directory = ClientDirectory(scope: -1)
    try original.bytes.withUnsafeBytes { bytes in
      for (index, part) in original.parts.enumerated() {
        if directory.slot(of: part.client) == nil {
          directory = try state.directory(state.place(of: part.client, db).scope, db)
        }
        guard let slot = directory.slot(of: part.client), let secret = directory.secret(at: slot)
        else {
          throw VaultFailure(.destroyed(part.client))
        }
        context.move(scope: directory.scope, subject: part.client, ordinal: index)
        try Envelope.seal(
          UnsafeRawBufferPointer(rebasing: bytes[part.range]),
          with: secret,
          in: context,
          nonces: &nonces,
          into: &chunk
        )
        if chunk.count >= Self.chunkBytes {
          try insertParts(number, ordinal, chunk)
          ordinal += 1
          chunk.removeAll(keepingCapacity: true)
        }
      }
    }
    if !chunk.isEmpty { try insertParts(number, ordinal, chunk) }
  }

  /// Writes a chunk of parts straight from the array: SQLite takes its own copy while it runs.
  private func insertParts(_ number: Int64, _ ordinal: Int, _ chunk: [UInt8]) throws {
    try chunk.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      let lent = Data(
        bytesNoCopy: UnsafeMutableRawPointer(mutating: start),
        count: bytes.count,
        deallocator: .none
      )
      try insert(number, .parts, ordinal, lent)
    }
  }

  private func insert(_ number: Int64, _ kind: ChunkKind, _ chunk: Int, _ bytes: Data) throws {
    try db.cachedStatement(
      sql: "INSERT INTO original_chunk(original, kind, chunk, bytes) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [number, kind.rawValue, chunk, bytes])
  }
}
