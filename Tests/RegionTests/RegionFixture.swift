import Access
import Claims
import Commissioning
import Journal
import People
import Quantities
import Region

/// The parties, commands and messages that the tests of the region speak of.
enum RegionFixture {
  static let municipality = MunicipalityCode(uncheckedNumber: 344)
  static let provider = ProviderCode(uncheckedNumber: 99_990_101)
  static let client = ClientKey(high: 1, low: 1)
  static let otherClient = ClientKey(high: 2, low: 2)
  static let stranger = ClientKey(high: 3, low: 3)
  static let today = day("2026-01-10")
  static let now = Instant(milliseconds: 1_768_000_000_000)

  static func digest(_ number: UInt64) -> Digest {
    Digest(words: Digest.Words(number, number &* 31, 7, number))
  }

  static func context(_ key: UInt64, body: UInt64? = nil) -> CommandContext {
    context(key: digest(key), body: body ?? key &+ 1_000_000)
  }

  static func context(key: Digest, body: UInt64) -> CommandContext {
    CommandContext(
      key: key,
      body: digest(body),
      actor: "test",
      today: today,
      now: now
    )
  }

  /// A price list with one tariff.
  static func prices(_ tariff: Int64) -> PriceList {
    guard let period = OpenPeriod(from: day("2024-01-01"), through: nil),
      case .success(let list) = PriceList.make([
        PriceLine(line: 2, row: PriceRow(unit: .hour, tariff: Cents(tariff), period: period))
      ])
    else { preconditionFailure("one row cannot contradict itself") }
    return list
  }

  static let open = Command.open(RegionProfile(municipalities: [municipality]))

  /// A region that was opened and has a price of 60 euro an hour.
  static var opened: RegionRun {
    var run = RegionRun()
    run.perform(open)
    run.perform(.importPrices(prices(6_000)))
    return run
  }

  /// The entries another writer would write for an event, as the command with a key.
  static func entries(_ event: RegionEvent, _ context: CommandContext) -> [NewEntry] {
    let stamp = CommandStamp(key: context.key, body: context.body, index: 1, count: 1)
    return [EventTable.entry(for: event, context, stamp)]
  }
}

/// A region without an office: decides, writes entries and takes them in, one command at a time.
struct RegionRun {
  var state = RegionState()
  var entries: [Entry] = []
  private var hasher = EntryHasher(digest: testDigest)
  private var commands: UInt64 = 0

  /// Carries a command out; nil when it is refused.
  @discardableResult
  mutating func perform(
    _ command: Command,
    on today: CivilDate = RegionFixture.today
  ) -> [RegionEvent]? {
    guard let events = try? state.decide(command, on: today) else { return nil }
    commands += 1
    let context = RegionFixture.context(commands)
    let new = events.enumerated().map { index, event in
      EventTable.entry(
        for: event,
        context,
        CommandStamp(
          key: context.key,
          body: context.body,
          index: UInt32(index + 1),
          count: UInt32(events.count)
        )
      )
    }
    let sealed = state.head.sealing(new, at: context.now, with: &hasher)
    for entry in sealed {
      do { try state.take(entry) } catch { preconditionFailure("\(error)") }
    }
    entries += sealed
    return events
  }
}

// MARK: - Messages

extension RegionFixture {
  static func key(_ message: String, _ number: String, sender: String) -> MessageKey {
    MessageKey(
      role: .municipality,
      party: municipality.description,
      sender: sender,
      message: message,
      identification: number
    )
  }

  static func envelope(
    _ message: String,
    _ number: String,
    _ flow: MessageFlow,
    reply: String? = nil,
    dated: CivilDate = today,
    exists: Bool = true,
    levelTwo: [ToldFinding] = []
  ) -> MessageEnvelope {
    MessageEnvelope(
      key: key(
        message,
        number,
        sender: flow == .sent ? municipality.description : provider.description
      ),
      flow: flow,
      municipality: municipality,
      provider: provider,
      dated: dated,
      content: digest(UInt64(number.utf8.reduce(0) { $0 &* 31 &+ Int($1) })),
      original: OriginalID(high: 5, low: UInt64(number.utf8.count)),
      replyMessage: reply,
      municipalityExists: exists,
      levelTwo: levelTwo,
      furtherLevelTwo: 0
    )
  }

  /// A 301 that the municipality sent: a total of hours of 02A03 over 2025.
  static func allocation(
    _ message: String,
    number: Int64,
    hours: Int64,
    decided: Int,
    client: ClientKey = client
  ) -> Command {
    let product = AllocatedProduct(
      number: number,
      decided: DecisionMoment(
        on: day("2024-12-18"),
        at: CivilTime(nanoseconds: Int64(decided) * 1_000_000_000)
      ),
      terms: AllocationTerms(
        category: ProductCategory("02"),
        code: ProductCode("02A03"),
        from: day("2025-01-01"),
        through: day("2025-12-31"),
        volume: SupportVolume(amount: hours, unit: .hour, frequency: .total)
      )
    )
    let notice = AllocationNotice(
      municipality: municipality,
      provider: provider,
      client: client,
      products: [product]
    )
    return .take(envelope("WMO301", message, .sent), .allocations(notice))
  }

  /// A refusal of a 301 of our own.
  static func refusal(_ message: String, of original: String) -> Command {
    .take(
      envelope("WMO302", message, .received),
      .answer(
        ReturnNotice(
          original: key("WMO301", original, sender: municipality.description),
          codes: ["9332"]
        )
      )
    )
  }

  static func line(
    _ reference: String,
    month: Int,
    hours: Int64,
    allocation: Int64 = 1,
    client: Int32 = 0,
    tariff: Int64 = 6_000,
    credits: String? = nil
  ) -> ClaimLine {
    guard let first = CivilDate(year: 2025, month: month, day: 1), let code = ProductCode("02A03")
    else { preconditionFailure("there is no month \(month)") }
    return ClaimLine(
      reference: reference,
      previousReference: credits,
      clientIndex: client,
      allocationNumber: allocation,
      category: ProductCategory(uncheckedNumber: 2),
      code: code,
      period: Period(monthOf: first),
      volume: hours,
      unit: .hour,
      tariff: Cents(tariff),
      amount: Cents(hours * tariff),
      isCredit: credits != nil
    )
  }

  static func claim(
    _ number: String,
    month: Int,
    _ lines: [ClaimLine],
    clients: [ClientKey] = [client, otherClient]
  ) -> ClaimNotice {
    guard let first = CivilDate(year: 2025, month: month, day: 1) else {
      preconditionFailure("there is no month \(month)")
    }
    return ClaimNotice(
      municipality: municipality,
      provider: provider,
      number: number,
      period: Period(monthOf: first),
      dated: first.lastOfMonth.adding(days: 5),
      total: Cents(lines.reduce(0) { $0 + $1.signedAmount.rawValue }),
      clients: clients.map { ClaimedClient(key: $0) },
      lines: lines
    )
  }

  /// A 323 that the municipality received.
  static func received(_ message: String, _ claim: ClaimNotice) -> Command {
    .take(envelope("WMO323", message, .received, reply: "WMO325"), .claim(claim))
  }
}

/// A date from its text; a text of a test that is no date is a mistake in the test.
func day(_ text: String) -> CivilDate {
  guard let date = CivilDate(text) else { preconditionFailure("\(text) is not a date") }
  return date
}

extension [RegionEvent] {
  /// The outcome of the message these events are about.
  var outcome: Outcome? {
    guard case .message(let judged)? = first else { return nil }
    return judged.outcome
  }

  /// The claim that was judged.
  var claim: ClaimJudged? {
    for case .claim(.judged(let claim)) in self { return claim }
    return nil
  }

  /// The findings that were told, by rule.
  var findings: [String] {
    guard case .message(let judged)? = first else { return [] }
    return judged.findings.map(\.rule)
  }
}
