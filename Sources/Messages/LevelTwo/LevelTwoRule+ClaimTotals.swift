import Quantities

extension LevelTwoRule {
  /// Rules about the periods, totals and sides of a claim and of its answer.
  static let claimTotals: [LevelTwoRule] = [
    LevelTwoRule("TR137") { subject, found in
      guard let lines = subject.lines, let today = subject.date else { return }
      if let first = subject.head.date(lines.site.begin), let end = lines.site.end,
        let last = subject.head.date(end), last < first || last > today
      {
        found.add(lines.site.className, end)
      }
      let limit = Int64(today.dayNumber)
      for line in 0..<lines.count
      where lines.end[line] < lines.begin[line] || lines.end[line] > limit {
        found.add("Prestatie", lines.site.line.end, line)
      }
    },
    LevelTwoRule("CS100") { subject, found in
      guard let lines = subject.lines, let start = firstClaimDay else { return }
      if let begin = lines.site.begin, let first = subject.head.date(begin), first < start {
        found.add(lines.site.className, begin)
      }
      let limit = Int64(start.dayNumber)
      for line in 0..<lines.count
      where lines.begin[line] < limit && lines.begin[line] != Message.absent {
        found.add("Prestatie", lines.site.line.begin, line)
      }
    },
    LevelTwoRule("CS340") { subject, found in
      guard let lines = subject.lines, let begin = lines.site.begin,
        let first = subject.head.date(begin), let last = subject.head.date(lines.site.end),
        Period(from: first, through: last)?.isWholeMonth != true
      else { return }
      found.add(lines.site.className, around: begin)
    },
    LevelTwoRule("CS325") { subject, found in
      guard let lines = subject.lines else { return }
      for total in [lines.site.claimed, lines.site.awarded].compactMap(\.self)
      where subject.head.integer(total.amount) == 0
        && !subject.head.code(total.side, is: Code.debit)
      {
        found.add(lines.site.className, total.side)
      }
      for line in 0..<lines.count where lines.amount[line] == 0 && lines.side[line] != Code.debit {
        found.add("Prestatie", lines.site.line.side, line)
      }
    },
    LevelTwoRule("TR358") { subject, found in
      guard let lines = subject.lines, let total = signed(lines.site.claimed, subject),
        total != lines.sum
      else { return }
      found.add(lines.site.className, around: lines.site.claimed.amount)
    },
    LevelTwoRule("TR342") { subject, found in
      guard let lines = subject.lines, let site = lines.site.awarded,
        let claimed = signed(lines.site.claimed, subject), let awarded = signed(site, subject)
      else { return }
      let isWell =
        refusesClaim(subject, lines.site)
        ? awarded == 0 && lines.count == 0 : claimed &- awarded == lines.sum
      if !isWell { found.add(lines.site.className, around: site.amount) }
    },
  ]

  /// Claims by these messages start with the year 2021; before it other messages were in use.
  private static let firstClaimDay = CivilDate(year: 2021, month: 1, day: 1)

  private static func signed(_ total: TotalSite, _ subject: LevelTwoSubject) -> Int64? {
    subject.head.integer(total.amount).map {
      subject.head.code(total.side, is: Code.credit) ? -$0 : $0
    }
  }

  /// Whether the answer refuses the claim as a whole.
  private static func refusesClaim(_ subject: LevelTwoSubject, _ site: ClaimSite) -> Bool {
    guard let code = site.answerCode else { return false }
    return subject.rows(of: code.table).contains { row in
      row.text(code).map(ReturnCodeCatalogue.refuses) ?? false
    }
  }
}
