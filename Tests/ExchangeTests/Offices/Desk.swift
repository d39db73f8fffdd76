import Columns
import Commissioning
import Digests
import Exchange
import Journal
import Messages
import People
import PeopleTesting
import Quantities
import Region
import Synchronization

/// The desk of one party: its office, its vault, and the intake of its messages.
struct Desk {
  let office: Office
  let intake: MessageIntake

  /// A desk in memory that was just opened.
  init(_ party: Party, prices: PriceList? = nil, today: CivilDate) async throws {
    let journal = MemoryJournal(digest: StandardDigest.sha256)
    office = Office(journal: journal, state: RegionState())
    intake = MessageIntake(
      office: office,
      vault: InMemoryVault.forTests(),
      accessLog: InMemoryAccessLog(),
      party: party,
      randomness: CountedRandomness()
    )
    try await perform(.open(RegionProfile(municipalities: party.municipalities)), 1, today)
    if let prices { try await perform(.importPrices(prices), 2, today) }
  }

  private func perform(_ command: Command, _ key: UInt64, _ today: CivilDate) async throws {
    let digest = Digest(words: Digest.Words(key, key &* 31, 7, key))
    _ = try await office.perform(
      command,
      CommandContext(key: digest, body: digest, actor: "test", today: today, now: Self.now)
    )
  }

  static let now = Instant(milliseconds: 1_768_000_000_000)

  /// Takes a message in on a day.
  func take(_ bytes: [UInt8], on day: CivilDate) async throws -> IntakeResult {
    try await intake.take(bytes, at: MessageIntake.Moment(today: day, now: Self.now))
  }
}

/// Random words in a row that is the same in every run.
final class CountedRandomness: RandomSource {
  private let count = Atomic<UInt64>(0)

  func next() -> UInt64 {
    StableHash.of(count.wrappingAdd(1, ordering: .relaxed).newValue, seed: 41)
  }
}
