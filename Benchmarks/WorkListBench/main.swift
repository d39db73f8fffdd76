import Claims
import Measuring
import People
import Quantities
import Rules

// Times what the work list of a million claim lines costs: once for every state, and then for every
// page that is asked for.

/// A ledger of a million lines, one in ten refused.
func ledger(claims: Int, lines: Int) -> ClaimLedger {
  var ledger = ClaimLedger()
  let failed = Assessment(failed: RuleMask(bits: 1 << 9), notAssessed: RuleMask())
  guard let start = CivilDate(year: 2024, month: 1, day: 1), let code = ProductCode("02A03")
  else { System.fail("the constants are good") }
  for claim in 0..<claims {
    let first = start.adding(months: claim % 24)
    let notice = ClaimNotice(
      municipality: MunicipalityCode(uncheckedNumber: UInt32(300 + claim % 7)),
      provider: ProviderCode(uncheckedNumber: UInt32(99_990_000 + claim % 200)),
      number: "D\(claim)",
      period: Period(monthOf: first),
      dated: first,
      total: .zero,
      clients: [ClaimedClient(key: ClientKey(high: 1, low: 1))],
      lines: (0..<lines).map { line in
        ClaimLine(
          reference: "R\(claim)-\(line)",
          previousReference: nil,
          clientIndex: 0,
          allocationNumber: 1,
          category: ProductCategory(uncheckedNumber: 2),
          code: code,
          period: Period(monthOf: first),
          volume: 10,
          unit: .hour,
          tariff: Cents(6_000),
          amount: Cents(Int64(60_000 + line)),
          isCredit: false
        )
      }
    )
    let receipts = (0..<lines).map { line in
      LineReceipt(
        allocation: Int32((claim * lines + line) % 40_000),
        allocationPosition: 1,
        priceRow: -1,
        usedVolume: 0,
        usedAmount: .zero,
        sameReference: -1,
        debit: .notAsked,
        debitLine: -1,
        standingDebit: -1,
        assessment: line % 10 == 0 ? failed : Assessment(),
        isAssessed: true
      )
    }
    ledger.record(notice, receipts: receipts, awarded: .zero, at: Int64(claim + 1))
  }
  return ledger
}

/// The median of nine runs, in milliseconds.
func milliseconds(_ work: () -> Void) -> Double {
  var times: [Double] = []
  for _ in 0..<9 {
    let watch = Stopwatch()
    work()
    times.append(watch.seconds * 1_000)
  }
  return times.sorted()[4]
}

let book = ledger(claims: 10_000, lines: 100)
let list = RefusedLines(book)
let newest = list.places(by: .newest)
let filter = RefusedLines.Filter(municipalities: [MunicipalityCode(uncheckedNumber: 301)])
var kept = 0
let making = milliseconds { kept &+= RefusedLines(book).items.count }
let sorting = milliseconds { kept &+= list.places(by: .amount).count }
let page = milliseconds {
  let choice = list.choice(filter, of: newest)
  kept &+= choice.groups.count
  for place in choice.places.suffix(50) {
    kept &+= book.lines[Int(list.items[Int(place)].row)].reference.utf8.count
  }
}
var byProvider = LineFilter()
byProvider.providers = [ProviderCode(uncheckedNumber: 99_990_007)]
var byStanding = LineFilter()
byStanding.standing = .refused
let narrow = milliseconds { kept &+= book.rows(byProvider).count }
let wide = milliseconds { kept &+= book.rows(byStanding).count }
let scan = milliseconds {
  for row in 0..<book.lines.count where book.lines.flags(of: row).isRefusal { kept &+= 1 }
}

print(
  """
  \(book.lines.count) lines, \(list.items.count) on the work list (\(kept))
    once for a state: the list \(making) ms, an order \(sorting) ms
    lines of a provider \(narrow) ms, refused lines \(wide) ms, a look at every line \(scan) ms
  """
)
Figure(
  "a page of the work list: \(Turns.text(book.lines.count)) claim lines, filtered, with groups",
  measured: "\(Turns.text(page)) ms",
  floor: "a look at the flags of every line: \(Turns.text(scan)) ms",
  ratio: Figure.times(page / scan, "the floor"),
  promise: Figure.promise(atMost: 50, page, " ms")
).show()
