import Foundation
import Quantities

/// The one place where the program asks what time it is.
enum Clock {
  /// Now, in milliseconds.
  static var now: Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
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
