import Crypto
import Foundation
import GRDB
import People

/// Joins an original message again from its sealed parts.
struct OriginalReader {
  let id: OriginalID
  let contents: OriginalContents
  private let number: Int64
  private let key: NamedKey
  private let state: VaultState
  private let db: Database

  /// Opens the message's key and its list of parts, which name nobody but by pseudonym.
  init(_ id: OriginalID, state: VaultState, db: Database) throws {
    let row = try Row.fetchOne(
      db,
      sql: "SELECT number, wrapped, contents FROM original WHERE id = ?",
      arguments: [Data(id.bytes)]
    )
    guard let row else {
      throw VaultFailure(.unknownOriginal(id))
    }
    let wrapped = try row.bytes(1, of: "original")
    let sealed = try row.bytes(2, of: "original")
    let keyContext = SealContext(.messageKey, region: state.region, object: id)
    let master = try state.master(of: wrapped, keyContext, db)
    let secret = try wrapped.withUnsafeBytes {
      try Envelope.open($0, with: master, in: keyContext)
    }
    key = NamedKey(id: 1, key: SymmetricKey(data: secret))
    let context = SealContext(.index, region: state.region, object: id)
    let plain = try sealed.withUnsafeBytes { [key] in
      try Envelope.open($0, with: key, in: context)
    }
    guard let contents = plain.withUnsafeBytes({ OriginalContents($0) }) else {
      throw Envelope.tampered(context)
    }
    self.id = id
    self.contents = contents
    self.state = state
    self.db = db
    number = try row.integer(0, of: "original")
  }

  /// The message, with a placeholder at each element of a person whose key was destroyed.
  func join() throws -> OpenedOriginal {
    let skeleton = try openSkeleton()
    var chunks = try PartChunks(number, db)
    var context = SealContext(.part, region: state.region, object: id)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(contents.size)
    var gone: Set<ClientKey> = []
    var used = 0
    for (index, part) in contents.parts.enumerated() {
      guard used + part.skeletonBefore <= skeleton.count else { throw Envelope.tampered(context) }
      bytes += skeleton[used..<used + part.skeletonBefore]
      used += part.skeletonBefore
      let place = try state.place(of: part.client, db)
      context.move(scope: place.scope, subject: part.client, ordinal: index)
      guard let sealed = try chunks.next(part.length + Envelope.overhead) else {
        throw Envelope.tampered(context)
      }
      if let secret = try state.secret(at: place, db) {
        let plain = try sealed.withUnsafeBytes {
          try Envelope.open($0, with: secret, in: context)
        }
        bytes += plain
      } else {
        bytes += OpenedOriginal.placeholder
        gone.insert(part.client)
      }
    }
    guard used + contents.skeletonAfter == skeleton.count, try chunks.isAtEnd() else {
      throw Envelope.tampered(context)
    }
    bytes += skeleton[used...]
    return OpenedOriginal(bytes: bytes, destroyed: gone.sorted())
  }

  private func openSkeleton() throws -> [UInt8] {
    var skeleton: [UInt8] = []
    var context = SealContext(.skeleton, region: state.region, object: id)
    let pieces = try Data.fetchCursor(
      db,
      sql: "SELECT bytes FROM original_chunk WHERE original = ? AND kind = ? ORDER BY chunk",
      arguments: [number, OriginalWriter.ChunkKind.skeleton.rawValue]
    )
    var ordinal = 0
    while let sealed = try pieces.next() {
      context.move(ordinal: ordinal)
      skeleton += try sealed.withUnsafeBytes { try Envelope.open($0, with: key, in: context) }
      ordinal += 1
    }
    return skeleton
  }
}

/// The sealed parts of an original, one after the other out of their chunks.
private struct PartChunks {
  private let rows: FastDatabaseValueCursor<Data>
  private var chunk = Data()
  private var used = 0

  init(_ number: Int64, _ db: Database) throws {
    rows = try Data.fetchCursor(
      db,
      sql: "SELECT bytes FROM original_chunk WHERE original = ? AND kind = ? ORDER BY chunk",
      arguments: [number, OriginalWriter.ChunkKind.parts.rawValue]
    )
  }

  /// The next sealed part of a known length; nil when the chunks do not hold it.
  mutating func next(_ length: Int) throws -> Data? {
    if used == chunk.count {
      guard let following = try rows.next() else { return nil }
      chunk = following
      used = 0
    }
    guard used + length <= chunk.count else { return nil }
    defer { used += length }
    let start = chunk.startIndex + used
    return chunk[start..<start + length]
  }

  /// Whether every sealed part was taken.
  func isAtEnd() throws -> Bool { try used == chunk.count && rows.next() == nil }
}
