import Foundation
import Messages

/// A small valid declaration to change in one place at a time.
enum Claims {
  static let message = "http://www.istandaarden.nl/iwmo/3_2/wmo323/schema"
  static let base = "http://www.istandaarden.nl/iwmo/3_2/basisschema/schema"

  static let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <w:Bericht xmlns:w="\(message)" xmlns:b="\(base)">
    <w:Header><w:BerichtCode>484</w:BerichtCode><w:BerichtVersie>3</w:BerichtVersie>\
    <w:BerichtSubversie>2</w:BerichtSubversie><w:Afzender>99990101</w:Afzender>\
    <w:Ontvanger>0344</w:Ontvanger><w:BerichtIdentificatie><b:Identificatie>A1</b:Identificatie>\
    <b:Dagtekening>2025-02-05</b:Dagtekening></w:BerichtIdentificatie><w:XsdVersie>\
    <b:BasisschemaXsdVersie>1.0.0</b:BasisschemaXsdVersie>\
    <b:BerichtXsdVersie>1.0.0</b:BerichtXsdVersie></w:XsdVersie></w:Header>
    <w:Declaratie><w:DeclaratieNummer>D1</w:DeclaratieNummer><w:DeclaratiePeriode>\
    <b:Begindatum>2025-01-01</b:Begindatum><b:Einddatum>2025-01-31</b:Einddatum>\
    </w:DeclaratiePeriode><w:DeclaratieDagtekening>2025-02-05</w:DeclaratieDagtekening>\
    <w:TotaalIngediendBedrag><b:TotaalBedrag>600</b:TotaalBedrag>\
    <b:DebetCredit>D</b:DebetCredit></w:TotaalIngediendBedrag>
    <w:Clienten>\(client("999900006", 2))\(client("999900018", 1))</w:Clienten>
    </w:Declaratie>
    </w:Bericht>
    """

  static func client(_ bsn: String, _ lines: Int) -> String {
    let all = (1...lines).map(line).joined(separator: "\n")
    return """

      <w:Client><w:Bsn>\(bsn)</w:Bsn><w:Prestaties>
      \(all)
      </w:Prestaties></w:Client>
      """
  }

  static func line(_ number: Int) -> String {
    """
    <w:Prestatie><w:ProductReferentie><b:ReferentieNummer>R\(number)</b:ReferentieNummer>\
    </w:ProductReferentie><w:ToewijzingNummer>10\(number)</w:ToewijzingNummer>\
    <w:ProductCategorie>02</w:ProductCategorie><w:ProductCode>02A03</w:ProductCode>\
    <w:ProductPeriode><b:Begindatum>2025-01-01</b:Begindatum>\
    <b:Einddatum>2025-01-31</b:Einddatum></w:ProductPeriode>\
    <w:GeleverdVolume>4</w:GeleverdVolume><w:Eenheid>04</w:Eenheid>\
    <w:ProductTarief>50</w:ProductTarief><w:IngediendBedrag><b:Bedrag>200</b:Bedrag>\
    <b:DebetCredit>D</b:DebetCredit></w:IngediendBedrag></w:Prestatie>
    """
  }

  /// Reads a text, with and without remembered markup, which must come to the same.
  static func read(_ text: String) -> ReadResult { read(Array(text.utf8)) }

  static func read(_ bytes: [UInt8]) -> ReadResult { MessageReader.read(bytes.span) }

  /// The declaration with one text replaced where it first occurs.
  static func changed(_ old: String, _ new: String) -> String {
    guard let range = text.range(of: old) else { return "there is no \(old)" }
    return text.replacingCharacters(in: range, with: new)
  }
}
