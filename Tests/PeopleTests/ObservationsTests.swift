import People
import Quantities
import Testing

@Suite("Observations")
struct ObservationsTests {
  @Test(
    "Age bands turn on the birthday, also on 29 February",
    arguments: [
      (2007, 6, 15, 2025, 6, 14, AgeBand.under18), (2007, 6, 15, 2025, 6, 15, .from18To22),
      (2004, 2, 29, 2022, 2, 28, .under18), (2004, 2, 29, 2022, 3, 1, .from18To22),
      (2002, 1, 1, 2024, 12, 31, .from18To22), (2002, 1, 1, 2025, 1, 1, .from23To66),
      (1958, 5, 5, 2025, 5, 4, .from23To66), (1958, 5, 5, 2025, 5, 5, .from67),
      (2025, 5, 5, 2025, 5, 5, .under18), (2025, 5, 6, 2025, 5, 5, .unknown),
    ]
  )
  func ageBands(
    year: Int,
    month: Int,
    day: Int,
    onYear: Int,
    onMonth: Int,
    onDay: Int,
    expected: AgeBand
  ) throws {
    let number = try #require(CitizenNumber(number: 999_990_019))
    let born = try #require(CivilDate(year: year, month: month, day: day))
    let today = try #require(CivilDate(year: onYear, month: onMonth, day: onDay))
    let seen = Observations(of: number, known: true, born: born, on: today)
    #expect(seen.ageBand == expected)
  }

  @Test(
    "More than 120 years ago starts the day after the 120th birthday",
    arguments: [(1905, 5, 5, false), (1905, 5, 4, true), (1904, 12, 31, true), (1906, 1, 1, false)]
  )
  func veryOld(year: Int, month: Int, day: Int, expected: Bool) throws {
    let number = try #require(CitizenNumber(number: 999_990_019))
    let born = try #require(CivilDate(year: year, month: month, day: day))
    let today = try #require(CivilDate(year: 2025, month: 5, day: 5))
    let seen = Observations(of: number, known: false, born: born, on: today)
    #expect(seen.bornOver120YearsAgo == expected)
  }

  @Test("The byte of a column reads back as what was written, and nothing else is read")
  func codes() {
    var read = 0
    for code in UInt8.min...UInt8.max {
      guard let seen = Observations(code: code) else { continue }
      #expect(seen.code == code)
      read += 1
    }
    #expect(read == 5 * 8)
  }
}
