import Commissioning
import Journal
import Quantities
import Rules

/// One price row on one line.
enum PriceWords {
  /// Prints a row, as an object or as cells with tabs between them.
  static func tell(_ row: PriceRow, _ output: OutputOptions) {
    if output.json {
      Console.line(
        JSONWriter.object { json in
          json.field("gemeente", ifPresent: row.municipality?.description)
          json.field("aanbieder", ifPresent: row.provider?.description)
          json.field("categorie", ifPresent: row.category?.description)
          json.field("productcode", ifPresent: row.code?.description)
          json.field("eenheid", ifPresent: row.unit?.code)
          json.field("tarief_cent", row.tariff.rawValue)
          json.field("variant", ifPresent: row.variant?.rawValue)
          json.field("ingangsdatum", row.period.first.description)
          json.field("einddatum", ifPresent: row.period.last?.description)
        }
      )
    } else {
      let cells = [
        row.municipality?.description ?? "*", row.provider?.description ?? "*",
        row.category?.description ?? "*", row.code?.description ?? "*",
        row.unit?.code ?? "*", row.tariff.text(in: output.lang), row.variant?.rawValue ?? "*",
        row.period.first.description, row.period.last?.description ?? "",
      ]
      Console.line(cells.joined(separator: "\t"))
    }
  }
}
