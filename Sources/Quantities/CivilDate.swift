/// A day in the Gregorian calendar, without a time and without a time zone.
///
/// Kept as one 32-bit number of days, so that a column of dates is small and comparing two is one
/// instruction. Years 1 to 9999; the standard's schemas allow later years, which no rule can use,
/// so the reader reports them.
///
/// - Dutch term: datum (iWmo/iJw `LDT_Datum`)
package struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970; negative before it.
  package let dayNumber: Int32

  @inlinable
  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// The day with a number that was stored somewhere, or nil when its year is not between 1 and
  /// 9999.
  @inlinable
  package init?(storedDayNumber number: Int32) {
    // 1 January of the year 1 and 31 December of the year 9999.
    guard number >= -719_162, number <= 2_932_896 else { return nil }
    dayNumber = number
  }

  /// The day, or nil when that day does not exist or its year is not between 1 and 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CivilDate.days(inMonth: month, of: year)
    else { return nil }
    self.dayNumber = CivilDate.dayNumber(year: year, month: month, day: day)
  }

  @inlinable
  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }
}

// MARK: - Year, month, day

extension CivilDate {
  /// Year, month and day of the date.
  package struct Parts: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int
  }

  /// Year, month and day.
  package var parts: Parts {
    // Days since 1 March of the year 0, in cycles of 400 years (146,097 days).
    let shifted = Int(dayNumber) + 719_468
    let cycle = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfCycle = shifted - cycle * 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return Parts(year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month: month, day: day)
  }

  package var year: Int { parts.year }
  package var month: Int { parts.month }
  package var day: Int { parts.day }

  /// Whether the year has a 29 February.
  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days in a month (1 to 12) of a year.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let cycle = shiftedYear / 400
    let yearOfCycle = shiftedYear - cycle * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return Int32(cycle * 146_097 + dayOfCycle - 719_468)
  }
}

// MARK: - Moving and comparing

extension CivilDate {
  /// The date a number of days later (earlier when negative), within the range of 32 bits.
  @inlinable
  package func adding(days: Int) -> CivilDate {
    let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
    return CivilDate(dayNumber: overflow ? (days < 0 ? .min : .max) : Int32(clamping: sum))
  }

  /// The same day a number of months later, or the last day of that month when it has no such day.
  ///
  /// 31 January plus one month is 28 or 29 February. The year stays between 1 and 9999.
  package func adding(months: Int) -> CivilDate {
    let parts = parts
    // No two dates are a billion months apart: cutting off there only prevents the overflow.
    let moved = min(max(months, -1_000_000_000), 1_000_000_000)
    let target = min(max(parts.year * 12 + parts.month - 1 + moved, 12), 9999 * 12 + 11)
    let year = target / 12
    let month = target % 12 + 1
    let day = min(parts.day, CivilDate.days(inMonth: month, of: year))
    return CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
  }

  /// The number of days from this date to another; negative when the other is earlier.
  @inlinable
  package func days(to other: CivilDate) -> Int { Int(other.dayNumber) - Int(dayNumber) }

  /// The day of the week: 1 for Monday to 7 for Sunday (ISO 8601).
  @inlinable
  package var weekday: Int {
    // 1 January 1970 was a Thursday.
    let shifted = (Int(dayNumber) + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// The Monday of the ISO week that holds this day.
  @inlinable
  package var mondayOfWeek: CivilDate { adding(days: 1 - weekday) }

  /// The first day of the month.
  package var firstOfMonth: CivilDate { adding(days: 1 - parts.day) }

  /// The last day of the month.
  package var lastOfMonth: CivilDate {
    let parts = parts
    return adding(days: CivilDate.days(inMonth: parts.month, of: parts.year) - parts.day)
  }
}

// MARK: - Text

extension CivilDate: CustomStringConvertible {
  /// The date in ISO 8601: `2025-01-31`.
  package var description: String {
    let parts = parts
    return String(unsafeUninitializedCapacity: 10) { buffer in
      FixedDigits.put(UInt64(parts.year.magnitude), width: 4, into: buffer, at: 0)
      buffer[4] = 0x2D
      FixedDigits.put(UInt64(parts.month), width: 2, into: buffer, at: 5)
      buffer[7] = 0x2D
      FixedDigits.put(UInt64(parts.day), width: 2, into: buffer, at: 8)
      return 10
    }
  }

  /// The date as Dutch readers write it in running text: `31 januari 2025`.
  package var dutchText: String {
    let names = [
      "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
      "oktober", "november", "december",
    ]
    let parts = parts
    return "\(parts.day) \(names[parts.month - 1]) \(parts.year)"
  }

  /// Reads exactly `yyyy-mm-dd`; anything else is nil.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let date = text.withUTF8({ CivilDate(isoBytes: $0.span) }) else { return nil }
    self = date
  }

  /// Reads exactly `yyyy-mm-dd` from bytes; anything else is nil.
  package init?(isoBytes bytes: Span<UInt8>) {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let digit = bytes[index] &- 0x30
        guard digit < 10 else { return nil }
        value = value * 10 + Int(digit)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }
}
