import Quantities
import Testing

@Suite("CivilTime and Instant")
struct CivilTimeTests {
  @Test(
    "Times read and are written with the decimals they have",
    arguments: [
      ("00:00:00", 0, "00:00:00"), ("23:59:59", 86_399_000_000_000, "23:59:59"),
      ("09:05:01.5", 32_701_500_000_000, "09:05:01.5"),
      ("09:05:01.500", 32_701_500_000_000, "09:05:01.5"),
      ("09:05:01.000000001", 32_701_000_000_001, "09:05:01.000000001"),
      ("09:05:01.0000000019", 32_701_000_000_001, "09:05:01.000000001"),
      ("24:00:00", 86_400_000_000_000, "24:00:00"),
      ("24:00:00.000", 86_400_000_000_000, "24:00:00"),
    ]
  )
  func times(text: String, nanoseconds: Int64, written: String) throws {
    let time = try #require(CivilTime(text))
    #expect(time.nanoseconds == nanoseconds)
    #expect(time.description == written)
    #expect(CivilTime(time.description) == time)
  }

  @Test(
    "IM-05: other texts are nil, never a trap",
    arguments: [
      "", "9:00:00", "09:00", "09:00:0", "25:00:00", "24:00:01", "24:01:00", "24:00:00.1",
      "24:00:00.0000000001", "09:60:00", "09:00:60", "09:00:00.", "09:00:00,5", "09:00:00.5x",
      "09:00:00Z", "09:00:00+01:00", "-09:00:00", "+9:00:00", " 09:00:00", "09-00-00", "0٩:00:00",
    ]
  )
  func otherTexts(text: String) {
    #expect(CivilTime(text) == nil)
  }

  @Test("IM-05: a time with a million decimals is read without overflow")
  func manyDecimals() throws {
    let text = "10:00:00." + String(repeating: "9", count: 1_000_000)
    let time = try #require(CivilTime(text))
    #expect(time.description == "10:00:00.999999999")
  }

  @Test("Every second of the day reads back, and times are ordered as the clock goes")
  func everySecond() {
    var previous: CivilTime?
    var mismatches: [Int64] = []
    for second in Int64(0)...86_400 {
      let time = CivilTime(nanoseconds: second * 1_000_000_000)
      if CivilTime(time.description) != time { mismatches.append(second) }
      if let previous, !(previous < time) { mismatches.append(second) }
      previous = time
    }
    #expect(mismatches.prefix(10) == [])
  }

  @Test(
    "Moments are written in UTC with three decimals",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (1, "1970-01-01T00:00:00.001Z"), (86_399_999, "1970-01-01T23:59:59.999Z"),
      (86_400_000, "1970-01-02T00:00:00.000Z"), (-86_400_000, "1969-12-31T00:00:00.000Z"),
      (-86_400_001, "1969-12-30T23:59:59.999Z"), (1_738_314_000_123, "2025-01-31T09:00:00.123Z"),
    ]
  )
  func moments(milliseconds: Int64, text: String) {
    let moment = Instant(milliseconds: milliseconds)
    #expect(moment.description == text)
    #expect(text.hasPrefix(moment.utcDate.description))
  }

  @Test("IM-05: the first and the last moment can be written too")
  func extremes() {
    #expect(!Instant(milliseconds: .min).description.isEmpty)
    #expect(!Instant(milliseconds: .max).description.isEmpty)
    #expect(Instant(milliseconds: .min) < Instant(milliseconds: .max))
  }
}
