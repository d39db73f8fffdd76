/// Where a kind of message has what the rules of level 2 judge.
///
/// Found once per kind of message, because finding an element by its path takes longer than judging
/// a small message.
struct LevelTwoSites: Sendable {
  /// Dagtekening of the message.
  let date: Field?
  let persons: [PersonSite]
  let contacts: [ContactSite]
  let products: [ProductSite]
  let keys: [KeySite]
  let delivery: DeliverySite?
  let claim: ClaimSite?
  let communicationForm: Field?
  let communicationLanguage: Field?
  let request: RequestSite?
  let answer: AnswerSite?

  init(_ grammar: MessageGrammar) {
    date = grammar.field("Header/BerichtIdentificatie/Dagtekening")
    persons = [
      PersonSite("Client", "Client", grammar),
      PersonSite("Client", "Declaratie/Clienten/Client", grammar),
      PersonSite("Client", "DeclaratieAntwoord/Clienten/Client", grammar),
      PersonSite("Relatie", "Client/Relaties/Relatie", grammar),
    ].compactMap(\.self)
    contacts = [
      ContactSite("Client/Contactgegevens/Contact", grammar),
      ContactSite("Client/Relaties/Relatie/Contact", grammar),
    ].compactMap(\.self)
    products = [
      ProductSite("ToegewezenProduct", "Ingangsdatum", "Einddatum", grammar),
      ProductSite(
        "AangevraagdProduct",
        "ToewijzingIngangsdatum",
        "ToewijzingEinddatum",
        grammar
      ),
      ProductSite("TeWijzigenProduct", "GewensteIngangsdatum", "Einddatum", grammar),
      ProductSite("NieuwProduct", "GewensteIngangsdatum", "Einddatum", grammar),
    ].compactMap(\.self)
    keys = KeySite.all(grammar)
    delivery = DeliverySite(grammar)
    claim = ClaimSite(grammar)
    communicationForm = grammar.field("Client/Communicatie/Vorm")
    communicationLanguage = grammar.field("Client/Communicatie/Taal")
    request = RequestSite(grammar)
    answer = AnswerSite(grammar)
  }

  /// The sites of a kind of message.
  static func of(_ type: MessageType) -> LevelTwoSites {
    all[type] ?? LevelTwoSites(type.grammar)
  }

  private static let all = Dictionary(
    uniqueKeysWithValues: MessageType.all.map { ($0, LevelTwoSites($0.grammar)) }
  )
}

/// A class that describes a person: the client, or a relation of the client.
struct PersonSite: Sendable {
  let className: String
  let table: TableID
  let citizenNumber: Field?
  let birthDate: Field?
  let birthDateUse: Field?
  let partnerName: Field?
  let nameUse: Field?

  init?(_ className: String, _ path: String, _ grammar: MessageGrammar) {
    self.className = className
    citizenNumber = grammar.exactField("\(path)/Bsn")
    birthDate = grammar.exactField("\(path)/Geboortedatum/Datum")
    birthDateUse = grammar.exactField("\(path)/Geboortedatum/DatumGebruik")
    partnerName = grammar.exactField("\(path)/Naam/Partnernaam")
    nameUse = grammar.exactField("\(path)/Naam/NaamGebruik")
    guard let field = citizenNumber ?? birthDate else { return nil }
    table = field.table
  }
}

/// The class Contact, of the client or of a relation.
struct ContactSite: Sendable {
  let table: TableID
  let kind: Field
  let house: Field?
  let postcode: Field?
  let country: Field?
  let phone: Field?
  let period: Field?
  let begin: Field?
  let end: Field?

  init?(_ path: String, _ grammar: MessageGrammar) {
    guard let kind = grammar.exactField("\(path)/Soort") else { return nil }
    self.kind = kind
    table = kind.table
    house = grammar.exactField("\(path)/Adres/Huis")
    postcode = grammar.exactField("\(path)/Adres/Postcode")
    country = grammar.exactField("\(path)/Adres/LandCode")
    phone = grammar.exactField("\(path)/Telefoon")
    period = grammar.exactField("\(path)/Periode")
    begin = grammar.exactField("\(path)/Periode/Begindatum")
    end = grammar.exactField("\(path)/Periode/Einddatum")
  }
}

/// A class that describes an allocated or requested product.
struct ProductSite: Sendable {
  let className: String
  let table: TableID
  /// Nil in TeWijzigenProduct, which names an allocation instead.
  let product: Field?
  let category: Field?
  let code: Field?
  let begin: Field
  let end: Field
  let size: Field
  let unit: Field?
  let frequency: Field?
  let budget: Field
  let changeReason: Field?
  let allocationDate: Field?

  init?(_ name: String, _ begin: String, _ end: String, _ grammar: MessageGrammar) {
    guard let table = grammar.table(name), let begin = grammar.field("\(name)/\(begin)"),
      let end = grammar.field("\(name)/\(end)"), let size = grammar.field("\(name)/Omvang"),
      let budget = grammar.field("\(name)/Budget")
    else { return nil }
    className = name
    self.table = table
    self.begin = begin
    self.end = end
    self.size = size
    self.budget = budget
    product = grammar.field("\(name)/Product")
    category = grammar.field("\(name)/Product/Categorie")
    code = grammar.field("\(name)/Product/Code")
    unit = grammar.field("\(name)/Omvang/Eenheid")
    frequency = grammar.field("\(name)/Omvang/Frequentie")
    changeReason = grammar.field("\(name)/RedenWijziging")
    allocationDate = grammar.field("\(name)/Toewijzingsdatum")
  }
}

extension MessageGrammar {
  /// The field at exactly this path below Bericht.
  func exactField(_ path: String) -> Field? {
    for (table, definition) in tables.enumerated() {
      if let column = definition.fields.firstIndex(where: { $0.fullPath == path }) {
        return Field(table: TableID(index: table), column: column)
      }
    }
    return nil
  }
}
