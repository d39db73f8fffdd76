import Quantities
import Testing

@Suite("Cents")
struct CentsTests {
  @Test("IM-05: sums, differences and products that do not fit are nil, never a trap")
  func overflowIsNil() {
    #expect(Cents(.max).adding(Cents(1)) == nil)
    #expect(Cents(.min).subtracting(Cents(1)) == nil)
    #expect(Cents(.max).multiplied(by: 2) == nil)
    #expect(Cents(.min).multiplied(by: -1) == nil)
    #expect(Cents(.max).scaled(by: 3, over: 60) == nil)
    #expect(Cents(12).scaled(by: 1, over: 0) == nil)
  }

  @Test(
    "IM-05: rounding is half away from zero, once",
    arguments: [
      (1, 2, 1), (-1, 2, -1), (1, 3, 0), (2, 3, 1), (-2, 3, -1), (5, 10, 1), (49, 100, 0),
      (Int64.max, 1, Int64.max), (Int64.min, 1, Int64.min), (Int64.max, Int64.max, 1),
      (Int64.min, Int64.max, -1), (Int64.max / 2, Int64.max, 0), (Int64.max / 2 + 1, Int64.max, 1),
    ] as [(Int64, Int64, Int64)]
  )
  func rounds(numerator: Int64, denominator: Int64, expected: Int64) {
    #expect(Rounding.halfUp(numerator, over: denominator) == expected)
  }

  @Test("The worked example of the standard: 9185 cents an hour, 425 minutes, is 65060 cents")
  func minutesAgainstAnHourlyTariff() {
    #expect(Cents(9185).scaled(by: 425, over: 60) == Cents(65060))
    #expect(Cents(9185).scaled(by: 1, over: 60) == Cents(153))
  }

  @Test(
    "Amounts are written for Dutch readers, English readers and machines",
    arguments: [
      (0, "€ 0,00", "€0.00", "0.00"), (5, "€ 0,05", "€0.05", "0.05"),
      (123_450, "€ 1.234,50", "€1,234.50", "1234.50"),
      (-123_450, "€ -1.234,50", "-€1,234.50", "-1234.50"),
      (795_338_441, "€ 7.953.384,41", "€7,953,384.41", "7953384.41"),
      (
        Int64.min, "€ -92.233.720.368.547.758,08", "-€92,233,720,368,547,758.08",
        "-92233720368547758.08"
      ),
    ] as [(Int64, String, String, String)]
  )
  func texts(cents: Int64, dutch: String, english: String, decimal: String) {
    #expect(Cents(cents).dutchText == dutch)
    #expect(Cents(cents).englishText == english)
    #expect(Cents(cents).decimalText == decimal)
  }
}
