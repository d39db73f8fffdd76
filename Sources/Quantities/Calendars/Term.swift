/// A length of time after or before an event, with the way in which its days are counted.
///
/// - Dutch term: termijn (Algemene termijnenwet; Verordening 1182/71)
package struct Term: Hashable, Sendable {
  package let length: TermLength
  package let counting: TermCounting

  package init(_ length: TermLength, _ counting: TermCounting) {
    self.length = length
    self.counting = counting
  }
}

extension Term {
  /// The last day of the term that an event sets running; the day of the event does not count.
  package func end(after event: CivilDate, in calendar: WorkCalendar) -> CivilDate {
    var end = length.shift(event, in: calendar)
    if counting.movesTheEnd(of: length) { end = calendar.workingDay(onOrAfter: end) }
    guard counting.demandsTwoWorkingDays(of: length) else { return end }
    while let days = Period(from: event.adding(days: 1), through: end),
      !calendar.hasTwoWorkingDays(days)
    {
      end = calendar.workingDay(onOrAfter: end.adding(days: 1))
    }
    return end
  }

  /// The last day on which something can be done that must be done a term before an event.
  ///
  /// A term counted back is not moved for a weekend or a holiday (article 1, second paragraph, of
  /// the act; article 3, fourth paragraph, of the regulation); the regulation's two working days
  /// hold for it too.
  package func latestDay(before event: CivilDate, in calendar: WorkCalendar) -> CivilDate {
    var day = length.shift(event, backwards: true, in: calendar)
    guard counting == .european, counting.demandsTwoWorkingDays(of: length) else { return day }
    while let days = Period(from: day, through: event.adding(days: -1)),
      !calendar.hasTwoWorkingDays(days)
    {
      day = day.adding(days: -1)
    }
    return day
  }

  /// The term in Dutch: `14 dagen (europees geteld)`.
  package var dutchText: String { "\(length.dutchText) (\(counting.rawValue) geteld)" }
}
