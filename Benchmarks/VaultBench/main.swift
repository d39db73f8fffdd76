import Crypto
import Foundation
import Measuring
import People
import Quantities
import VaultSQLite

// Sealing a claim of 60 MB that names 50,000 known persons, and opening it again, beside two
// floors: the same bytes encrypted in one go, and the same bytes written and synced in one go.
//
//   VaultBench [TURNS]

let persons = 50_000
let turns = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 5

/// A claim with one client element of about 1,200 bytes per person.
func claim(_ keys: [ClientKey], id: OriginalID) throws -> OriginalParts {
  var bytes = Array("<Bericht><Header/><Clienten>".utf8)
  bytes.reserveCapacity(keys.count * 1_210)
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

/// Seconds that writing the bytes and syncing them takes.
func write(_ bytes: [UInt8], in folder: String) -> Double {
  let path = folder + "/floor"
  let stopwatch = Stopwatch()
  let file = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
  var done = 0
  while done < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      Foundation.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
    }
    guard count > 0 else { System.fail("cannot write \(path)") }
    done += count
  }
  fdatasync(file)
  close(file)
  unlink(path)
  return stopwatch.seconds
}

/// What the turns came to.
struct Measured {
  var finding = Turns()
  var sealing = Turns()
  var opening = Turns()
  var encrypting = Turns()
  var decrypting = Turns()
  var writing = Turns()

  func show() {
    let sealingFloor = encrypting.median + writing.median
    Figure(
      "seal a claim of 60 MB with \(Turns.text(persons)) known persons",
      measured: sealing.text("s"),
      floor: "AES-256-GCM in one go: \(encrypting.text("s")); write and fdatasync:"
        + " \(writing.text("s"))",
      ratio: Figure.times(sealing.median / sealingFloor, "both together")
    ).show()
    Figure(
      "open it again",
      measured: opening.text("s"),
      floor: "AES-256-GCM in one go: \(decrypting.text("s"))",
      ratio: Figure.times(opening.median / decrypting.median, "the floor's time")
    ).show()
    Figure(
      "find \(Turns.text(persons)) persons by number, vault just opened",
      measured: finding.text("s"),
      floor: "",
      ratio: ""
    ).show()
  }
}

func run(in folder: String) async throws {
  let data = folder + "/data"
  try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
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
  try await vault.seal(SealBatch(id: SealID(using: &generator), clients: clients))
  try vault.close()
  let request = AccessRequest(
    actor: .commandLine,
    purpose: .evidence,
    subjects: keys,
    at: Instant(milliseconds: 0)
  )
  let grant = try await InMemoryAccessLog().grant(for: request)
  var measured = Measured()
  for _ in 0..<turns {
    let original = try claim(keys, id: OriginalID(using: &generator))
    vault = try await SQLiteVault.open(in: data, keyFile: keyFile)
    var found: [ClientKey?] = []
    measured.finding.add(
      try await seconds { found = try await vault.find(numbers, in: scope) }
    )
    guard found == keys else { System.fail("other persons were found") }
    let batch = SealBatch(id: SealID(using: &generator), originals: [original])
    measured.sealing.add(try await seconds { try await vault.seal(batch) })
    measured.writing.add(write(original.bytes, in: folder))
    let key = SymmetricKey(size: .bits256)
    var box: AES.GCM.SealedBox?
    measured.encrypting.add(
      try await seconds { box = try AES.GCM.seal(original.bytes, using: key) }
    )
    var opened: [UInt8] = []
    measured.opening.add(
      try await seconds { opened = try await vault.open(original.id, under: grant).bytes }
    )
    guard opened == original.bytes, let box else { System.fail("other bytes came out") }
    measured.decrypting.add(try await seconds { _ = try AES.GCM.open(box, using: key) })
    try vault.close()
  }
  measured.show()
}

let folder = System.makeFolder()
defer { Child.run(["rm", "-r", folder]) }
try await run(in: folder)
