/// One rule of level 2, with what it demands and how it is checked.
///
/// - Dutch term: regel op controleniveau 2 (iWmo 3.2)
package struct LevelTwoRule: Sendable {
  /// Meaning, classes, messages, source and choice, as the catalogue has them.
  package let description: RuleDescription
  let check: @Sendable (LevelTwoSubject, inout LevelTwoFindings) -> Void

  init(
    _ number: String,
    check: @escaping @Sendable (LevelTwoSubject, inout LevelTwoFindings) -> Void
  ) {
    guard let description = RuleCatalogue.iwmo[number] else {
      preconditionFailure("the catalogue has no rule \(number)")
    }
    self.description = description
    self.check = check
  }

  /// The number in the standard: `TR416`.
  package var number: String { description.number }

  /// The numbers of the messages it judges.
  package var messages: [String] { description.messages }

  /// The return code of a violation.
  package var returnCode: String { LevelTwo.returnCode }
}

// MARK: - Rules about each row of a class

extension LevelTwoRule {
  /// A rule about each person; the closure gives the element at fault.
  static func person(
    _ number: String,
    fault: @escaping @Sendable (LevelTwoRow, PersonSite, LevelTwoSubject) -> Field?
  ) -> LevelTwoRule {
    LevelTwoRule(number) { subject, found in
      for site in subject.sites.persons {
        for row in subject.rows(of: site.table) {
          if let field = fault(row, site, subject) { found.add(site.className, field, row.number) }
        }
      }
    }
  }

  /// A rule about each contact; the closure gives the element at fault.
  static func contact(
    _ number: String,
    fault: @escaping @Sendable (LevelTwoRow, ContactSite) -> Field?
  ) -> LevelTwoRule {
    LevelTwoRule(number) { subject, found in
      for site in subject.sites.contacts {
        for row in subject.rows(of: site.table) {
          if let field = fault(row, site) { found.add("Contact", field, row.number) }
        }
      }
    }
  }

  /// A rule about each allocated or requested product; the closure gives the element at fault.
  static func product(
    _ number: String,
    fault: @escaping @Sendable (LevelTwoRow, ProductSite) -> Field?
  ) -> LevelTwoRule {
    LevelTwoRule(number) { subject, found in
      for site in subject.sites.products {
        for row in subject.rows(of: site.table) {
          if let field = fault(row, site) { found.add(site.className, field, row.number) }
        }
      }
    }
  }
}
