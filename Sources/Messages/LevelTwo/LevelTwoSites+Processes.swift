/// The class StartProduct or StopProduct.
struct DeliverySite: Sendable {
  let className: String
  let table: TableID
  let begin: Field
  /// Einddatum of a stop.
  let end: Field?
  let status: Field

  init?(_ grammar: MessageGrammar) {
    for name in ["StartProduct", "StopProduct"] {
      guard let table = grammar.table(name), let begin = grammar.field("\(name)/Begindatum"),
        let status = grammar.field("\(name)/StatusAanlevering")
      else { continue }
      className = name
      self.table = table
      self.begin = begin
      self.end = grammar.field("\(name)/Einddatum")
      self.status = status
      return
    }
    return nil
  }
}

/// What only the requests 315 and 317 have.
struct RequestSite: Sendable {
  /// ReferentieAanbieder: of a requested product in a 315, of the whole request in a 317.
  let reference: Field
  let decisionNumber: Field?
  let decisionDate: Field?
  let referrerType: Field?
  let referrerName: Field?
  let referrerCode: Field?
  let unchanged: TableID?
  let changed: TableID?
  let added: TableID?

  init?(_ grammar: MessageGrammar) {
    let path = "AangevraagdProduct"
    guard
      let reference = grammar.field("\(path)/ReferentieAanbieder")
        ?? grammar.exactField("Client/Verzoek/ReferentieAanbieder")
    else { return nil }
    self.reference = reference
    decisionNumber = grammar.field("\(path)/BeschikkingNummer")
    decisionDate = grammar.field("\(path)/BeschikkingIngangsdatum")
    referrerType = grammar.field("\(path)/Verwijzer/Type")
    referrerName = grammar.field("\(path)/Verwijzer/Naam")
    referrerCode = grammar.field("\(path)/Verwijzer/ZorgverlenerCode")
    unchanged = grammar.table("OngewijzigdProduct")
    changed = grammar.table("TeWijzigenProduct")
    added = grammar.table("NieuwProduct")
  }
}

/// The class Antwoord.
struct AnswerSite: Sendable {
  let answer: Field
  let reason: Field

  init?(_ grammar: MessageGrammar) {
    guard let answer = grammar.exactField("Antwoord/VerzoekAntwoord"),
      let reason = grammar.exactField("Antwoord/RedenAfwijzingVerzoek")
    else { return nil }
    self.answer = answer
    self.reason = reason
  }
}

/// The claim of a 323 or the answer of a 325, and its lines.
struct ClaimSite: Sendable {
  /// `Declaratie` or `DeclaratieAntwoord`.
  let className: String
  /// DeclaratieNummer, which is there when the class is.
  let number: Field
  let begin: Field?
  let end: Field?
  let claimDate: Field?
  let claimed: TotalSite
  let awarded: TotalSite?
  /// RetourCode of DeclaratieAntwoord itself.
  let answerCode: Field?
  let clients: TableID
  let citizenNumber: Field
  let lines: TableID
  let line: LineSite

  init?(_ grammar: MessageGrammar) {
    let found = ["Declaratie", "DeclaratieAntwoord"].first {
      grammar.exactField("\($0)/DeclaratieNummer") != nil
    }
    guard let name = found, let number = grammar.exactField("\(name)/DeclaratieNummer"),
      let claimed = TotalSite("\(name)/TotaalIngediendBedrag", grammar),
      let clients = grammar.table("Client"), let citizenNumber = grammar.field("Client/Bsn"),
      let lines = grammar.table("Prestatie"), let line = LineSite(grammar)
    else { return nil }
    className = name
    self.number = number
    self.claimed = claimed
    self.clients = clients
    self.citizenNumber = citizenNumber
    self.lines = lines
    self.line = line
    awarded = TotalSite("\(name)/TotaalToegekendBedrag", grammar)
    begin = grammar.exactField("\(name)/DeclaratiePeriode/Begindatum")
    end = grammar.exactField("\(name)/DeclaratiePeriode/Einddatum")
    claimDate = grammar.exactField("\(name)/DeclaratieDagtekening")
    answerCode = grammar.exactField("\(name)/RetourCodes/RetourCode")
  }
}

/// A total with its side.
struct TotalSite: Sendable {
  let amount: Field
  let side: Field

  init?(_ path: String, _ grammar: MessageGrammar) {
    guard let amount = grammar.exactField("\(path)/TotaalBedrag"),
      let side = grammar.exactField("\(path)/DebetCredit")
    else { return nil }
    self.amount = amount
    self.side = side
  }
}

/// The class Prestatie.
struct LineSite: Sendable {
  let reference: Field
  let previous: Field
  let allocation: Field
  let category: Field
  let code: Field
  let begin: Field
  let end: Field
  let volume: Field
  let unit: Field
  let tariff: Field
  let amount: Field
  let side: Field

  init?(_ grammar: MessageGrammar) {
    func field(_ path: String) -> Field? { grammar.field("Prestatie/\(path)") }
    guard let reference = field("ProductReferentie/ReferentieNummer"),
      let previous = field("ProductReferentie/VorigReferentieNummer"),
      let allocation = field("ToewijzingNummer"), let category = field("ProductCategorie"),
      let code = field("ProductCode"), let begin = field("ProductPeriode/Begindatum"),
      let end = field("ProductPeriode/Einddatum"), let volume = field("GeleverdVolume"),
      let unit = field("Eenheid"), let tariff = field("ProductTarief"),
      let amount = field("IngediendBedrag/Bedrag"),
      let side = field("IngediendBedrag/DebetCredit")
    else { return nil }
    self.reference = reference
    self.previous = previous
    self.allocation = allocation
    self.category = category
    self.code = code
    self.begin = begin
    self.end = end
    self.volume = volume
    self.unit = unit
    self.tariff = tariff
    self.amount = amount
    self.side = side
  }
}
