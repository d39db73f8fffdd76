import Access
import Claims
import Journal
import People
import Quantities
import Rules

/// A claim event of every kind with fixed values, for golden bytes.
enum ClaimEventFixture {
  static let lines = [
    line("R-1", "2025-01", 15),
    line("R-2", "2025-02", 425, unit: .minute, tariff: 153, amount: 65_060, client: 1),
    line("R-3", "2025-01", 9_000, unit: .euro, product: "03A03", allocation: 7),
    line("C-1", "2024-12", 15, credits: "R-0"),
  ]

  static let clients = [
    ClaimedClient(key: ClientKey(high: 1, low: 2)),
    ClaimedClient(key: ClientKey(high: 0x0123_4567_89AB_CDEF, low: .max)),
  ]

  static let verdicts = [Assessment(), Assessment(failed: RuleMask(bits: 1))]

  static let receipts = [
    receipt(allocation: 0, position: 12, price: 3, volume: 900, amount: 90_000),
    .notAssessed,
    receipt(failed: 1 << 1, skipped: 0xFF << 2, standing: -2),
    receipt(
      allocation: 4,
      position: 99,
      volume: -1,
      amount: -2,
      same: 5,
      debit: .credited,
      debitLine: 8
    ),
  ]

  static func receipt(
    allocation: Int32 = -1,
    position: Int64 = 0,
    price: Int32 = -1,
    volume: Int64 = 0,
    amount: Int64 = 0,
    failed: UInt64 = 0,
    skipped: UInt64 = 0,
    same: Int32 = -1,
    debit: DebitMatch = .notAsked,
    debitLine: Int32 = -1,
    standing: Int32 = -1
  ) -> LineReceipt {
    LineReceipt(
      allocation: allocation,
      allocationPosition: position,
      priceRow: price,
      usedVolume: volume,
      usedAmount: Cents(amount),
      sameReference: same,
      debit: debit,
      debitLine: debitLine,
      standingDebit: standing,
      assessment: Assessment(
        failed: RuleMask(bits: failed),
        notAssessed: RuleMask(bits: skipped)
      ),
      isAssessed: true
    )
  }

  static let notice = ClaimNotice(
    municipality: ClaimScene.municipality,
    provider: ClaimScene.provider,
    number: "D-2025-01",
    period: Period(monthOf: day("2025-01-01")),
    dated: day("2025-02-05"),
    total: Cents(164_060),
    clients: clients,
    lines: lines,
    schemaVersion: "1.0.0 1.0.1"
  )

  static let judged = ClaimEvent.judged(claim)

  private static let claim = ClaimJudged(
    notice: notice,
    verdict: ClaimVerdict(
      claim: Assessment(),
      clients: verdicts,
      receipts: receipts,
      awarded: Cents(-90_000)
    ),
    basis: ClaimBasis(
      day: day("2025-02-06"),
      ruleSets: ["a/1", "b/1", "c/1"],
      priceList: 2,
      settings: 1
    )
  )

  static let submitted = ClaimEvent.submitted(
    ClaimSubmitted(notice: notice, allocations: [0, -1, 7, 7])
  )

  static let answered = ClaimEvent.answered(
    ClaimAnswered(
      message: 41,
      provider: ClaimScene.provider,
      number: "D-2025-01",
      refused: [1, 3],
      awarded: Cents(99_000)
    )
  )

  static let annulled = ClaimEvent.annulled(message: 41)

  static let facts = [
    fact(2, named: true, ceiling: 0, before: 20),
    fact(3, fitting: 2),
    fact(4, same: -2),
    fact(9, same: 17),
  ]

  private static func fact(
    _ row: Int32,
    named: Bool = false,
    fitting: Int32 = 0,
    same: Int32 = -1,
    ceiling: Int32 = -1,
    before: Int64 = 0
  ) -> TableLineFact {
    TableLineFact(
      row: row,
      namesAllocation: named,
      fittingAllocations: fitting,
      sameDelivery: same,
      ceiling: ceiling,
      awardedBefore: Cents(before)
    )
  }

  static let tableJudged = ClaimEvent.tableJudged(
    TableJudged(
      claim: claim,
      law: .participation,
      ceilings: [
        TableCeiling(
          contract: "C-1",
          period: Period(monthOf: day("2025-01-01")),
          amount: Cents(500),
          products: Set(["IAT", "CAT"].compactMap { ProductCode($0) }),
          awardedBefore: Cents(20)
        )
      ],
      facts: facts
    )
  )

  static let balanceTakenOver = ClaimEvent.balanceTakenOver(
    TakenOverBalance(
      municipality: ClaimScene.municipality,
      number: 7,
      volume: 90,
      unit: .minute,
      amount: Cents(15_300)
    )
  )

  /// The entry of an event, as a journal would give it back.
  static func entry(
    _ event: ClaimEvent,
    body: [UInt8]? = nil,
    version: UInt16? = nil
  ) -> Entry {
    Entry(
      position: Position(1),
      recordedAt: Instant(milliseconds: 0),
      knownOn: day("2025-02-06"),
      actor: "test",
      command: CommandStamp(key: .zero, body: .zero, index: 1, count: 1),
      event: event.name,
      eventVersion: version ?? event.version,
      body: body ?? event.body,
      attachments: event.attachments.map {
        Attachment(layout: $0.layout, bytes: $0.bytes, digest: .zero)
      },
      hash: .zero
    )
  }
}
