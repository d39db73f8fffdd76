import Quantities

extension LevelTwoRule {
  /// Rules about the lines of a claim.
  static let claims: [LevelTwoRule] = [
    .line("CD060") { line, lines in
      (lines.side[line] == Code.credit) != lines.hasPrevious(line) ? lines.site.line.previous : nil
    },
    .line("CD087") { line, lines in
      (lines.unit[line] == Code.euro) == (lines.tariff[line] != Message.absent)
        ? lines.site.line.tariff : nil
    },
    .line("CS339") { line, lines in
      lines.unit[line] == Code.euro && lines.amount[line] != lines.volume[line]
        ? lines.site.line.amount : nil
    },
    LevelTwoRule("CS337") { subject, found in
      guard let lines = subject.lines else { return }
      var known: (begin: Int64, end: Int64) = (Message.absent, Message.absent)
      for line in 0..<lines.count {
        let period = (begin: lines.begin[line], end: lines.end[line])
        // Lines of one month mostly stand together, so a period is looked at once.
        guard period != known else { continue }
        if isOneMonth(period.begin, period.end) {
          known = period
        } else {
          found.add("Prestatie", around: lines.site.line.begin, line)
        }
      }
    },
    LevelTwoRule("TR335") { subject, found in
      guard let lines = subject.lines else { return }
      let claimDate = lines.site.claimDate.flatMap { subject.head.date($0) }
      guard let date = subject.settings.claimDate == .claim ? claimDate : subject.date else {
        return
      }
      let oldest = Int64(date.adding(months: -60).dayNumber)
      for line in 0..<lines.count
      where lines.end[line] < oldest && lines.end[line] != Message.absent {
        found.add("Prestatie", lines.site.line.end, line)
      }
    },
    LevelTwoRule("TR319") { subject, found in
      guard subject.settings.judgesClaimPeriod, let lines = subject.lines,
        let last = lines.site.end.flatMap({ subject.head.date($0) })
      else { return }
      let limit = Int64(last.dayNumber)
      for line in 0..<lines.count where lines.end[line] > limit {
        found.add("Prestatie", around: lines.site.line.end, line)
      }
    },
  ]

  /// A rule about each line; the closure gives the element at fault.
  private static func line(
    _ number: String,
    fault: @escaping @Sendable (Int, ClaimLines) -> Field?
  ) -> LevelTwoRule {
    LevelTwoRule(number) { subject, found in
      guard let lines = subject.lines else { return }
      for line in 0..<lines.count {
        if let field = fault(line, lines) { found.add("Prestatie", field, line) }
      }
    }
  }

  /// Whether two days lie in one calendar month; so does a period of which a day is absent.
  private static func isOneMonth(_ begin: Int64, _ end: Int64) -> Bool {
    guard begin != Message.absent, end != Message.absent else { return true }
    let first = CivilDate(dayNumber: Int32(truncatingIfNeeded: begin)).parts
    let last = CivilDate(dayNumber: Int32(truncatingIfNeeded: end)).parts
    return first.month == last.month && first.year == last.year
  }
}
