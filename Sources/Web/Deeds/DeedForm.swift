import Accounts
import Documents
import Quantities

/// A form by which one person proposes a deed for another to decide on.
protocol DeedForm: Sendable {
  var visit: Visit { get }
  /// The page that it stands on and is sent to.
  var address: RegionAddress { get }
  var title: String { get }
  var lead: String { get }
  var crumbs: [Crumb] { get }
  /// The names of its fields; a form that holds others is refused (AZ-03).
  var fieldNames: Set<String> { get }
  /// The part of the region that the deed is about.
  var scope: Reach { get }
  /// Why nothing can be proposed now; nil when something can.
  var obstacle: String? { get }

  /// Writes what stands above the form.
  func writeFacts(_ html: inout HTML)
  /// Writes the fields.
  func writeFields(_ form: FormView, _ html: inout HTML)
  /// The deed that was filled in.
  ///
  /// Throws `FieldErrors` for what is wrong with them.
  func read(_ fields: Query) async throws -> Deed
}

/// What is wrong with the fields of a form.
struct FieldErrors: Error {
  var errors: [FieldError]
}

/// Reads the fields of a form one by one and collects what is wrong with them.
struct FieldReader {
  let fields: Query
  let visit: Visit
  private(set) var errors: [FieldError] = []

  init(_ fields: Query, _ visit: Visit) {
    self.fields = fields
    self.visit = visit
  }

  mutating func fail(_ field: String, _ dutch: String, _ english: String) {
    errors.append(FieldError(field, visit.say(dutch, english)))
  }

  /// A day that must be there.
  mutating func day(_ field: String) -> CivilDate? {
    let day = fields[field].flatMap { CivilDate($0) }
    if day == nil {
      fail(
        field,
        "Vul een dag in die bestaat, als jjjj-mm-dd.",
        "Fill in a day that exists, as yyyy-mm-dd."
      )
    }
    return day
  }

  /// An amount of money that must be there.
  mutating func amount(_ field: String) -> Cents? {
    let amount = fields[field].flatMap { Cents(euros: $0) }
    if amount == nil {
      fail(
        field,
        "Vul een bedrag in euro's in, bijvoorbeeld 250.000 of 71,20.",
        "Fill in an amount in euros, for instance 250.000 or 71,20."
      )
    }
    return amount
  }

  /// One of the values of a choice.
  mutating func choice<Value: RawRepresentable<String>>(
    _ field: String,
    of type: Value.Type
  ) -> Value? {
    let value = fields[field].flatMap { Value(rawValue: $0) }
    if value == nil { fail(field, "Maak een keuze.", "Make a choice.") }
    return value
  }

  /// Throws when something was wrong.
  func check() throws(FieldErrors) {
    if !errors.isEmpty { throw FieldErrors(errors: errors) }
  }
}

extension Cents {
  /// Reads an amount as people write it in Dutch: `250.000`, `€ 1.234,5` or `71,20`.
  ///
  /// A point parts thousands only, so `71.20` is refused and never read as 7120 euros.
  init?(euros text: String) {
    var rest = Substring(text)
    if rest.hasPrefix("€") { rest = rest.dropFirst() }
    rest = rest.drop { $0 == " " || $0 == "\u{A0}" }
    let sides = rest.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = sides[0].split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped = groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    guard isGrouped, groups.count == 1 || (1...3).contains(groups[0].utf8.count) else {
      return nil
    }
    let cents = sides.count == 2 ? sides[1] : "00"
    let whole = groups.joined()
    guard (1...2).contains(cents.utf8.count), (1...13).contains(whole.utf8.count),
      (whole + cents).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let amount = Int64(whole + cents + (cents.utf8.count == 1 ? "0" : ""))
    else { return nil }
    self.init(amount)
  }
}
