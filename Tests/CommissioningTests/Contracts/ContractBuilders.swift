import Commissioning
import Quantities
import Testing

func label<Subject>(_ text: String) throws -> Label<Subject> { try #require(Label(text)) }

func draft(
  _ code: String = "c1",
  start: String = "2022-01-01",
  pattern: String = "3+1+1",
  mode: TermPattern.Mode = .option,
  missedYear: ContractTerm.MissedYear = .skipped,
  form: ContractForm = .openFramework,
  variant: DeliveryVariant = .effort,
  mayBringInCeiling: Bool = true,
  mayDissolveAfterFirstYear: Bool = true,
  provider: String = "90000001",
  claimCode: String = "99990101",
  municipalities: [String] = ["0983"],
  products: [String] = ["02A03"],
  lot: String? = "regionaal",
  parts: [ContractPart] = []
) throws -> ContractDraft {
  ContractDraft(
    code: try label(code),
    provider: try #require(ChamberNumber(provider)),
    claimCodes: [try #require(ProviderCode(claimCode))],
    lot: lot.flatMap { LotCode($0) },
    municipalities: municipalities.compactMap { MunicipalityCode($0) },
    products: products.compactMap { ProductCode($0) },
    form: form,
    variant: variant,
    start: try date(start),
    pattern: try #require(TermPattern(pattern, mode: mode)),
    missedYear: missedYear,
    reasonForLength: "langdurig partnerschap",
    mayBringInCeiling: mayBringInCeiling,
    mayDissolveAfterFirstYear: mayDissolveAfterFirstYear,
    parts: parts
  )
}

/// A book that is told what to do, and keeps what happened.
struct ContractScript {
  var book = ContractBook()
  var events: [ContractEvent] = []

  init(_ drafts: ContractDraft...) throws {
    for draft in drafts { try run(.conclude(draft), on: "2021-07-01") }
  }

  mutating func run(_ command: ContractCommand, on day: String) throws {
    for event in try book.decide(command, on: try date(day)) {
      book.evolve(event)
      events.append(event)
    }
  }

  mutating func act(_ action: ContractAction, on day: String, _ code: String = "c1") throws {
    try run(.act(try label(code), action), on: day)
  }

  /// Why an action is refused; nil when it is not.
  func refusal(
    _ action: ContractAction,
    on day: String,
    _ code: String = "c1"
  ) throws -> ContractRefusal? {
    do {
      _ = try book.decide(.act(try label(code), action), on: try date(day))
      return nil
    } catch let refusal as ContractRefusal {
      return refusal
    }
  }

  func contract(_ code: String = "c1") throws -> Contract {
    try #require(book.contracts[try label(code)])
  }
}
