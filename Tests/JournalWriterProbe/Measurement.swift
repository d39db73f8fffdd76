import Digests
import Journal
import JournalSQLite
import JournalTesting
import Quantities

/// Measures how fast a journal writes, reads and verifies; run it in release mode.
enum Measurement {
  /// Writes `count` events of 200 bytes in batches of a thousand, then reads and verifies them.
  static func run(_ path: String, count: Int) async throws {
    let clock = ContinuousClock()
    let journal = try SQLiteJournal.create(at: path, digest: StandardDigest.sha256)
    let batches = (0..<max(1, count / 1_000)).map { batch(UInt64($0)) }
    var position = Position.start
    let writing = try await clock.measure {
      for batch in batches {
        position = try await journal.append(
          batch,
          expecting: position,
          at: EntryBuilder.opening
        ).position
      }
    }
    say("append, batches of 1000", position.rawValue, writing)
    var bytes = 0
    let reading = try await clock.measure {
      try await journal.scan {
        bytes += $0.body.count
        return true
      }
    }
    say("scan with verification", position.rawValue, reading)
    var report: ChainReport?
    let verifying = try await clock.measure {
      report = try await journal.verify(with: ChainVerifier(digest: StandardDigest.sha256))
    }
    say("verify, with integrity check", position.rawValue, verifying)
    try await journal.close()
    let opening = try await clock.measure {
      try await SQLiteJournal.open(at: path, digest: StandardDigest.sha256).close()
    }
    say("open and close", 1, opening)
    try json(Int(position.rawValue))
    print("whole: \(report?.isWhole ?? false), \(bytes) bytes of bodies")
  }

  private static func batch(_ number: UInt64) -> [NewEntry] {
    (0..<1_000).flatMap { index in
      EntryBuilder.command(number * 1_000 + index, body: body(index))
    }
  }

  private static func body(_ index: UInt64) -> [UInt8] {
    JSONWriter.object {
      $0.field("allocation", Int64(index) + 10_000_000)
      $0.field("client", "c-5f0e9a77b1d24c3a8e61")
      $0.field("provider", "41234567")
      $0.field("municipality", "0321")
      $0.field("product", "01A05")
      $0.field("unit", 4)
      $0.field("amount", 125_000)
      $0.field("from", "2026-01-01")
      $0.field("through", "2026-12-31")
      $0.field("accepted", true)
    }
  }

  private static func json(_ count: Int) throws {
    let body = body(7)
    var fieldCount = 0
    let reading = try ContinuousClock().measure {
      for _ in 0..<count {
        guard case .object(let fields) = try JSONValue(body) else { continue }
        fieldCount += fields.count
      }
    }
    say("JSON bodies of \(body.count) bytes", Int64(count), reading)
  }

  private static func say(_ what: String, _ count: Int64, _ time: Duration) {
    let microseconds = time / Duration.microseconds(1)
    let perSecond = Int64(Double(count) / max(microseconds, 1) * 1_000_000)
    print("\(what): \(count) in \(Int64(microseconds / 1000)) ms, \(perSecond) a second")
  }
}
