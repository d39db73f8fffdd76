import Columns
import Generators
import Testing

@Suite("StableHash")
struct StableHashTests {
  @Test(
    "Golden values: the hash is the same on every machine and in every release",
    arguments: [
      ("", 0 as UInt64, 5_569_786_909_372_161_589 as UInt64),
      ("a", 0, 13_059_873_218_899_653_998), ("02A03", 0, 7_177_184_711_041_559_275),
      ("02A03", 1, 14_855_406_592_618_732_191),
      ("99990101/DECL-2025-000001", 0, 5_462_950_090_081_771_917),
    ]
  )
  func golden(text: String, seed: UInt64, hash: UInt64) {
    #expect(StableHash.of(text, seed: seed) == hash)
  }

  @Test("What is taken in one after another keeps its borders")
  func borders() {
    func hash(_ texts: [String]) -> UInt64 {
      var hash = StableHash()
      for text in texts { hash.combine(text) }
      return hash.value
    }
    let values = [
      ["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["", "", "abc"], ["abc\0"],
      ["abcdefgh"], ["abcdefgh", ""], ["abcdefg", "h"], ["abcdefgh\0"], ["\0"], ["\0\0"], [],
    ].map(hash)
    #expect(Set(values).count == values.count)
  }

  @Test("Numbers that follow each other spread over all bits, in high and low halves")
  func spreads() {
    var ones = Array(repeating: 0, count: 64)
    var high: Set<UInt32> = []
    var low: Set<UInt32> = []
    let total = 100_000
    for number in 0..<UInt64(total) {
      let value = StableHash.of(number)
      for bit in 0..<64 where value >> UInt64(bit) & 1 == 1 { ones[bit] += 1 }
      high.insert(UInt32(truncatingIfNeeded: value >> 32))
      low.insert(UInt32(truncatingIfNeeded: value))
    }
    for (bit, count) in ones.enumerated() {
      #expect(abs(count - total / 2) < total / 50, "bit \(bit): \(count) of \(total)")
    }
    // By chance about one pair of 100,000 shares 32 bits.
    #expect(high.count > total - 20 && low.count > total - 20)
  }

  @Test("Texts that differ in one character differ in about half of the bits")
  func avalanche() {
    var random = SeededGenerator(seed: 5)
    var changed = 0
    let rounds = 4000
    for _ in 0..<rounds {
      var bytes = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let before = StableHash.of(bytes.span)
      bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
        1
        << UInt8.random(
          in: 0..<8,
          using: &random
        )
      changed += (before ^ StableHash.of(bytes.span)).nonzeroBitCount
    }
    let average = Double(changed) / Double(rounds)
    #expect(average > 31 && average < 33, "average \(average)")
  }

  @Test("Another seed gives another order, and negative numbers differ from positive ones")
  func seeds() {
    #expect(StableHash.of("a", seed: 1) != StableHash.of("a", seed: 2))
    var negative = StableHash()
    negative.combine(-1 as Int64)
    var positive = StableHash()
    positive.combine(1 as Int64)
    #expect(negative.value != positive.value)
  }
}
