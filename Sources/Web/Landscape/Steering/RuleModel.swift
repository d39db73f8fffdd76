import Commissioning
import Landscape
import Quantities
import Region
import Rules

/// The rule behind one cell of the steering table: what was said, where it comes from, what is not
/// known and what that bars, and what Regie does with it.
struct RuleModel: Sendable {
  let strategy: Strategy
  let segment: Segment
  let element: SteeringElement
  /// The cell as it is published.
  let cell: [BilingualText]
  let statements: [RuleStatement]
  let effects: [RuleEffect]
  /// The contracts that hold on the day and stand in this segment.
  let contracts: [ContractPlace]

  /// A contract within the segment.
  struct ContractPlace: Hashable, Sendable {
    let contract: ContractCode
    let provider: ChamberNumber
    let lot: String?
    let through: CivilDate
  }

  /// Nil when there is no such strategy, segment or element.
  init?(
    _ state: RegionState,
    on day: CivilDate,
    _ strategy: String,
    _ segment: String,
    _ element: String
  ) {
    guard let strategy = StrategyShelf(state.strategies, on: day).strategy(strategy),
      let segment = strategy.segment(segment), let element = SteeringElement(rawValue: element)
    else { return nil }
    self.strategy = strategy
    self.segment = segment
    self.element = element
    cell = element.statements(of: segment)
    statements = element.ruleStatements(of: segment.code, in: strategy)
    effects = RuleEffect.all(of: element, segment, strategy)
    contracts = Self.contracts(state, strategy, segment, on: day)
  }

  var unknown: [RuleStatement] { statements.filter(\.isUnknown) }

  static func contracts(
    _ state: RegionState,
    _ strategy: Strategy,
    _ segment: Segment,
    on day: CivilDate
  ) -> [ContractPlace] {
    state.contracts.contracts.values.compactMap { contract in
      let draft = contract.draft
      guard contract.period?.contains(day) == true,
        !strategy.municipalities.isDisjoint(with: draft.municipalities),
        let place = strategy.place(
          lot: draft.lot?.description,
          products: Set(draft.products.map(\.description))
        ), place.segment.code == segment.code
      else { return nil }
      return ContractPlace(
        contract: draft.code,
        provider: draft.provider,
        lot: place.lot,
        through: contract.lastDay
      )
    }.sorted { $0.contract < $1.contract }
  }
}
