import Commissioning
import Quantities
import Region

/// What is known of suppliers beside their contracts, as far as it may be seen.
struct SuppliersModel: Sendable {
  let forms: [FormRow]
  let evaluations: [EvaluationStanding]
  let demands: [DemandRow]
  let lines: [ProductLine]

  /// What one provider can deliver of one segment.
  struct FormRow: Sendable {
    let segment: SegmentForms
    let coverage: FormCoverage
  }

  /// A requirement with the latest test of each provider.
  struct DemandRow: Sendable {
    let demand: QualityDemand
    let tests: [QualityTest]
  }

  init(_ view: CommissioningView) {
    let state = view.state
    forms = state.segmentForms.flatMap { segment in
      state.suppliers.coverage(of: segment, contracts: state.contracts, on: view.day)
        .filter { view.shows($0.provider) }
        .map { FormRow(segment: segment, coverage: $0) }
    }
    evaluations = state.suppliers.evaluations(contracts: state.contracts, on: view.day)
      .filter { view.shows($0.provider) }
    demands = state.suppliers.demands.values.sorted { $0.code < $1.code }.map { demand in
      let keys = state.suppliers.tests.keys.filter { key in
        key.requirement == demand.code && view.shows(key.provider)
      }
      let tests = keys.map(\.provider).sorted().compactMap { provider in
        state.suppliers.latestTest(of: demand.code, at: provider, asOf: view.day)
      }
      return DemandRow(demand: demand, tests: tests)
    }
    lines = state.productLines
  }

  /// How many providers can scale support down all the way, of those that were looked at.
  var complete: Int { forms.count(where: \.coverage.isComplete) }
}
