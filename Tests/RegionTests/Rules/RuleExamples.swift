import Access
import Claims
import Columns
import Journal
import People
import Quantities
import Region
import Rules

private typealias Fixture = RegionFixture
private typealias Own = ProviderFixture

/// How often each rule of each message fired, and how often it was assessed and did not.
struct RuleTally {
  private(set) var fired: [String: Int] = [:]
  private(set) var passed: [String: Int] = [:]

  static func key(_ message: String, _ rule: RuleID) -> String { "\(rule) in \(message)" }

  /// Adds what came of a message that holds some classes.
  mutating func note(_ events: [RegionEvent]?, _ message: String, _ classes: Set<String>) {
    guard case .message(let judged)? = events?.first else { return }
    var failed = Set(judged.findings.map { RuleID($0.rule) })
    // What is said of the clients of a claim stands with its lines.
    for client in events?.claim?.verdict.clients ?? [] {
      failed.formUnion(client.failed.indices.map { ClaimedClientRules.set.rules[$0].id })
    }
    for rule in failed { fired[Self.key(message, rule), default: 0] += 1 }
    guard judged.outcome != .rejectMessage, judged.notAssessed.isEmpty else { return }
    let closed = Set(RuleDirectory.notAssessed(in: message, whenFailed: failed).map(\.id))
    for rule in RuleDirectory.rules(judging: message) {
      let isJudged =
        judged.outcome == .rejectHeader
        ? rule.judges == "Header" : classes.union(["Header"]).contains(rule.judges)
      guard isJudged, !failed.contains(rule.id), !closed.contains(rule.id) else { continue }
      passed[Self.key(message, rule.id), default: 0] += 1
    }
  }
}

/// Messages of every kind, drawn from a seed out of few values, so that they often clash.
struct RuleExamples {
  private(set) var tally = RuleTally()
  /// The records of the municipality, and those of the provider.
  private var municipal = RegionFixture.opened
  private var provider = ProviderFixture.opened
  private var random: UInt64
  private var messages = 0

  init(seed: UInt64) {
    random = StableHash.of(seed, seed: 123)
    for number in Int64(1)...3 { allocate(number) }
    let line = Fixture.line("R1", month: 1, hours: 1)
    provider.perform(Own.sent("S1", Fixture.claim("D1", month: 1, [line])))
    if pick([true, false]) {
      provider.perform(Own.answer("T1", to: "S1", "D1", claimed: 6_000, awarded: 6_000))
    }
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    random = StableHash.of(random, seed: 11)
    return values[Int(random % UInt64(values.count))]
  }

  private mutating func number() -> String {
    messages += 1
    return pick([true, true, true, true, true, false]) ? "N\(messages)" : "N1"
  }

  /// What both parties wrote down so far.
  var entries: [[Entry]] { [municipal.entries, provider.entries] }

  /// The next message of every kind.
  mutating func step() {
    starts()
    stops()
    request()
    change()
    answerRequest()
    allocations()
    claim()
    answerClaim()
  }

  private mutating func terms() -> AllocationTerms {
    let isWeekly = pick([true, false])
    return AllocationTerms(
      category: ProductCategory(pick(["02", "02", "07"])),
      code: ProductCode(pick(["02A03", "02A03", "02A05"])),
      from: day(pick(["2025-01-01", "2026-02-01"])),
      through: day(pick(["2026-06-30", "2026-12-31"])),
      volume: SupportVolume(amount: 3, unit: .hour, frequency: isWeekly ? .week : .total)
    )
  }

  /// An allocation that the municipality sent, of some kind.
  private mutating func allocate(_ number: Int64) {
    let kinds = [
      AllocationTerms(
        category: ProductCategory("02"),
        code: ProductCode("02A03"),
        from: day("2025-01-01"),
        volume: SupportVolume(amount: 3, unit: .hour, frequency: .week)
      ),
      AllocationTerms(
        category: ProductCategory("06"),
        from: day("2025-01-01"),
        through: day("2026-12-31"),
        budget: Cents(100_000)
      ),
      AllocationTerms(from: day("2025-01-01"), through: day("2026-12-31"), budget: Cents(9)),
    ]
    let product = AllocatedProduct(
      number: number,
      decided: DecisionMoment(on: day("2024-12-18"), at: CivilTime(nanoseconds: number)),
      terms: number == 1 ? kinds[0] : pick(kinds)
    )
    let notice = AllocationNotice(
      municipality: Fixture.municipality,
      provider: Fixture.provider,
      client: Fixture.client,
      products: [product]
    )
    messages += 1
    municipal.perform(
      .take(Fixture.envelope("WMO301", "A\(messages)", .sent), .allocations(notice))
    )
    provider.perform(
      .take(Own.envelope("WMO301", "A\(messages)", .received), .allocations(notice))
    )
  }
}

// MARK: - To the municipality

extension RuleExamples {
  private mutating func receive(
    _ message: String,
    _ content: MessageContent,
    _ classes: Set<String>
  ) {
    let envelope = Fixture.envelope(
      "WMO\(message)",
      number(),
      .received,
      dated: pick([Fixture.today, Fixture.today, Fixture.today, day("2026-01-11")]),
      exists: pick([true, true, true, false])
    )
    tally.note(municipal.perform(.take(envelope, content)), message, classes)
  }

  private var parties: DeliveryParties {
    DeliveryParties(
      municipality: Fixture.municipality,
      provider: Fixture.provider,
      client: Fixture.client
    )
  }

  private mutating func startKey() -> StartKey {
    StartKey(
      number: pick([1, 1, 2, 9]),
      category: ProductCategory(pick(["02", "02", "02", "07"])),
      code: ProductCode("02A03"),
      begin: day(pick(["2025-01-06", "2025-03-03"]))
    )
  }

  private mutating func starts() {
    let product = StartProduct(key: startKey(), submission: pick([.first, .first, .deletion]))
    receive("305", .starts(StartMessage(parties: parties, products: [product])), ["StartProduct"])
  }

  private mutating func stops() {
    let key = StopKey(
      start: startKey(),
      reason: pick([.temporary, StopReason(uncheckedNumber: 19)]),
      end: day(pick(["2025-03-01", "2025-04-01", "2025-06-01"]))
    )
    let product = StopProduct(key: key, submission: pick([.first, .first, .first, .deletion]))
    receive("307", .stops(StopMessage(parties: parties, products: [product])), ["StopProduct"])
  }

  private mutating func request() {
    let request = AllocationRequest(
      municipality: Fixture.municipality,
      provider: Fixture.provider,
      client: pick([Fixture.client, Fixture.otherClient, Fixture.stranger]),
      dated: Fixture.today,
      products: [RequestedProduct(reference: pick(["V1", "V2", "V3", "V4"]), terms: terms())]
    )
    receive("315", .allocationRequest(request), ["Client", "AangevraagdProduct"])
    let envelope = Own.envelope("WMO315", "V\(messages)", .sent)
    provider.perform(.take(envelope, .allocationRequest(request)))
  }

  private mutating func change() {
    let changed = ChangedProduct(
      number: pick([1, 2, 3, 9]),
      from: day(pick(["2025-01-01", "2026-01-05", "2026-02-01"])),
      volume: pick([nil, SupportVolume(amount: 5, unit: .hour, frequency: .week)]),
      budget: pick([nil, Cents(5)])
    )
    let others = [1, 2, 3].filter { $0 != changed.number }
    let request = ChangeRequest(
      municipality: Fixture.municipality,
      provider: Fixture.provider,
      client: pick([Fixture.client, Fixture.client, Fixture.client, Fixture.stranger]),
      clientKnown: true,
      dated: Fixture.today,
      reference: pick(["W1", "W2", "V1"]),
      change: RequestedChange(
        reason: .planChanged,
        unchanged: pick([others, others, [1], [1, 2, 3, 8]]),
        changed: [changed],
        new: pick([[], [terms()]])
      )
    )
    let isNew = !request.change.new.isEmpty
    receive(
      "317",
      .changeRequest(request),
      Set(
        ["Client", "Verzoek", "OngewijzigdProduct", "TeWijzigenProduct"]
          + (isNew ? ["NieuwProduct"] : [])
      )
    )
    // What was asked is decided now and then, so that something new may be asked.
    for reference in ["V1", "V2", "V3", "V4", "W1", "W2"] where pick([true, false]) {
      messages += 1
      let answer = RequestAnswer(
        municipality: Fixture.municipality,
        provider: Fixture.provider,
        reference: reference,
        answer: .rejected(.noContract)
      )
      municipal.perform(
        .take(Fixture.envelope("WMO319", "A\(messages)", .sent), .requestAnswer(answer))
      )
    }
  }

  private mutating func claim() {
    let month = pick([1, 2, 3])
    let claim = Fixture.claim(
      pick(["D1", "D\(messages)"]),
      month: month,
      [Fixture.line("R\(messages)", month: month, hours: 1)],
      clients: pick([[Fixture.client], [Fixture.stranger]])
    )
    receive("323", .claim(claim), ["Declaratie", "Client"])
  }
}

// MARK: - To the provider

extension RuleExamples {
  private mutating func receiveOwn(
    _ message: String,
    _ content: MessageContent,
    _ classes: Set<String>
  ) {
    let envelope = Own.envelope("WMO\(message)", number(), .received)
    tally.note(provider.perform(.take(envelope, content)), message, classes)
  }

  private mutating func answerRequest() {
    let answer = RequestAnswer(
      municipality: Fixture.municipality,
      provider: Fixture.provider,
      reference: pick(["V1", "V2", "V3", "V4", "V9"]),
      answer: pick([.underInvestigation, .underInvestigation, .rejected(.noContract)])
    )
    receiveOwn("319", .requestAnswer(answer), ["Antwoord"])
  }

  private mutating func allocations() {
    let product = AllocatedProduct(
      number: pick([1, 2, 3, 4, 5]),
      decided: DecisionMoment(
        on: day("2025-06-01"),
        at: CivilTime(nanoseconds: pick([1, 2, 3, 4]))
      ),
      terms: terms(),
      changeReason: pick([nil, .deleted]),
      providerReference: pick([nil, nil, "V1", "V2"])
    )
    let notice = AllocationNotice(
      municipality: Fixture.municipality,
      provider: Fixture.provider,
      client: pick([Fixture.client, Fixture.client, Fixture.otherClient]),
      products: [product]
    )
    receiveOwn("301", .allocations(notice), ["ToegewezenProduct"])
  }

  private mutating func answerClaim() {
    let line = Fixture.line("R1", month: 1, hours: pick([1, 1, 2]))
    let listed = pick([[], [line], [Fixture.line("R9", month: 1, hours: 1)]])
    let notice = ClaimAnswerNotice(
      municipality: Fixture.municipality,
      provider: Fixture.provider,
      claimIdentification: pick(["S1", "S1", "S1", "S9"]),
      schemaVersion: pick(["1.0.0 1.0.0", "1.0.0 1.0.0", "1.0.0 1.0.1"]),
      number: pick(["D1", "D1", "D1", "D9"]),
      claimed: Cents(6_000),
      awarded: .zero,
      codes: [],
      clients: listed.isEmpty ? [] : [pick([Fixture.client, Fixture.client, Fixture.stranger])],
      lines: listed
    )
    let classes: Set = ["DeclaratieAntwoord"]
    receiveOwn(
      "325",
      .claimAnswer(notice),
      listed.isEmpty ? classes : classes.union(["Client", "Prestatie"])
    )
  }
}
