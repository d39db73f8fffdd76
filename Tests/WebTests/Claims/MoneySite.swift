import Accounts
import Claims
import Columns
import Commissioning
import Digests
import Exchange
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Journal
import Messages
import MessagesTesting
import NIOCore
import People
import PeopleTesting
import Quantities
import Region
import Synchronization
import Testing
import Web

/// A region in memory behind its pages, with a month of real messages, and somebody for each role.
struct MoneySite {
  static let municipality = MunicipalityCode(uncheckedNumber: 344)
  static let provider = ProviderCode(uncheckedNumber: 99_990_101)
  static let chamber = ChamberNumber(uncheckedNumber: 12_345_678)
  static let now = Instant(milliseconds: 1_768_000_000_000)
  static let today = CivilDate(dayNumber: 20_463)
  static let origin = "https://regie.test"

  /// One for the tests that only look, with one session for each role: a user has a few at most.
  static let shared = SharedSite()

  let site: Site
  let office: Office
  let journal: MemoryJournal
  let accessLog = InMemoryAccessLog()
  let demo: DemoAccounts

  init() async throws {
    journal = MemoryJournal(digest: StandardDigest.sha256)
    office = Office(journal: journal, state: RegionState())
    let vault = InMemoryVault.forTests()
    let intake = MessageIntake(
      office: office,
      vault: vault,
      accessLog: accessLog,
      party: Party(role: .municipality, municipalities: [Self.municipality], provider: nil),
      randomness: CountedWords()
    )
    let moment = Moment(Self.now, today: Self.today)
    demo = try await DemoAccounts(
      DemoPermit(),
      municipalities: [Self.municipality],
      provider: Self.chamber,
      settings: .quick(CountedSecrets()),
      at: moment
    )
    let desk = MoneyDesk(
      intake: intake,
      tables: TableIntake(office: office, vault: vault, randomness: CountedWords())
    )
    guard let slug = RegionSlug("proef") else { preconditionFailure("it is a good name") }
    let place = RegionPlace(
      slug: slug,
      name: "Proef",
      office: office,
      journal: journal,
      vault: vault,
      accessLog: accessLog,
      accounts: demo.store,
      demo: demo,
      intake: desk
    )
    var settings = SiteSettings()
    settings.origins = [Self.origin]
    settings.longestUpload = 1 << 20
    site = Site(
      regions: [place],
      settings: settings,
      clock: SiteClock(
        now: { Self.now },
        moment: { CivilMoment(Self.today, CivilTime(nanoseconds: 0)) }
      ),
      log: NoLog()
    )
    try await begin(desk)
  }

  /// Opens the region and takes in an allocation and a claim of which a part is refused.
  private func begin(_ desk: MoneyDesk) async throws {
    try await perform(.open(RegionProfile(municipalities: [Self.municipality])), 1)
    _ = try await desk.take(MessageDraft.allocation.sent, on: Self.today)
    _ = try await desk.take(MessageDraft.claim.sent, on: Self.today)
  }

  private func perform(_ command: Command, _ key: UInt64) async throws {
    let digest = Digest(words: Digest.Words(key, key &* 31, 7, key))
    _ = try await office.perform(
      command,
      CommandContext(key: digest, body: digest, actor: "test", today: Self.today, now: Self.now)
    )
  }

  /// Somebody who is signed in.
  func user(_ role: Role) async throws -> SiteUser {
    let moment = Moment(Self.now, today: Self.today)
    return SiteUser(site: self, cookie: try await demo.signIn(as: role, at: moment).cookieValue)
  }
}

/// A site that several tests look at.
actor SharedSite {
  private var making: Task<MoneySite, any Error>?
  private var users: [Role: Task<SiteUser, any Error>] = [:]

  var value: MoneySite {
    get async throws {
      if making == nil { making = Task { try await MoneySite() } }
      guard let making else { preconditionFailure("it was just set") }
      return try await making.value
    }
  }

  func user(_ role: Role) async throws -> SiteUser {
    let site = try await value
    if users[role] == nil { users[role] = Task { try await site.user(role) } }
    guard let user = users[role] else { preconditionFailure("it was just set") }
    return try await user.value
  }
}

/// Somebody with a browser.
struct SiteUser {
  let site: MoneySite
  let cookie: String

  /// What came back: the status, the headers and the text.
  struct Answer {
    let status: Int
    let headers: HTTPFields
    let text: String
  }

  func get(_ path: String) async throws -> Answer {
    try await ask(path, .get, nil, nil)
  }

  /// Sends a form with the token of the session.
  func post(_ path: String, _ fields: [(String, String)]) async throws -> Answer {
    let token = try await token(path)
    let all = [("_formulier", token)] + fields
    let text = Query(all.map { QueryItem($0.0, $0.1) }).text.dropFirst()
    return try await ask(path, .post, String(text), "application/x-www-form-urlencoded")
  }

  /// Sends a form with a file.
  func send(
    _ path: String,
    _ field: String,
    name: String,
    _ bytes: [UInt8],
    _ fields: [(String, String)] = []
  ) async throws -> Answer {
    let token = try await token(path)
    var body: [UInt8] = []
    for (key, value) in [("_formulier", token)] + fields {
      body += Array(
        "--grens\r\nContent-Disposition: form-data; name=\"\(key)\"\r\n\r\n\(value)\r\n".utf8
      )
    }
    let head = "--grens\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\""
    body += Array("\(head)\r\nContent-Type: application/octet-stream\r\n\r\n".utf8) + bytes
    body += Array("\r\n--grens--\r\n".utf8)
    return try await ask(path, .post, bytes: body, "multipart/form-data; boundary=grens")
  }

  /// The token of the forms on a page; empty where there is no form.
  func token(_ path: String) async throws -> String {
    let page = try await get(path).text
    guard let place = page.firstRange(of: "name=\"_formulier\" value=\"") else { return "" }
    return String(page[place.upperBound...].prefix { $0 != "\"" })
  }

  private func ask(
    _ path: String,
    _ method: HTTPRequest.Method,
    _ text: String?,
    _ type: String?
  ) async throws -> Answer {
    try await ask(path, method, bytes: text.map { Array($0.utf8) }, type)
  }

  private func ask(
    _ path: String,
    _ method: HTTPRequest.Method,
    bytes: [UInt8]?,
    _ type: String?
  ) async throws -> Answer {
    var headers = HTTPFields()
    headers[.cookie] = "__Host-regie-proef=\(cookie)"
    headers[.origin] = MoneySite.origin
    if let type { headers[.contentType] = type }
    let sent = headers
    let app = SiteServer(site.site, host: "127.0.0.1", port: 0).application()
    return try await app.test(.router) { client in
      try await client.execute(
        uri: path,
        method: method,
        headers: sent,
        body: bytes.map { ByteBuffer(bytes: $0) }
      ) { response in
        Answer(
          status: response.status.code,
          headers: response.headers,
          text: String(buffer: response.body)
        )
      }
    }
  }
}

/// Takes in what is handed in with the real intake.
struct MoneyDesk: UploadDesk {
  let intake: MessageIntake
  let tables: TableIntake

  private func moment(_ today: CivilDate) -> MessageIntake.Moment {
    MessageIntake.Moment(today: today, now: MoneySite.now)
  }

  func take(_ bytes: [UInt8], on today: CivilDate) async throws -> IntakeResult {
    try await intake.take(bytes, at: moment(today))
  }

  func takeDeliveries(
    _ bytes: [UInt8],
    on today: CivilDate
  ) async throws -> Result<DeliveriesJudged, ImportRefusal> {
    try await tables.importDeliveries(bytes, at: moment(today))
  }

  func takeAllocations(
    _ bytes: [UInt8],
    on today: CivilDate
  ) async throws -> Result<AllocationsTaken, ImportRefusal> {
    try await tables.importAllocations(bytes, at: moment(today))
  }

  func answer(to entries: [Entry], on today: CivilDate) async throws -> ReplyFile? {
    try await intake.missingReply(entries, at: moment(today))
  }
}

/// Words in a row that is the same in every run.
final class CountedWords: RandomSource {
  private let count = Atomic<UInt64>(0)

  func next() -> UInt64 {
    StableHash.of(count.wrappingAdd(1, ordering: .relaxed).newValue, seed: 41)
  }
}

/// Secrets that differ from each other.
final class CountedSecrets: SecretSource {
  private let words = CountedWords()

  func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: words.next() >> 13) }
  }
}

/// Keeps nothing of requests.
struct NoLog: RequestLog {
  func note(_ record: RequestRecord) {}
}

extension MessageDraft {
  /// The message as bytes on the way.
  var sent: [UInt8] { MessageWriter.write(build()) }
}
