import Columns
package import Quantities

/// Answers from memory which price and which rules hold; made anew when a contract changes.
///
/// For every provider code, product and municipality the days lie side by side in columns, so that
/// a question costs one look in an index and a search through a few dates, however many contracts
/// there are.
///
/// - Dutch term: opzoektabel van geldende afspraken
package struct AgreementIndex: Sendable {
  private var products = TextDictionary()
  private var index = HashIndex()
  private var groups: [Group] = []
  // The rows of one group stand together, in order of their first day.
  private var firstDays: [Int32] = []
  private var lastDays: [Int32] = []
  private var prices: [Int64] = []
  private var units: [ClaimUnit] = []
  private var ruleOfRow: [Int32] = []
  private var rules: [AgreedRules] = []

  /// The rows of one key.
  private struct Group {
    let key: Key
    let start: Int32
    let count: Int32
  }

  /// Provider and municipality side by side, and the number of the product.
  private struct Key: Equatable {
    let parties: UInt64
    let product: Int32

    init(_ provider: ProviderCode, _ municipality: MunicipalityCode, _ product: Int32) {
      parties = UInt64(provider.number) << 32 | UInt64(municipality.number)
      self.product = product
    }

    var hash: UInt64 {
      var hash = StableHash()
      hash.combine(parties)
      hash.combine(Int64(product))
      return hash.value
    }
  }

  private init() {}
}

// MARK: - Looking up

extension AgreementIndex {
  /// The number of rows: one for each tariff of each contract in each municipality.
  package var count: Int { firstDays.count }

  /// The price and the rules of a case on a day, or nil when nothing was agreed for it.
  package func terms(
    product: ProductCode,
    provider: ProviderCode,
    municipality: MunicipalityCode,
    on date: CivilDate
  ) -> AgreedTerms? {
    guard let number = products.number(of: product.description) else { return nil }
    let key = Key(provider, municipality, number)
    guard let place = index.find(hash: key.hash, where: { groups[$0].key == key }) else {
      return nil
    }
    let group = groups[place]
    var low = Int(group.start)
    var high = low + Int(group.count)
    while low < high {
      let middle = (low + high) / 2
      if firstDays[middle] <= date.dayNumber { low = middle + 1 } else { high = middle }
    }
    let row = low - 1
    guard row >= Int(group.start), date.dayNumber <= lastDays[row] else { return nil }
    return AgreedTerms(
      price: Cents(prices[row]),
      unit: units[row],
      rules: rules[Int(ruleOfRow[row])],
      row: row
    )
  }
}

// MARK: - Making

extension AgreementIndex {
  /// Days with one price and one set of rules.
  private struct Row {
    let first: CivilDate
    let last: CivilDate
    let price: Cents
    let unit: ClaimUnit
    let rule: Int32
  }

  /// Makes the index of a book, or says which contracts contradict each other.
  package static func make(
    _ book: ContractBook
  ) -> (index: AgreementIndex, conflicts: [AgreementConflict]) {
    var made = AgreementIndex()
    var conflicts: [AgreementConflict] = []
    var rows: [(key: Key, rows: [Row])] = []
    var places = HashIndex()
    for contract in book.contracts.values.sorted(by: { $0.draft.code < $1.draft.code }) {
      for product in contract.draft.products {
        let number = made.products.intern(product.description)
        let spans = made.spans(of: product, under: contract, in: book)
        for provider in contract.draft.claimCodes {
          for municipality in contract.draft.municipalities {
            let key = Key(provider, municipality, number)
            let hash = key.hash
            if let place = places.find(hash: hash, where: { rows[$0].key == key }) {
              rows[place].rows += spans
            } else {
              places.insert(hash: hash, value: rows.count)
              rows.append((key, spans))
            }
          }
        }
      }
    }
    for (key, found) in rows {
      made.append(found, for: key, &conflicts)
    }
    return (made, conflicts)
  }

  /// The spans of days of a product under a contract: each tariff, cut at what holds before it.
  private mutating func spans(
    of product: ProductCode,
    under contract: Contract,
    in book: ContractBook
  ) -> [Row] {
    guard let period = contract.period else { return [] }
    let own = book.tariffs.series[TariffBook.Key(.contract(contract.draft.code), product)]
    let shared = contract.draft.lot.flatMap {
      book.tariffs.series[TariffBook.Key(.lot($0), product)]
    }
    // Every day on which the price or the rules may change, so that between two nothing does.
    var starts: Set<CivilDate> = [period.first]
    for version in (own?.versions ?? []) + (shared?.versions ?? []) {
      starts.insert(version.period.first)
      if let last = version.period.last { starts.insert(last.adding(days: 1)) }
    }
    starts.formUnion(contract.amendments.map(\.from))
    starts.formUnion(contract.parts.map(\.period.first))
    let days = starts.filter { period.contains($0) }.sorted()
    var spans: [Row] = []
    for (place, day) in days.enumerated() {
      guard let version = own?.version(on: day) ?? shared?.version(on: day) else { continue }
      let next = place + 1 < days.count ? days[place + 1].adding(days: -1) : period.last
      spans.append(
        Row(
          first: day,
          last: next,
          price: version.price,
          unit: version.unit,
          rule: rule(of: contract, on: day)
        )
      )
    }
    return spans
  }

  private mutating func rule(of contract: Contract, on date: CivilDate) -> Int32 {
    let rule = AgreedRules(
      contract: contract.draft.code,
      version: contract.version(on: date),
      form: contract.draft.form,
      variant: contract.draft.variant,
      hasCeiling: contract.ceiling?.period?.contains(date) == true
    )
    // Rules of one contract are made one after another, so only the last can be the same.
    if rules.last != rule { rules.append(rule) }
    return Int32(rules.count - 1)
  }

  /// Adds the rows of a key; those that share a day with an earlier one are left out and told.
  private mutating func append(
    _ found: [Row],
    for key: Key,
    _ conflicts: inout [AgreementConflict]
  ) {
    let start = firstDays.count
    for row in found.sorted(by: { ($0.first, $0.rule) < ($1.first, $1.rule) }) {
      if firstDays.count > start, row.first.dayNumber <= lastDays[firstDays.count - 1] {
        let other = rules[Int(ruleOfRow[firstDays.count - 1])].contract
        if let conflict = conflict(key, other, rules[Int(row.rule)].contract, row.first),
          conflicts.last?.contracts != conflict.contracts
            || conflicts.last?.product != conflict.product
            || conflicts.last?.municipality != conflict.municipality
        {
          conflicts.append(conflict)
        }
        continue
      }
      firstDays.append(row.first.dayNumber)
      lastDays.append(row.last.dayNumber)
      prices.append(row.price.rawValue)
      units.append(row.unit)
      ruleOfRow.append(row.rule)
    }
    guard firstDays.count > start else { return }
    index.insert(hash: key.hash, value: groups.count)
    groups.append(
      Group(key: key, start: Int32(start), count: Int32(firstDays.count - start))
    )
  }

  private func conflict(
    _ key: Key,
    _ one: ContractCode,
    _ other: ContractCode,
    _ from: CivilDate
  ) -> AgreementConflict? {
    guard let product = ProductCode(products.text(key.product)),
      let municipality = MunicipalityCode(number: key.parties & 0xFFFF_FFFF)
    else { return nil }
    return AgreementConflict(
      contracts: [one, other].sorted(),
      product: product,
      municipality: municipality,
      from: from
    )
  }
}
