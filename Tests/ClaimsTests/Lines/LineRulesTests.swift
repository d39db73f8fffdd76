import Access
import Claims
import Commissioning
import Quantities
import Rules
import Testing

/// A line in a scene, and what the rules say of it.
private struct Given: Sendable, CustomTestStringConvertible {
  let rule: String
  let what: String
  let line: ClaimLine
  let month: String
  let fails: [String]
  let skips: [String]
  let before: @Sendable (inout ClaimScene) -> Void

  init(
    _ rule: String,
    _ what: String,
    _ line: ClaimLine,
    _ month: String = "2025-01",
    fails: [String] = [],
    skips: [String] = [],
    before: @escaping @Sendable (inout ClaimScene) -> Void = { _ in }
  ) {
    self.rule = rule
    self.what = what
    self.line = line
    self.month = month
    self.fails = fails
    self.skips = skips
    self.before = before
  }

  var testDescription: String { "\(rule): \(what)" }
}

@Suite("Rules about lines, PR-01 PR-02 PR-07")
struct LineRulesTests {
  @Test("A rule fires, alone, with what rests on it not assessed", arguments: firing)
  fileprivate func fires(given: Given) {
    var scene = ClaimScene()
    given.before(&scene)
    let receipt = scene.receipt(given.line, in: given.month)
    #expect(receipt.failures == given.fails)
    #expect(receipt.skipped == given.skips)
    #expect(given.fails.contains(given.rule))
    #expect(!receipt.isApproved)
  }

  @Test("A line beside the edge of a rule is approved", arguments: passing)
  fileprivate func passes(given: Given) {
    var scene = ClaimScene()
    given.before(&scene)
    let receipt = scene.receipt(given.line, in: given.month)
    #expect(receipt.failures == [])
    #expect(receipt.skipped == [])
    #expect(receipt.isApproved)
  }

  @Test("Every rule of the set has a case that fires and one that does not")
  func isComplete() {
    let rules = LineRules.set.rules.map(\.id.description)
    #expect(Set(firing.map(\.rule)) == Set(rules))
    #expect(Set(passing.map(\.rule)) == Set(rules))
  }

  @Test("Every failing rule of a line is reported, not only the first")
  func all() {
    let broken = line("R1", "2025-03", 15, tariff: 5_000, amount: 1, product: "02A04")
    let receipt = ClaimScene().receipt(broken, in: "2025-01")
    #expect(receipt.failures == ["TR340", "TR319", "TR418", "TR346"])
  }
}

// MARK: - Firing

private let tied = [
  "TR384", "TR339", "TR340", "TR307", "TR308", "TR387", "TR388", "TR341", "TR321", "TR322", "TR369",
]

private let firing: [Given] = identity + periods + volumes + amounts

private let identity: [Given] = [
  Given("TR314", "delivered before", line("R0", "2025-02", 15), "2025-02", fails: ["TR314"]) {
    $0.claim([line("R0", "2025-01", 15)], "2025-01")
  },
  Given("TR314", "refused before", line("R0", "2025-01", 15), fails: ["TR314"]) {
    $0.claim([line("R0", "2025-01", 900)], "2025-01")
  },
  Given(
    "TR338",
    "unknown number",
    line("R1", "2025-01", 15, allocation: 9),
    fails: ["TR338"],
    skips: tied + ["TR389"]
  ),
  Given(
    "TR338",
    "number of another client",
    line("R1", "2025-01", 15, client: 1),
    fails: ["TR338"],
    skips: tied + ["TR389"]
  ) { $0.allocate(2, "02A03", client: ClaimScene.otherClient) },
  Given(
    "TR338",
    "number at another provider",
    line("R1", "2025-01", 15, allocation: 2),
    fails: ["TR338"],
    skips: tied + ["TR389"]
  ) { $0.allocate(2, "02A03", provider: ClaimScene.otherProvider) },
  Given(
    "TR384",
    "deleted",
    line("R1", "2025-01", 15),
    fails: ["TR384"],
    skips: tied.filter { $0 != "TR384" }
  ) { $0.allocate(1, "02A03", volume: weekly(3), reason: .deleted) },
  Given(
    "TR339",
    "other category",
    line("R1", "2025-01", 15, product: "03A03"),
    fails: ["TR339"],
    skips: ["TR340"]
  ),
  Given("TR340", "other code", line("R1", "2025-01", 15, product: "02A04"), fails: ["TR340"]),
  Given(
    "TR381",
    "code of another category",
    line("R1", "2025-01", 15, product: "03A03", category: "02", allocation: 2),
    fails: ["TR381"]
  ) { $0.allocate(2, nil, budget: 1_000_000) },
  Given(
    "TR381",
    "code that is not in the region's list",
    line("R1", "2025-01", 15),
    fails: ["TR381"]
  ) { $0.settings.productList = .own([:]) },
]

private let periods: [Given] = [
  Given("TR319", "a later month", line("R1", "2025-02", 15), fails: ["TR319"]),
  Given(
    "TR307",
    "before the allocation",
    line("R1", "2025-01", 3),
    fails: ["TR307"],
    skips: ["TR387", "TR321"]
  ) { $0.allocate(1, "02A03", "2025-01-15", volume: weekly(3)) },
  Given(
    "TR308",
    "after the allocation",
    line("R1", "2025-01", 3),
    fails: ["TR308"],
    skips: ["TR388", "TR321"]
  ) { $0.allocate(1, "02A03", "2025-01-01", "2025-01-20", volume: weekly(3)) },
  Given(
    "TR387",
    "begins within the month",
    line("R1", "2025-01", 3, from: "2025-01-10"),
    fails: ["TR387"]
  ),
  Given(
    "TR388",
    "ends within the month",
    line("R1", "2025-01", 3, through: "2025-01-20"),
    fails: ["TR388"]
  ),
]

private let volumes: [Given] = [
  Given(
    "TR341",
    "half days on hours",
    line("R1", "2025-01", 3, unit: .halfDay),
    fails: ["TR341"],
    skips: ["TR321", "TR322"]
  ) { $0.prices = ClaimScene.list([price(6_000, unit: nil)]) },
  Given(
    "TR341",
    "hours under a tariff per minute, allocated without volume",
    line("R1", "2025-01", 3, allocation: 2),
    fails: ["TR341"],
    skips: ["TR321", "TR322"]
  ) {
    $0.prices = ClaimScene.list([price(100, unit: .minute)])
    $0.allocate(2, "02A03")
  },
  Given("TR321", "one hour over five weeks", line("R1", "2025-01", 16), fails: ["TR321"]),
  Given(
    "TR321",
    "one minute over five weeks",
    line("R1", "2025-01", 901, unit: .minute, tariff: 100),
    fails: ["TR321"]
  ),
  Given("TR322", "one over the total", line("R1", "2025-02", 13), "2025-02", fails: ["TR322"]) {
    // Nine weeks of three hours; fifteen of the 27 are used.
    $0.allocate(1, "02A03", "2025-01-01", "2025-02-28", volume: weekly(3))
    $0.claim([line("R0", "2025-01", 15)], "2025-01")
  },
  Given(
    "TR322",
    "a lower volume than was used",
    line("R1", "2025-02", 1),
    "2025-02",
    fails: ["TR322"]
  ) {
    $0.claim([line("R0", "2025-01", 15)], "2025-01")
    $0.allocate(1, "02A03", volume: total(10))
  },
  Given(
    "TR369",
    "one cent over",
    line("R1", "2025-02", 2, allocation: 2),
    "2025-02",
    fails: ["TR369"]
  ) {
    $0.allocate(2, nil, budget: 101_999)
    $0.claim([line("R0", "2025-01", 15, allocation: 2)], "2025-01")
  },
  Given(
    "TR389",
    "twice in a month",
    line("R1", "2025-01", 1),
    fails: ["TR389"]
  ) { $0.claim([line("R0", "2025-01", 1)], "2025-01") },
]

private let amounts: [Given] = [
  Given("TR418", "another tariff", line("R1", "2025-01", 3, tariff: 5_999), fails: ["TR418"]),
  Given("TR418", "no price at all", line("R1", "2025-01", 3), fails: ["TR418"]) {
    $0.prices = .empty
  },
  Given("TR418", "a price of another unit", line("R1", "2025-01", 3), fails: ["TR418"]) {
    $0.prices = ClaimScene.list([price(6_000, unit: .halfDay)])
  },
  Given(
    "TR418",
    "the price of later days",
    line("R1", "2025-01", 3, tariff: 6_500),
    fails: ["TR418"]
  ) {
    $0.prices = ClaimScene.list([
      price(6_000, through: "2025-01-01"), price(6_500, from: "2025-01-02"),
    ])
  },
  Given("TR346", "a cent more", line("R1", "2025-01", 3, amount: 18_001), fails: ["TR346"]),
  Given(
    "TR346",
    "minutes priced from the rounded tariff",
    line("R1", "2025-01", 425, unit: .minute, tariff: 153, amount: 65_025),
    fails: ["TR346"]
  ) { $0.prices = ClaimScene.list([price(9_185)]) },
  Given(
    "TR323",
    "an unknown debit",
    line("C1", "2025-01", 15, credits: "R9"),
    fails: ["TR323"],
    skips: ["TR390"]
  ),
  Given(
    "TR323",
    "a refused debit",
    line("C1", "2025-01", 16, credits: "R0"),
    fails: ["TR323"],
    skips: ["TR390"]
  ) { $0.claim([line("R0", "2025-01", 16)], "2025-01") },
  Given(
    "TR323",
    "other contents",
    line("C1", "2025-01", 14, credits: "R0"),
    fails: ["TR323"],
    skips: ["TR390"]
  ) { $0.claim([line("R0", "2025-01", 15)], "2025-01") },
  Given("TR390", "credited before", line("C2", "2025-01", 15, credits: "R0"), fails: ["TR390"]) {
    $0.claim([line("R0", "2025-01", 15)], "2025-01")
    $0.claim([line("C1", "2025-01", 15, credits: "R0")], "2025-01")
  },
]

// MARK: - Not firing

private let passing: [Given] = [
  Given("TR314", "the same reference of another provider", line("R0", "2025-01", 15)) {
    $0.allocate(2, "02A03", provider: ClaimScene.otherProvider)
    $0.claim(
      [line("R0", "2025-01", 15, allocation: 2)],
      "2025-01",
      provider: ClaimScene.otherProvider
    )
  },
  Given("TR338", "the allocation of the client", line("R1", "2025-01", 15)),
  Given("TR384", "deleted, then sent anew", line("R1", "2025-01", 15)) {
    $0.allocate(1, "02A03", volume: weekly(3), reason: .deleted)
    $0.allocate(1, "02A03", volume: weekly(3))
  },
  Given("TR339", "a generic allocation", line("R1", "2025-01", 15, allocation: 2)) {
    $0.allocate(2, nil, budget: 1_000_000)
  },
  Given("TR340", "only the category", line("R1", "2025-01", 15, product: "02A99", allocation: 2)) {
    $0.allocate(2, "02", volume: weekly(3))
  },
  Given("TR381", "in the region's own list", line("R1", "2025-01", 15)) { scene in
    guard let code = ProductCode("02A03"), let category = ProductCategory("02") else { return }
    scene.settings.productList = .own([code: category])
  },
  Given("TR319", "an earlier month", line("R1", "2025-01", 15), "2025-03"),
  Given("TR307", "the first day", line("R1", "2025-01", 3, from: "2025-01-15")) {
    $0.allocate(1, "02A03", "2025-01-15", volume: weekly(3))
  },
  Given("TR308", "the last day", line("R1", "2025-01", 3, through: "2025-01-20")) {
    $0.allocate(1, "02A03", "2025-01-01", "2025-01-20", volume: weekly(3))
  },
  Given("TR387", "the first of the month", line("R1", "2025-02", 3), "2025-02"),
  Given("TR388", "no end", line("R1", "2025-01", 15)) {
    $0.allocate(1, "02A03", "2025-01-01", nil, volume: weekly(3))
  },
  Given("TR341", "minutes on hours", line("R1", "2025-01", 900, unit: .minute, tariff: 100)),
  Given("TR321", "exactly five weeks", line("R1", "2025-01", 15)),
  Given("TR322", "exactly the total", line("R1", "2025-02", 12), "2025-02") {
    $0.allocate(1, "02A03", "2025-01-01", "2025-02-28", volume: weekly(3))
    $0.claim([line("R0", "2025-01", 15)], "2025-01")
  },
  Given("TR369", "exactly the budget", line("R1", "2025-02", 2, allocation: 2), "2025-02") {
    $0.allocate(2, nil, budget: 102_000)
    $0.claim([line("R0", "2025-01", 15, allocation: 2)], "2025-01")
  },
  Given("TR389", "after a credit", line("R1", "2025-01", 1)) {
    $0.claim([line("R0", "2025-01", 1)], "2025-01")
    $0.claim([line("C0", "2025-01", 1, credits: "R0")], "2025-01")
  },
  Given("TR389", "the first one was refused", line("R1", "2025-01", 1)) {
    $0.claim([line("R0", "2025-01", 99)], "2025-01")
  },
  Given("TR418", "euros carry no tariff", line("R1", "2025-01", 90_000, unit: .euro, allocation: 2))
  {
    $0.allocate(2, nil, budget: 1_000_000)
    $0.prices = ClaimScene.list([price(1, unit: .euro)])
  },
  Given("TR418", "the price of the first day", line("R1", "2025-01", 3)) {
    $0.prices = ClaimScene.list([
      price(6_000, through: "2025-01-01"), price(6_500, from: "2025-01-02"),
    ])
  },
  Given(
    "TR346",
    "minutes priced from the hourly tariff",
    line("R1", "2025-01", 425, unit: .minute, tariff: 153, amount: 65_060)
  ) { $0.prices = ClaimScene.list([price(9_185)]) },
  Given("TR323", "the same contents", line("C1", "2025-01", 15, credits: "R0")) {
    $0.claim([line("R0", "2025-01", 15)], "2025-01")
  },
  Given("TR390", "credited for the first time", line("C1", "2025-01", 15, credits: "R0"), "2025-04")
  { $0.claim([line("R0", "2025-01", 15)], "2025-01") },
]
