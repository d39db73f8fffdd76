import Access
import Claims
import People
import Quantities
import Rules

/// The parties, allocations and small values that the tests of deliveries speak of.
enum DeliveryFixture {
  static let parties = DeliveryParties(
    municipality: MunicipalityCode(uncheckedNumber: 344),
    provider: ProviderCode(uncheckedNumber: 99_990_101),
    client: ClientKey(high: 1, low: 1)
  )
  static let others = DeliveryParties(
    municipality: MunicipalityCode(uncheckedNumber: 344),
    provider: ProviderCode(uncheckedNumber: 99_990_202),
    client: ClientKey(high: 1, low: 1)
  )

  /// Numbers 1 and 2 are allocated, 3 was deleted.
  static let allocations: AllocationBook = {
    var book = AllocationBook()
    for number in Int64(1)...3 {
      book.record(
        AllocatedProduct(
          number: number,
          decided: DecisionMoment(on: day("2024-12-18"), at: CivilTime(nanoseconds: 0)),
          terms: AllocationTerms(from: day("2025-01-06")),
          changeReason: number == 3 ? .deleted : nil
        ),
        of: parties.client,
        with: parties.provider,
        in: parties.municipality,
        position: number
      )
    }
    return book
  }()

  /// A date from its text; a text of a test that is no date is a mistake in the test.
  static func day(_ text: String) -> CivilDate {
    guard let date = CivilDate(text) else { preconditionFailure("\(text) is not a date") }
    return date
  }

  static func facts(_ settings: AccessSettings = AccessSettings()) -> AccessFacts {
    AccessFacts(today: day("2025-06-04"), settings: settings)
  }

  static func key(_ number: Int64?, _ begin: String, product: String = "02A03") -> StartKey {
    StartKey(
      number: number,
      category: ProductCategory(product.prefix(2)),
      code: ProductCode(product),
      begin: day(begin)
    )
  }

  static func start(
    _ number: Int64?,
    _ begin: String,
    product: String = "02A03",
    _ submission: Submission = .first
  ) -> StartProduct {
    StartProduct(key: key(number, begin, product: product), submission: submission)
  }

  static func stop(
    _ number: Int64?,
    _ begin: String,
    _ end: String,
    reason: String = "19",
    product: String = "02A03",
    _ submission: Submission = .first
  ) -> StopProduct {
    let reason = StopReason(reason) ?? .temporary
    return StopProduct(
      key: StopKey(
        start: key(number, begin, product: product),
        reason: reason,
        end: day(end)
      ),
      submission: submission
    )
  }

  /// A message of either kind.
  enum Message: Sendable {
    case starts([StartProduct])
    case stops([StopProduct])
  }

  static func judge(
    _ message: Message,
    on book: DeliveryBook,
    facts: AccessFacts = facts(),
    handling: Handling = .judged,
    parties: DeliveryParties = parties
  ) -> Decision<DeliveryEvent> {
    switch message {
    case .starts(let products):
      book.judge(
        StartMessage(parties: parties, products: products),
        allocations: allocations,
        facts: facts,
        handling: handling
      )
    case .stops(let products):
      book.judge(
        StopMessage(parties: parties, products: products),
        allocations: allocations,
        facts: facts,
        handling: handling
      )
    }
  }

  /// The book after messages that are all accepted, each at its own position from 1.
  static func after(_ messages: Message...) -> DeliveryBook {
    var book = DeliveryBook()
    for (index, message) in messages.enumerated() {
      for event in judge(message, on: book).events { book.evolve(event, at: Int64(index + 1)) }
    }
    return book
  }
}
