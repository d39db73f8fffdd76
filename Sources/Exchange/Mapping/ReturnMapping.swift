import Claims
import Messages
import People
import Quantities
import Region
import Rules

/// Turns a return message into what it says about the message that it answers.
struct ReturnMapping {
  private let fields: MessageFields
  private let key: MessageKey

  init(_ fields: MessageFields, _ key: MessageKey) {
    self.fields = fields
    self.key = key
  }

  /// The notice; nil when the message answers none.
  ///
  /// A return message has the header of the original, so sender and number are those of the
  /// original.
  func notice() -> ReturnNotice? {
    guard let original = fields.message.type.original else { return nil }
    return ReturnNotice(
      original: MessageKey(
        role: key.role,
        party: key.party,
        sender: key.sender,
        message: original.name,
        identification: key.identification
      ),
      codes: fields.returnCodes
    )
  }
}

extension MessageFields {
  /// Every return code in the message but "no remarks", "not assessed" and "awarded", each once.
  var returnCodes: [String] { returnCodes { _ in true } }

  /// The return codes that refuse a class whose element stands at one of the paths.
  fileprivate func returnCodes(at paths: Set<String>) -> [String] {
    returnCodes { paths.contains($0) }
  }

  private func returnCodes(where isMeant: (String) -> Bool) -> [String] {
    let quiet: Set<ReturnCode> = [.noRemarks, .notAssessed, .fullyAwarded]
    var codes: Set<String> = []
    for field in message.type.grammar.fields
    where message.type.grammar[field].name == "RetourCode"
      && isMeant(message.type.grammar[field].fullPath)
    {
      for row in 0..<message.count(field.table) {
        guard let code = message.text(field, row), !quiet.contains(ReturnCode(code)) else {
          continue
        }
        codes.insert(code)
      }
    }
    return codes.sorted()
  }
}

/// Turns an answer to a claim into what it says of the claim and of its lines.
struct ClaimAnswerMapping {
  private let fields: MessageFields

  init(_ fields: MessageFields) { self.fields = fields }

  /// The notice; nil when an element is missing that the format check should have demanded.
  ///
  /// The keys of the clients are given in the order of the message.
  func notice(_ clients: [ClientKey]) -> ClaimAnswerNotice? {
    guard let municipality = fields.municipality, let provider = fields.provider,
      let identification = fields.text("Header/DeclaratieIdentificatie/Identificatie")
    else { return nil }
    return ClaimAnswerNotice(
      municipality: municipality,
      provider: provider,
      claimIdentification: identification,
      schemaVersion: fields.schemaVersion("XsdVersieDeclaratie"),
      number: fields.text("DeclaratieAntwoord/DeclaratieNummer"),
      claimed: total("TotaalIngediendBedrag"),
      awarded: total("TotaalToegekendBedrag"),
      codes: fields.returnCodes,
      refusal: fields.returnCodes(at: [
        "Header/RetourCodes/RetourCode", "DeclaratieAntwoord/RetourCodes/RetourCode",
      ]),
      clients: clients,
      lines: lines()
    )
  }

  private func total(_ name: String) -> Cents? {
    fields.integer("DeclaratieAntwoord/\(name)/TotaalBedrag").map { amount in
      let isCredit = fields.text("DeclaratieAntwoord/\(name)/DebetCredit") == "C"
      return Cents(isCredit ? -amount : amount)
    }
  }

  /// The lines that the answer lists, as claim lines; client places are those of the answer.
  private func lines() -> [ClaimLine] {
    ClaimMapping(fields).listedLines() ?? []
  }
}
