import Columns
package import Quantities

/// All agreed prices of a region at one moment: an imported contract file as a whole.
///
/// For one case on one day at most one row is the most specific: `make` refuses a file in which
/// two equally specific rows could both apply. The look-up asks an index once for every kind of
/// specificity that occurs in the list (at most sixteen) and then searches the dates, so it does
/// not become slower with the number of rows.
package struct PriceList: Sendable {
  /// The rows in the order of the file, with their line numbers.
  package let lines: [PriceLine]

  /// The product codes that occur, as numbers.
  private let codes: TextDictionary
  /// The kinds of specificity that occur, the most specific first.
  private let specificities: [Int]
  /// From the key of a row to its group.
  private let index: HashIndex
  private let groups: [Group]

  /// The rows of one key, in order of their first day; their periods do not overlap.
  private struct Group {
    let key: PriceKey
    var rows: [Int]
    var firstDays: [CivilDate] = []
  }

  /// A list without prices.
  package static var empty: PriceList { PriceList(lines: []) }
}

// MARK: - Making

extension PriceList {
  /// Makes a list of the rows of a file, or says which rows contradict each other.
  ///
  /// A contradiction names both lines; it is reported at the later one of them.
  package static func make(_ lines: [PriceLine]) -> Result<PriceList, ImportRefusal> {
    let list = PriceList(lines: lines)
    let findings = list.contradictions()
    return findings.isEmpty ? .success(list) : .failure(ImportRefusal(findings))
  }

  private init(lines: [PriceLine]) {
    var codes = TextDictionary()
    var index = HashIndex()
    var groups: [Group] = []
    for (place, line) in lines.enumerated() {
      let number = line.row.code.map { codes.intern($0.description) }
      let key = PriceKey(line.row, code: number)
      if let group = index.find(hash: key.hash, where: { groups[$0].key == key }) {
        groups[group].rows.append(place)
      } else {
        index.insert(hash: key.hash, value: groups.count)
        groups.append(Group(key: key, rows: [place]))
      }
    }
    for group in groups.indices {
      groups[group].rows.sort { (left, right) in
        (lines[left].row.period.first, left) < (lines[right].row.period.first, right)
      }
      groups[group].firstDays = groups[group].rows.map { lines[$0].row.period.first }
    }
    self.lines = lines
    self.codes = codes
    self.index = index
    self.groups = groups
    specificities = Set(lines.map(\.row.specificity)).sorted(by: >)
  }

  /// Every row that overlaps an earlier beginning row of the same key.
  ///
  /// Sorted by first day it is enough to compare with the row that ends last until now.
  private func contradictions() -> [ImportFinding] {
    var findings: [ImportFinding] = []
    for group in groups {
      var latest = lines[group.rows[0]]
      for place in group.rows.dropFirst() {
        let line = lines[place]
        if latest.row.period.overlaps(line.row.period) {
          findings.append(Self.contradiction(latest, line))
        }
        if Self.ends(latest.row.period, before: line.row.period) { latest = line }
      }
    }
    return findings
  }

  private static func ends(_ period: OpenPeriod, before other: OpenPeriod) -> Bool {
    guard let last = period.last else { return false }
    return other.last.map { last < $0 } ?? true
  }

  private static func contradiction(_ one: PriceLine, _ other: PriceLine) -> ImportFinding {
    let (earlier, later) = one.line <= other.line ? (one, other) : (other, one)
    let from = max(one.row.period.first, other.row.period.first)
    return ImportFinding(
      line: later.line,
      column: nil,
      text: """
        regel \(earlier.line) en regel \(later.line) gelden allebei op \(from) voor dezelfde \
        aanbieder, gemeente, productcode en categorie. Geef een van beide een einddatum of een \
        latere ingangsdatum, of haal er een weg.
        """,
      english: """
        line \(earlier.line) and line \(later.line) both hold on \(from) for the same provider, \
        municipality, product code and category. Give one of them an end date or a later begin, or \
        remove one.
        """
    )
  }
}

// MARK: - Looking up

extension PriceList {
  /// The number of rows.
  package var count: Int { lines.count }

  /// The price of a case on a day, or nil when no tariff is known (iWmo/iJw 3.2 return code 0611).
  ///
  /// The most specific row that applies on that day wins, in the order provider, municipality,
  /// product code, category. A row that fixes the code does not apply to a case without a code.
  package func price(
    provider: ProviderCode,
    municipality: MunicipalityCode,
    category: ProductCategory,
    code: ProductCode?,
    on date: CivilDate
  ) -> PriceMatch? {
    let number = code.flatMap { codes.number(of: $0.description) }
    for specificity in specificities where number != nil || specificity & 2 == 0 {
      let key = PriceKey(
        provider: provider,
        municipality: municipality,
        category: category,
        code: number,
        specificity: specificity
      )
      guard let group = index.find(hash: key.hash, where: { groups[$0].key == key }),
        let place = row(of: groups[group], on: date)
      else { continue }
      return PriceMatch(index: place, line: lines[place].line, row: lines[place].row)
    }
    return nil
  }

  /// The row of a group that holds on a day: the last one that has begun, unless it has ended.
  private func row(of group: Group, on date: CivilDate) -> Int? {
    var low = 0
    var high = group.firstDays.count
    while low < high {
      let middle = (low + high) / 2
      if group.firstDays[middle] <= date { low = middle + 1 } else { high = middle }
    }
    guard low > 0, lines[group.rows[low - 1]].row.period.contains(date) else { return nil }
    return group.rows[low - 1]
  }
}

extension PriceList: Equatable {
  /// Whether both hold the same rows of the same contracts in the same order; line numbers do not
  /// count.
  package static func == (left: PriceList, right: PriceList) -> Bool {
    left.lines.elementsEqual(right.lines) { $0.row == $1.row && $0.source == $1.source }
  }
}
