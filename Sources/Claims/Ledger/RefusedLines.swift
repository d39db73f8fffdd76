import Columns
package import Quantities
package import Rules

/// The refused lines that still ask for somebody's attention: the work list by exception.
///
/// A line leaves the list as soon as the same delivery is awarded by another line, and a credit as
/// soon as the delivery is awarded no more; a line that names no known allocation cannot be told
/// from others and stays. Made once for a state and asked many times: a million lines take one look
/// at each refused one.
package struct RefusedLines: Sendable {
  /// One line, in the few numbers by which the list is filtered and sorted.
  package struct Item: Sendable {
    package let row: Int32
    package let municipality: MunicipalityCode
    package let provider: ProviderCode
    /// The first day of the month in which support was delivered.
    package let month: CivilDate
    package let amount: Cents
    /// The place of the first rule that refused it among `rules`; nil when an answer gave none.
    package let rule: Int16?
  }

  /// In the order of the ledger: the last one is the newest.
  package let items: [Item]
  /// The rules by which items were refused, each once.
  package let rules: [RuleID]
  /// The months of the items, each once, from old to new.
  package let months: [CivilDate]

  package init(_ ledger: ClaimLedger) {
    var items: [Item] = []
    var rules: [RuleID] = []
    var places: [RuleKey: Int16] = [:]
    for row in ledger.lines.refusedRows where !ledger.isMended(row) {
      let line = ledger.lines.numbers[Int(row)]
      let claim = ledger.claims[Int(line.claim)]
      let key = RuleKey(isTable: claim.isTable, refusal: line.refusal)
      if places[key] == nil, let rule = ledger.refusingRule(of: Int(row)) {
        let known = rules.firstIndex(of: rule)
        places[key] = Int16(known ?? rules.count)
        if known == nil { rules.append(rule) }
      }
      items.append(
        Item(
          row: row,
          municipality: claim.municipality,
          provider: claim.provider,
          month: CivilDate(dayNumber: line.first).firstOfMonth,
          amount: Cents(line.amount),
          rule: places[key]
        )
      )
    }
    // Answers to our own claims come in any order, and a snapshot knows that order no more.
    if !zip(items, items.dropFirst()).allSatisfy({ $0.row < $1.row }) {
      items.sort { $0.row < $1.row }
    }
    self.items = items
    self.rules = rules
    // Most lines have the month of the line before them.
    var months: Set<CivilDate> = []
    var last: CivilDate?
    for item in items where item.month != last {
      months.insert(item.month)
      last = item.month
    }
    self.months = months.sorted()
  }

  private struct RuleKey: Hashable {
    let isTable: Bool
    let refusal: UInt8
  }
}

// MARK: - Asking

extension RefusedLines {
  /// By which column the list is sorted.
  package enum Order: String, CaseIterable, Hashable, Sendable {
    case newest, municipality, provider, month, rule, amount
  }

  /// Which lines are meant; nil is all.
  package struct Filter: Hashable, Sendable {
    package var municipalities: Set<MunicipalityCode>?
    package var providers: Set<ProviderCode>?
    package var rule: RuleID?
    package var month: CivilDate?

    package init(
      municipalities: Set<MunicipalityCode>? = nil,
      providers: Set<ProviderCode>? = nil,
      rule: RuleID? = nil,
      month: CivilDate? = nil
    ) {
      self.municipalities = municipalities
      self.providers = providers
      self.rule = rule
      self.month = month
    }
  }

  /// The places of the items from low to high by a column; equal ones from old to new.
  package func places(by order: Order) -> [Int32] {
    let places = Array(0..<Int32(items.count))
    let keys: [Int64] =
      switch order {
      case .newest: []
      case .municipality: items.map { Int64($0.municipality.number) }
      case .provider: items.map { Int64($0.provider.number) }
      case .month: items.map { Int64($0.month.dayNumber) }
      case .rule: items.map { Int64($0.rule ?? -1) }
      case .amount: items.map(\.amount.rawValue)
      }
    guard !keys.isEmpty else { return places }
    return places.sorted { left, right in
      let (a, b) = (keys[Int(left)], keys[Int(right)])
      return a == b ? left < right : a < b
    }
  }

  /// The places that a filter lets through, out of places in some order.
  package func chosen(_ filter: Filter, of places: [Int32]) -> [Int32] {
    guard filter != Filter() else { return places }
    let rule = filter.rule.map { rule in Int16(rules.firstIndex(of: rule) ?? -1) }
    return places.filter { place in
      let item = items[Int(place)]
      if let rule, item.rule != rule { return false }
      if let month = filter.month, item.month != month { return false }
      if let codes = filter.municipalities, !codes.contains(item.municipality) { return false }
      if let codes = filter.providers, !codes.contains(item.provider) { return false }
      return true
    }
  }

  /// What a filter lets through, with what is counted of it.
  package struct Choice: Sendable {
    /// The places in the order that was asked for, from low to high.
    package let places: [Int32]
    /// How many there would be per rule, were none chosen.
    package let groups: [Group]
    package let amount: Cents
  }

  /// The lines that a filter lets through, out of places in some order.
  package func choice(_ filter: Filter, of places: [Int32]) -> Choice {
    var whole = filter
    whole.rule = nil
    let all = chosen(whole, of: places)
    let groups = groups(at: all)
    let chosen = filter.rule == nil ? all : chosen(filter, of: all)
    let sums = groups.filter { filter.rule == nil || $0.rule == filter.rule }
    return Choice(
      places: chosen,
      groups: groups,
      amount: Cents(sums.reduce(Int64(0)) { $0 &+ $1.amount.rawValue })
    )
  }

  /// How many lines a rule refused, and for how much.
  package struct Group: Hashable, Sendable {
    /// Nil for lines that an answer refused without its saying by which rule.
    package let rule: RuleID?
    package let count: Int
    package let amount: Cents
  }

  /// The lines at some places per rule, most of them first.
  package func groups(at places: [Int32]) -> [Group] {
    var counts = [Int](repeating: 0, count: rules.count + 1)
    var sums = [Int64](repeating: 0, count: rules.count + 1)
    for place in places {
      let item = items[Int(place)]
      let index = item.rule.map { Int($0) } ?? rules.count
      counts[index] += 1
      sums[index] &+= item.amount.rawValue
    }
    return counts.indices.filter { counts[$0] > 0 }
      .map { index in
        Group(
          rule: index < rules.count ? rules[index] : nil,
          count: counts[index],
          amount: Cents(sums[index])
        )
      }
      .sorted { left, right in
        (right.count, left.rule?.description ?? "") < (left.count, right.rule?.description ?? "")
      }
  }
}

extension ClaimLedger {
  /// The first rule that refused a line; nil for a line that was not refused, and for a line of our
  /// own, about which the answer says it.
  package func refusingRule(of row: Int) -> RuleID? {
    let line = lines.numbers[row]
    let place = Int(line.refusal) - 1
    guard place >= 0 else { return nil }
    if line.refusal == LineReceipt.refusedClient { return ClaimedClientRules.set.rules.first?.id }
    if claims[Int(line.claim)].isTable {
      return TableRules.set.rules.indices.contains(place) ? TableRules.set.rules[place].id : nil
    }
    return LineRules.set.rules.indices.contains(place) ? LineRules.set.rules[place].id : nil
  }

  /// The return code of a rule about lines; nil for a rule that gives none.
  package static func code(of rule: RuleID) -> ReturnCode? {
    LineRules.set.rules.first { $0.id == rule }?.code
      ?? TableRules.set.rules.first { $0.id == rule }?.code
      ?? ClaimedClientRules.set.rules.first { $0.id == rule }?.code
  }

  /// Whether a refused line asks for nothing more.
  func isMended(_ row: Int32) -> Bool {
    let line = lines.numbers[Int(row)]
    guard line.allocation >= 0 else { return false }
    let stands = lines.hasStandingDebit(like: Int(row))
    return LineTable.Flags(rawValue: line.flags).contains(.credit) ? !stands : stands
  }
}
