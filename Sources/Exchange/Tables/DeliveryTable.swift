import Claims
import Commissioning
import People
import Quantities

/// The table of deliveries: one line per client, product and month that was delivered.
///
/// The columns may stand in any order. Either every row can be read or nothing is taken in (IM-08);
/// whether a row is paid is another question, and answered per row.
package enum DeliveryTable {
  /// The columns by their names in the file.
  package enum Column: String, CaseIterable, ClientColumns {
    case law = "wet"
    case municipality = "gemeente"
    case provider = "aanbieder"
    case client = "client"
    case allocation = "toewijzing"
    case category = "categorie"
    case code = "productcode"
    case first = "begindatum"
    case last = "einddatum"
    case volume = "volume"
    case unit = "eenheid"
    case tariff = "tarief_cent"
    case amount = "bedrag_cent"
    case reference = "referentie"
    case previous = "crediteert"
  }

  /// The columns that may be left out.
  package static let optional: Set<Column> = [
    .law, .allocation, .category, .tariff, .reference, .previous,
  ]
}

extension DeliveryTable {
  /// The rows of a file and everything that is wrong with it.
  static func read(
    _ bytes: [UInt8],
    of region: [MunicipalityCode]
  ) -> (rows: [NamedRow<DeliveredLine>], findings: [ImportFinding]) {
    var references: [TableReference: Int] = [:]
    return TableRows.read(bytes, of: region, optional: optional) { cells in
      row(&cells, &references)
    }
  }

  /// A reference of a line with its provider, by which doubles are found.
  private struct TableReference: Hashable {
    let provider: ProviderCode
    let text: String
  }

  private static func row(
    _ cells: inout TableCells<Column>,
    _ references: inout [TableReference: Int]
  ) -> NamedRow<DeliveredLine>? {
    let subject = cells.subject(orLaw: .participation)
    let allocation = cells.allocation()
    let category = cells.category(law: subject.law)
    let code = cells.required(.code, ContractAdvice.code) { ProductCode($0) }
    let period = cells.period(.first, .last)
    let volume = cells.required(.volume, TableAdvice.volume) { TableNumbers.positive($0) }
    let unit = cells.required(.unit, ContractAdvice.unit) { ClaimUnit(code: $0) }
    let tariff = cells.value(.tariff, TableAdvice.amount) { TableNumbers.whole($0) }
    if unit == .euro, tariff != nil { cells.find(.tariff, TableAdvice.tariffInEuros) }
    let amount = cells.required(.amount, TableAdvice.amount) { TableNumbers.whole($0) }
    let reference = ownReference(.reference, &cells)
    let previous = ownReference(.previous, &cells)
    if let provider = subject.provider, let reference {
      let name = TableReference(provider: provider, text: reference)
      cells.findDouble(name, .reference, in: &references)
    }
    guard cells.findings.isEmpty, let law = subject.law, let municipality = subject.municipality,
      let provider = subject.provider, let person = subject.person, let code, let period,
      let volume, let unit, let amount
    else { return nil }
    let line = Int32(truncatingIfNeeded: cells.row.line)
    return cells.named(person, ClientScope(municipality: municipality, law: law)) { client in
      DeliveredLine(
        row: line,
        law: law,
        municipality: municipality,
        provider: provider,
        client: client,
        allocationNumber: allocation,
        category: category,
        code: code,
        period: period,
        volume: volume,
        unit: unit,
        tariff: tariff.map { Cents($0) },
        amount: Cents(amount),
        reference: reference,
        previousReference: previous
      )
    }
  }

  /// A reference, which stands in the journal: so it may not be what names the client.
  private static func ownReference(
    _ column: Column,
    _ cells: inout TableCells<Column>
  ) -> String? {
    let text = cells.value(column, TableAdvice.reference) { TableNumbers.reference($0) }
    guard let text else { return nil }
    if CitizenNumber(digits: text)?.passesElevenTest == true {
      cells.find(column, TableAdvice.personInReference)
    } else if text == cells.text(.client) {
      cells.find(column, TableAdvice.clientInReference)
    }
    return text
  }
}
