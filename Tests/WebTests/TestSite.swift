import Accounts
import Commissioning
import Digests
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Landscape
import NIOCore
import People
import Quantities
import Region
import Rules
import StrategyFiles
import Synchronization
import Testing
import Web

/// A site over one region in memory: the real office, accounts and pages, and no disk.
struct TestSite {
  static let start = Instant(milliseconds: 1_768_000_000_000)
  static let today = CivilDate(year: 2026, month: 1, day: 10) ?? CivilDate(dayNumber: 20_463)
  static let slug = "noord-limburg"
  static let municipality = MunicipalityCode(uncheckedNumber: 983)
  static let provider = ChamberNumber("90001001")

  let site: Site
  let accounts: AccountStore
  let demo: DemoAccounts
  let accessLog: InMemoryAccessLog
  let office: Office
  let clock: TestClock

  /// With the demo's buttons, or without them and with the same accounts.
  init(isDemo: Bool = true) async throws {
    let clock = TestClock(Self.start)
    self.clock = clock
    let journal = MemoryJournal(digest: StandardDigest.sha256)
    let vault = InMemoryVault(digest: Self.keyedDigest)
    accessLog = InMemoryAccessLog()
    let office = Office(journal: journal, state: RegionState())
    self.office = office
    let profile = RegionProfile(municipalities: [Self.municipality])
    _ = try await office.perform(.open(profile), Self.context(1))
    let strategy = try #require(ShippedStrategy.noordLimburgWmo.strategy)
    let digest = StandardDigest.sha256(ShippedStrategy.noordLimburgWmo.bytes.span)
    _ = try await office.perform(
      .strategy(.adopt(strategy, digest: digest, reason: "test")),
      Self.context(2)
    )
    demo = try await DemoAccounts(
      DemoPermit(),
      municipalities: [Self.municipality],
      provider: Self.provider,
      settings: .quick(TestSecrets()),
      at: Moment(Self.start, today: Self.today)
    )
    accounts = demo.store
    let place = RegionPlace(
      slug: try #require(RegionSlug(Self.slug)),
      name: "Noord-Limburg",
      office: office,
      journal: journal,
      vault: vault,
      accessLog: accessLog,
      accounts: accounts,
      demo: isDemo ? demo : nil,
      intake: TestDesk()
    )
    site = Site(
      regions: [place],
      settings: SiteSettings(),
      clock: SiteClock(
        now: { clock.now },
        moment: { CivilMoment(Self.today, CivilTime(nanoseconds: 0)) }
      ),
      log: SilentLog()
    )
  }

  static func keyedDigest(_ bytes: Span<UInt8>, _ purpose: DigestPurpose) -> KeyedDigest {
    var whole = [purpose.rawValue]
    for index in bytes.indices { whole.append(bytes[index]) }
    let words = StandardDigest.sha256(whole.span).words
    return KeyedDigest(words: (words.first, words.second, words.third, words.fourth))
  }

  static func context(_ number: UInt64) -> CommandContext {
    let digest = Digest(words: Digest.Words(number, 1, 2, 3))
    return CommandContext(key: digest, body: digest, actor: "test", today: today, now: start)
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

/// Secrets that are the system's, since no test here depends on them.
struct TestSecrets: SecretSource {
  func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}

/// A desk at which nothing is taken in: pages that hand something in are tested in a browser, with
/// the real one.
struct TestDesk: UploadDesk {
  struct Closed: Error {}

  func take(_ bytes: [UInt8], on today: CivilDate) async throws -> IntakeResult { throw Closed() }

  func takeDeliveries(
    _ bytes: [UInt8],
    on today: CivilDate
  ) async throws -> Result<DeliveriesJudged, ImportRefusal> { throw Closed() }

  func takeAllocations(
    _ bytes: [UInt8],
    on today: CivilDate
  ) async throws -> Result<AllocationsTaken, ImportRefusal> { throw Closed() }

  func answer(to entries: [Entry], on today: CivilDate) async throws -> ReplyFile? {
    throw Closed()
  }
}

struct SilentLog: RequestLog {
  func note(_ record: RequestRecord) {}
}

// MARK: - Asking

/// A browser of few words: it keeps the cookie of its session.
struct TestBrowser {
  static let host = "localhost"
  let site: TestSite
  var cookie: String?

  /// Signs in with a role.
  init(_ site: TestSite, as role: Role? = nil) async throws {
    self.site = site
    guard let role else { return }
    let token = try await site.demo.signIn(
      as: role,
      at: Moment(site.clock.now, today: TestSite.today)
    )
    cookie = "__Host-regie-\(TestSite.slug)=\(token.cookieValue)"
  }

  func get(
    _ path: String,
    method: HTTPRequest.Method = .get,
    headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    try await ask(path, method, headers, nil)
  }

  /// Sends a form as a page of ours does, but for what `headers` say otherwise.
  func post(
    _ path: String,
    _ form: String,
    headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    var fields: HTTPFields = [
      .origin: "http://\(Self.host)", .contentType: "application/x-www-form-urlencoded",
    ]
    for field in headers { fields[field.name] = field.value.isEmpty ? nil : field.value }
    return try await ask(path, .post, fields, ByteBuffer(string: form))
  }

  private func ask(
    _ path: String,
    _ method: HTTPRequest.Method,
    _ headers: HTTPFields,
    _ body: ByteBuffer?
  ) async throws -> TestResponse {
    var fields = headers
    if let cookie { fields[.cookie] = cookie }
    let sent = fields
    let responder = SiteServer(site.site, host: Self.host, port: 0).application()
    return try await responder.test(.router) { client in
      try await client.execute(uri: path, method: method, headers: sent, body: body)
    }
  }

  /// The token that a page of this session carries.
  func formToken(on path: String) async throws -> String {
    let text = String(buffer: try await get(path).body)
    let mark = "name=\"_formulier\" value=\""
    let start = try #require(text.range(of: mark)?.upperBound)
    return String(text[start...].prefix { $0 != "\"" })
  }
}

extension AccountStore.Settings {
  /// Settings with which a test opens accounts in no time: no password here is worth guessing.
  static func quick(_ random: some SecretSource) -> AccountStore.Settings {
    var settings = AccountStore.Settings(random: random)
    settings.cost = ScryptCost(logRounds: 4, blockSize: 1, parallelism: 1)
    return settings
  }
}
