/// The logical key of a class: the elements that together name one of its rows.
///
/// - Dutch term: logische sleutel (iWmo 3.2)
struct KeySite: Sendable {
  let className: String
  let table: TableID
  /// The elements of the key.
  let fields: [Field]
  /// The key of the class around it, where that occurs more than once.
  let outer: [Field]

  private init?(_ path: String, _ names: [String], outer: [String] = [], _ grammar: MessageGrammar)
  {
    guard let table = grammar.table(path) else { return nil }
    className = grammar[table].name
    self.table = table
    fields = names.compactMap { grammar.field("\(path)/\($0)") }
    self.outer = outer.compactMap { grammar.field($0) }
    guard fields.count == names.count else { return nil }
  }

  /// The keys of the classes of a kind of message that occur more than once.
  static func all(_ grammar: MessageGrammar) -> [KeySite] {
    let delivery = ["ToewijzingNummer", "Product/Categorie", "Product/Code", "Begindatum"]
    return [
      KeySite("Relatie", ["Nummer"], grammar),
      KeySite("Contactgegevens/Contact", ["Soort"], grammar),
      KeySite("ToegewezenProduct", ["ToewijzingNummer"], grammar),
      KeySite("StartProduct", delivery, grammar),
      KeySite("StopProduct", delivery + ["RedenBeeindiging", "Einddatum"], grammar),
      KeySite("AangevraagdProduct", ["ReferentieAanbieder"], grammar),
      KeySite("OngewijzigdProduct", ["ToewijzingNummer"], grammar),
      KeySite("TeWijzigenProduct", ["ToewijzingNummer"], grammar),
      KeySite(
        "NieuwProduct",
        ["Product/Categorie", "Product/Code", "GewensteIngangsdatum"],
        grammar
      ),
      KeySite("Client", ["Bsn"], grammar),
      KeySite(
        "Prestatie",
        ["ProductReferentie/ReferentieNummer", "ProductReferentie/VorigReferentieNummer"],
        outer: ["Client/Bsn"],
        grammar
      ),
    ].compactMap(\.self)
  }

  /// The key of each row as columns of numbers.
  func columns(of subject: LevelTwoSubject) -> [[Int64]] {
    let own = fields.map { subject.keys(of: $0) }
    guard !outer.isEmpty else { return own }
    let parents = subject.message.parents(table)
    let around = outer.map { field in
      let column = subject.keys(of: field)
      return parents.map { column[Int($0)] }
    }
    return own + around
  }
}
