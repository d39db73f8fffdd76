import Foundation
import Messages
import MessagesTesting
import Testing

@Suite("Writing messages (IM-01)")
struct WriterTests {
  @Test("a message is written in the style of the standard, byte for byte")
  func style() {
    let text = String(decoding: MessageWriter.write(MessageDraft.answer.build()), as: UTF8.self)
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <Bericht xmlns="http://www.istandaarden.nl/iwmo/3_2/wmo319/schema" \
      xmlns:iwmo="http://www.istandaarden.nl/iwmo/3_2/basisschema/schema">
        <Header>
          <BerichtCode>482</BerichtCode>
          <BerichtVersie>3</BerichtVersie>
          <BerichtSubversie>2</BerichtSubversie>
          <Afzender>0344</Afzender>
          <Ontvanger>99990101</Ontvanger>
          <BerichtIdentificatie>
            <iwmo:Identificatie>TEST0001</iwmo:Identificatie>
            <iwmo:Dagtekening>2025-03-05</iwmo:Dagtekening>
          </BerichtIdentificatie>
          <XsdVersie>
            <iwmo:BasisschemaXsdVersie>1.0.0</iwmo:BasisschemaXsdVersie>
            <iwmo:BerichtXsdVersie>1.0.0</iwmo:BerichtXsdVersie>
          </XsdVersie>
        </Header>
        <Antwoord>
          <ReferentieAanbieder>VOT-1</ReferentieAanbieder>
          <VerzoekAntwoord>1</VerzoekAntwoord>
          <RedenAfwijzingVerzoek>2</RedenAfwijzingVerzoek>
        </Antwoord>
      </Bericht>

      """
    #expect(text == expected.replacingOccurrences(of: "\n", with: "\r\n"))
  }

  @Test("characters that XML reads otherwise are written as references")
  func escapes() {
    let draft = MessageDraft.answer.setting("Antwoord/ReferentieAanbieder", "a<b>&\"c\"\r\n\té]]>")
    let text = String(decoding: MessageWriter.write(draft.build()), as: UTF8.self)
    #expect(
      text.contains(
        "<ReferentieAanbieder>a&lt;b&gt;&amp;\"c\"&#13;\n\té]]&gt;</ReferentieAanbieder>"
      )
    )
  }

  @Test("numbers keep their sign of width: leading zeros of codes, none of integers")
  func numbers() {
    let draft = MessageDraft.claim.setting("Client/Bsn", "012345672")
      .setting("Prestatie/GeleverdVolume", "0")
      .setting("Declaratie/TotaalIngediendBedrag/TotaalBedrag", "999999999999")
      .setting("Declaratie/DeclaratieDagtekening", "0987-01-02")
    let text = String(decoding: MessageWriter.write(draft.build()), as: UTF8.self)
    for part in [
      "<Bsn>012345672</Bsn>", "<GeleverdVolume>0</GeleverdVolume>",
      "<iwmo:TotaalBedrag>999999999999</iwmo:TotaalBedrag>",
      "<DeclaratieDagtekening>0987-01-02</DeclaratieDagtekening>", "<Eenheid>04</Eenheid>",
    ] {
      #expect(text.contains(part))
    }
  }

  @Test("writing twice gives the same bytes", arguments: MessageType.all)
  func deterministic(_ type: MessageType) {
    var messages = RandomMessages(seed: 7)
    let message = messages.next(type)
    #expect(MessageWriter.write(message) == MessageWriter.write(message))
    var again = RandomMessages(seed: 7)
    #expect(again.next(type) == message)
  }

  // Skipped where the published schemas or xmllint are not at hand.
  @Test(
    "what is written is valid by the published schema",
    .enabled(if: Shared.isThere && Program.xmllint.isThere),
    arguments: MessageType.all
  )
  func isValid(_ type: MessageType) throws {
    let folder = try TemporaryFolder()
    var files: [String] = []
    for seed in UInt64(1)...40 {
      var messages = RandomMessages(seed: seed)
      let file = folder.url.appending(path: "\(type.name)-\(seed).xml")
      try Data(MessageWriter.write(messages.next(type))).write(to: file)
      files.append(file.path)
    }
    let schema = Shared.schema(type.name).path
    let run = try Program.xmllint.run(["--noout", "--nonet", "--schema", schema] + files)
    let faults = run.output.split(separator: "\n").filter { !$0.hasSuffix(" validates") }
    #expect(run.status == 0, "\(faults.prefix(5))")
  }
}

/// A folder that disappears with the test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "regie-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// A program of the machine that a test compares with.
struct Program {
  let path: String

  static let xmllint = Program(path: "/usr/bin/xmllint")

  var isThere: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// Runs the program and gives its exit status and all that it wrote.
  func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
