import Access
import Digests
import Foundation
import Journal
import JournalSQLite
import People
import Quantities
import Region

// How fast an office carries out single commands, and how soon it is ready again.
//
//   OfficeProbe FOLDER CALLERS COMMANDS     so many callers at once, each with its share
//
// Every command takes one allocation message over: two events, on disk when it is acknowledged.

let arguments = CommandLine.arguments
guard arguments.count == 4, let callers = Int(arguments[2]), let commands = Int(arguments[3]),
  callers > 0
else {
  print("usage: OfficeProbe FOLDER CALLERS COMMANDS")
  exit(64)
}
let folder = arguments[1]
let path = folder + "/journal.sqlite"
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)

/// A digest that differs for every number.
func digest(_ number: Int) -> JournalDigest {
  StandardDigest.sha256(Array("\(number)".utf8).span)
}

let clock = ContinuousClock()
let day = CivilDate(dayNumber: 20_000)
let now = Instant(milliseconds: 1_728_000_000_000)

/// The command with a number: an allocation of a client of its own.
func command(_ number: Int) -> (Command, CommandContext) {
  let municipality = MunicipalityCode(uncheckedNumber: 344)
  let provider = ProviderCode(uncheckedNumber: 99_990_101)
  let client = ClientKey(high: UInt64(number), low: 1)
  let terms = AllocationTerms(
    category: ProductCategory(uncheckedNumber: 2),
    code: ProductCode("02A03"),
    from: day,
    through: day.adding(days: 100),
    volume: SupportVolume(amount: 3, unit: .hour, frequency: .week)
  )
  let product = AllocatedProduct(
    number: Int64(number),
    decided: DecisionMoment(on: day, at: CivilTime(nanoseconds: 36_000_000_000_000)),
    terms: terms
  )
  let key = MessageKey(
    role: .municipality,
    party: "0344",
    sender: "0344",
    message: "WMO301",
    identification: "P\(number)"
  )
  let envelope = MessageEnvelope(
    key: key,
    flow: .sent,
    municipality: municipality,
    provider: provider,
    dated: day,
    content: digest(number),
    original: OriginalID(high: 0, low: UInt64(number)),
    replyMessage: nil,
    municipalityExists: true,
    levelTwo: [],
    furtherLevelTwo: 0
  )
  let notice = AllocationNotice(
    municipality: municipality,
    provider: provider,
    client: client,
    products: [product]
  )
  let context = CommandContext(
    key: digest(number),
    body: digest(-number),
    actor: "probe",
    today: day,
    now: now
  )
  return (.take(envelope, .allocations(notice)), context)
}

let journal = try SQLiteJournal.create(at: path, digest: StandardDigest.sha256)
let office = Office(journal: journal, state: RegionState())
let profile = RegionProfile(municipalities: [MunicipalityCode(uncheckedNumber: 344)])
_ = try await office.perform(
  .open(profile),
  CommandContext(key: digest(-1), body: digest(-2), actor: "probe", today: day, now: now)
)

let began = clock.now
try await withThrowingTaskGroup(of: Void.self) { group in
  for caller in 0..<callers {
    group.addTask {
      for number in stride(from: caller + 1, through: commands, by: callers) {
        let (what, context) = command(number)
        _ = try await office.perform(what, context)
      }
    }
  }
  try await group.waitForAll()
}
let elapsed = clock.now - began
let state = await office.published
let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
print("\(commands) commands, \(callers) callers: \(Int(Double(commands) / seconds)) a second")
print("journal of \(state.head.position) entries")

var mark = clock.now
let bytes = state.snapshot()
print("snapshot of \(bytes.count) bytes written in \(clock.now - mark)")
try await journal.close()

mark = clock.now
let again = try RegionState(snapshot: bytes)
let reopened = try SQLiteJournal.open(at: path, digest: StandardDigest.sha256)
let last = try await reopened.entry(at: again.head.position)
guard last?.hash == again.head.hash else {
  print("the snapshot does not fit the journal")
  exit(70)
}
print("ready from the snapshot in \(clock.now - mark)")

mark = clock.now
var replayed = RegionState()
try await reopened.scan { entry in
  try replayed.take(entry)
  return true
}
print("made from the journal in \(clock.now - mark)")
try await reopened.close()
