import Commissioning
import Quantities
import Rules
import Synthetic

/// What came out of a region of the demo beside what must come out, and what was refused and why.
struct DemoReport {
  let demo: DemoRegion
  let figures: DemoFigures
  let tally: DemoTally

  var synthetic: SyntheticRegion { demo.support }

  /// Clients and cost per municipality, as they came out.
  var municipalities: [MunicipalityFigure] {
    synthetic.municipalities.map { expected in
      let found = figures.municipality(expected.municipality)
      return MunicipalityFigure(
        municipality: expected.municipality,
        name: expected.name,
        clients: found.clients,
        cost: found.cost
      )
    }
  }

  /// How the money is spread over providers, as it came out; empty where no source says how.
  var concentration: [ConcentrationFigure] {
    guard !synthetic.concentration.isEmpty else { return [] }
    return ConcentrationFigure.table(of: figures.providers(in: synthetic.concentrationView))
  }

  /// How many contracts of each lot must run on the last day of support.
  var expectedContracts: [String: Int] {
    let day = SyntheticRegion.lastDeliveryDay
    var counts: [String: Int] = [:]
    for step in demo.steps {
      guard case .contract(.conclude(let draft)) = step.action,
        draft.start <= day,
        TermPattern.end(of: draft.pattern.maximumYears, from: draft.start) >= day
      else { continue }
      counts[draft.lot?.description ?? "-", default: 0] += 1
    }
    return counts
  }

  /// How many rows of deliveries each rule must refuse.
  var expectedRowRefusals: [String: Int] {
    var counts: [String: Int] = [:]
    for row in demo.deliveries.flatMap(\.rows) {
      if let rule = row.fault?.rule { counts[rule, default: 0] += 1 }
    }
    return counts
  }

  /// Whether every figure is as planned, to the cent, and every contract there.
  var isAsExpected: Bool {
    municipalities == synthetic.municipalities && concentration == synthetic.concentration
      && demo.deliveryFigures.allSatisfy { figures.deliveries($0.municipality) == $0.cost }
      && tally.rowRefusals == expectedRowRefusals
      && figures.contractsByLot.count == expectedContracts.count
      && figures.contractsByLot.allSatisfy { expectedContracts[$0.lot] == $0.count }
  }
}
