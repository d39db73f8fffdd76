import Foundation
import Quantities

/// The one place where the program asks what time it is.
enum Clock {
  /// Now, in milliseconds.
  static var now: Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }

  /// Now in the Netherlands, to the second.
  static var moment: CivilMoment {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
    let now = Date()
    let day = calendar.dateComponents([.year, .month, .day], from: now)
    let time = calendar.dateComponents([.hour, .minute, .second], from: now)
    let seconds = (time.hour ?? 0) * 3_600 + (time.minute ?? 0) * 60 + (time.second ?? 0)
    return CivilMoment(
      CivilDate(year: day.year ?? 1970, month: day.month ?? 1, day: day.day ?? 1)
        ?? Clock.now.utcDate,
      CivilTime(nanoseconds: Int64(seconds) * 1_000_000_000)
    )
  }

  /// Today in the Netherlands.
  static var today: CivilDate {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    return CivilDate(
      year: parts.year ?? 1970,
      month: parts.month ?? 1,
      day: parts.day ?? 1
    ) ?? now.utcDate
  }

  /// The day that was given, or today.
  static func day(_ text: String?) throws -> CivilDate {
    guard let text else { return today }
    guard let date = CivilDate(text) else {
      throw ProgramFailure(.notADate(option: "--today", text: text))
    }
    return date
  }
}
