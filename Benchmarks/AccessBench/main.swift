import Digests
import Foundation
import Journal
import Measuring
import People
import Quantities
import VaultSQLite

// How fast access records are verified, in their file and in an export, beside a floor: the three
// digests that the chain and the tree need for a record, over bytes that are there already.
//
//   AccessBench [RECORDS]

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 300_000

/// Writes records of one to three persons each, as many callers at once as a busy server has.
func fill(_ log: SQLiteAccessLog) async throws {
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

/// The digests of so many records: a chain link of about 110 bytes, a leaf, and a node.
func digests() -> Digest {
  var link = [UInt8](repeating: 1, count: 110)
  var leaf = [UInt8](repeating: 2, count: 33)
  var node = [UInt8](repeating: 3, count: 65)
  var last = Digest.zero
  for number in 0..<count {
    link[0] = UInt8(truncatingIfNeeded: number)
    leaf[1] = link[0]
    node[1] = link[0]
    last = StandardDigest.sha256(link.span)
    last = StandardDigest.sha256(leaf.span)
    last = StandardDigest.sha256(node.span)
  }
  return last
}

let folder = FileManager.default.temporaryDirectory.path + "/access-bench-\(getpid())"
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: folder) }
let log = try await SQLiteAccessLog.open(in: folder)
try await fill(log)
let end = await log.head()
let signer = HeadSigner()
let head = try SignedAccessHead(
  end,
  at: Instant(milliseconds: 0),
  publicKey: signer.publicKey
) { try signer.signature(of: $0) }
guard let head else { System.fail("the head cannot be signed") }
var lines: [[UInt8]] = []
try await log.export { lines.append($0) }

var stored = Turns()
var exported = Turns()
var floors = Turns()
for _ in 0..<5 {
  stored.add(
    try await seconds {
      let verifier = AccessVerifier(
        digest: StandardDigest.sha256,
        heads: [head],
        trusting: signer.publicKey,
        check: StandardDigest.ed25519
      )
      let report = try await log.verify(with: verifier)
      guard report.isWhole, report.confirmed == end.number else { System.fail("not whole") }
    }
  )
  exported.add(
    await seconds {
      var verifier = AccessExportVerifier(
        digest: StandardDigest.sha256,
        trusting: signer.publicKey,
        check: StandardDigest.ed25519
      )
      verifier.check(line: head.line)
      for line in lines { verifier.check(line: line) }
      let report = verifier.finish()
      guard report.isWhole, report.head == end else { System.fail("not whole") }
    }
  )
  floors.add(await seconds { if digests() == .zero { System.fail("no digest") } })
}
try await log.close()

/// One row: how many records a second, beside the digests alone.
func show(_ work: String, _ turns: Turns, beside floors: Turns) {
  let rate = Double(count) / turns.median
  Figure(
    "\(work), \(Turns.text(count)) records",
    measured: Turns.text(rate) + " records/s",
    floor: "the digests alone " + Turns.text(Double(count) / floors.median) + " records/s",
    ratio: Figure.times(turns.median / floors.median, "the digests"),
    promise: Figure.promise(atLeast: 100_000, rate, " records/s")
  ).show()
}
show("verify access records in their file: chain, tree, SQLite", stored, beside: floors)
show("verify an export of access records", exported, beside: floors)
