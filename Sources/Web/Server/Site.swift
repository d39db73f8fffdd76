package import Accounts
package import Commissioning
package import Exchange
package import Journal
package import People
package import Quantities
package import Region

/// Everything that the pages stand on: made once, by the program, and given to the server.
package struct Site: Sendable {
  package let regions: [RegionPlace]
  package let settings: SiteSettings
  package let clock: SiteClock
  package let metrics: SiteMetrics
  let assets: SiteAssets
  let log: any RequestLog
  let gate: RequestGate
  let bodies: BodyBudget
  let refusals = RefusalNotes()
  let cache: PageCache

  package init(
    regions: [RegionPlace],
    settings: SiteSettings,
    clock: SiteClock,
    log: any RequestLog
  ) {
    self.regions = regions
    self.settings = settings
    self.clock = clock
    self.log = log
    metrics = SiteMetrics()
    assets = SiteAssets()
    gate = RequestGate(limit: settings.requestsAtOnce)
    bodies = BodyBudget(
      bytes: 2 * settings.longestUpload,
      senders: max(1, settings.requestsAtOnce / 2)
    )
    cache = PageCache()
  }

  /// The region with a name in addresses; nil when it is not served here.
  func region(_ slug: RegionSlug) -> RegionPlace? { regions.first { $0.slug == slug } }
}

/// What can be chosen when the server is started.
package struct SiteSettings: Sendable {
  /// The addresses by which users reach the site, such as `https://regie.example.nl`.
  ///
  /// Requests that come from a page elsewhere are refused. Empty on loopback, where the request's
  /// host holds.
  package var origins: [String]
  /// Whether the connection that users see is protected by TLS in a proxy before this server.
  package var isBehindProxy: Bool
  /// Whom to tell of a weakness: a `mailto:` or an `https:` address.
  package var securityContact: String
  package var requestsAtOnce: Int
  /// The largest message that is taken in.
  package var longestUpload: Int

  package init(
    origins: [String] = [],
    isBehindProxy: Bool = false,
    securityContact: String = "mailto:beveiliging@example.nl",
    requestsAtOnce: Int = 256,
    longestUpload: Int = 64 << 20
  ) {
    self.origins = origins
    self.isBehindProxy = isBehindProxy
    self.securityContact = securityContact
    self.requestsAtOnce = requestsAtOnce
    self.longestUpload = longestUpload
  }
}

/// Where the pages get the time from.
package struct SiteClock: Sendable {
  package let now: @Sendable () -> Instant
  /// Now in the Netherlands.
  package let moment: @Sendable () -> CivilMoment

  package init(
    now: @escaping @Sendable () -> Instant,
    moment: @escaping @Sendable () -> CivilMoment
  ) {
    self.now = now
    self.moment = moment
  }
}

/// A region that is served: its office with what lies below it, and who may come in.
package struct RegionPlace: Sendable {
  package let slug: RegionSlug
  package let name: String
  package let office: Office
  package let journal: any Journal
  package let vault: any Vault
  package let accessLog: any AccessLog
  package let accounts: AccountStore
  /// The buttons of the demo; nil everywhere else, and then no such page exists.
  package let demo: DemoAccounts?
  package let intake: any UploadDesk
  /// Whether there is room on the region's disk; asked only after a write that found none.
  private let hasRoom: @Sendable () -> Bool
  let past: PastStates
  let claimViews = ClaimViews()
  let journalCheck = JournalCheck()
  package let decisions: any DecisionDesk
  let waiting = WaitingProposals()

  /// Puts a region together; without a desk for decisions they are carried out in the office, which
  /// is enough where no other process writes.
  package init(
    slug: RegionSlug,
    name: String,
    office: Office,
    journal: any Journal,
    vault: any Vault,
    accessLog: any AccessLog,
    accounts: AccountStore,
    demo: DemoAccounts?,
    intake: any UploadDesk,
    decisions: (any DecisionDesk)? = nil,
    hasRoom: @escaping @Sendable () -> Bool = { false }
  ) {
    self.hasRoom = hasRoom
    self.slug = slug
    self.name = name
    self.office = office
    self.journal = journal
    self.vault = vault
    self.accessLog = accessLog
    self.accounts = accounts
    self.demo = demo
    self.intake = intake
    self.decisions = decisions ?? OfficeDesk(office: office, vault: vault)
    past = PastStates(journal: journal)
  }

  /// Whether what is sent can be kept: no write failed, or only for room that is there again.
  var canWrite: Bool {
    get async {
      if await office.isStopped { return false }
      return await !office.isWithoutRoom || hasRoom()
    }
  }

  /// Today, for this region: a synthetic one stands still on its last day.
  func today(_ site: Site) -> CivilDate {
    demo == nil ? site.clock.moment().date : office.view.state.head.knownOn
  }
}

/// Takes in what is handed in on a page, as the command line does: judged, written, answered.
package protocol UploadDesk: Sendable {
  /// Takes a message in; what it returns is durable.
  func take(_ bytes: [UInt8], on today: CivilDate) async throws -> IntakeResult

  /// Judges a table of deliveries; a table with a finding changes nothing.
  func takeDeliveries(
    _ bytes: [UInt8],
    on today: CivilDate
  ) async throws -> Result<DeliveriesJudged, ImportRefusal>

  /// Takes a table of open allocations over; a table with a finding changes nothing.
  func takeAllocations(
    _ bytes: [UInt8],
    on today: CivilDate
  ) async throws -> Result<AllocationsTaken, ImportRefusal>

  /// Makes our answer to a message again, from all entries of the command that judged it; nil when
  /// it has none, or when a person in it was destroyed since.
  func answer(to entries: [Entry], on today: CivilDate) async throws -> ReplyFile?
}
