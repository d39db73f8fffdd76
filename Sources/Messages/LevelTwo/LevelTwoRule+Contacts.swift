extension LevelTwoRule {
  /// Rules about the addresses and telephone numbers of the client and of relations.
  static let contacts: [LevelTwoRule] = [
    LevelTwoRule("TR006") { subject, found in
      for site in subject.sites.contacts {
        for row in subject.rows(of: site.table)
        where !row.has(site.phone) && !(row.has(site.house) && row.has(site.postcode)) {
          found.add("Contact", around: site.kind, row.number)
        }
      }
    },
    .contact("CD005") { row, site in
      switch (row.has(site.postcode), row.has(site.country)) {
      case (true, false): site.country
      case (false, true): site.postcode
      default: nil
      }
    },
    .contact("CD009") { row, site in
      row.has(site.period) && !row.code(site.kind, is: Code.temporary) ? site.period : nil
    },
    .contact("CD025") { row, site in
      row.code(site.country, is: Code.netherlands) && !row.has(site.house) ? site.house : nil
    },
    .contact("CD034") { row, site in
      row.code(site.kind, isOneOf: Code.residence) && !row.has(site.postcode) ? site.postcode : nil
    },
    .contact("CS089") { row, site in
      guard row.code(site.country, is: Code.netherlands), let postcode = row.text(site.postcode),
        !isDutch(postcode)
      else { return nil }
      return site.postcode
    },
  ]

  /// Whether a text is four digits, the first not 0, and two capital or small letters.
  private static func isDutch(_ postcode: String) -> Bool {
    let bytes = Array(postcode.utf8)
    return bytes.count == 6 && (0x31...0x39).contains(bytes[0])
      && bytes[1..<4].allSatisfy { (0x30...0x39).contains($0) }
      && bytes[4...].allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
  }
}
