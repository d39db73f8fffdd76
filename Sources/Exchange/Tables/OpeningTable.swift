package import Commissioning
import Journal
import Quantities

/// The opening record of a tender platform: one bid per row, with the digest of what was kept.
package enum OpeningTable {
  private static let columns = ["perceel", "kvk", "ingediend", "vingerafdruk", "bytes"]

  /// The bids of a record, or everything that is wrong with it.
  package static func read(
    _ bytes: [UInt8]
  ) -> Result<[ProcurementProcedure.KeptBid], ImportRefusal> {
    let table: TableFile
    switch TableFile.read(bytes) {
    case .success(let read): table = read
    case .failure(let refusal): return .failure(refusal)
    }
    guard table.header == columns else {
      let names = columns.joined(separator: ", ")
      return .failure(
        ImportRefusal([
          ImportFinding(
            line: 1,
            column: nil,
            text: "de kop is niet \(names). Geef precies deze kolommen in deze volgorde.",
            english: "the header is not \(names). Give exactly these columns in this order."
          )
        ])
      )
    }
    var findings: [ImportFinding] = []
    let bids = table.rows.compactMap { row in bid(row, &findings) }
    return findings.isEmpty ? .success(bids) : .failure(ImportRefusal(findings))
  }

  private static func bid(
    _ row: TableFile.Row,
    _ findings: inout [ImportFinding]
  ) -> ProcurementProcedure.KeptBid? {
    func value<Value>(
      _ place: Int,
      _ dutch: String,
      _ english: String,
      _ read: (String) -> Value?
    ) -> Value? {
      if let value = read(row.cells[place]) { return value }
      findings.append(
        ImportFinding(
          line: row.line,
          column: columns[place],
          text: "hier hoort \(dutch).",
          english: "this must be \(english)."
        )
      )
      return nil
    }
    let lot = value(0, "de code van een perceel", "the code of a lot") { LotCode($0) }
    let provider = value(1, "een KvK-nummer van acht cijfers", "a number of eight digits") {
      ChamberNumber($0)
    }
    let moment = value(2, "een tijdstip als 2025-01-31 12:00:00", "such as 2025-01-31 12:00:00") {
      CivilMoment($0)
    }
    let digest = value(3, "een SHA-256 van 64 tekens", "a SHA-256 of 64 digits") {
      Digest(hex: $0)
    }
    let count = value(4, "het aantal bytes", "the number of bytes") { text in
      Int(text).flatMap { $0 >= 0 ? $0 : nil }
    }
    guard let lot, let provider, let moment, let digest, let count else { return nil }
    return ProcurementProcedure.KeptBid(
      key: BidKey(lot, provider),
      sealed: SealedBid(digest: digest, byteCount: count),
      submitted: moment
    )
  }
}
