import Quantities

extension LevelTwoRule {
  /// Rules about starts and stops, and the rule about dates that lie after the message.
  static let deliveries: [LevelTwoRule] = [
    LevelTwoRule("TR018") { subject, found in
      guard let site = subject.sites.delivery, let last = site.end else { return }
      for row in subject.rows(of: site.table) where judges(row, site, subject) {
        if let first = row.date(site.begin), let end = row.date(last), end < first {
          found.add(site.className, last, row.number)
        }
      }
    },
    LevelTwoRule("CS058") { subject, found in
      guard let site = subject.sites.delivery else { return }
      for row in subject.rows(of: site.table)
      where !row.code(site.status, isOneOf: [Code.one, Code.deletion]) {
        found.add(site.className, site.status, row.number)
      }
    },
    LevelTwoRule("TR134") { subject, found in
      lateBirths(subject, &found)
      lateProducts(subject, &found)
      lateLines(subject, &found)
    },
  ]

  /// Whether the dates of a start or stop are judged; those of a deletion are not by default.
  private static func judges(
    _ row: LevelTwoRow,
    _ site: DeliverySite,
    _ subject: LevelTwoSubject
  ) -> Bool {
    subject.settings.judgesDeletions || !row.code(site.status, is: Code.deletion)
  }

  private static func lateBirths(_ subject: LevelTwoSubject, _ found: inout LevelTwoFindings) {
    for site in subject.sites.persons {
      guard let birthDate = site.birthDate else { continue }
      for row in subject.rows(of: site.table) where subject.isLate(row.date(birthDate)) {
        found.add(site.className, birthDate, row.number)
      }
    }
  }

  private static func lateProducts(_ subject: LevelTwoSubject, _ found: inout LevelTwoFindings) {
    for site in subject.sites.products {
      guard let date = site.allocationDate else { continue }
      for row in subject.rows(of: site.table) where subject.isLate(row.date(date)) {
        found.add(site.className, date, row.number)
      }
    }
    guard let site = subject.sites.delivery else { return }
    let date = site.end ?? site.begin
    for row in subject.rows(of: site.table)
    where judges(row, site, subject) && subject.isLate(row.date(date)) {
      found.add(site.className, date, row.number)
    }
  }

  private static func lateLines(_ subject: LevelTwoSubject, _ found: inout LevelTwoFindings) {
    guard let lines = subject.lines, let today = subject.date else { return }
    if let begin = lines.site.begin, subject.isLate(subject.head.date(begin)) {
      found.add(lines.site.className, begin)
    }
    let limit = Int64(today.dayNumber)
    for line in 0..<lines.count where lines.begin[line] > limit {
      found.add("Prestatie", lines.site.line.begin, line)
    }
  }
}
