import Quantities

extension LevelTwoRule {
  /// Rules about the client and the relations of the client.
  static let persons: [LevelTwoRule] = [
    .person("TR002") { row, site, subject in
      guard let date = row.date(site.birthDate), let today = subject.date,
        date < today.adding(months: -120 * 12), !isUnknown(row, site)
      else { return nil }
      return site.birthDate
    },
    .person("CS139") { row, site, _ in
      guard let date = row.date(site.birthDate), let use = row.code(site.birthDateUse) else {
        return nil
      }
      let agrees =
        switch use {
        case Code.three: date == unknownBirthDate
        case Code.two: date.month == 1 && date.day == 1
        case Code.one: date.day == 1
        default: true
        }
      return agrees ? nil : site.birthDate
    },
    .person("CS050") { row, site, subject in
      guard let use = row.code(site.nameUse) else { return nil }
      let allowed =
        if row.has(site.partnerName) {
          withPartner.contains(use)
        } else {
          use == Code.one || (use == organisation && subject.settings.nameUse == .ruleText)
        }
      return allowed ? nil : site.nameUse
    },
    .person("CS002") { row, site, _ in
      guard let number = row.integer(site.citizenNumber),
        CitizenNumber(number: number)?.passesElevenTest != true
      else { return nil }
      return site.citizenNumber
    },
    LevelTwoRule("CD007") { subject, found in
      guard let form = subject.sites.communicationForm,
        let language = subject.sites.communicationLanguage, subject.head.has(form),
        subject.head.has(language) != subject.head.code(form, is: Code.one)
      else { return }
      found.add("Client", language)
    },
    LevelTwoRule("TR061") { subject, found in
      // The first site is that of the client itself; a relation has one contact of its own.
      guard let site = subject.sites.contacts.first,
        let client = subject.sites.persons.first?.citizenNumber,
        !subject.rows(of: site.table).contains(where: { $0.code(site.kind, isOneOf: Code.lasting) })
      else { return }
      found.add("Client", around: client)
    },
  ]

  private static let unknownBirthDate = CivilDate(year: 1900, month: 1, day: 1)
  private static let withPartner = ["1", "2", "3", "4"].map(Code.packed)
  private static let organisation = Code.packed("6")

  private static func isUnknown(_ row: LevelTwoRow, _ site: PersonSite) -> Bool {
    row.code(site.birthDateUse, is: Code.three) && row.date(site.birthDate) == unknownBirthDate
  }
}
