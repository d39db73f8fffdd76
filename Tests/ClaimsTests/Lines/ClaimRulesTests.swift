import Access
import Claims
import Commissioning
import People
import Quantities
import Rules
import Testing

@Suite("Rules about a claim as a whole and about its clients")
struct ClaimRulesTests {
  @Test("TR333: a claim number is used once by a provider")
  func number() {
    var scene = ClaimScene()
    let first = scene.notice([line("R1", "2025-01", 1)], "2025-01", number: "D1")
    #expect(scene.verdict(first).claim.passes)
    scene.claim([line("R1", "2025-01", 1)], "2025-01")
    let again = scene.notice([line("R2", "2025-02", 1)], "2025-02", number: "D1")
    let verdict = scene.verdict(again)
    #expect(failed(verdict) == ["TR333"])
    #expect(verdict.receipts.isEmpty)
    #expect(verdict.clients.isEmpty)
    #expect(verdict.awarded == .zero)
    let other = scene.notice(
      [line("R2", "2025-02", 1)],
      "2025-02",
      number: "D1",
      provider: ClaimScene.otherProvider
    )
    #expect(scene.verdict(other).claim.passes)
  }

  @Test(
    "TR318: an earlier month may not follow; the same month and a gap may",
    arguments: [("2025-02", true), ("2025-03", false), ("2025-04", false), ("2025-09", false)]
  )
  func order(month: String, fires: Bool) {
    var scene = ClaimScene()
    scene.claim([line("R1", "2025-03", 1)], "2025-03")
    let verdict = scene.verdict(scene.notice([line("R2", "2025-02", 1)], month))
    #expect(failed(verdict) == (fires ? ["TR318"] : []))
  }

  @Test("TR318 is kept per provider, and a claim that counts as not sent does not move it")
  func orderOfOthers() {
    var scene = ClaimScene()
    scene.claim([line("R1", "2025-03", 1)], "2025-03", provider: ClaimScene.otherProvider)
    #expect(scene.verdict(scene.notice([line("R2", "2025-01", 1)], "2025-01")).claim.passes)
  }

  @Test("Both rules of a claim are reported")
  func both() {
    var scene = ClaimScene()
    scene.claim([line("R1", "2025-03", 1)], "2025-03")
    let again = scene.notice([line("R2", "2025-02", 1)], "2025-02", number: "D1")
    #expect(failed(scene.verdict(again)) == ["TR333", "TR318"])
  }

  @Test("TR304: the lines of an unknown client are not judged, and those of others are")
  func client() {
    var scene = ClaimScene()
    let lines = [line("R1", "2025-01", 15), line("R2", "2025-01", 15, client: 2)]
    let verdict = scene.claim(lines, "2025-01")
    #expect(verdict.clients.map(\.passes) == [true, false, false])
    #expect(verdict.receipts.map(\.isApproved) == [true, false])
    #expect(verdict.receipts[1] == .notAssessed)
    #expect(verdict.awarded == Cents(90_000))
    #expect(!verdict.isWhole)
    scene.allocate(3, "02A03", volume: weekly(3), client: ClaimScene.stranger)
    let known = scene.verdict(scene.notice([line("R3", "2025-01", 15)], "2025-01"))
    #expect(known.clients.map(\.passes) == [true, false, true])
  }

  @Test("A refused line uses its reference up, also under an unknown client")
  func usedUp() {
    var scene = ClaimScene()
    scene.claim([line("R1", "2025-01", 1, client: 2)], "2025-01")
    #expect(scene.receipt(line("R1", "2025-01", 1), in: "2025-01").failures == ["TR314"])
  }

  @Test("Before the standard was in force the first rules of it judge, not none")
  func early() throws {
    let early = try #require(CivilDate(year: 2019, month: 1, day: 1))
    let scene = ClaimScene()
    let verdict = scene.judge.judge(
      scene.notice([line("R1", "2025-01", 99)], "2025-01"),
      on: LineRules.judgingDay(early)
    )
    #expect(verdict.receipts[0].failures == ["TR321"])
    #expect(LineRules.judgingDay(ClaimScene.today) == ClaimScene.today)
  }

  private func failed(_ verdict: ClaimVerdict) -> [String] {
    verdict.claim.failed.indices.map { ClaimRules.set.rules[$0].id.description }
  }
}

@Suite("Prices, credits and what never blocks")
struct LineJudgingTests {
  @Test("The most specific row wins: provider, municipality, code, category, in that order")
  func specificity() {
    let rows = [
      price(1), price(2, category: "02"), price(3, code: "02A03"),
      price(4, municipality: ClaimScene.municipality),
      price(5, code: "02A03", municipality: ClaimScene.municipality),
      price(6, provider: ClaimScene.provider),
    ]
    for count in 1...rows.count {
      let scene = ClaimScene(prices: Array(rows[..<count]))
      let best = line("R1", "2025-01", 1, tariff: Int64(count))
      #expect(scene.receipt(best, in: "2025-01").isApproved, "\(count) rows")
      #expect(scene.receipt(best, in: "2025-01").priceRow == Int32(count - 1))
    }
    let other = ClaimScene(prices: [price(1), price(2, provider: ClaimScene.otherProvider)])
    #expect(other.receipt(line("R1", "2025-01", 1, tariff: 1), in: "2025-01").isApproved)
  }

  @Test("Without a price the explanation says that no tariff is known, 0611")
  func noPrice() throws {
    let scene = ClaimScene(prices: [price(6_000, code: "03A03")])
    let subject = try #require(Explained(scene, line("R1", "2025-01", 1)))
    #expect(subject.codes == ["0611"])
    #expect(subject.dutch.contains("geen tarief bekend"))
    #expect(subject.english.contains("no tariff is known"))
  }

  @Test("A credit and its new debit may share a message: TR389 looks at what stands after credits")
  func creditAndDebit() {
    var scene = ClaimScene()
    scene.claim([line("R1", "2025-01", 15)], "2025-01")
    let verdict = scene.claim(
      [line("R2", "2025-01", 12), line("C1", "2025-01", 15, credits: "R1")],
      "2025-01"
    )
    #expect(verdict.receipts.map(\.failures) == [[], []])
    #expect(verdict.awarded == Cents(-3 * 6_000))
    #expect(scene.balance(1).volumes[.hour] == 12 * 60)
    #expect(scene.balance(1).amount == Cents(72_000))
    #expect(scene.balance(1).standingLines == 1)
  }

  @Test("Two credits of one debit in a message: the first by reference stands, TR390 for the other")
  func twoCredits() {
    var scene = ClaimScene()
    scene.claim([line("R1", "2025-01", 15)], "2025-01")
    let lines = [
      line("C2", "2025-01", 15, credits: "R1"), line("C1", "2025-01", 15, credits: "R1"),
    ]
    let verdict = scene.claim(lines, "2025-01")
    #expect(verdict.receipts.map(\.failures) == [["TR390"], []])
    #expect(scene.balance(1) == AllocationBalance())
  }

  @Test("A credit line cannot itself be credited")
  func creditOfCredit() {
    var scene = ClaimScene()
    scene.claim([line("R1", "2025-01", 15)], "2025-01")
    scene.claim([line("C1", "2025-01", 15, credits: "R1")], "2025-01")
    let again = line("C2", "2025-01", 15, credits: "C1")
    #expect(scene.receipt(again, in: "2025-01").failures == ["TR323"])
  }

  @Test("Two debits of one month in a message: the first by reference stands, TR389 for the other")
  func twoDebits() {
    let scene = ClaimScene()
    let lines = [line("R2", "2025-01", 1), line("R1", "2025-01", 1)]
    let verdict = scene.verdict(scene.notice(lines, "2025-01"))
    #expect(verdict.receipts.map(\.failures) == [["TR389"], []])
  }

  @Test("A debit that is refused does not count for those after it")
  func refusedCountsNot() {
    var scene = ClaimScene()
    scene.allocate(1, "02A03", volume: total(10))
    let lines = [line("R1", "2025-01", 11), line("R2", "2025-02", 10)]
    let verdict = scene.verdict(scene.notice(lines, "2025-02"))
    #expect(verdict.receipts.map(\.failures) == [["TR321", "TR322"], []])
  }

  @Test("Minutes and hours on one allocation are added up in minutes")
  func minutes() {
    var scene = ClaimScene()
    scene.allocate(1, "02A03", volume: total(10))
    scene.claim([line("R1", "2025-01", 9)], "2025-01")
    let minutes = { (count: Int64) in
      line("R2", "2025-02", count, unit: .minute, tariff: 100)
    }
    #expect(scene.receipt(minutes(60), in: "2025-02").isApproved)
    #expect(scene.receipt(minutes(61), in: "2025-02").failures == ["TR322"])
  }

  @Test("A region may count minutes and hours apart, and a budget by volumes")
  func otherChoices() {
    var scene = ClaimScene()
    scene.settings.minutesAndHours = .separately
    scene.settings.budgetCounting = .volumes
    scene.allocate(1, "02A03", volume: total(10))
    scene.allocate(2, nil, budget: 20)
    scene.claim([line("R1", "2025-01", 9), line("B1", "2025-01", 15, allocation: 2)], "2025-01")
    let minutes = line("R2", "2025-02", 600, unit: .minute, tariff: 100)
    #expect(scene.receipt(minutes, in: "2025-02").isApproved)
    #expect(scene.receipt(line("R2", "2025-02", 2), in: "2025-02").failures == ["TR322"])
    let volumes = { (count: Int64) in line("B2", "2025-02", count, allocation: 2) }
    #expect(scene.receipt(volumes(5), in: "2025-02").isApproved)
    #expect(scene.receipt(volumes(6), in: "2025-02").failures == ["TR369"])
  }

  @Test("Euros are counted in cents, by volume and against a budget")
  func euros() {
    var scene = ClaimScene(prices: [])
    scene.allocate(2, "02A03", volume: total(10_000, .euro))
    let fits = line("R1", "2025-01", 10_000, unit: .euro, allocation: 2)
    let over = line("R1", "2025-01", 10_001, unit: .euro, allocation: 2)
    #expect(scene.receipt(fits, in: "2025-01").isApproved)
    #expect(scene.receipt(over, in: "2025-01").failures == ["TR321", "TR322"])
  }

  @Test("A later, lower allocation changes no verdict that was given")
  func laterVersion() {
    var scene = ClaimScene()
    scene.claim([line("R1", "2025-01", 15)], "2025-01")
    let before = scene.balance(1)
    scene.allocate(1, "02A03", volume: total(1))
    #expect(scene.balance(1) == before)
    let credit = scene.receipt(line("C1", "2025-01", 15, credits: "R1"), in: "2025-02")
    #expect(credit.isApproved)
  }

  @Test("Numbers too large to count with are refused or unbounded, and never trap")
  func overflow() {
    var scene = ClaimScene(prices: [price(.max)])
    scene.allocate(1, "02A03", volume: total(.max))
    scene.allocate(2, nil, budget: .max)
    for number in Int64(1)...2 {
      let huge = line("R1", "2025-01", .max, tariff: .max, amount: .max, allocation: number)
      #expect(scene.receipt(huge, in: "2025-01").failures.contains("TR346"))
    }
  }
}
