import Crypto
import Foundation
import People
import Quantities
import VaultSQLite

// Sealing a claim of 60 MB that names 50,000 known persons, phase by phase, with two floors: the
// same bytes encrypted in one go, and the same bytes written and synced in one go.

let persons = 50_000
let withFloors = !CommandLine.arguments.contains("--no-floors")
let rounds = CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 5

/// Wall and processor time of one piece of work, in milliseconds.
func measure(_ name: String, _ work: () async throws -> Void) async rethrows {
  let clock = ContinuousClock()
  let before = processorMilliseconds()
  let start = clock.now
  try await work()
  let wall = (clock.now - start) / .milliseconds(1)
  let line = [
    name.padding(toLength: 34, withPad: " ", startingAt: 0),
    String(format: "%8.1f ms wall", wall),
    String(format: "%8.1f ms cpu", processorMilliseconds() - before),
    String(format: "%7.1f MB peak", peakMegabytes()),
  ]
  print(line.joined(separator: "  "))
}

func usage() -> rusage {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage
}

func processorMilliseconds() -> Double {
  let usage = usage()
  func milliseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1000 + Double(time.tv_usec) / 1000
  }
  return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)
}

func peakMegabytes() -> Double { Double(usage().ru_maxrss) / 1000 }

/// A claim with one client element of about 1,200 bytes per person.
func claim(_ keys: [ClientKey], id: OriginalID) throws -> OriginalParts {
  var bytes = Array("<Bericht><Header/><Clienten>".utf8)
  bytes.reserveCapacity(keys.count * 1210)
  var parts: [OriginalParts.ClientPart] = []
  parts.reserveCapacity(keys.count)
  let filler = Array(String(repeating: "<Prestatie>0123456789</Prestatie>", count: 35).utf8)
  for key in keys {
    let start = bytes.count
    bytes += "<Client>".utf8
    bytes += filler
    bytes += "</Client>".utf8
    parts.append(OriginalParts.ClientPart(client: key, range: start..<bytes.count))
    bytes.append(0x0A)
  }
  bytes += "</Clienten></Bericht>".utf8
  return try OriginalParts(id: id, bytes: bytes, parts: parts)
}

func floors(_ bytes: [UInt8], in folder: String) async throws {
  try await measure("floor: AES-256-GCM in one go") {
    _ = try AES.GCM.seal(bytes, using: SymmetricKey(size: .bits256))
  }
  try await measure("floor: write and fdatasync") {
    let file = open(folder + "/floor", O_CREAT | O_WRONLY | O_TRUNC, 0o600)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      }
      guard count > 0 else { throw CocoaError(.fileWriteUnknown) }
      done += count
    }
    fdatasync(file)
    close(file)
    unlink(folder + "/floor")
  }
}

func run() async throws {
  let folder = FileManager.default.temporaryDirectory.path + "/vault-bench-\(getpid())"
  let data = folder + "/data"
  try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  guard let day = CivilDate(year: 2026, month: 1, day: 15), let code = MunicipalityCode("0321")
  else { return }
  var generator = SystemRandomNumberGenerator()
  let scope = ClientScope(municipality: code, law: .socialSupport)
  let numbers = (0..<persons).compactMap { CitizenNumber(number: 999_900_000 + $0) }
  let keys = numbers.map { _ in ClientKey(using: &generator) }
  let keyFile = try KeyFile.create(at: folder + "/data.key", outside: data, on: day)
  try await SQLiteVault.create(in: data, keyFile: keyFile)
  var vault = try await SQLiteVault.open(in: data, keyFile: keyFile)
  let clients = zip(keys, numbers).map { NewClient(key: $0, number: $1, scope: scope) }
  try await measure("seal 50,000 new persons") {
    try await vault.seal(SealBatch(id: SealID(using: &generator), clients: clients))
  }
  try vault.close()
  for round in 1...rounds {
    let original = try claim(keys, id: OriginalID(using: &generator))
    print("round \(round): \(original.bytes.count) bytes, \(original.parts.count) parts")
    // The floors hold copies of the whole message; without them the peak is the vault's own.
    if withFloors { try await floors(original.bytes, in: folder) }
    vault = try await SQLiteVault.open(in: data, keyFile: keyFile)
    try await measure("find 50,000 persons, cold") {
      guard try await vault.find(numbers, in: scope) == keys else { fatalError("not found") }
    }
    try await measure("seal the claim") {
      try await vault.seal(SealBatch(id: SealID(using: &generator), originals: [original]))
    }
    let log = InMemoryAccessLog()
    let request = AccessRequest(
      actor: .commandLine,
      purpose: .evidence,
      subjects: keys,
      at: Instant(milliseconds: 0)
    )
    let grant = try await log.grant(for: request)
    try await measure("open the claim again") {
      guard try await vault.open(original.id, under: grant).bytes == original.bytes else {
        fatalError("other bytes")
      }
    }
    try await measure("close, with checkpoint") { try vault.close() }
  }
}

try await run()
