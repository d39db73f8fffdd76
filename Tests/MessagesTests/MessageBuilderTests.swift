import Messages
import Quantities
import Testing

@Suite("Message and builder")
struct MessageBuilderTests {
  private let grammar = MessageType.wmo323.grammar

  @Test("Values come back as they were set, in every form")
  func values() throws {
    var builder = MessageBuilder(.wmo323)
    let client = try #require(grammar.table("Client"))
    let line = try #require(grammar.table("Prestatie"))
    let bsn = try #require(grammar.field("Client/Bsn"))
    let reference = try #require(grammar.field("ProductReferentie/ReferentieNummer"))
    let begin = try #require(grammar.field("ProductPeriode/Begindatum"))
    let unit = try #require(grammar.field("Prestatie/Eenheid"))
    let tariff = try #require(grammar.field("ProductTarief"))
    let first = builder.append(client)
    let row = builder.append(line, under: first)
    builder.set(bsn, first, text: "009999012")
    builder.set(reference, row, text: "R 1")
    builder.set(begin, row, text: "2025-02-28")
    builder.set(unit, row, text: "04")
    let message = builder.build()
    #expect(message.text(bsn, 0) == "009999012")
    #expect(message.integer(bsn, 0) == 9_999_012)
    #expect(message.text(reference, 0) == "R 1")
    #expect(message.date(begin, 0) == CivilDate(year: 2025, month: 2, day: 28))
    #expect(message.text(begin, 0) == "2025-02-28")
    #expect(message.code(unit, 0) == PackedCode.pack("04"))
    #expect(message.integer(tariff, 0) == nil)
    #expect(!message.isPresent(tariff, 0))
    #expect(message.integers(tariff) == [Message.absent])
    #expect(message.text(unit, 7) == nil)
    #expect(
      message.path(unit, 0)
        == "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/Eenheid"
    )
  }

  @Test("Rows added out of order are sorted by parent, with their values and children")
  func order() throws {
    let grammar = MessageType.wmo325.grammar
    let client = try #require(grammar.table("Client"))
    let line = try #require(grammar.table("Prestatie"))
    let codes = try #require(grammar.table("Prestatie/RetourCodes/RetourCode"))
    let code = try #require(grammar.field("Prestatie/RetourCodes/RetourCode"))
    let volume = try #require(grammar.field("GeleverdVolume"))
    let product = try #require(grammar.field("Prestatie/ProductCode"))
    var builder = MessageBuilder(.wmo325)
    let clients = [builder.append(client), builder.append(client)]
    for (number, parent) in [1, 0, 1, 0].enumerated() {
      let row = builder.append(line, under: clients[parent])
      builder.set(volume, row, integer: Int64(number))
      if number != 2 { builder.set(product, row, text: "P\(number)") }
      builder.set(code, builder.append(codes, under: row), text: "020\(number)")
    }
    let message = builder.build()
    #expect(message.integers(volume) == [1, 3, 0, 2])
    #expect((0..<4).map { message.text(product, $0) } == ["P1", "P3", "P0", nil])
    #expect((0..<4).map { message.text(code, $0) } == ["0201", "0203", "0200", "0202"])
    #expect(message.children(line, of: 1) == 2..<4)
    #expect(message.parent(codes, 3) == 3)
    #expect(message.children(line, of: 9).isEmpty)
    let answer = try #require(grammar.field("DeclaratieAntwoord"))
    #expect(message.isPresent(answer))
  }

  @Test("Setting a value marks the optional elements around it")
  func presence() throws {
    let grammar = MessageType.wmo301.grammar
    let product = try #require(grammar.table("ToegewezenProduct"))
    let volume = try #require(grammar.field("Omvang/Volume"))
    let size = try #require(grammar.field("ToegewezenProduct/Omvang"))
    let relations = try #require(grammar.field("Client/Relaties"))
    var builder = MessageBuilder(.wmo301)
    builder.append(product)
    builder.append(product)
    builder.set(volume, 1, integer: 5)
    let message = builder.build()
    #expect(!message.isPresent(size, 0))
    #expect(message.isPresent(size, 1))
    #expect(!message.isPresent(relations))
  }

  @Test("A text may be set twice and rows may be skipped; equality is by content")
  func textColumns() throws {
    let grammar = MessageType.wmo323.grammar
    let client = try #require(grammar.table("Client"))
    let line = try #require(grammar.table("Prestatie"))
    let product = try #require(grammar.field("Prestatie/ProductCode"))
    func message(_ texts: [(Int, String)]) -> Message {
      var builder = MessageBuilder(.wmo323)
      let owner = builder.append(client)
      for _ in 0..<3 { builder.append(line, under: owner) }
      for (row, text) in texts { builder.set(product, row, text: text) }
      return builder.build()
    }
    #expect(message([(0, "A"), (2, "C")]) == message([(2, "C"), (0, "lang"), (0, "A")]))
    #expect(message([(0, "A")]) != message([(1, "A")]))
    #expect(message([(1, "é€")]).text(product, 1) == "é€")
  }

  @Test(
    "Packed codes keep leading zeros and their order",
    arguments: ["0", "01", "14", "0344", "99990101", "C"]
  )
  func packedCodes(code: String) throws {
    let packed = try #require(PackedCode.pack(code))
    #expect(PackedCode.unpack(packed) == code)
    #expect(PackedCode.pack(Array(code.utf8).span) == packed)
    #expect(PackedCode.pack("") == nil)
    #expect(PackedCode.pack("123456789") == nil)
    #expect(PackedCode.pack("é") == nil)
  }
}
