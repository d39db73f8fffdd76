import Accounts
import Commissioning
import Digests
import Exchange
import Foundation
import Landscape
import People
import Quantities
import Region
import Web

/// A region that is held open and shown on pages.
struct ServedRegion {
  let holder: RegionHolder
  let place: RegionPlace
  private let accounts: AccountStore?

  /// The gate is one for all regions of the process, because they share its memory (AU-06).
  init(_ folder: DataFolder, permit: DemoPermit?, gate: HashGate) async throws {
    holder = try await RegionHolder(folder)
    do {
      let region = holder.region
      let state = await region.office.published
      var settings = AccountStore.Settings(random: SystemSecrets())
      settings.gate = gate
      let now = Moment(Clock.now, today: Clock.today)
      var demo: DemoAccounts?
      if let permit {
        demo = try await DemoAccounts(
          permit,
          municipalities: state.profile?.municipalities ?? [],
          provider: Self.busiestProvider(of: state),
          settings: settings,
          at: now
        )
        accounts = nil
      } else {
        accounts = try await AccountStore.open(
          in: region.folder.path,
          key: Self.accountKey(of: region),
          settings: settings
        )
      }
      guard let store = demo?.store ?? accounts else { throw ProgramFailure(.noKey) }
      place = RegionPlace(
        slug: Self.slug(of: region.folder),
        name: Self.name(of: state, in: region.folder),
        office: region.office,
        journal: region.journal,
        vault: region.vault,
        accessLog: region.accessLog,
        accounts: store,
        demo: demo,
        intake: HolderDesk(holder: holder),
        decisions: HolderDecisions(holder: holder),
        hasRoom: { [path = region.folder.path] in Self.hasRoom(path) }
      )
      // The accounts of the demo begin empty.
      if demo == nil { try await place.carryOutApproved(on: Clock.today, at: now) }
    } catch {
      try? await holder.close()
      throw ProgramFailure(any: error)
    }
  }

  func close() async throws {
    try accounts?.close()
    try await holder.close()
  }

  /// The key of the file of accounts, made from the key for looking persons up, which stays.
  static func accountKey(of region: OpenRegion) -> [UInt8] {
    let words = region.vault.keyedDigest(of: Array("accounts".utf8), for: .accountKey).words
    return [words.0, words.1, words.2, words.3].flatMap { word in
      withUnsafeBytes(of: word.bigEndian) { Array($0) }
    }
  }

  /// Whether there is a little room on the disk of a folder.
  private static func hasRoom(_ path: String) -> Bool {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return false }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize) >= 1 << 20
  }

  /// The provider whose eyes the demo offers: the one with the most contracts.
  private static func busiestProvider(of state: RegionState) -> ChamberNumber? {
    let counts = state.contracts.contracts.values.reduce(into: [:]) { counts, contract in
      counts[contract.draft.provider, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key.description) < ($1.value, $0.key.description) }?.key
  }

  /// The name of the folder, as far as it can stand in an address.
  private static func slug(of folder: DataFolder) -> RegionSlug {
    let name = (folder.path as NSString).lastPathComponent.lowercased()
      .map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return RegionSlug(String(name.prefix(40))) ?? .plain
  }

  /// The name that the strategies give the region, or else its municipalities or its folder.
  private static func name(of state: RegionState, in folder: DataFolder) -> String {
    if let name = state.strategies.current.last?.strategy.region.name { return name }
    let municipalities = state.profile?.municipalities ?? []
    guard !municipalities.isEmpty else { return (folder.path as NSString).lastPathComponent }
    return "Gemeente " + municipalities.map(\.description).joined(separator: ", ")
  }
}

/// Carries decisions out for the pages, in turn with the commands of other processes.
struct HolderDecisions: DecisionDesk {
  let holder: RegionHolder

  func carryOut(
    _ decision: Decision,
    on today: CivilDate,
    at now: Instant
  ) async throws -> Answer {
    try await holder.takeTurn { region in
      let context = region.context(
        decision.key,
        body: decision.content,
        actor: decision.actor,
        today: today
      )
      return try await decision.carryOut(in: region.office, context)
    }
  }
}

/// Takes messages in for the pages, in turn with the commands of other processes.
struct HolderDesk: UploadDesk {
  let holder: RegionHolder

  func take(_ bytes: [UInt8], on today: CivilDate) async throws -> IntakeResult {
    try await holder.takeTurn { region in
      let outbox = Outbox(folder: region.folder, replies: region.folder.path + "/replies")
      try outbox.prepare()
      let profile = await region.office.published.profile
      let intake = MessageIntake(
        office: region.office,
        vault: region.vault,
        accessLog: region.accessLog,
        party: Party(
          role: .municipality,
          municipalities: profile?.municipalities ?? [],
          provider: nil
        ),
        randomness: SystemRandomness()
      )
      let result = try await intake.take(
        bytes,
        at: MessageIntake.Moment(today: today, now: Clock.now)
      )
      if let reply = result.reply { try outbox.write(reply) }
      return result
    }
  }
}

/// A line of JSON per request on standard error, for whoever asked for it.
struct SiteLog: RequestLog {
  let isOn: Bool

  func note(_ record: RequestRecord) {
    guard isOn else { return }
    FileHandle.standardError.write(Data((record.line + "\n").utf8))
  }
}
