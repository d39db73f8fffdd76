extension LevelTwoRule {
  /// Rules about what may occur only once in a message.
  static let keys: [LevelTwoRule] = [
    LevelTwoRule("TR101") { subject, found in
      for site in subject.sites.keys where subject.message.count(site.table) > 1 {
        for row in KeyTable.repeated(site.columns(of: subject)) {
          found.add(site.className, site.table, row)
        }
      }
    },
    LevelTwoRule("TR383") { subject, found in
      guard let reference = subject.sites.request?.reference else { return }
      let keys = subject.keys(of: reference)
      for row in KeyTable.repeated([keys]) { found.add("AangevraagdProduct", reference, row) }
    },
    LevelTwoRule("TR315") { subject, found in
      guard let lines = subject.lines else { return }
      let keys = lines.previousKeys.numbers
      for row in KeyTable.repeated([keys], where: { keys[$0] != Message.absent }) {
        found.add("Prestatie", lines.site.line.previous, row)
      }
    },
    LevelTwoRule("TR316") { subject, found in
      guard let lines = subject.lines else { return }
      for row in 0..<lines.count
      where lines.referenceKeys.number(of: lines.previous, row: row) != nil {
        found.add("Prestatie", lines.site.line.previous, row)
      }
    },
    LevelTwoRule("TR416") { subject, found in
      guard let site = subject.sites.claim, let lines = subject.lines else { return }
      let owner: [Int64] =
        switch subject.settings.debitScope {
        case .clientElement: lines.client.map { Int64($0) }
        case .citizen: owners(lines, subject.message.integers(site.citizenNumber))
        }
      let columns = [
        owner, lines.begin, lines.end, subject.message.integers(site.line.category),
        subject.keys(of: site.line.code),
        subject.message.integers(site.line.allocation),
      ]
      for row in KeyTable.repeated(columns, where: { lines.side[$0] == Code.debit }) {
        found.add("Prestatie", site.lines, row)
      }
    },
  ]

  private static func owners(_ lines: ClaimLines, _ citizens: [Int64]) -> [Int64] {
    lines.client.map { citizens[Int($0)] }
  }
}
