import Commissioning
import Journal
import Landscape
import Quantities
import Region
import Rules

/// Writes down the steps of a region, each decided on by the region itself before it is kept.
///
/// So the maker sees what came of the steps before, such as the order of bids or the days of a
/// calendar, and nothing is written down that the intake would refuse.
struct CommissioningScript {
  private(set) var steps: [CommissioningStep] = []
  private var state = RegionState()
  private let digest: @Sendable ([UInt8]) -> Digest

  /// The script of a region without any step.
  init(
    _ municipalities: [MunicipalityCode],
    digest: @escaping @Sendable ([UInt8]) -> Digest
  ) {
    self.digest = digest
    state.evolve(.opened(RegionProfile(municipalities: municipalities)), command: 0)
  }

  var contracts: ContractBook { state.contracts }

  /// Whether a provider does not stand in the register yet.
  func isUnknown(_ provider: ChamberNumber) -> Bool { state.contracts.providers[provider] == nil }

  func procedure(_ code: ProcedureCode) -> ProcurementProcedure? {
    state.procedures.procedures[code]
  }

  func transitionPolicy(of strategy: Strategy) -> TransitionPolicy? {
    state.transitionPolicies.first { $0.code.description == strategy.code }
  }

  /// The steps in the order of their moments; those of one moment as they were written down.
  var ordered: [CommissioningStep] {
    steps.enumerated().sorted { left, right in
      (left.element.moment, left.offset) < (right.element.moment, right.offset)
    }.map(\.element)
  }

  mutating func adopt(
    _ strategy: Strategy,
    reason: String? = nil,
    on day: CivilDate
  ) throws(ShapeFault) {
    let command = StrategyCommand.adopt(
      strategy,
      digest: digest(strategy.bytes),
      reason: reason
    )
    try keep(.strategy(command), CivilMoment(day, .hour(8)))
  }

  mutating func programme(_ command: ProgrammeCommand, on day: CivilDate) throws(ShapeFault) {
    try keep(.programme(command), CivilMoment(day, .hour(9)))
  }

  mutating func procedure(
    _ command: ProcedureCommand,
    at moment: CivilMoment
  ) throws(ShapeFault) {
    try keep(.procedure(command), moment)
  }

  mutating func contract(_ command: ContractCommand, on day: CivilDate) throws(ShapeFault) {
    try keep(.contract(command), CivilMoment(day, .hour(9)))
  }

  mutating func coverage(_ command: CoverageCommand, on day: CivilDate) throws(ShapeFault) {
    try keep(.coverage(command), CivilMoment(day, .hour(9)))
  }

  mutating func transition(_ command: TransitionCommand, on day: CivilDate) throws(ShapeFault) {
    try keep(.transition(command), CivilMoment(day, .hour(10)))
  }

  mutating func supplier(_ command: SupplierCommand, on day: CivilDate) throws(ShapeFault) {
    try keep(.supplier(command), CivilMoment(day, .hour(10)))
  }

  private mutating func keep(
    _ action: CommissioningStep.Action,
    _ moment: CivilMoment
  ) throws(ShapeFault) {
    let step = CommissioningStep(moment: moment, action: action)
    let events: [RegionEvent]
    do throws(Refusal) {
      events = try state.decide(step.command, on: moment.date)
    } catch { throw .refused(step: "\(moment)", why: error.text.dutch) }
    for event in events { state.evolve(event, command: Int64(steps.count + 1)) }
    steps.append(step)
  }
}

extension CivilTime {
  /// A whole hour of the day.
  static func hour(_ hour: Int) -> CivilTime {
    CivilTime(nanoseconds: Int64(hour) * 3_600_000_000_000)
  }
}

extension Label {
  /// A name that is known to be one.
  static func made(_ text: String) throws(ShapeFault) -> Label {
    guard let label = Label(text) else { throw .refused(step: text, why: "geen geldige code") }
    return label
  }
}
