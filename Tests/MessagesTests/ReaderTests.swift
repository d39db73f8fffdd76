import Foundation
import Messages
import Testing

@Suite("Reader")
struct ReaderTests {
  // Needs the published samples beside the repository.
  @Test("Every Wmo sample is read without findings", .enabled(if: Shared.isThere))
  func samples() throws {
    #expect(Shared.samples.count == 26)
    for file in Shared.samples {
      let result = Claims.read(try Shared.bytes(file))
      #expect(result.findings.map(\.text) == [], "\(file.lastPathComponent)")
      #expect(result.message != nil, "\(file.lastPathComponent)")
    }
  }

  @Test("The values of a declaration arrive in its tables")
  func values() throws {
    let result = Claims.read(Claims.text)
    #expect(result.findings == [])
    let message = try #require(result.message)
    let grammar = message.type.grammar
    func field(_ path: String) throws -> Field { try #require(grammar.field(path)) }
    let line = try #require(grammar.table("Prestatie"))
    let client = try #require(grammar.table("Client"))
    #expect(message.type == .wmo323)
    #expect(message.count(line) == 3)
    #expect(message.children(line, of: 0) == 0..<2)
    #expect(message.text(try field("Header/Ontvanger")) == "0344")
    #expect(message.text(try field("Client/Bsn"), 1) == "999900018")
    #expect(message.integers(try field("Prestatie/ToewijzingNummer")) == [101, 102, 101])
    #expect(message.text(try field("Prestatie/ProductReferentie/ReferentieNummer"), 1) == "R2")
    #expect(message.text(try field("ProductPeriode/Einddatum"), 2) == "2025-01-31")
    #expect(message.path(client, 1) == "/Bericht/Declaratie/Clienten/Client[2]")
    #expect(result.length == Claims.text.utf8.count)
    let parts = result.clientRanges.map {
      String(decoding: Array(Claims.text.utf8)[$0], as: UTF8.self)
    }
    #expect(parts.count == 2)
    for part in parts {
      #expect(part.hasPrefix("<w:Client>"))
      #expect(part.hasSuffix("</w:Client>"))
    }
  }

  @Test(
    "Other ways to write the same XML give the same message",
    arguments: [
      ("<w:Ontvanger>0344<", "<w:Ontvanger>&#48;3&#x34;4<"),
      ("<w:Ontvanger>0344<", "<w:Ontvanger><![CDATA[03]]>4<!-- x -->4<?p q?><"),
      ("<b:TotaalBedrag>600<", "<b:TotaalBedrag>\r\n +000600\t<"),
      ("<b:TotaalBedrag>600<", "<b:TotaalBedrag >600<"),
      ("</b:TotaalBedrag>", "</b:TotaalBedrag\n>"),
      ("<b:Dagtekening>2025-02-05<", "<b:Dagtekening> 2025-02-05\n<"),
      ("<w:Client>", "<x:Client xmlns:x=\"\(Claims.message)\">"),
      ("<w:Declaratie>", "<!-- -é- --><?pi?><w:Declaratie>"),
      ("<w:Declaratie>", "<w:Declaratie xmlns:w='\(Claims.message)' xmlns:q='urn:x'>"),
      (
        "<w:Bericht ",
        "<w:Bericht xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='a b' "
      ),
      (
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
        "<?xml version='1.0' encoding='utf-8' standalone='no' ?>"
      ),
      ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", ""),
      ("<b:ReferentieNummer>R1<", "<b:ReferentieNummer>&#82;1<"),
    ]
  )
  func sameContent(old: String, new: String) {
    var text = Claims.changed(old, new)
    if new.hasPrefix("<x:Client"), let end = text.range(of: "</w:Client>") {
      text.replaceSubrange(end, with: "</x:Client>")
    }
    let result = Claims.read(text)
    #expect(result.findings.map(\.english) == [])
    #expect(result.message == Claims.read(Claims.text).message)
  }

  @Test(
    "A value outside its type is a finding with its line and element, and without the value",
    arguments: [
      ("<w:Bsn>999900018<", "<w:Bsn>99990001x<", FormatFault.pattern(.digits9), "Client[2]/Bsn"),
      ("<w:Bsn>999900018<", "<w:Bsn> 999900018<", .pattern(.digits9), "Client[2]/Bsn"),
      ("<w:Bsn>999900018<", "<w:Bsn><", .emptyValue, "Client[2]/Bsn"),
      ("<b:TotaalBedrag>600<", "<b:TotaalBedrag>6 00<", .notInteger, "TotaalBedrag"),
      ("<b:TotaalBedrag>600<", "<b:TotaalBedrag>6.0<", .notInteger, "TotaalBedrag"),
      (
        "<b:TotaalBedrag>600<", "<b:TotaalBedrag>-6<", .outOfRange(0, 999_999_999_999),
        "TotaalBedrag"
      ),
      (
        "<b:TotaalBedrag>600<", "<b:TotaalBedrag>1000000000000<", .outOfRange(0, 999_999_999_999),
        "TotaalBedrag"
      ),
      ("<b:TotaalBedrag>600<", "<b:TotaalBedrag> <", .emptyValue, "TotaalBedrag"),
      ("<b:Dagtekening>2025-02-05<", "<b:Dagtekening>2025-02-29<", .notDate, "Dagtekening"),
      ("<b:Dagtekening>2025-02-05<", "<b:Dagtekening>2025-02-05Z<", .notDate, "Dagtekening"),
      ("<b:Dagtekening>2025-02-05<", "<b:Dagtekening>12025-02-05<", .yearOutOfRange, "Dagtekening"),
      ("<b:Dagtekening>2025-02-05<", "<b:Dagtekening>-2025-02-05<", .yearOutOfRange, "Dagtekening"),
      ("<b:Dagtekening>2025-02-05<", "<b:Dagtekening>0000-02-05<", .notDate, "Dagtekening"),
      ("<w:Eenheid>04<", "<w:Eenheid>4<", .notInList("WJ756"), "Prestatie[1]/Eenheid"),
      ("<w:Eenheid>04<", "<w:Eenheid>04 <", .notInList("WJ756"), "Prestatie[1]/Eenheid"),
      ("<w:ProductCode>02A03<", "<w:ProductCode>02A033<", .tooLong(5), "Prestatie[1]/ProductCode"),
      (
        "<w:ProductCode>02A03<", "<w:ProductCode>   <", .pattern(.nonblank),
        "Prestatie[1]/ProductCode"
      ),
      (
        "<w:ProductCode>02A03<", "<w:ProductCode>2\n3<", .pattern(.nonblank),
        "Prestatie[1]/ProductCode"
      ),
      ("<w:BerichtCode>484<", "<w:BerichtCode>485<", .fixed("484"), "BerichtCode"),
      ("<w:BerichtVersie>3<", "<w:BerichtVersie>2<", .version("3"), "BerichtVersie"),
      ("<w:BerichtVersie>3<", "<w:BerichtVersie>03<", .version("3"), "BerichtVersie"),
      ("<w:Afzender>99990101<", "<w:Afzender>9999010<", .pattern(.digits8), "Afzender"),
      (
        "<w:DeclaratieNummer>D1<", "<w:DeclaratieNummer>D-1<", .pattern(.alphanumeric),
        "DeclaratieNummer"
      ),
      (
        "<b:BerichtXsdVersie>1.0.0<", "<b:BerichtXsdVersie>1.00.0<", .pattern(.version),
        "BerichtXsdVersie"
      ),
    ]
  )
  func values(old: String, new: String, fault: FormatFault, path: String) throws {
    let result = Claims.read(Claims.changed(old, new))
    #expect(result.message == nil)
    #expect(result.findings.map(\.fault) == [fault])
    let finding = try #require(result.findings.first)
    #expect(finding.path.hasSuffix("/" + path))
    #expect(finding.path.hasPrefix("/Bericht/"))
    #expect(finding.text.contains("Regel \(finding.line)"))
    #expect(finding.fault.kind != .xml)
  }

  @Test(
    "Elements that are missing, unknown, misplaced or in another namespace are findings",
    arguments: [
      ("<w:Eenheid>04</w:Eenheid>", "", [FormatFault.missingElement("Eenheid")]),
      ("<b:DebetCredit>D</b:DebetCredit></w:T", "</w:T", [.missingElement("DebetCredit")]),
      (
        "<w:Eenheid>04</w:Eenheid>", "<w:Maat>04</w:Maat>",
        [.unexpectedElement, .missingElement("Eenheid")]
      ),
      (
        "<w:Eenheid>04</w:Eenheid>", "<b:Eenheid>04</b:Eenheid>",
        [.wrongNamespace, .missingElement("Eenheid")]
      ),
      (
        "<w:Eenheid>04</w:Eenheid>", "<w:Eenheid>04</w:Eenheid><w:Eenheid>04</w:Eenheid>",
        [.wrongOrder]
      ),
      (
        "<w:Eenheid>04</w:Eenheid>", "<w:Eenheid>0<w:a b='1'><c/></w:a>4</w:Eenheid>",
        [.elementInValue]
      ),
      ("<w:Eenheid>04</w:Eenheid>", "<w:Eenheid/>", [.emptyValue]),
      ("<w:Eenheid>04</w:Eenheid>", "tekst<w:Eenheid>04</w:Eenheid>", [.textBetweenElements]),
      ("<w:Eenheid>04</w:Eenheid>", "<w:Eenheid a='1'>04</w:Eenheid>", [.attribute]),
      ("<w:Clienten>", "<w:Clienten>&amp;", [.textBetweenElements]),
    ]
  )
  func structure(old: String, new: String, faults: [FormatFault]) {
    let result = Claims.read(Claims.changed(old, new))
    #expect(result.findings.map(\.fault) == faults)
    #expect(result.message == nil)
    #expect(result.type == .wmo323)
  }

  @Test("All findings are collected with their lines; after a hundred they are only counted")
  func manyFindings() {
    let wrong = Claims.text.replacingOccurrences(of: "2025-01-31", with: "2025-01-32")
      .replacingOccurrences(of: "<w:GeleverdVolume>4<", with: "<w:GeleverdVolume>vier<")
    let result = Claims.read(wrong)
    #expect(result.findings.count == 7)
    #expect(result.findings.map(\.line) == [4, 7, 7, 8, 8, 11, 11])
    #expect(result.findings[5].path.contains("Client[2]/Prestaties/Prestatie[1]/"))
    let many = Claims.changed(
      "<w:Clienten>",
      "<w:Clienten>" + String(repeating: "<w:x/>", count: 250)
    )
    let counted = Claims.read(many)
    #expect(counted.findings.count == 100)
    #expect(counted.omittedFindings == 150)
  }

  @Test("Every fault has a sentence in Dutch and in English")
  func sentences() {
    let faults: [FormatFault] = [
      .empty, .tooLarge, .byteOrderMark, .utf16, .otherEncoding, .notXML, .doctype, .notUTF8,
      .truncated, .unknownMessage, .otherVersion, .otherFamily, .unknownType, .illegalCharacter,
      .brokenTag, .brokenAttribute, .duplicateAttribute, .endTagMismatch, .brokenReference,
      .unknownEntity, .sectionEndInText, .brokenComment, .brokenSection, .brokenInstruction,
      .brokenDeclaration, .xmlVersion, .contentAfterEnd, .undeclaredPrefix, .brokenNamespace,
      .tooDeep, .tooManyAttributes, .tooManyNames, .valueTooLong, .unexpectedElement,
      .wrongNamespace, .wrongOrder, .missingElement("Bsn"), .textBetweenElements, .elementInValue,
      .attribute, .emptyValue, .notInteger, .outOfRange(0, 9), .notDate, .yearOutOfRange, .notTime,
      .tooLong(5), .notInList("WJ756"), .pattern(.letters), .fixed("484"), .version("3"),
    ]
    for fault in faults {
      #expect(fault.dutch.hasSuffix("."), "\(fault)")
      #expect(fault.english.hasSuffix("."), "\(fault)")
      #expect(fault.dutch.count > 20 && fault.english.count > 15, "\(fault)")
    }
    #expect(Set(faults.map(\.dutch)).count == faults.count)
  }
}
