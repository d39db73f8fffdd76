import Claims
package import Commissioning
package import Journal
package import Quantities
import Region
import Rules

/// What came of a table of deliveries.
package struct DeliveriesJudged: Sendable {
  /// The rows below the header.
  package let rows: Int
  package let approved: Int
  package let claimed: Cents
  package let awarded: Cents
  /// How many rows each rule refused, by the number of the rule.
  package let refusals: [(rule: String, rows: Int)]
  /// The last entry of the first import.
  package let position: Position
  /// Whether the table had been judged before; then nothing happened now.
  package let isRepeated: Bool
  /// The result file: the same bytes every time.
  package let results: [UInt8]
}

extension TableIntake {
  /// Judges a table of deliveries.
  ///
  /// - Returns: what came of it with the result file, or everything that is wrong with the file.
  package func importDeliveries(
    _ bytes: [UInt8],
    at moment: MessageIntake.Moment
  ) async throws(IntakeFailure) -> Result<DeliveriesJudged, ImportRefusal> {
    let (rows, findings) = DeliveryTable.read(bytes, of: await municipalities)
    guard findings.isEmpty else { return .failure(ImportRefusal(TableFile.limited(findings))) }
    let context = context(.deliveries, bytes, at: moment)
    let parcel = Parcel(
      kind: .deliveries,
      bytes: bytes,
      rows: rows,
      content: context.body,
      context: context
    )
    switch try await take(parcel, { .importDeliveries($0, $1) }) {
    case .refused(let refusal): return .failure(refusal)
    case .unchanged: throw .notTyped("table")
    case .done(let answer): return .success(try await judged(answer, bytes))
    }
  }

  private func judged(
    _ answer: Answer,
    _ bytes: [UInt8]
  ) async throws(IntakeFailure) -> DeliveriesJudged {
    let state = await office.published
    var lines: [Int32: ResultLine] = [:]
    for (place, event) in answer.events.enumerated() {
      guard case .claim(.tableJudged(let table)) = event else { continue }
      let position = answer.first.advanced(by: place)
      for row in table.facts.indices {
        guard let explanation = state.explanation(of: table, row: row) else {
          throw .notTyped("receipt")
        }
        lines[table.facts[row].row] = ResultLine(explanation, position, row)
      }
    }
    guard case .success(let table) = TableFile.read(bytes) else { throw .notTyped("table") }
    var refusals: [String: Int] = [:]
    for line in lines.values {
      for rule in line.rules { refusals[rule, default: 0] += 1 }
    }
    return DeliveriesJudged(
      rows: lines.count,
      approved: lines.values.count(where: \.isApproved),
      claimed: lines.values.reduce(.zero) { Cents($0.rawValue &+ $1.claimed.rawValue) },
      awarded: lines.values.reduce(.zero) { Cents($0.rawValue &+ $1.awarded.rawValue) },
      refusals: refusals.sorted { $0.key < $1.key }.map { (rule: $0.key, rows: $0.value) },
      position: answer.last,
      isRepeated: answer.isRepeated,
      results: ResultTable.write(table, lines)
    )
  }
}
