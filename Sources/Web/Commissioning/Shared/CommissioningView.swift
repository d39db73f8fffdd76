package import Accounts
import Claims
import Commissioning
package import Quantities
package import Region
package import Rules

/// What the pages of the room are made from: the state, the day, and how far whoever looks may see.
package struct CommissioningView: Sendable {
  let state: RegionState
  let day: CivilDate
  let now: Instant
  let language: Language
  let reach: Reach
  let detail: Detail
  /// The provider that looks; nil for everybody else.
  ///
  /// Published documents are for all, what a competitor offers is not (B.21).
  let own: ChamberNumber?
  /// Everything else that whoever looks may see.
  let rights: Set<Right>
  let names: RegionNames

  package init(
    _ state: RegionState,
    on day: CivilDate,
    at now: Instant = Instant(milliseconds: 0),
    language: Language = .dutch,
    reach: Reach = .region,
    detail: Detail = .exact,
    own: ChamberNumber? = nil,
    rights: Set<Right> = Set(Right.allCases)
  ) {
    self.state = state
    self.day = day
    self.now = now
    self.language = language
    self.reach = reach
    self.detail = detail
    self.own = own
    self.rights = rights
    names = RegionNames(state)
  }

  init(_ visit: Visit) {
    var own: ChamberNumber?
    if case .provider(let provider) = visit.visitor?.principal.reach { own = provider }
    self.init(
      visit.state,
      on: visit.validOn,
      at: visit.now,
      language: visit.language,
      reach: visit.grant?.reach ?? .municipalities([]),
      detail: visit.grant?.detail ?? .published,
      own: own,
      rights: Set(Right.allCases.filter { visit.may($0) })
    )
  }
}

extension CommissioningView {
  func say(_ dutch: String, _ english: String) -> String {
    language == .dutch ? dutch : english
  }

  func say(_ text: BilingualText) -> String { Wording.withDaysInWords(text[language], language) }

  /// The year whose claims are shown: that of the day, or the last one before it that has any.
  ///
  /// Support is claimed after it was delivered, so in January the year itself is still empty.
  var figuresYear: Int {
    let last = day.year
    return state.ledger.claims.lazy.map(\.period.first.year).filter { $0 <= last }.max() ?? last
  }

  func day(_ date: CivilDate) -> String { Wording.day(date, language) }

  /// Whether a contract may be seen: that of the region, of one's municipality, or one's own.
  func shows(_ contract: Contract) -> Bool {
    switch reach {
    case .region: true
    case .municipalities(let codes): !codes.isDisjoint(with: contract.draft.municipalities)
    case .provider(let provider): contract.draft.provider == provider
    }
  }

  /// Whether what is about one provider may be seen.
  func shows(_ provider: ChamberNumber) -> Bool {
    if case .provider(let own) = reach { return own == provider }
    return true
  }

  /// The contracts that may be seen, in order of code.
  var contracts: [Contract] {
    state.contracts.contracts.values.filter { shows($0) }
      .sorted { $0.draft.code < $1.draft.code }
  }
}

// MARK: - Cells

extension CommissioningView {
  /// The name of a provider, which leads to its sheet for whoever may see that.
  func cell(_ provider: ChamberNumber) -> ListTable.Cell {
    let name = names.name(provider)
    guard rights.contains(.seeProviderSheet), shows(provider) else { return .text(name) }
    return .link(name, .commissioning(.provider(provider.description)))
  }

  /// The code of a contract, which leads to its page for whoever may see that.
  func cell(_ contract: ContractCode) -> ListTable.Cell {
    guard rights.contains(.seeContracts) else { return .text(contract.description) }
    return .link(contract.description, .commissioning(.contract(contract.description)))
  }

  /// A price and what it is for; a product that is claimed in euros has none: a cent costs a cent.
  func cells(_ price: Cents, per unit: ClaimUnit) -> [ListTable.Cell] {
    unit == .euro
      ? [.none, .text(say("het bedrag zelf", "the amount itself"))]
      : [.euros(price), .text(unit.text(of: 1, in: language))]
  }

  func cell(_ state: ContractState) -> ListTable.Cell {
    let kind: StatusKind =
      switch state {
      case .takesClients: .positive
      case .intakeStopped: .warning
      case .notYet, .ended: .neutral
      }
    return .status(kind, say(state.text))
  }

  func cell(_ urgency: ContractAlert.Urgency) -> ListTable.Cell {
    .status(urgency.status, say(urgency.words))
  }

  /// A rule's source; what is our own assumption says so in its first word.
  func cell(_ basis: Basis) -> ListTable.Cell { .text(say(basis.text)) }

  func cell(_ day: CivilDate?) -> ListTable.Cell { day.map { .day($0) } ?? .none }

  func cell(_ amount: Cents?) -> ListTable.Cell { amount.map { .euros($0) } ?? .none }

  /// A count of persons: exact, withheld below ten, or by the rules for publication.
  func count(_ persons: Int) -> ListTable.Cell {
    switch detail {
    case .exact: return .number(persons)
    case .exactFromTen: return persons < SmallCounts.lowest ? .hidden : .number(persons)
    case .published:
      return SmallCounts.published([persons])[0].count.map { .number($0) } ?? .hidden
    case .none: return .hidden
    }
  }

  /// From when to when, in words.
  func text(_ period: OpenPeriod) -> String {
    let first = Wording.shortDay(period.first, language)
    guard let last = period.last else { return say("vanaf \(first)", "from \(first)") }
    let through = Wording.shortDay(last, language)
    return say("\(first) tot en met \(through)", "\(first) through \(through)")
  }

  func text(_ period: Period) -> String { text(OpenPeriod(period)) }

  func yes(_ isTrue: Bool) -> String { isTrue ? say("ja", "yes") : say("nee", "no") }
}

extension ContractAlert.Urgency {
  var status: StatusKind {
    switch self {
    case .information: .neutral
    case .upcoming: .neutral
    case .due: .warning
    case .overdue: .negative
    }
  }
}
