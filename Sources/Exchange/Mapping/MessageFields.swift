import Messages
import Quantities

/// A message with the fields of its grammar looked up by path, once.
///
/// Everything read here has passed the format check, so an element that the grammar requires is
/// there. What is read wrongly all the same is our own mistake and becomes nil, never a trap: the
/// intake then says that the message could not be taken in.
struct MessageFields {
  let message: Message

  init(_ message: Message) { self.message = message }

  func field(_ path: String) -> Field? { message.type.grammar.field(path) }

  func table(_ path: String) -> TableID? { message.type.grammar.table(path) }

  func count(_ table: String) -> Int { self.table(table).map { message.count($0) } ?? 0 }

  func text(_ path: String, _ row: Int = 0) -> String? {
    field(path).flatMap { message.text($0, row) }
  }

  func date(_ path: String, _ row: Int = 0) -> CivilDate? {
    field(path).flatMap { message.date($0, row) }
  }

  func integer(_ path: String, _ row: Int = 0) -> Int64? {
    field(path).flatMap { message.integer($0, row) }
  }

  func isPresent(_ path: String, _ row: Int = 0) -> Bool {
    field(path).map { message.isPresent($0, row) } ?? false
  }
}

// MARK: - What several messages share

extension MessageFields {
  var sender: String? { text("Header/Afzender") }
  var receiver: String? { text("Header/Ontvanger") }

  /// The municipality in the header: it is the sender of what is answered by a provider.
  var municipality: MunicipalityCode? {
    sender.flatMap { MunicipalityCode($0) } ?? receiver.flatMap { MunicipalityCode($0) }
  }

  /// The provider in the header.
  var provider: ProviderCode? {
    sender.flatMap { ProviderCode($0) } ?? receiver.flatMap { ProviderCode($0) }
  }

  var identification: String? { text("Header/BerichtIdentificatie/Identificatie") }
  var dated: CivilDate? { date("Header/BerichtIdentificatie/Dagtekening") }

  /// The versions of base schema and message schema under an element of the header.
  func schemaVersion(_ name: String) -> String {
    [
      text("Header/\(name)/BasisschemaXsdVersie"), text("Header/\(name)/BerichtXsdVersie"),
    ].compactMap { $0 }.joined(separator: " ")
  }

  /// The citizen numbers of the clients, in the order of the message.
  var citizenNumbers: [CitizenNumber] {
    guard let field = field("Client/Bsn") ?? field("Bsn") else { return [] }
    return (0..<message.count(field.table)).compactMap { row in
      message.integer(field, row).flatMap { CitizenNumber(number: $0) }
    }
  }

  /// The volume under an element `Omvang`; nil when the element is absent.
  func volume(_ path: String, _ row: Int) -> SupportVolume? {
    guard let amount = integer("\(path)/Omvang/Volume", row),
      let unit = text("\(path)/Omvang/Eenheid", row).flatMap({ ClaimUnit(code: $0) }),
      let frequency = text("\(path)/Omvang/Frequentie", row).flatMap({ Frequency(code: $0) })
    else { return nil }
    return SupportVolume(amount: amount, unit: unit, frequency: frequency)
  }

  func category(_ path: String, _ row: Int) -> ProductCategory? {
    text("\(path)/Product/Categorie", row).flatMap { ProductCategory($0) }
  }

  func code(_ path: String, _ row: Int) -> ProductCode? {
    text("\(path)/Product/Code", row).flatMap { ProductCode($0) }
  }

  func budget(_ path: String, _ row: Int) -> Cents? {
    integer("\(path)/Budget", row).map { Cents($0) }
  }
}
