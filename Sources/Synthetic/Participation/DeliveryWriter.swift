import Quantities

/// Writes rows down as tables that the import of deliveries reads: tabs, and a header.
struct DeliveryWriter {
  let providers: [SyntheticProvider]

  private static let header = [
    "gemeente", "aanbieder", "client", "productcode", "begindatum", "einddatum", "volume",
    "eenheid", "tarief_cent", "bedrag_cent", "referentie", "crediteert",
  ]

  /// A table for every month, sent on the tenth of the next.
  func files(_ rows: [DeliveredRow]) -> [DeliveryFile] {
    Calendar2025.rounds.compactMap { round in
      let own = rows.filter { $0.round == round }
      guard !own.isEmpty else { return nil }
      let month = Calendar2025.day(2025, min(round, 12), 1)
      let ninth = round == 13 ? Calendar2025.day(2026, 1, 21) : month.adding(months: 1)
      let day = Calendar2025.workday(ninth.adding(days: 9))
      let date = day.description.split(separator: "-").joined()
      return DeliveryFile(name: "\(date)-leveringen.tsv", day: day, bytes: bytes(own), rows: own)
    }
  }

  private func bytes(_ rows: [DeliveredRow]) -> [UInt8] {
    var text = DeliveryWriter.header.joined(separator: "\t") + "\n"
    for row in rows {
      let cells = [
        row.municipality.description, providers[row.provider].code.description,
        "\(row.product.code.prefix(2))-\(row.client)", row.product.code,
        row.period.first.description,
        row.period.last.description, String(row.volume), row.product.unit.code,
        String(row.tariff), String(row.cents), DeliveryWriter.text(ofReference: row.reference),
        row.previous.map(DeliveryWriter.text(ofReference:)) ?? "",
      ]
      text += cells.joined(separator: "\t") + "\n"
    }
    return Array(text.utf8)
  }

  /// A reference as it is written.
  private static func text(ofReference number: Int) -> String {
    let digits = String(number)
    return "P" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
  }
}
