import GRDB
package import Journal

extension SQLiteJournal {
  /// How many bytes of bodies and attachments one answer may hold before it is cut short.
  private static let stretchByteCount = 64 << 20

  package func head() async throws(JournalFailure) -> JournalHead {
    if let head = writersHead { return head }
    let digest = digest
    return try await onReader { try Self.lastHead($0, digest) }
  }

  package func read(
    after position: Position,
    limit: Int
  ) async throws(JournalFailure) -> [Entry] {
    guard limit > 0, position >= .start else { return [] }
    let digest = digest
    return try await onReader { database in
      try Self.entries(database, after: position, limit: limit, digest)
    }
  }

  package func entry(at position: Position) async throws(JournalFailure) -> Entry? {
    guard position > .start else { return nil }
    return try await read(after: position.advanced(by: -1), limit: 1)
      .first { $0.position == position }
  }

  /// The last entry in short, checked against the one before it.
  static func lastHead(
    _ database: Database,
    _ digest: @escaping DigestFunction
  ) throws -> JournalHead {
    let last = try Int64.fetchOne(database, sql: "SELECT max(position) FROM entry") ?? 0
    guard last > 0 else { return .empty }
    let before = Position(last).advanced(by: -1)
    guard let entry = try entries(database, after: before, limit: 1, digest).first else {
      throw JournalFailure(.unreadable(Position(last)))
    }
    return entry.head
  }

  /// The entries after a position, each checked against the one before it.
  private static func entries(
    _ database: Database,
    after position: Position,
    limit: Int,
    _ digest: @escaping DigestFunction
  ) throws -> [Entry] {
    var cursor = try EntryCursor(database, from: max(1, position.rawValue))
    defer { cursor.reset() }
    var entries: [Entry] = []
    entries.reserveCapacity(min(limit, 4_096))
    var hasher = EntryHasher(digest: digest)
    var previous = JournalHead.empty
    var byteCount = 0
    while entries.count < limit, byteCount < stretchByteCount, let item = try cursor.next() {
      let entry = try readable(item)
      if entry.position > position {
        try check(entry, after: previous, &hasher)
        byteCount += entry.bulkByteCount
        entries.append(entry)
      }
      previous = entry.head
    }
    return entries
  }

  private static func readable(_ item: EntryCursor.Item) throws -> Entry {
    switch item {
    case .entry(let entry): return entry
    case .unreadable(let position, let column):
      throw JournalFailure.broken(ChainFault(.unreadable(column: column), at: position))
    case .stray(let position):
      throw JournalFailure.broken(ChainFault(.strayAttachment, at: position))
    }
  }

  /// Throws unless an entry follows a head and its hash and digests fit.
  private static func check(
    _ entry: Entry,
    after previous: JournalHead,
    _ hasher: inout EntryHasher
  ) throws {
    guard entry.position == previous.position.next else {
      throw JournalFailure.broken(
        ChainFault(.missing(next: entry.position), at: previous.position.next)
      )
    }
    guard hasher.hash(of: entry, after: previous.hash) == entry.hash else {
      throw JournalFailure.broken(ChainFault(.changed, at: entry.position))
    }
    for (index, attachment) in entry.attachments.enumerated()
    where hasher.digest(attachment.bytes.span) != attachment.digest {
      throw JournalFailure.broken(
        ChainFault(.attachmentChanged(number: index + 1), at: entry.position)
      )
    }
  }

  /// Reads in one transaction on a connection that cannot write, off the caller's thread.
  func onReader<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(JournalFailure) -> Value {
    let outcome: Result<Value, JournalFailure> = await withCheckedContinuation { continuation in
      readers.asyncRead { database in
        do {
          continuation.resume(returning: .success(try body(try database.get())))
        } catch {
          continuation.resume(returning: .failure(.storage(error, while: .reading)))
        }
      }
    }
    return try outcome.get()
  }
}
