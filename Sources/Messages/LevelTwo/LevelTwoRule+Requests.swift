import Quantities

extension LevelTwoRule {
  /// Rules about requests for an allocation or a change, and about the answer to them.
  static let requests: [LevelTwoRule] =
    referrers + [
      LevelTwoRule("CD043") { subject, found in
        guard let site = subject.sites.request, let number = site.decisionNumber,
          let date = site.decisionDate
        else { return }
        for row in subject.rows(of: number.table) where row.has(number) != row.has(date) {
          found.add("AangevraagdProduct", row.has(number) ? date : number, row.number)
        }
      },
      LevelTwoRule("TR352") { subject, found in
        guard let site = subject.sites.request,
          rows(subject, site.unchanged) + rows(subject, site.changed) == 0
        else { return }
        found.add("Verzoek", around: site.reference)
      },
      LevelTwoRule("TR353") { subject, found in
        guard let site = subject.sites.request,
          rows(subject, site.changed) + rows(subject, site.added) == 0
        else { return }
        found.add("Verzoek", around: site.reference)
      },
      LevelTwoRule("TR380") { subject, found in
        guard let today = subject.date else { return }
        for site in subject.sites.products where site.className == "NieuwProduct" {
          for row in subject.rows(of: site.table) {
            if let date = row.date(site.begin), date <= today {
              found.add(site.className, site.begin, row.number)
            }
          }
        }
      },
      LevelTwoRule("CD085") { subject, found in
        guard let site = subject.sites.answer, subject.head.code(site.answer, is: Code.one),
          !subject.head.has(site.reason)
        else { return }
        found.add("Antwoord", site.reason)
      },
      LevelTwoRule("CD086") { subject, found in
        guard let site = subject.sites.answer, subject.head.code(site.answer, is: Code.two),
          subject.head.has(site.reason)
        else { return }
        found.add("Antwoord", site.reason)
      },
    ]

  private static let referrers: [LevelTwoRule] = [
    .referrer("CD066") { row, site in
      isProfessional(row, site) && row.has(site.referrerCode) && row.has(site.referrerName)
        ? site.referrerName : nil
    },
    .referrer("CD067") { row, site in
      isProfessional(row, site) && !row.has(site.referrerCode) && !row.has(site.referrerName)
        ? site.referrerName : nil
    },
    .referrer("CD068") { row, site in
      !isProfessional(row, site) && row.has(site.referrerCode) ? site.referrerCode : nil
    },
  ]

  /// A rule about each referrer; the closure gives the element at fault.
  private static func referrer(
    _ number: String,
    fault: @escaping @Sendable (LevelTwoRow, RequestSite) -> Field?
  ) -> LevelTwoRule {
    LevelTwoRule(number) { subject, found in
      guard let site = subject.sites.request, let type = site.referrerType else { return }
      for row in subject.rows(of: type.table) {
        if let field = fault(row, site) { found.add("AangevraagdProduct", field, row.number) }
      }
    }
  }

  private static func isProfessional(_ row: LevelTwoRow, _ site: RequestSite) -> Bool {
    row.code(site.referrerType, isOneOf: Code.professionals)
  }

  private static func rows(_ subject: LevelTwoSubject, _ table: TableID?) -> Int {
    table.map { subject.message.count($0) } ?? 0
  }
}
