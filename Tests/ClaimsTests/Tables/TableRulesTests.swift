import Access
import Claims
import Commissioning
import People
import Quantities
import Rules
import Testing

@Suite("The rules about a line of a table of deliveries")
struct TableRulesTests {
  private static let work = ClientKey(high: 7, low: 7)

  /// A line of the Participation Act by somebody without an allocation.
  private func free(
    _ number: Int32 = 2,
    from: String = "2025-01-06",
    through: String = "2025-01-24",
    volume: Int64 = 2,
    amount: Int64? = nil,
    reference: String? = nil,
    credits: String? = nil
  ) -> DeliveredLine {
    row(
      number,
      law: .participation,
      from: from,
      through: through,
      volume: volume,
      amount: amount,
      product: "IAT",
      client: Self.work,
      reference: reference,
      credits: credits
    )
  }

  @Test("A line is tied to the one allocation that fits, and is judged on it")
  func tied() {
    var scene = ClaimScene()
    let table = scene.table([row()])[0]
    #expect(table.isWhole)
    #expect(table.claim.notice.lines[0].allocationNumber == 1)
    #expect(table.claim.notice.lines[0].category == ProductCategory("02"))
    #expect(table.claim.notice.lines[0].tariff == Cents(6_000))
    #expect(scene.balance(1).volumes[.hour] == 120)
    #expect(scene.balance(1).amount == Cents(12_000))
  }

  @Test("What the rules of messages say of typed values they say of a table as well")
  func standard() {
    let scene = ClaimScene()
    let table: [(DeliveredLine, [String])] = [
      (row(allocation: 9), ["TR338"]),
      (row(allocation: 1, client: ClaimScene.otherClient), ["TR338"]),
      (row(product: "02A04", allocation: 1), ["TR340"]),
      (row(product: "02A03", category: "03", allocation: 1), ["TR339", "TR381"]),
      (row(from: "2024-12-01", through: "2024-12-31", allocation: 1), ["TR307"]),
      (row(from: "2025-01-02", allocation: 1), ["TR387"]),
      (row(through: "2025-01-30", allocation: 1), ["TR388"]),
      (row(volume: 99, allocation: 1), ["TR321"]),
      (row(unit: .halfDay, amount: 12_000, allocation: 1), ["TR341", "TR418"]),
      (row(tariff: 5_000, amount: 10_000, allocation: 1), ["TR418"]),
      (row(amount: 11_999, allocation: 1), ["TR346"]),
      (row(reference: "C-1", credits: "nothing"), ["TR323"]),
    ]
    for (line, expected) in table {
      #expect(scene.refusals(line) == expected, "\(line.row) \(expected)")
    }
  }

  @Test("LV01: without an allocation only the laws that the region chose are paid")
  func unallocated() {
    for policy in UnallocatedDeliveries.allCases {
      var scene = ClaimScene()
      scene.settings.unallocated = policy
      let wmo = row(client: Self.work)
      #expect(scene.refusals(free()) == (policy == .never ? ["LV01"] : []))
      #expect(scene.refusals(wmo) == (policy == .always ? [] : ["LV01"]))
    }
  }

  @Test("LV02: a line that fits several allocations must name one")
  func several() {
    var scene = ClaimScene()
    scene.allocate(2, "02A03", volume: total(40))
    #expect(scene.refusals(row()) == ["LV02"])
    #expect(scene.refusals(row(allocation: 2)).isEmpty)
    // One that has ended, or is for another product, does not fit.
    scene.allocate(1, "02A03", "2024-01-01", "2024-12-31", volume: weekly(3))
    scene.allocate(3, "02A04", volume: total(40))
    #expect(scene.refusals(row()).isEmpty)
  }

  @Test("LV03 and LV04: delivered by the day of the verdict, within one month")
  func periods() {
    let scene = ClaimScene()
    #expect(scene.refusals(free(), on: day("2025-01-23")) == ["LV03"])
    #expect(scene.refusals(free(), on: day("2025-01-24")).isEmpty)
    #expect(scene.refusals(free(through: "2025-02-02")) == ["LV04"])
    #expect(scene.refusals(row(through: "2025-02-28", allocation: 1)).isEmpty)
  }

  @Test("LV05: in euros the volume is the amount")
  func euros() {
    var scene = ClaimScene(prices: [price(0, unit: .euro, code: "IAT")])
    #expect(scene.refusals(rowInEuros(amount: 2_500)).isEmpty)
    #expect(scene.refusals(rowInEuros(amount: 2_501)) == ["LV05"])
    scene.table([rowInEuros(amount: 2_500)])
    #expect(scene.refusals(rowInEuros(amount: 2_500)) == ["LV06"])
  }

  private func rowInEuros(amount: Int64) -> DeliveredLine {
    row(
      law: .participation,
      volume: 2_500,
      unit: .euro,
      amount: amount,
      product: "IAT",
      client: Self.work
    )
  }

  @Test(
    "LV06: the same days of the same client and product are paid once, and again after a credit"
  )
  func twice() {
    var scene = ClaimScene()
    let tables = scene.table([
      free(2, reference: "A"), free(3, from: "2025-01-24", through: "2025-01-31"),
    ])
    #expect(tables[0].failures(0).isEmpty && tables[0].failures(1) == ["LV06"])
    #expect(scene.refusals(free(from: "2025-01-01", through: "2025-01-06")) == ["LV06"])
    #expect(scene.refusals(free(from: "2025-01-01", through: "2025-01-05")).isEmpty)
    #expect(scene.refusals(row(law: .participation, product: "CAT", client: Self.work)).isEmpty)
    // A credit must be of the same client, and then opens the days again.
    #expect(scene.refusals(free(volume: 3, reference: "C", credits: "A")) == ["TR323"])
    let credited = scene.table([free(2, reference: "C", credits: "A"), free(3, reference: "D")])[0]
    #expect(credited.isWhole && credited.claim.verdict.awarded == .zero)
    #expect(scene.refusals(free(reference: "E", credits: "A")) == ["TR390"])
  }

  @Test("LV07: above the ceiling of the contract only a specific allocation is paid")
  func ceilings() throws {
    let year = try #require(Period(from: day("2025-01-01"), through: day("2025-12-31")))
    func ceiling(_ before: Int64, _ codes: Set<ProductCode> = []) -> TableCeiling {
      TableCeiling(
        contract: "C1",
        period: year,
        amount: Cents(100_000),
        products: codes,
        awardedBefore: Cents(before)
      )
    }
    var scene = ClaimScene()
    #expect(scene.refusals(free(), ceilings: [ceiling(88_000)]).isEmpty)
    #expect(scene.refusals(free(), ceilings: [ceiling(88_001)]) == ["LV07"])
    let other = try #require(ProductCode("CAT"))
    #expect(scene.refusals(free(), ceilings: [ceiling(88_001, [other])]).isEmpty)
    #expect(scene.refusals(row(), ceilings: [ceiling(100_000)]).isEmpty)
    // Two lines of one table share the room, and the second tells what was left.
    let lines = [free(2), free(3, from: "2025-02-03", through: "2025-02-14")]
    let table = scene.table(lines, ceilings: [ceiling(80_000)])[0]
    #expect(table.failures(0).isEmpty && table.failures(1) == ["LV07"])
    #expect(table.facts[1].awardedBefore == Cents(92_000))
    let awarded = scene.ledger.awarded(to: ClaimScene.provider) { _, _, _ in true }
    #expect(awarded == Cents(12_000))
  }

  @Test("Rules of the lists and months of a standard say nothing of the Participation Act")
  func notApplied() {
    let own = Set(TableRules.set.rules.map(\.id))
    for law in SupportLaw.allCases {
      let names = TableRules.notApplied(under: law).map(\.rule)
      #expect(Set(names).count == names.count)
      #expect(Set(names).isSuperset(of: ["TR318", "TR333", "TR319", "TR304"]))
    }
    // Whatever judges claim lines by message is applied, or named with a reason why not.
    let named = Set(TableRules.notApplied(under: .socialSupport).map(\.rule))
    #expect(LineRules.set.rules.allSatisfy { own.contains($0.id) || named.contains($0.id) })
  }

  @Test("An explanation reproduces the verdict, names the rules not applied, and no person")
  func explained() throws {
    var scene = ClaimScene()
    let table = scene.table([free(volume: 3, amount: 1)])[0]
    let subject = scene.subject(of: table.claim, row: 0)
    let explanation = LineExplanation(table: table, row: 0, subject: subject)
    #expect(explanation.isReproduced && !explanation.isApproved)
    for part in [
      "regel 2", "TR346", "Participatiewet", "Niet van toepassing", "TR318", "verzegeld",
    ] {
      #expect(explanation.text(in: .dutch).lowercased().contains(part.lowercased()), "\(part)")
    }
    let english = explanation.text(in: .english)
    #expect(english.contains("Not applied") && english.contains("Participation Act"))
    #expect(explanation.json(in: .dutch) == explanation.json(in: .dutch))
  }

  @Test("An opening balance counts, is told, and is taken over once")
  func opening() throws {
    var scene = ClaimScene()
    scene.allocate(2, "02A04", volume: total(40))
    scene.open(2, volume: 38, amount: 228_000)
    scene.open(2, volume: 1, amount: 1)
    #expect(scene.balance(2).volumes[.hour] == 38 * 60)
    let id = try #require(
      scene.allocations.find(number: 2, municipality: ClaimScene.municipality)
    )
    #expect(scene.ledger.hasStandingLines(id))
    let over = line("R1", "2025-03", 3, product: "02A04", allocation: 2)
    let fits = line("R2", "2025-03", 2, product: "02A04", allocation: 2)
    #expect(scene.receipt(over, in: "2025-03").failures == ["TR322"])
    #expect(scene.receipt(fits, in: "2025-03").isApproved)
    let notice = scene.notice([over], "2025-03")
    let basis = ClaimBasis(day: ClaimScene.today, ruleSets: [], priceList: 1, settings: 0)
    let claim = ClaimJudged(notice: notice, verdict: scene.verdict(notice), basis: basis)
    let explanation = LineExplanation(
      claim: claim,
      row: 0,
      subject: scene.subject(of: claim, row: 0),
      opening: scene.ledger.opening(of: id.slot)
    )
    let text = explanation.text(in: .dutch)
    #expect(text.contains("er resteert 2 uur") && text.contains("38 uur, € 2.280,00"), "\(text)")
  }
}
