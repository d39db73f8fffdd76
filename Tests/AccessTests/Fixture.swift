import Commissioning
import Access
import People
import Quantities
import Rules

/// The parties and small values that the tests speak of.
enum Fixture {
  static let utrecht = MunicipalityCode(uncheckedNumber: 344)
  static let zeist = MunicipalityCode(uncheckedNumber: 355)
  static let provider = ProviderCode(uncheckedNumber: 99_990_101)
  static let otherProvider = ProviderCode(uncheckedNumber: 99_990_202)
  static let client = ClientKey(high: 1, low: 1)
  static let otherClient = ClientKey(high: 2, low: 2)
  static let neighbour = ClientKey(high: 3, low: 3)
}

/// A date from its text; a text of a test that is no date is a mistake in the test.
func day(_ text: String) -> CivilDate {
  guard let date = CivilDate(text) else { preconditionFailure("\(text) is not a date") }
  return date
}

func moment(_ date: String, _ time: String = "10:15:00") -> DecisionMoment {
  guard let time = CivilTime(time) else { preconditionFailure("\(time) is not a time") }
  return DecisionMoment(on: day(date), at: time)
}

func weekly(_ hours: Int64) -> SupportVolume {
  SupportVolume(amount: hours, unit: .hour, frequency: .week)
}

/// Terms with the codes written as in a message: `"02A03"`, `"06"`, or nothing for a generic one.
func terms(
  _ product: String?,
  _ from: String,
  _ through: String? = nil,
  volume: SupportVolume? = nil,
  budget: Int64? = nil
) -> AllocationTerms {
  AllocationTerms(
    category: product.flatMap { ProductCategory($0.prefix(2)) },
    code: product.flatMap { $0.utf8.count > 2 ? ProductCode($0) : nil },
    from: day(from),
    through: through.map(day),
    volume: volume,
    budget: budget.map { Cents($0) }
  )
}

func product(
  _ number: Int64,
  _ terms: AllocationTerms,
  decided: DecisionMoment = moment("2024-12-18"),
  reason: ChangeReason? = nil,
  reference: String? = nil
) -> AllocatedProduct {
  AllocatedProduct(
    number: number,
    decided: decided,
    terms: terms,
    changeReason: reason,
    providerReference: reference
  )
}

func notice(
  _ products: AllocatedProduct...,
  client: ClientKey = Fixture.client,
  provider: ProviderCode = Fixture.provider,
  municipality: MunicipalityCode = Fixture.utrecht
) -> AllocationNotice {
  AllocationNotice(
    municipality: municipality,
    provider: provider,
    client: client,
    products: products
  )
}

func facts(
  _ today: String = "2025-01-10",
  own: [ProductCode: ProductCategory] = [:],
  settings: AccessSettings = AccessSettings(),
  approved: Bool = false
) -> AccessFacts {
  AccessFacts(
    today: day(today),
    products: own.isEmpty ? .national : .own(own),
    settings: settings,
    hasApprovedLines: { _ in approved }
  )
}

extension AccessState {
  /// The state after events that came with one message.
  func after(_ events: [AccessEvent], at position: Int64) -> AccessState {
    var state = self
    for event in events { state.evolve(event, at: position) }
    return state
  }

  /// A state in which allocations are known, each from a message of its own.
  static func knowing(_ notices: AllocationNotice...) -> AccessState {
    var state = AccessState()
    for (index, notice) in notices.enumerated() {
      let decision = state.judge(notice, facts: facts(), handling: .takenOver)
      state = state.after(decision.events, at: Int64(index + 1))
    }
    return state
  }
}

extension Decision {
  /// The findings as `rule@class[row]`, in order.
  var marks: [String] { findings.map { "\($0.rule)@\($0.judges)[\($0.row)]" } }
}
