/// A calendar that walks day by day and knows nothing clever: what `CivilDate` is held against.
struct NaiveCalendar {
  private(set) var year = 1600
  private(set) var month = 1
  private(set) var day = 1
  /// 1 for Monday to 7 for Sunday; 1 January 1600 was a Saturday.
  private(set) var weekday = 6

  /// Lengths written out by hand, so that a slip in the code under test is not repeated here.
  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  var daysInMonth: Int {
    let leap = (year % 400 == 0) || (year % 4 == 0 && year % 100 != 0)
    return month == 2 && leap ? 29 : Self.lengths[month - 1]
  }

  /// The date in ISO 8601.
  var text: String {
    "\(year)-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
  }

  /// Goes to the next day.
  mutating func step() {
    weekday = weekday == 7 ? 1 : weekday + 1
    if day < daysInMonth {
      day += 1
    } else if month < 12 {
      month += 1
      day = 1
    } else {
      year += 1
      month = 1
      day = 1
    }
  }
}
