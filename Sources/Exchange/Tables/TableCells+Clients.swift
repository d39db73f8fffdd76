import Claims
import Commissioning
import People
import Quantities

/// The columns of a table about clients: the ones by which each row says whom it is about.
protocol ClientColumns: CaseIterable, Hashable, RawRepresentable, Sendable
where RawValue == String {
  static var law: Self { get }
  static var municipality: Self { get }
  static var provider: Self { get }
  static var client: Self { get }
  static var allocation: Self { get }
  static var category: Self { get }
}

/// Whom a row is about, as far as it can be read; what is missing has a finding.
struct RowSubject: Sendable {
  let law: SupportLaw?
  let municipality: MunicipalityCode?
  let provider: ProviderCode?
  let person: TablePerson?
}

/// How a table names a person.
enum TablePerson: Hashable, Sendable {
  case number(CitizenNumber)
  case reference(ClientReference)
}

/// A row of a table about a person, of which everything is typed but the person's key.
struct NamedRow<Value: Sendable>: Sendable {
  let line: Int
  /// Where the row stands in the bytes.
  let range: Range<Int>
  let person: TablePerson
  let scope: ClientScope
  /// The row for the key of its person.
  let value: @Sendable (ClientKey) -> Value
}

// What a row about a client says, and what it may not.
extension TableCells where Column: ClientColumns {
  /// Whom the row is about; a table that may leave the law out says which one then holds.
  mutating func subject(orLaw standard: SupportLaw? = nil) -> RowSubject {
    let law: SupportLaw? =
      if let standard, isEmpty(.law) {
        standard
      } else {
        required(.law, TableAdvice.law) { SupportLaw(word: $0) }
      }
    let municipality = municipality()
    let provider = required(.provider, ContractAdvice.provider) { ProviderCode($0) }
    return RowSubject(
      law: law,
      municipality: municipality,
      provider: provider,
      person: person(of: provider, law: law ?? .participation)
    )
  }

  /// The row for the key of its person.
  func named<Value>(
    _ person: TablePerson,
    _ scope: ClientScope,
    _ value: @escaping @Sendable (ClientKey) -> Value
  ) -> NamedRow<Value> {
    NamedRow(line: row.line, range: row.range, person: person, scope: scope, value: value)
  }

  /// The municipality of a row, which must be of the region.
  private mutating func municipality() -> MunicipalityCode? {
    let code = required(.municipality, ContractAdvice.municipality) { MunicipalityCode($0) }
    if let code, !region.contains(code) { find(.municipality, TableAdvice.otherRegion) }
    return code
  }

  /// The person of a row: by citizen number, or by the provider's reference where the law has no
  /// messages that ask for the number.
  private mutating func person(of provider: ProviderCode?, law: SupportLaw) -> TablePerson? {
    let digits = text(.client)
    if digits.utf8.count == 9, let number = CitizenNumber(digits: digits) {
      if number.passesElevenTest { return .number(number) }
      find(.client, TableAdvice.elevenTest)
      return nil
    }
    guard law == .participation else {
      return required(.client, TableAdvice.citizenNumber) { _ in nil }
    }
    return required(.client, TableAdvice.client) { text in
      // Without a provider there is a finding already.
      guard let provider else { return nil }
      return ClientReference(of: provider, text).map { .reference($0) }
    }
  }

  /// The days from one column through another.
  mutating func period(_ first: Column, _ last: Column) -> Period? {
    let from = required(first, ContractAdvice.date) { CivilDate($0) }
    let through = required(last, ContractAdvice.date) { CivilDate($0) }
    guard let from, let through else { return nil }
    guard let period = Period(from: from, through: through) else {
      find(last, TableAdvice.endsBeforeItBegins)
      return nil
    }
    return period
  }

  /// The number of an allocation, which stands in the journal: so it may not be what names the
  /// client, as when two columns were exchanged.
  mutating func allocation() -> Int64? {
    let number = value(.allocation, TableAdvice.allocation) { TableNumbers.allocation($0) }
    if number != nil, text(.allocation) == text(.client) {
      find(.allocation, TableAdvice.clientAsAllocation)
    }
    return number
  }

  /// The category of a row, which the Participation Act does not have.
  mutating func category(law: SupportLaw?) -> ProductCategory? {
    let category = value(.category, ContractAdvice.category) { TableNumbers.category($0) }
    if category != nil, law == .participation { find(.category, TableAdvice.noCategory) }
    return category
  }
}
