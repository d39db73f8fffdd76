import Accounts
import Digests
import Journal
import People
import Quantities
import Region
import Synchronization
import Testing
import Web

/// A site over regions in memory: the real offices, accounts, intake and pages, and no disk.
///
/// The one fixture of the pages. `TestSite()` has one region with a strategy; `contents` says what
/// else is in it, and `regions` serves more than one.
struct TestSite {
  static let start = Instant(milliseconds: 1_768_000_000_000)
  static let today = CivilDate(year: 2026, month: 1, day: 10) ?? CivilDate(dayNumber: 20_463)
  static let slug = RegionPlan.north.slug
  static let municipality = RegionPlan.north.municipality
  static let provider = RegionPlan.north.provider
  /// The code by which the provider of the messages claims.
  static let claimCode = RegionPlan.north.claimCode

  /// One with messages for the tests that only look, with one session for each role: a user has a
  /// few at most.
  static let shared = SharedSite()

  let site: Site
  let regions: [TestRegion]
  let clock: TestClock

  /// With the demo's buttons, or without them and with the same accounts.
  init(
    isDemo: Bool = true,
    _ contents: RegionContents = .strategy,
    regions plans: [RegionPlan] = [.north],
    settings: SiteSettings = SiteSettings(longestUpload: 1 << 20),
    log: any RequestLog = SilentLog(),
    journal: (RegionPlan) throws -> any Journal = { _ in
      MemoryJournal(digest: StandardDigest.sha256)
    }
  ) async throws {
    let clock = TestClock(Self.start)
    self.clock = clock
    var regions: [TestRegion] = []
    for plan in plans {
      regions.append(
        try await TestRegion(plan, contents, isDemo: isDemo, clock: clock, journal: journal(plan))
      )
    }
    self.regions = regions
    site = Site(
      regions: regions.map(\.place),
      settings: settings,
      clock: SiteClock(
        now: { clock.now },
        moment: { CivilMoment(Self.today, CivilTime(nanoseconds: 0)) }
      ),
      log: log
    )
  }

  /// The moment of now, for the accounts.
  var moment: Moment { Moment(clock.now, today: Self.today) }

  /// Somebody with a role who is signed in.
  func user(_ role: Role, in region: Int = 0) async throws -> TestBrowser {
    try await TestBrowser(self, as: role, in: region)
  }
}

// MARK: - Its only region

extension TestSite {
  private var first: TestRegion {
    guard let region = regions.first else { preconditionFailure("a site of no regions") }
    return region
  }

  var office: Office { first.office }
  var journal: any Journal { first.journal }
  var accessLog: any AccessLog { first.accessLog }
  var demo: DemoAccounts { first.demo }
  var accounts: AccountStore { first.demo.store }

  static func context(_ number: UInt64) -> CommandContext { TestRegion.context(number) }
}

/// A site that several tests look at.
actor SharedSite {
  private var making: Task<TestSite, any Error>?
  private var users: [Role: Task<TestBrowser, any Error>] = [:]

  var value: TestSite {
    get async throws {
      if making == nil { making = Task { try await TestSite([.messages]) } }
      guard let making else { preconditionFailure("it was just set") }
      return try await making.value
    }
  }

  func user(_ role: Role) async throws -> TestBrowser {
    let site = try await value
    if users[role] == nil { users[role] = Task { try await site.user(role) } }
    guard let user = users[role] else { preconditionFailure("it was just set") }
    return try await user.value
  }
}

/// A clock that a test sets.
final class TestClock: Sendable {
  private let time: Mutex<Instant>

  init(_ start: Instant) { time = Mutex(start) }

  var now: Instant { time.withLock { $0 } }

  func move(minutes: Int64) {
    time.withLock { $0 = Instant(milliseconds: $0.milliseconds + minutes * 60_000) }
  }
}

/// Keeps nothing of requests.
struct SilentLog: RequestLog {
  func note(_ record: RequestRecord) {}
}
