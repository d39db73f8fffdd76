package import Quantities

extension ContractBook {
  /// The price list that follows from the contracts: the tariffs that hold under each, on the days
  /// on which it runs, for every municipality and claim code of it.
  ///
  /// On every day at most one row holds for a provider, municipality and product: where two
  /// contracts would both set a price, the one that began first goes on until its end. Every row
  /// names the contract and the version of it, so a row ends where a new version begins.
  package func priceList() -> PriceList {
    var rows: [(order: Order, price: Price)] = []
    for contract in contracts.values {
      guard let period = contract.period else { continue }
      let parties = claimCodes(of: contract, in: period)
      for product in contract.draft.products {
        for span in spans(of: product, under: contract, in: period) {
          append(span, of: product, under: contract, parties, to: &rows)
        }
      }
    }
    rows.sort { $0.order < $1.order }
    let lines = Self.withoutOverlap(rows.map(\.price)).enumerated().map { place, price in
      PriceLine(line: place + 1, row: price.row, source: price.source)
    }
    guard case .success(let list) = PriceList.make(lines) else { return .empty }
    return list
  }

  /// The place of a row in the list, so that the same contracts always give the same list.
  private struct Order: Comparable {
    let parties: UInt64
    let product: String
    let from: CivilDate
    let contract: ContractCode

    static func < (left: Order, right: Order) -> Bool {
      if left.parties != right.parties { return left.parties < right.parties }
      if left.product != right.product { return left.product < right.product }
      return (left.from, left.contract) < (right.from, right.contract)
    }
  }

  /// The codes under which a contract is claimed, each with its days: those of the register, and
  /// those of the contract that the register does not speak of.
  private func claimCodes(
    of contract: Contract,
    in period: Period
  ) -> [ProviderRecord.DatedCode] {
    let recorded = providers[contract.draft.provider]?.claimCodes ?? []
    let named = Set(recorded.map(\.code))
    let whole = OpenPeriod(period)
    return recorded
      + contract.draft.claimCodes.filter { !named.contains($0) }.map {
        ProviderRecord.DatedCode($0, whole)
      }
  }

  /// A row with the contract that it follows from.
  private struct Price {
    let row: PriceRow
    let source: PriceSource
  }

  /// Days of a product under one version of a contract with one tariff.
  private struct Span {
    let days: OpenPeriod
    let tariff: Tariff
    let source: PriceSource
  }

  /// The tariffs of a product, cut to the days of the contract and of each version of it; its own
  /// goes before that of its lot.
  private func spans(
    of product: ProductCode,
    under contract: Contract,
    in period: Period
  ) -> [Span] {
    let own = tariffs.series[TariffBook.Key(.contract(contract.draft.code), product)]
    let shared = contract.draft.lot.flatMap {
      tariffs.series[TariffBook.Key(.lot($0), product)]
    }
    var starts: Set<CivilDate> = [period.first]
    starts.formUnion(contract.amendments.map(\.from))
    for part in contract.parts {
      starts.insert(part.period.first)
      if let last = part.period.last { starts.insert(last.adding(days: 1)) }
    }
    for version in (own?.versions ?? []) + (shared?.versions ?? []) {
      starts.insert(version.period.first)
      if let last = version.period.last { starts.insert(last.adding(days: 1)) }
    }
    let days = starts.filter { period.contains($0) }.sorted()
    var spans: [Span] = []
    for (place, day) in days.enumerated() {
      guard let tariff = own?.version(on: day) ?? shared?.version(on: day) else { continue }
      let last = place + 1 < days.count ? days[place + 1].adding(days: -1) : period.last
      guard let span = OpenPeriod(from: day, through: last) else { continue }
      let source = contract.priceSource(on: day)
      if let before = spans.last, before.tariff == tariff, before.source == source,
        before.days.last?.adding(days: 1) == day,
        let joined = OpenPeriod(from: before.days.first, through: last)
      {
        spans[spans.count - 1] = Span(days: joined, tariff: tariff, source: source)
      } else {
        spans.append(Span(days: span, tariff: tariff, source: source))
      }
    }
    return spans
  }

  private func append(
    _ span: Span,
    of product: ProductCode,
    under contract: Contract,
    _ codes: [ProviderRecord.DatedCode],
    to rows: inout [(order: Order, price: Price)]
  ) {
    for code in codes {
      guard let days = span.days.intersection(code.period) else { continue }
      for municipality in contract.draft.municipalities {
        let row = PriceRow(
          municipality: municipality,
          provider: code.code,
          category: product.nationalCategory,
          code: product,
          unit: span.tariff.unit,
          tariff: span.tariff.price,
          variant: contract.draft.variant,
          period: days
        )
        let order = Order(
          parties: UInt64(code.code.number) << 32 | UInt64(municipality.number),
          product: product.description,
          from: days.first,
          contract: contract.draft.code
        )
        rows.append((order, Price(row: row, source: span.source)))
      }
    }
  }

  /// The rows in their order, each cut to the days that no earlier one of its kind has taken.
  private static func withoutOverlap(_ prices: [Price]) -> [Price] {
    var kept: [Price] = []
    var taken: CivilDate?
    for price in prices {
      let row = price.row
      let isSame =
        kept.last.map {
          $0.row.provider == row.provider && $0.row.municipality == row.municipality
            && $0.row.code == row.code
        } ?? false
      let free = isSame ? taken.map { $0.adding(days: 1) } : nil
      let first = max(row.period.first, free ?? row.period.first)
      guard let days = OpenPeriod(from: first, through: row.period.last) else { continue }
      kept.append(Price(row: row.with(days), source: price.source))
      taken = days.last
    }
    return kept
  }
}

extension Contract {
  /// What a price of a day follows from, with the clause that decides on prices then.
  package func priceSource(on date: CivilDate) -> PriceSource {
    var found: RulingClause?
    for subject in ContractClause.priceSubjects where found == nil {
      found = ruling(on: subject, date: date)
    }
    return PriceSource(
      contract: draft.code,
      version: version(on: date),
      clause: found.map { "\($0.part), \($0.clause.place)" }
    )
  }
}

extension PriceRow {
  fileprivate func with(_ period: OpenPeriod) -> PriceRow {
    PriceRow(
      municipality: municipality,
      provider: provider,
      category: category,
      code: code,
      unit: unit,
      tariff: tariff,
      variant: variant,
      period: period
    )
  }
}

extension ProductCode {
  /// The category that a code of the national list begins with, such as 02 of `02A03`; nil for a
  /// code of another form, which holds in every category.
  fileprivate var nationalCategory: ProductCategory? {
    let text = description
    guard text.utf8.count == 5, let letter = text.dropFirst(2).first, letter.isLetter else {
      return nil
    }
    return ProductCategory(text.prefix(2))
  }
}
