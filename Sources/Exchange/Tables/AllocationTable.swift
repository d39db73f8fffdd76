import Access
import Claims
import Commissioning
import People
import Quantities

/// The table of open allocations that are taken over, with what was awarded on each so far.
///
/// The columns may stand in any order. Either every row is right or nothing is taken over (IM-08).
package enum AllocationTable {
  /// The columns by their names in the file.
  package enum Column: String, CaseIterable, ClientColumns {
    case law = "wet"
    case municipality = "gemeente"
    case provider = "aanbieder"
    case client = "client"
    case allocation = "toewijzing"
    case decidedOn = "besluitdatum"
    case decidedAt = "besluittijd"
    case category = "categorie"
    case code = "productcode"
    case first = "ingangsdatum"
    case last = "einddatum"
    case volume = "volume"
    case unit = "eenheid"
    case frequency = "frequentie"
    case budget = "budget_cent"
    case awardedVolume = "toegekend_volume"
    case awardedUnit = "toegekend_eenheid"
    case awardedAmount = "toegekend_cent"
  }

  /// The columns that may be left out.
  package static let optional: Set<Column> = [.decidedAt, .category, .awardedUnit]
}

extension AllocationTable {
  /// The rows of a file and everything that is wrong with it.
  static func read(
    _ bytes: [UInt8],
    of region: [MunicipalityCode]
  ) -> (rows: [NamedRow<TakenOverAllocation>], findings: [ImportFinding]) {
    var numbers: [TableNumber: Int] = [:]
    return TableRows.read(bytes, of: region, optional: optional) { cells in
      row(&cells, &numbers)
    }
  }

  /// A number of an allocation with its municipality, by which doubles are found.
  private struct TableNumber: Hashable {
    let municipality: MunicipalityCode
    let number: Int64
  }

  /// What was awarded before.
  private struct Awarded {
    let volume: Int64
    let unit: ClaimUnit?
    let amount: Cents
  }

  private static func row(
    _ cells: inout TableCells<Column>,
    _ numbers: inout [TableNumber: Int]
  ) -> NamedRow<TakenOverAllocation>? {
    let subject = cells.subject()
    let number = cells.allocation()
    if cells.isEmpty(.allocation) { cells.find(.allocation, TableAdvice.noAllocation) }
    if let municipality = subject.municipality, let number {
      let name = TableNumber(municipality: municipality, number: number)
      cells.findDouble(name, .allocation, in: &numbers)
    }
    let decidedOn = cells.required(.decidedOn, ContractAdvice.date) { CivilDate($0) }
    let decidedAt = cells.value(.decidedAt, TableAdvice.time) { CivilTime($0) }
    let terms = terms(&cells, law: subject.law)
    let awarded = awarded(&cells, terms?.volume)
    guard cells.findings.isEmpty, let law = subject.law, let municipality = subject.municipality,
      let provider = subject.provider, let person = subject.person, let number, let decidedOn,
      let terms
    else { return nil }
    let product = AllocatedProduct(
      number: number,
      decided: DecisionMoment(on: decidedOn, at: decidedAt ?? CivilTime(nanoseconds: 0)),
      terms: terms
    )
    let line = Int32(truncatingIfNeeded: cells.row.line)
    return cells.named(person, ClientScope(municipality: municipality, law: law)) { client in
      TakenOverAllocation(
        row: line,
        law: law,
        municipality: municipality,
        provider: provider,
        client: client,
        product: product,
        volume: awarded.volume,
        unit: awarded.unit,
        amount: awarded.amount
      )
    }
  }

  private static func terms(
    _ cells: inout TableCells<Column>,
    law: SupportLaw?
  ) -> AllocationTerms? {
    let code = cells.value(.code, ContractAdvice.code) { ProductCode($0) }
    let given = cells.category(law: law)
    let first = cells.required(.first, ContractAdvice.date) { CivilDate($0) }
    let last = cells.value(.last, ContractAdvice.date) { CivilDate($0) }
    if let first, let last, last < first { cells.find(.last, TableAdvice.endsBeforeItBegins) }
    let amount = cells.value(.volume, TableAdvice.volume) { TableNumbers.positive($0) }
    let unit = cells.value(.unit, ContractAdvice.unit) { ClaimUnit(code: $0) }
    let frequency = cells.value(.frequency, TableAdvice.frequency) { Frequency(code: $0) }
    let filled = [Column.volume, .unit, .frequency].filter { !cells.isEmpty($0) }
    if filled.count == 1 || filled.count == 2 { cells.find(.volume, TableAdvice.partOfVolume) }
    let budget = cells.value(.budget, TableAdvice.amount) { TableNumbers.whole($0) }
    guard let first else { return nil }
    // In the national way of coding a code begins with its category.
    let derived =
      law == .participation ? nil : code.flatMap { ProductCategory($0.description.prefix(2)) }
    var volume: SupportVolume?
    if let amount, let unit, let frequency {
      volume = SupportVolume(amount: amount, unit: unit, frequency: frequency)
    }
    return AllocationTerms(
      category: given ?? derived,
      code: code,
      from: first,
      through: last,
      volume: volume,
      budget: budget.map { Cents($0) }
    )
  }

  private static func awarded(
    _ cells: inout TableCells<Column>,
    _ allocated: SupportVolume?
  ) -> Awarded {
    let volume = cells.value(.awardedVolume, TableAdvice.awarded) { TableNumbers.whole($0) } ?? 0
    let own = cells.value(.awardedUnit, ContractAdvice.unit) { ClaimUnit(code: $0) }
    let amount = cells.required(.awardedAmount, TableAdvice.amount) { TableNumbers.whole($0) } ?? 0
    let unit = own ?? allocated?.unit
    if volume > 0, unit == nil { cells.find(.awardedVolume, TableAdvice.awardedUnit) }
    if let unit, let allocated,
      VolumeMeasure.countedUnit(unit) != VolumeMeasure.countedUnit(allocated.unit)
    {
      cells.find(.awardedUnit, TableAdvice.otherUnit)
    }
    return Awarded(volume: volume, unit: volume > 0 ? unit : nil, amount: Cents(amount))
  }
}
