package import Quantities
package import Rules

/// How figures, days and amounts are written on a page.
///
/// Dutch by the habits of Dutch public offices (`3 november 2025`, `€ 1.234,56`); English keeps the
/// same order of magnitude marks turned around (`3 November 2025`, `€1,234.56`).
package enum Wording {
  private static let dutchMonths = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
  ]
  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  package static func day(_ date: CivilDate, _ language: Language) -> String {
    let months = language == .dutch ? dutchMonths : englishMonths
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  /// The month of a day.
  package static func month(_ date: CivilDate, _ language: Language) -> String {
    let months = language == .dutch ? dutchMonths : englishMonths
    return "\(months[date.month - 1]) \(date.year)"
  }

  /// The name of a month without its year, for where the year stands above.
  package static func monthName(_ date: CivilDate, _ language: Language) -> String {
    (language == .dutch ? dutchMonths : englishMonths)[date.month - 1]
  }

  /// A day in a table: `03-11-2025`, or as ISO writes it in English.
  package static func shortDay(_ date: CivilDate, _ language: Language) -> String {
    guard language == .dutch else { return date.description }
    return "\(padded(date.day))-\(padded(date.month))-\(date.year)"
  }

  package static func euros(_ cents: Cents, _ language: Language) -> String {
    let whole = number(magnitude: cents.rawValue.magnitude / 100, language)
    let rest = padded(Int(cents.rawValue.magnitude % 100))
    let sign = cents.rawValue < 0 ? "-" : ""
    return language == .dutch ? "€ \(sign)\(whole),\(rest)" : "\(sign)€\(whole).\(rest)"
  }

  /// An amount in whole euros, for pictures and tiles; half a euro goes away from zero.
  package static func wholeEuros(_ cents: Cents, _ language: Language) -> String {
    let magnitude = cents.rawValue.magnitude
    let whole = number(magnitude: magnitude / 100 + (magnitude % 100 >= 50 ? 1 : 0), language)
    let sign = cents.rawValue < 0 ? "-" : ""
    return language == .dutch ? "€ \(sign)\(whole)" : "\(sign)€\(whole)"
  }

  package static func number(_ value: Int, _ language: Language) -> String {
    (value < 0 ? "-" : "") + number(magnitude: UInt64(value.magnitude), language)
  }

  private static func number(magnitude: UInt64, _ language: Language) -> String {
    let digits = Array("\(magnitude)")
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += language == .dutch ? "." : "," }
      text.append(digit)
    }
    return text
  }

  /// A share in tenths of a percent: 705 is `70,5 %`.
  package static func percentage(permille: Int, _ language: Language) -> String {
    let whole = number(permille / 10, language)
    let tenth = (permille % 10).magnitude
    return language == .dutch ? "\(whole),\(tenth) %" : "\(whole).\(tenth)%"
  }

  /// A moment: the day and the time in the Netherlands.
  package static func moment(_ moment: CivilMoment, _ language: Language) -> String {
    let time = moment.time.description.prefix(5)
    return language == .dutch
      ? "\(day(moment.date, language)), \(time) uur" : "\(day(moment.date, language)), \(time)"
  }

  private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
