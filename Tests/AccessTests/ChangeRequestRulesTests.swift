import Access
import Quantities
import Rules
import Testing

@Suite("Rules of the change request (317)")
struct ChangeRequestRulesTests {
  static let total = SupportVolume(amount: 100, unit: .hour, frequency: .total)
  /// 1 specific per week, 2 ended, 3 category with budget, 4 deleted, 5 in total, 6 generic.
  static let state = AccessState.knowing(
    notice(product(1, terms("02A03", "2025-01-06", "2025-12-31", volume: weekly(3)))),
    notice(product(2, terms("07A12", "2024-01-01", "2024-12-31"))),
    notice(product(3, terms("06", "2025-01-01", "2025-12-31", budget: 100_000))),
    notice(product(4, terms("08A01", "2025-01-01", "2025-01-01"), reason: .deleted)),
    notice(product(5, terms("03A01", "2025-01-01", "2025-12-31", volume: total))),
    notice(product(9, terms("02A03", "2025-01-06")), client: Fixture.otherClient)
  )

  static let generic = AccessState.knowing(
    notice(product(6, terms(nil, "2025-01-01", "2025-12-31", budget: 500_000)))
  )

  static func request(
    unchanged: [Int64] = [],
    changed: [ChangedProduct] = [],
    new: [AllocationTerms] = [],
    known: Bool = true
  ) -> ChangeRequest {
    ChangeRequest(
      municipality: Fixture.utrecht,
      provider: Fixture.provider,
      client: Fixture.client,
      clientKnown: known,
      dated: day("2025-05-12"),
      reference: "W-1",
      change: RequestedChange(
        reason: .planChanged,
        unchanged: unchanged,
        changed: changed,
        new: new
      )
    )
  }

  static func change(
    _ number: Int64,
    _ from: String,
    volume: SupportVolume? = nil,
    budget: Int64? = nil
  ) -> ChangedProduct {
    ChangedProduct(
      number: number,
      from: day(from),
      through: day("2025-12-31"),
      volume: volume,
      budget: budget.map { Cents($0) }
    )
  }

  /// A request that leaves the other allocations as they are.
  static func only(_ product: ChangedProduct) -> ChangeRequest {
    request(unchanged: [1, 3, 5].filter { $0 != product.number }, changed: [product])
  }

  @Test(
    "Each rule fires where it must and nowhere else",
    arguments: [
      (request(unchanged: [1, 3, 5]), []),
      (request(unchanged: [1, 5]), ["TR349@Verzoek[0]"]),
      (request(unchanged: [1, 3, 5, 2]), ["TR350@OngewijzigdProduct[3]"]),
      (
        request(unchanged: [1, 3, 4, 5, 9]),
        ["TR350@OngewijzigdProduct[2]", "TR350@OngewijzigdProduct[4]"]
      ),
      (
        request(unchanged: [1, 3, 5], changed: [change(2, "2025-06-01")]),
        ["TR351@TeWijzigenProduct[0]"]
      ),
      (only(change(1, "2025-06-02", volume: weekly(4))), []),
      (only(change(1, "2025-01-06", volume: weekly(4))), []),
      (only(change(1, "2025-05-12", volume: weekly(4))), ["TR357@TeWijzigenProduct[0]"]),
      (only(change(1, "2025-06-02")), ["TR411@TeWijzigenProduct[0]"]),
      (only(change(3, "2025-01-01", budget: 120_000)), []),
      (only(change(3, "2025-06-01", budget: 120_000)), ["TR373@TeWijzigenProduct[0]"]),
      (only(change(3, "2025-06-01", budget: 100_000)), []),
      (
        only(change(3, "2025-01-01", volume: weekly(1), budget: 100_000)),
        ["TR412@TeWijzigenProduct[0]"]
      ),
      (
        only(
          change(
            5,
            "2025-06-01",
            volume: SupportVolume(amount: 120, unit: .hour, frequency: .total)
          )
        ),
        ["TR373@TeWijzigenProduct[0]"]
      ),
      (only(change(5, "2025-06-01", volume: weekly(4))), []),
      (
        request(unchanged: [1, 3, 5], new: [terms("02A03", "2025-07-01", "2025-09-30")]),
        ["TR361@Verzoek[0]"]
      ),
      (request(unchanged: [1, 3, 5], new: [terms("02A03", "2026-01-01")]), []),
      (request(unchanged: [1, 3, 5], new: [terms("11A01", "2025-07-01")]), []),
      (
        request(unchanged: [1, 3, 5], new: [terms(nil, "2025-07-01", "2025-09-30", budget: 1)]),
        ["TR361@Verzoek[0]"]
      ),
      (request(unchanged: [], known: false), ["TR304@Client[0]"]),
    ] as [(ChangeRequest, [String])]
  )
  func table(request: ChangeRequest, marks: [String]) {
    let decision = Self.state.judge(request, facts: facts("2025-05-12"))
    #expect(decision.marks == marks)
    #expect(decision.events.count == (marks.isEmpty ? 1 : 0))
  }

  @Test("A generic allocation may have no volume: TR412 and TR375")
  func generic() {
    let fine = Self.request(changed: [Self.change(6, "2025-01-01", budget: 400_000)])
    #expect(Self.generic.judge(fine, facts: facts("2025-05-12")).marks.isEmpty)
    let wrong = Self.request(
      changed: [Self.change(6, "2025-01-01", volume: weekly(2), budget: 400_000)]
    )
    #expect(
      Self.generic.judge(wrong, facts: facts("2025-05-12")).marks
        == ["TR412@TeWijzigenProduct[0]", "TR375@TeWijzigenProduct[0]"]
    )
  }

  @Test("A new product's code must fit its category (TR381)")
  func productCode() {
    let wrong = AllocationTerms(
      category: ProductCategory("07"),
      code: ProductCode("04A01"),
      from: day("2025-07-01")
    )
    let message = Self.request(unchanged: [1, 3, 5], new: [terms("04A01", "2025-07-01"), wrong])
    #expect(
      Self.state.judge(message, facts: facts("2025-05-12")).marks == ["TR381@NieuwProduct[1]"]
    )
  }

  @Test("A second request while one is open, and a reference used twice (TR374, TR347)")
  func stackedRequests() {
    let message = Self.request(unchanged: [1, 3, 5], new: [terms("04A01", "2025-07-01")])
    let events = Self.state.judge(message, facts: facts("2025-05-12")).events
    let state = Self.state.after(events, at: 10)
    #expect(
      state.judge(message, facts: facts("2025-05-12")).marks
        == ["TR374@Client[0]", "TR347@Verzoek[0]"]
    )
    let moved = AccessSettings(openRequestClass: .request)
    #expect(
      state.judge(message, facts: facts("2025-05-12", settings: moved)).marks
        == ["TR374@Verzoek[0]", "TR347@Verzoek[0]"]
    )
  }

  @Test("For an unknown client no class below is assessed")
  func unknownClient() {
    let message = Self.request(
      unchanged: [1],
      changed: [Self.change(3, "2025-06-01")],
      new: [terms("04A01", "2025-07-01")],
      known: false
    )
    let decision = AccessState().judge(message, facts: facts("2025-05-12"))
    #expect(decision.findings.map(\.code) == ["8187"])
    #expect(
      decision.notAssessed == [
        JudgedClass("Verzoek", row: 0), JudgedClass("OngewijzigdProduct", row: 0),
        JudgedClass("TeWijzigenProduct", row: 0), JudgedClass("NieuwProduct", row: 0),
      ]
    )
  }
}
