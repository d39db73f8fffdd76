import Journal
import Quantities
import Rules
import Synthetic

extension DemoReport {
  /// The reports as one JSON object.
  static func json(_ reports: [DemoReport]) -> [UInt8] {
    JSONWriter.object { json in
      json.field("asExpected", reports.allSatisfy(\.isAsExpected))
      json.array("regions") { json in
        for report in reports { report.write(to: &json) }
      }
    }
  }

  private func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("region", synthetic.name)
      json.field("asExpected", isAsExpected)
      json.array("municipalities") { json in
        for (found, expected) in zip(municipalities, synthetic.municipalities) {
          json.object { json in
            json.field("code", found.municipality.description)
            json.field("name", found.name)
            json.field("clients", Int64(found.clients))
            json.field("expectedClients", Int64(expected.clients))
            json.field("cents", found.cost.rawValue)
            json.field("expectedCents", expected.cost.rawValue)
          }
        }
      }
      json.array("concentration") { json in
        for (found, expected) in zip(concentration, synthetic.concentration) {
          json.object { json in
            json.field("line", found.line.englishText)
            json.field("providers", Int64(found.providers))
            json.field("cents", found.cost.rawValue)
            json.field("expectedCents", expected.cost.rawValue)
          }
        }
      }
      json.array("deliveries") { json in
        for expected in demo.deliveryFigures {
          json.object { json in
            json.field("code", expected.municipality.description)
            json.field("cents", figures.deliveries(expected.municipality).rawValue)
            json.field("expectedCents", expected.cost.rawValue)
          }
        }
      }
      json.array("contracts") { json in
        for (lot, count) in figures.contractsByLot {
          json.object { json in
            json.field("lot", lot)
            json.field("count", Int64(count))
            json.field("expectedCount", Int64(expectedContracts[lot] ?? 0))
          }
        }
      }
      json.field("rows", Int64(tally.rows))
      json.field("approvedRows", Int64(tally.approvedRows))
      Self.write(tally.rowRefusals, "rowRefusals", to: &json)
      json.field("commands", Int64(tally.commands))
      Self.write(tally.outcomes, "outcomes", to: &json)
      Self.write(tally.refusals, "findings", to: &json)
    }
  }

  private static func write(
    _ counts: [String: Int],
    _ name: String,
    to json: inout JSONWriter
  ) {
    json.object(name) { json in
      for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
        json.field(key, Int64(count))
      }
    }
  }
}
