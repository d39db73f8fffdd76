import Columns
import Journal
import Quantities
import Region

/// A journal in memory whose appends can be held, delayed, failed, or overtaken by another writer.
actor GatedJournal: Journal {
  private let inner: MemoryJournal
  private var isHeld = false
  private var held: [CheckedContinuation<Void, Never>] = []
  private var failures: [JournalFailure] = []
  private var intrusions: [[NewEntry]] = []
  private var delay = 0
  private(set) var appendCount = 0

  init(_ inner: MemoryJournal = MemoryJournal(digest: testDigest)) { self.inner = inner }

  func head() async throws(JournalFailure) -> JournalHead { await inner.head() }

  func append(
    _ batch: [NewEntry],
    expecting position: Position,
    at now: Instant
  ) async throws(JournalFailure) -> JournalHead {
    appendCount += 1
    if isHeld { await withCheckedContinuation { held.append($0) } }
    for _ in 0..<delay { await Task.yield() }
    if !failures.isEmpty { throw failures.removeFirst() }
    if !intrusions.isEmpty {
      let head = await inner.head()
      try await inner.append(intrusions.removeFirst(), expecting: head.position, at: now)
    }
    return try await inner.append(batch, expecting: position, at: now)
  }

  func read(after position: Position, limit: Int) async throws(JournalFailure) -> [Entry] {
    await inner.read(after: position, limit: limit)
  }

  func entry(at position: Position) async throws(JournalFailure) -> Entry? {
    for _ in 0..<delay { await Task.yield() }
    return await inner.entry(at: position)
  }
}

extension GatedJournal {
  /// Holds appends from now on.
  func hold() { isHeld = true }

  /// Lets the held appends go on, and those after them.
  func release() {
    isHeld = false
    for waiting in held { waiting.resume() }
    held = []
  }

  /// Returns when an append is held.
  func untilHeld() async { while held.isEmpty { await Task.yield() } }

  /// Lets every call take some turns.
  func slow(_ turns: Int) { delay = turns }

  /// Makes the next append fail.
  func fail(_ fault: JournalFailure.StorageFault) {
    failures.append(JournalFailure(.storage(.writing, fault)))
  }

  /// Lets another writer append just before the next append; once more for every call.
  func intrude(_ entries: [NewEntry]) { intrusions.append(entries) }

  func all() async -> [Entry] { await inner.read(after: .start, limit: .max) }
}

/// A digest for tests: what matters is that other bytes have another one.
let testDigest: DigestFunction = { bytes in
  Digest(
    words: Digest.Words(
      StableHash.of(bytes, seed: 1),
      StableHash.of(bytes, seed: 2),
      StableHash.of(bytes, seed: 3),
      StableHash.of(bytes, seed: 4)
    )
  )
}
