import Messages
import Testing

@Suite("Grammar")
struct GrammarTests {
  @Test("All fourteen messages of iWmo 3.2 are there, with their codes and answers")
  func messages() {
    let codes = MessageType.all.map { "\($0.name) \($0.code)" }
    #expect(
      codes == [
        "WMO301 414", "WMO302 415", "WMO305 418", "WMO306 419", "WMO307 420", "WMO308 421",
        "WMO315 444", "WMO316 445", "WMO317 480", "WMO318 481", "WMO319 482", "WMO320 483",
        "WMO323 484", "WMO325 485",
      ]
    )
    for type in MessageType.all {
      if let reply = type.reply { #expect(reply.original == type) }
      if let original = type.original { #expect(original.reply == type) }
      #expect((type.reply == nil) != (type.original == nil))
      #expect(type.reply.map { $0.direction != type.direction } ?? true)
      #expect(type.namespace == "http://www.istandaarden.nl/iwmo/3_2/wmo\(type.number)/schema")
    }
    #expect(MessageType.wmo323.direction == .toMunicipality)
    #expect(MessageType.wmo302.direction == .toMunicipality)
  }

  @Test("Every field and table is found by its own path", arguments: MessageType.all)
  func paths(type: MessageType) {
    for field in type.grammar.fields {
      #expect(type.grammar.field(type.grammar[field].fullPath) == field)
    }
    for index in type.grammar.tables.indices {
      let table = TableID(index: index)
      #expect(type.grammar.table(type.grammar[table].path) == table)
    }
  }

  @Test(
    "A unique end of a path is enough, an ambiguous or unknown one finds nothing",
    arguments: [
      ("Prestatie/ProductPeriode/Begindatum", true), ("Header/Afzender", true), ("Bsn", true),
      ("Declaratie/Clienten/Client/Bsn", true), ("Begindatum", false), ("Prestatie/Niets", false),
      ("restatie/Eenheid", false), ("", false),
    ]
  )
  func suffixes(path: String, found: Bool) {
    #expect((MessageType.wmo323.grammar.field(path) != nil) == found)
  }

  @Test("The fields of a line in a 323 are of the kinds that the rules count on")
  func kinds() throws {
    let grammar = MessageType.wmo323.grammar
    let expected: [(String, FieldStorage)] = [
      ("Client/Bsn", .digits(9)), ("Prestatie/ProductReferentie/ReferentieNummer", .text),
      ("Prestatie/ToewijzingNummer", .integer), ("Prestatie/ProductCategorie", .code),
      ("Prestatie/ProductCode", .text), ("Prestatie/ProductPeriode/Einddatum", .date),
      ("Prestatie/IngediendBedrag/DebetCredit", .code), ("Header/Ontvanger", .code),
      ("Header/XsdVersie/BerichtXsdVersie", .text), ("Header/BerichtVersie", .integer),
    ]
    for (path, storage) in expected {
      let field = try #require(grammar.field(path), "\(path)")
      #expect(grammar[field].storage == storage, "\(path)")
    }
    #expect(
      grammar.tables.map(\.path) == [
        "", "Declaratie/Clienten/Client", "Declaratie/Clienten/Client/Prestaties/Prestatie",
      ]
    )
  }

  @Test("A repeating leaf is a table with one field, and optional classes have a field of presence")
  func specialFields() throws {
    let grammar = MessageType.wmo301.grammar
    let product = try #require(grammar.field("ToegewezenProduct/Omvang"))
    #expect(grammar[product].storage == .presence)
    let reply = MessageType.wmo325.grammar
    let code = try #require(reply.field("Prestatie/RetourCodes/RetourCode"))
    #expect(reply[code].path.isEmpty)
    #expect(reply.table("Prestatie/RetourCodes/RetourCode") == code.table)
    #expect(reply[code].type?.list?.entries.count == 59)
  }

  @Test("Code lists have the sizes of the standard")
  func codeLists() {
    let sizes = ["COD032": 249, "WJ001": 59, "WMO020": 18, "WJ756": 7, "WMO757": 4, "COD472": 23]
    for (name, size) in sizes { #expect(CodeList.named(name)?.entries.count == size) }
    #expect(CodeList.named("WJ756")?.entry("82")?.code == "82")
    for type in MessageFamily.iwmo.types.values where type.list != nil {
      #expect(type.storage == .code)
    }
  }
}
