import Quantities

extension LevelTwoRule {
  /// Rules about the products that are allocated or requested.
  static let products: [LevelTwoRule] =
    productShapes + [
      .withoutCode("CD080"), .withoutCode("CD095"), .withoutCode("CD096"),
      .unitWithFrequency("CS338"), .unitWithFrequency("CS343"),
      .overlap("TR302", in: "ToegewezenProduct"),
      .overlap("TR386", in: "AangevraagdProduct"),
      .overlap("TR410", in: "NieuwProduct"),
      .product("CS335") { row, site in
        guard row.code(site.changeReason, is: deleted) else { return nil }
        return row.date(site.begin) == row.date(site.end) ? nil : site.changeReason
      },
      .product("CS336") { row, site in
        row.code(site.changeReason, is: withdrawn) ? site.changeReason : nil
      },
      LevelTwoRule("CS003") { subject, found in
        for site in subject.sites.products {
          for row in subject.rows(of: site.table) where ends(row, site.end, before: site.begin) {
            found.add(site.className, site.end, row.number)
          }
        }
        for site in subject.sites.contacts {
          guard let end = site.end else { continue }
          for row in subject.rows(of: site.table) where ends(row, end, before: site.begin) {
            found.add("Contact", end, row.number)
          }
        }
      },
    ]

  /// Which elements of a product go together.
  private static let productShapes: [LevelTwoRule] = [
    .product("CD041") { row, site in
      row.has(site.code) && !row.has(site.size) ? site.size : nil
    },
    .product("CD075") { row, site in
      row.has(site.budget) && !row.has(site.end) ? site.end : nil
    },
    .product("CD076") { row, site in
      row.code(site.frequency, is: Code.week) && !row.has(site.end) ? site.end : nil
    },
    .product("CD077") { row, site in
      row.has(site.budget) && row.has(site.size) ? site.size : nil
    },
    .product("CD078") { row, site in
      row.has(site.size) && row.has(site.budget) ? site.budget : nil
    },
    .product("CD079") { row, site in
      !row.has(site.budget) && !row.has(site.product) ? site.product : nil
    },
  ]

  private static let deleted = Code.packed("13")
  private static let withdrawn = Code.packed("01")

  /// The rules for size and frequency of 2021 hold for periods that end after this day.
  private static let lastDayOfOldRules = CivilDate(year: 2020, month: 12, day: 31)

  private static func holdsRulesOf2021(_ row: LevelTwoRow, _ site: ProductSite) -> Bool {
    guard let end = row.date(site.end), let last = lastDayOfOldRules else { return true }
    return end > last
  }

  private static func ends(_ row: LevelTwoRow, _ end: Field, before begin: Field?) -> Bool {
    guard let first = row.date(begin), let last = row.date(end) else { return false }
    return last < first
  }

  /// A product without code has no size; one rule per kind of message.
  private static func withoutCode(_ number: String) -> LevelTwoRule {
    .product(number) { row, site in
      site.product != nil && !row.has(site.code) && row.has(site.size)
        && holdsRulesOf2021(row, site) ? site.size : nil
    }
  }

  /// Full days, half days, euros and effort pieces are not given per day.
  private static func unitWithFrequency(_ number: String) -> LevelTwoRule {
    .product(number) { row, site in
      row.code(site.unit, isOneOf: Code.timeOrPieceUnits)
        && !row.code(site.frequency, isOneOf: Code.longFrequencies)
        && holdsRulesOf2021(row, site) ? site.frequency : nil
    }
  }

  /// The same product is not given twice for the same days.
  private static func overlap(_ number: String, in className: String) -> LevelTwoRule {
    LevelTwoRule(number) { subject, found in
      for site in subject.sites.products where site.className == className {
        let items = subject.rows(of: site.table).compactMap { item($0, site) }
        for row in OverlapFinder.overlapping(items) { found.add(className, site.table, row) }
      }
    }
  }

  /// A product for the overlap rules; nil when it is free of them or its period is no period.
  private static func item(_ row: LevelTwoRow, _ site: ProductSite) -> OverlapFinder.Item? {
    guard let first = row.date(site.begin), !row.code(site.category, isOneOf: Code.aids) else {
      return nil
    }
    let last = row.date(site.end)
    if let last, last < first { return nil }
    if row.code(site.changeReason, isOneOf: [deleted, withdrawn]), last == first { return nil }
    return OverlapFinder.Item(
      row: row.number,
      category: row.code(site.category),
      code: row.text(site.code),
      first: first,
      last: last
    )
  }
}
