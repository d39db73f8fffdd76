import Landscape
import Quantities
import Region
import Rules
import Testing

private typealias Fixture = RegionFixture
private typealias Books = BookFixture

/// Which strategies a region adopts, and which of them holds on a day.
@Suite("Adopted strategies")
struct StrategyAdoptionTests {
  private func run(_ strategies: Strategy...) -> RegionRun {
    var run = RegionFixture.opened
    for strategy in strategies where run.perform(Books.adopt(strategy)) == nil {
      Issue.record("refused: \(strategy.code)")
    }
    return run
  }

  private func refusal(
    _ strategy: Strategy,
    decision: String? = nil,
    after run: RegionRun
  ) -> StrategyRefusal? {
    do throws(Refusal) {
      _ = try run.state.decide(Books.adopt(strategy, decision: decision), on: Fixture.today)
      return nil
    } catch {
      guard case .strategy(let refusal) = error else { return nil }
      return refusal
    }
  }

  private static let successor = Books.strategy(
    ("code: klein\n", "code: groot\n"),
    ("datum: 2022-01-01", "datum: 2025-01-01"),
    ("opdrachtgever: college\n", "opdrachtgever: college\n  opvolger_van: [klein]\n")
  )

  @Test("The latest version holds, until the day before its successor begins")
  func holding() {
    let changed = Books.strategy(("naam: Segment een", "naam: Segment twee"))
    let book = run(Books.strategy(), changed, Self.successor).state.strategies
    let cases: [(day: String, name: String?)] = [
      ("2021-12-31", nil), ("2022-01-01", "klein"), ("2024-12-31", "klein"),
      ("2025-01-01", "groot"), ("2040-01-01", "groot"),
    ]
    for (at, name) in cases {
      #expect(
        book.holding(.socialSupport, on: day(at)).map(\.strategy.code) == [name].compactMap(\.self)
      )
      #expect(book.holding(.youth, on: day(at)).isEmpty)
    }
    #expect(book.current("klein")?.strategy == changed)
    #expect(book.history(of: .socialSupport).count == 3)
    #expect(book.current.map(\.strategy.code) == ["klein", "groot"])
    #expect(book.current("klein")?.decision == "b1")
  }

  @Test("What may not be adopted is refused in words that say what to do")
  func refused() {
    let one = run(Books.strategy())
    #expect(refusal(Books.strategy(), after: one) == .same("klein", on: Fixture.today))
    #expect(
      refusal(Books.strategy(("wet: wmo", "wet: jeugd")), after: one)
        == .otherLaw("klein", .socialSupport)
    )
    #expect(
      refusal(
        Books.strategy(
          ("\"0344\", naam", "\"0321\", naam"),
          ("{\"0344\": true}", "{\"0321\": true}")
        ),
        after: RegionFixture.opened
      )
        == .otherRegion("Klein gebied")
    )
    #expect(
      refusal(Self.successor, decision: "b7", after: one) == .unknownDecision("b7", of: "groot")
    )
    let rival = Books.strategy(("code: klein\n", "code: ander\n"))
    #expect(
      refusal(rival, after: one)
        == .clash("klein", segment: "s1 (Segment een)", from: day("2022-01-01"))
    )
    let early = Books.strategy(
      ("code: klein\n", "code: vroeg\n"),
      ("opdrachtgever: college\n", "opdrachtgever: college\n  opvolger_van: [vroeg]\n")
    )
    #expect(refusal(early, after: one) != nil)
    for refusal in [
      StrategyRefusal.notChecked(BilingualText("Fout.", "Wrong."), errors: 2),
      .noFirstDay("a", reason: "nog niet besloten"),
      .overtaken("a"),
    ] {
      #expect(refusal.text.hasSuffix(".") && refusal.english.hasSuffix("."))
    }
  }

  @Test("A strategy whose first day is unknown waits until somebody fills it in")
  func unknownDay() {
    let strategy = Books.strategy(
      (
        #"geldig_vanaf: {datum: 2022-01-01, bron: "D:1"}"#,
        "geldig_vanaf: {onbekend: nog niet besloten}"
      )
    )
    #expect(
      refusal(strategy, after: RegionFixture.opened)
        == .noFirstDay("klein", reason: "nog niet besloten")
    )
  }
}
