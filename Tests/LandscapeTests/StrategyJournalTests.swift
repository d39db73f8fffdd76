import Generators
import Journal
import Landscape
import StrategyFiles
import Testing

/// A strategy as the body of an event: canonical, and the same when it is read back.
@Suite("Strategies in the journal")
struct StrategyJournalTests {
  @Test("Written and read back it is the same, to the byte", arguments: ShippedStrategies.names)
  func roundTrip(name: String) throws {
    let strategy = try ShippedStrategies.strategy(name)
    let bytes = strategy.bytes
    let again = try Strategy(json: JSONValue(bytes))
    #expect(again == strategy)
    #expect(again.bytes == bytes)
    #expect(again.hashValue == strategy.hashValue)
    #expect(again.segments == strategy.segments)
    #expect(again.decisions == strategy.decisions)
    #expect(again.products == strategy.products)
  }

  @Test("The order of keys and the way of quoting in a file do not matter")
  func canonical() throws {
    let text = SmallStrategy.text
    let other = text.replacing(
      "  code: klein\n  naam: Kleine strategie\n",
      with: "  naam: 'Kleine strategie'\n  code: \"klein\"\n"
    )
    #expect(text != other)
    #expect(try SmallStrategy.strategy(text) == SmallStrategy.strategy(other))
  }

  @Test("Any document that the schema passes is written and read back, whatever is changed in it")
  func property() throws {
    let base = try SmallStrategy.strategy(SmallStrategy.text).document
    for seed in UInt64(1)...200 {
      var generator = SeededGenerator(seed: seed)
      let changed = TreeMutation.changedTexts(base, &generator)
      guard let strategy = try? Strategy(json: changed) else { continue }
      let again = try Strategy(json: JSONValue(strategy.bytes))
      #expect(again == strategy, "seed \(seed)")
    }
  }

  @Test("What is no strategy is refused with the place")
  func refused() throws {
    let document = try SmallStrategy.strategy(SmallStrategy.text).document
    guard case .object(let fields) = document else {
      Issue.record("no object")
      return
    }
    let without = JSONValue.object(fields.filter { $0.key != "segmenten" })
    #expect(throws: JSONFailure.self) { try Strategy(json: without) }
    #expect(throws: JSONFailure.self) { try Strategy(json: .null) }
    #expect(throws: JSONFailure.self) { try Strategy(json: .object([])) }
  }
}
