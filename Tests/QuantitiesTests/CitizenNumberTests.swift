import Generators
import Quantities
import Testing

@Suite("CitizenNumber")
struct CitizenNumberTests {
  /// Nine digits of a number, the first digit first.
  private func digits(_ number: UInt32) -> [UInt32] {
    var rest = number
    var digits: [UInt32] = []
    for _ in 0..<9 {
      digits.insert(rest % 10, at: 0)
      rest /= 10
    }
    return digits
  }

  private func number(_ digits: [UInt32]) -> UInt32 { digits.reduce(0) { $0 * 10 + $1 } }

  /// Numbers that pass, spread over the whole range.
  private func passing(seed: UInt64, count: Int) -> [UInt32] {
    var random = SeededGenerator(seed: seed)
    var found: [UInt32] = []
    while found.count < count {
      let candidate = UInt32.random(in: 1..<1_000_000_000, using: &random)
      if CitizenNumber(number: candidate)?.passesElevenTest == true { found.append(candidate) }
    }
    return found
  }

  @Test(
    "PR-01: known numbers of the test range pass the eleven test (CS002)",
    arguments: ["999900006", "999900018", "999900031"]
  )
  func passes(text: String) throws {
    let number = try #require(CitizenNumber(digits: text))
    #expect(number.passesElevenTest)
    #expect(number.digits == text)
  }

  @Test(
    "PR-01: nine digits that fail the test are a number still, but do not pass",
    arguments: ["999900007", "000000000", "123456789", "999999999"]
  )
  func fails(text: String) throws {
    #expect(try #require(CitizenNumber(digits: text)).passesElevenTest == false)
  }

  @Test("PR-01: the test agrees with the sum written out, over numbers of all lengths")
  func agreesWithTheSum() {
    var random = SeededGenerator(seed: 11)
    var mismatches: [UInt32] = []
    for index in 0..<100_000 {
      let limit: UInt32 = index % 2 == 0 ? 1_000_000_000 : 10_000
      let value = UInt32.random(in: 0..<limit, using: &random)
      let digit = digits(value).map(Int.init)
      let debit = 9 * digit[0] + 8 * digit[1] + 7 * digit[2] + 6 * digit[3] + 5 * digit[4]
      let sum = debit + 4 * digit[5] + 3 * digit[6] + 2 * digit[7] - digit[8]
      let passes = CitizenNumber(number: value)?.passesElevenTest
      if passes != (value != 0 && sum % 11 == 0) { mismatches.append(value) }
    }
    #expect(mismatches.prefix(10) == [], "seed 11")
  }

  @Test("PR-01: every single wrong digit is found", arguments: [UInt64(1), 2, 3, 4])
  func singleDigitErrors(seed: UInt64) {
    var missed: [UInt32] = []
    for valid in passing(seed: seed, count: 500) {
      for place in 0..<9 {
        for digit in UInt32(0)...9 {
          var wrong = digits(valid)
          guard wrong[place] != digit else { continue }
          wrong[place] = digit
          let value = number(wrong)
          if CitizenNumber(number: value)?.passesElevenTest != false { missed.append(value) }
        }
      }
    }
    #expect(missed.prefix(10) == [], "seed \(seed)")
  }

  @Test("PR-01: every swap of two neighbouring digits is found", arguments: [UInt64(1), 2, 3, 4])
  func adjacentSwaps(seed: UInt64) {
    var missed: [UInt32] = []
    for valid in passing(seed: seed, count: 2_000) {
      for place in 0..<8 {
        var wrong = digits(valid)
        guard wrong[place] != wrong[place + 1] else { continue }
        wrong.swapAt(place, place + 1)
        let value = number(wrong)
        if CitizenNumber(number: value)?.passesElevenTest != false { missed.append(value) }
      }
    }
    #expect(missed.prefix(10) == [], "seed \(seed)")
  }

  @Test("PR-01: leading zeros are kept")
  func leadingZeros() throws {
    let number = try #require(CitizenNumber(digits: "000000012"))
    #expect(number.digits == "000000012")
    #expect(number == CitizenNumber(number: 12))
  }

  @Test(
    "PR-01, IM-05: anything but nine ASCII digits is nil, never a trap",
    arguments: [
      "", "99990000", "9999000066", "99990000a", " 99990006", "+99990006", "-99990006",
      "999.900.06", "٩٩٩٩٠٠٠٠٦", "９９９９", "99990000\u{0}",
    ]
  )
  func otherTexts(text: String) {
    #expect(CitizenNumber(digits: text) == nil)
  }

  @Test("Numbers of more than nine digits, and negative ones, are nil")
  func numbers() {
    #expect(CitizenNumber(number: 1_000_000_000) == nil)
    #expect(CitizenNumber(number: -1) == nil)
    #expect(CitizenNumber(number: UInt64.max) == nil)
    #expect(CitizenNumber(number: 999_999_999) != nil)
  }

  @Test("PR-02: no way of printing a number shows its digits")
  func neverShown() throws {
    let number = try #require(CitizenNumber(digits: "999900006"))
    var dumped = ""
    dump(["key": (number, [number])], to: &dumped)
    let optional: CitizenNumber? = number
    let shown = [
      "\(number)", String(describing: number), String(reflecting: number),
      String(describing: [number]), String(describing: optional), dumped,
    ]
    for text in shown {
      #expect(!text.contains("9999"), "shown as \(text)")
    }
    #expect(Mirror(reflecting: number).children.isEmpty)
  }
}
