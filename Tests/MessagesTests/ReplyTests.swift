import Foundation
import Messages
import MessagesTesting
import Quantities
import Testing

@Suite("Answers to messages (IM-05)")
struct ReplyTests {
  /// A sample and the answer to it; nil codes stand for a message that is well.
  static let chain: [(original: String, reply: String)] = [
    ("a01-301", "a02-302"), ("a03-305", "a04-306"), ("a11-315", "a12-316"),
    ("a13-319", "a14-320"), ("a17-317", "a18-318"), ("a20-307", "a21-308"),
  ]

  private static func sample(_ name: String) throws -> Message {
    let file = Shared.folder.appending(path: "samples/keten-a/\(name).xml")
    return try #require(Claims.read(try Shared.bytes(file)).message)
  }

  private static func header(
    of reply: Message,
    _ number: String,
    _ date: String
  ) throws
    -> ReplyHeader
  {
    let grammar = reply.type.grammar
    return ReplyHeader(
      identification: try #require(grammar.field(number).flatMap { reply.text($0) }),
      date: try #require(grammar.field(date).flatMap { reply.date($0) })
    )
  }

  // Skipped where the published samples are not beside the repository.
  @Test(
    "a message that is well gets the answer of the sample",
    .enabled(if: Shared.isThere),
    arguments: chain.indices
  )
  func accepted(_ index: Int) throws {
    let original = try ReplyTests.sample(ReplyTests.chain[index].original)
    let expected = try ReplyTests.sample(ReplyTests.chain[index].reply)
    let header = try ReplyTests.header(
      of: expected,
      "Header/IdentificatieRetour",
      "Header/DagtekeningRetour"
    )
    #expect(original.reply(header, .accepted) == expected)
  }

  @Test("a start that is refused gets the answer of the sample", .enabled(if: Shared.isThere))
  func refusedClass() throws {
    let expected = try ReplyTests.sample("a06-306")
    let header = try ReplyTests.header(
      of: expected,
      "Header/IdentificatieRetour",
      "Header/DagtekeningRetour"
    )
    var codes = ClassCodes()
    codes.add("9326", to: ReplyClass(path: "Client/StartProducten/StartProduct", row: 0))
    #expect(try ReplyTests.sample("a05-305").reply(header, codes.verdict) == expected)
  }

  @Test("a claim gets the answer of the sample", .enabled(if: Shared.isThere))
  func claims() throws {
    for (claim, answer, lines) in [
      ("a07-323", "a08-325", [:]), ("a09-323", "a10-325", [2: ["9321"]]),
    ] as [(String, String, [Int: [String]])] {
      let expected = try ReplyTests.sample(answer)
      let header = try ReplyTests.header(
        of: expected,
        "Header/BerichtIdentificatie/Identificatie",
        "Header/BerichtIdentificatie/Dagtekening"
      )
      let made = try ReplyTests.sample(claim)
        .claimAnswer(header, .lines(clients: [:], lines: lines))
      #expect(made == expected, "\(answer)")
    }
  }
}

/// Every shape of chapter 8 of the reference, on messages of our own.
@Suite("Shapes of answers (IM-05)")
struct ReplyShapeTests {
  private static let day = CivilDate(year: 2025, month: 3, day: 7)

  private func header() throws -> ReplyHeader {
    ReplyHeader(identification: "ANTW0001", date: try #require(ReplyShapeTests.day))
  }

  private func texts(_ path: String, in message: Message) throws -> [String] {
    let field = try #require(message.type.grammar.field(path), "\(path)")
    return (0..<message.count(field.table)).compactMap { message.text(field, $0) }
  }

  @Test("any answer is valid by the grammar, whatever its codes", arguments: MessageType.all)
  func isValid(_ type: MessageType) throws {
    guard type.reply != nil else { return }
    for seed in UInt64(1)...30 {
      var messages = RandomMessages(seed: seed)
      let original = messages.next(type)
      let answers =
        type == .wmo323
        ? [
          original.claimAnswer(try header(), .header(["0001"])),
          original.claimAnswer(try header(), .claim(["9333", "8214"])),
          original.claimAnswer(try header(), .lines(clients: [:], lines: [0: ["9321", "0611"]])),
          original.claimAnswer(try header(), .lines(clients: [0: ["8187"]], lines: [:])),
          original.claimAnswer(try header(), .lines(clients: [:], lines: [:])),
        ]
        : [
          original.reply(try header(), .accepted),
          original.reply(try header(), .header(["0001"])),
          original.reply(try header(), .classes { _ in ["0233"] }),
          original.reply(try header(), .classes { $0.row == 0 ? ["9019", "9074"] : [] }),
        ]
      for answer in answers {
        let answer = try #require(answer)
        let result = Claims.read(MessageWriter.write(answer))
        #expect(result.findings.map(\.english) == [], "seed \(seed)")
        #expect(result.message == answer, "seed \(seed)")
      }
    }
  }

  @Test("a message that has no answer gets none", arguments: [MessageDraft.claimAnswer])
  func noAnswer(_ draft: MessageDraft) throws {
    #expect(draft.build().reply(try header(), .accepted) == nil)
    #expect(draft.build().claimAnswer(try header(), .header(["0001"])) == nil)
    #expect(MessageDraft.claim.build().reply(try header(), .accepted) == nil)
    #expect(MessageDraft.start.build().claimAnswer(try header(), .header(["0001"])) == nil)
  }

  @Test("a refused message is answered by its header alone")
  func refusedHeader() throws {
    let reply = try #require(
      MessageDraft.allocation.build().reply(try header(), .header(["9056", "S300"]))
    )
    #expect(try texts("Header/RetourCodes/RetourCode", in: reply) == ["9056", "S300"])
    #expect(try texts("Client/Bsn", in: reply) == [])
    #expect(try texts("Header/Afzender", in: reply) == ["0344"])
    #expect(try texts("Header/BerichtIdentificatie/Identificatie", in: reply) == ["TEST0001"])
  }

  @Test("every class of a refused message is copied with its codes")
  func everyClass() throws {
    var seen: [ReplyClass] = []
    let reply = try #require(
      MessageDraft.allocation.build().reply(
        try header(),
        .classes { place in
          seen.append(place)
          return place.name == "ToegewezenProduct" && place.row == 1 ? ["9332"] : []
        }
      )
    )
    #expect(try texts("Header/RetourCodes/RetourCode", in: reply) == ["0200"])
    #expect(try texts("ToegewezenProduct/RetourCodes/RetourCode", in: reply) == ["0200", "9332"])
    #expect(try texts("Client/RetourCodes/RetourCode", in: reply) == ["0200"])
    #expect(try texts("Relatie/Contact/RetourCodes/RetourCode", in: reply) == ["0200"])
    #expect(try texts("ToegewezenProduct/ToewijzingNummer", in: reply) == ["500001", "500002"])
    #expect(
      Set(seen.map { "\($0.path) \($0.row)" }) == [
        "Client 0", "Client/Relaties/Relatie 0", "Client/Relaties/Relatie/Contact 0",
        "Client/Contactgegevens/Contact 0", "Client/Contactgegevens/Contact 1",
        "Client/ToegewezenProducten/ToegewezenProduct 0",
        "Client/ToegewezenProducten/ToegewezenProduct 1",
      ]
    )
  }

  @Test("a claim that is refused as a whole is awarded nothing")
  func refusedClaim() throws {
    let answer = try #require(
      MessageDraft.claim.build().claimAnswer(try header(), .claim(["9333"]))
    )
    #expect(try texts("TotaalIngediendBedrag/TotaalBedrag", in: answer) == ["110000"])
    #expect(try texts("TotaalToegekendBedrag/TotaalBedrag", in: answer) == ["0"])
    #expect(try texts("TotaalToegekendBedrag/DebetCredit", in: answer) == ["D"])
    #expect(try texts("DeclaratieAntwoord/RetourCodes/RetourCode", in: answer) == ["9333"])
    #expect(try texts("Client/Bsn", in: answer) == [])
    #expect(LevelTwo.check(answer) == [])
  }

  @Test("a refused client is listed with all its lines, which are not assessed")
  func refusedClient() throws {
    let answer = try #require(
      MessageDraft.claim.build()
        .claimAnswer(try header(), .lines(clients: [0: ["8187"]], lines: [0: ["9321"]]))
    )
    #expect(try texts("Client/RetourCodes/RetourCode", in: answer) == ["8187"])
    #expect(try texts("Prestatie/RetourCodes/RetourCode", in: answer) == ["0233", "0233"])
    #expect(try texts("TotaalToegekendBedrag/TotaalBedrag", in: answer) == ["120000"])
    #expect(LevelTwo.check(answer) == [])
  }

  @Test("what remains of a claim can be negative")
  func negativeAward() throws {
    let answer = try #require(
      MessageDraft.claim.build()
        .claimAnswer(
          try header(),
          .lines(clients: [:], lines: [1: ["9321"], 2: ["9338", "0611"]])
        )
    )
    #expect(try texts("TotaalToegekendBedrag/TotaalBedrag", in: answer) == ["60000"])
    #expect(try texts("TotaalToegekendBedrag/DebetCredit", in: answer) == ["C"])
    #expect(try texts("Client/RetourCodes/RetourCode", in: answer) == ["0200", "0200"])
    #expect(try texts("Prestatie/RetourCodes/RetourCode", in: answer) == ["9321", "9338", "0611"])
    #expect(LevelTwo.check(answer) == [])
  }
}
