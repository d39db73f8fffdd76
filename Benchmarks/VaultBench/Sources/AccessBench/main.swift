import Digests
import Foundation
import Journal
import People
import Quantities
import VaultSQLite

// How fast access records are written and verified, in their file and in an export, beside a floor:
// SHA-256 over the same bytes, one call per record. Measured at two sizes, ten times apart.

let rounds = 5
let largest = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 300_000

/// The time of one piece of work in seconds.
func seconds(_ work: () async throws -> Void) async rethrows -> Double {
  let clock = ContinuousClock()
  let start = clock.now
  try await work()
  return (clock.now - start) / .seconds(1)
}

/// Prints the median and the extremes of how many records a second were done.
func report(_ name: String, _ count: Int, _ times: [Double]) {
  let rates = times.map { Double(count) / $0 }.sorted()
  let line = [
    name.padding(toLength: 42, withPad: " ", startingAt: 0),
    String(format: "%10.0f records/s", rates[rates.count / 2]),
    String(format: "(%.0f to %.0f)", rates[0], rates[rates.count - 1]),
  ]
  print(line.joined(separator: "  "))
}

/// Writes records of one to three persons each, as many callers at once as a busy server has.
func fill(_ log: SQLiteAccessLog, _ count: Int) async throws {
  for start in stride(from: 0, to: count, by: 5_000) {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in start..<min(count, start + 5_000) {
        group.addTask {
          let keys = (0...index % 3).map { ClientKey(high: UInt64(index), low: UInt64($0)) }
          let request = AccessRequest(
            actor: .messages,
            purpose: .message,
            subjects: keys,
            at: Instant(milliseconds: 1_700_000_000_000 + Int64(index))
          )
          _ = try await log.append(request)
        }
      }
      try await group.waitForAll()
    }
  }
}

/// One digest per record over as many bytes as the chain digests.
func floor(_ lines: [[UInt8]]) -> Digest {
  var last = Digest.zero
  for line in lines {
    let subjects = line.count / 7
    last = StandardDigest.sha256(line.span.extracting(first: min(line.count, 70 + subjects)))
  }
  return last
}

func run(_ count: Int) async throws {
  let folder = FileManager.default.temporaryDirectory.path + "/access-bench-\(getpid())"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let log = try await SQLiteAccessLog.open(in: folder)
  print("\(count) records")
  report("write, 5,000 callers waiting", count, [try await seconds { try await fill(log, count) }])
  let end = await log.head()
  let signer = HeadSigner()
  let head = try SignedAccessHead(
    end,
    at: Instant(milliseconds: 0),
    publicKey: signer.publicKey
  ) { try signer.signature(of: $0) }
  guard let head else { return }
  var lines: [[UInt8]] = []
  try await log.export { lines.append($0) }
  var stored: [Double] = []
  var exported: [Double] = []
  var floors: [Double] = []
  for _ in 0..<rounds {
    stored.append(
      try await seconds {
        let verifier = AccessVerifier(
          digest: StandardDigest.sha256,
          heads: [head],
          trusting: signer.publicKey,
          check: StandardDigest.ed25519
        )
        let report = try await log.verify(with: verifier)
        guard report.isWhole, report.confirmed == end.number else { fatalError("not whole") }
      }
    )
    exported.append(
      await seconds {
        var verifier = AccessExportVerifier(
          digest: StandardDigest.sha256,
          trusting: signer.publicKey,
          check: StandardDigest.ed25519
        )
        verifier.check(line: head.line)
        for line in lines { verifier.check(line: line) }
        let report = verifier.finish()
        guard report.isWhole, report.head == end else { fatalError("not whole") }
      }
    )
    floors.append(await seconds { if floor(lines) == .zero { print("no digest") } })
  }
  report("verify in the file, chain, tree and SQLite", count, stored)
  report("verify an export, lines of JSON", count, exported)
  report("floor: one SHA-256 per record", count, floors)
  try await log.close()
  let start = try await seconds { try await SQLiteAccessLog.open(in: folder).close() }
  print(String(format: "open with the tree kept: %.1f ms", start * 1_000))
}

try await run(largest / 10)
try await run(largest)
