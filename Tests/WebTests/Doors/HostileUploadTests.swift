import Accounts
import HTTPTypes
import HummingbirdTesting
import Journal
import MessagesTesting
import NIOCore
import Testing
import Web

@Suite("WB-07, WB-10: forms in parts and files that are none")
struct HostileUploadTests {
  private static let path = "/\(TestSite.slug)/geldstroom/aanleveren"

  private static func part(_ head: String, _ value: String = "x") -> String {
    "--x\r\n\(head)\r\n\r\n\(value)\r\n"
  }

  private static func field(_ name: String, _ value: String = "x") -> String {
    part("Content-Disposition: form-data; name=\"\(name)\"", value)
  }

  private static let file = part(
    "Content-Disposition: form-data; name=\"bericht\"; filename=\"a.xml\"",
    "<x/>"
  )
  private static let type = "multipart/form-data; boundary=x"

  /// What is sent, and as what; none of it can be read.
  private static let bodies: [(name: String, type: String, body: String)] = [
    ("nothing", type, ""),
    ("no end", type, field("a") + "--x\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nx"),
    ("an end in the middle of the mark", type, file + "--x-"),
    ("no mark told", "multipart/form-data", file + "--x--\r\n"),
    ("an empty mark", "multipart/form-data; boundary=", file + "--x--\r\n"),
    ("a long mark", "multipart/form-data; boundary=" + String(repeating: "x", count: 100), file),
    ("another mark", "multipart/form-data; boundary=y", file + "--x--\r\n"),
    ("a thousand parts", type, String(repeating: field("a"), count: 1_000) + "--x--\r\n"),
    ("two files", type, file + file + "--x--\r\n"),
    ("a part of no name", type, part("Content-Disposition: form-data") + "--x--\r\n"),
    ("a part of an empty name", type, field("") + "--x--\r\n"),
    ("a part without a head", type, "--x\r\n\r\nx\r\n--x--\r\n"),
    (
      "a part with a long head", type,
      part("Content-Disposition: form-data; name=\"\(String(repeating: "a", count: 9_000))\"")
        + "--x--\r\n"
    ),
    ("a long value", type, field("a", String(repeating: "a", count: 70_000)) + "--x--\r\n"),
    ("bare line feeds", type, "--x\nContent-Disposition: form-data; name=\"a\"\n\nx\n--x--\n"),
    ("a form as text", "text/plain", "bericht=x"),
  ]

  @Test("What cannot be read as a form gets a clear page and changes nothing")
  func broken() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.backOfficeOfficer)
    let head = try await site.journal.head()
    for (name, type, body) in Self.bodies {
      let answer = try await user.post(Self.path, body, headers: [.contentType: type])
      #expect([400, 403, 415].contains(answer.status.code), "\(name): \(answer.status)")
      #expect(answer.text.contains("Er is niets gewijzigd"), "\(name)")
    }
    #expect(try await site.journal.head() == head)
  }

  @Test("A form within a part is a value, and its fields are none of the form")
  func nested() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.backOfficeOfficer)
    let token = try await user.formToken(on: Self.path)
    let inner =
      "--y\r\nContent-Disposition: form-data; name=\"_formulier\"\r\n\r\n\(token)\r\n--y--"
    let body =
      Self.part(
        "Content-Disposition: form-data; name=\"bericht\"\r\n"
          + "Content-Type: multipart/mixed; boundary=y",
        inner
      ) + "--x--\r\n"
    let answer = try await user.post(Self.path, body, headers: [.contentType: Self.type])
    #expect(answer.status == .forbidden)
  }

  @Test("Files that are no message are refused in a sentence, whatever they are called")
  func files() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.backOfficeOfficer)
    let head = try await site.journal.head()
    let text = MessageDraft.claim.sent()
    let wide: [UInt8] = [0xFF, 0xFE] + text.flatMap { [$0, 0] as [UInt8] }
    let files: [(String, [UInt8])] = [
      ("leeg.xml", []), ("nul.xml", [UInt8](repeating: 0, count: 5_000)),
      ("utf16.xml", wide), ("zip.xml", Array("PK\u{3}\u{4}".utf8) + text),
      ("a.zip", Array("PK\u{3}\u{4}".utf8)), ("../../etc/passwd.xml", Array("<x/>".utf8)),
      ("C:\\a.xml", Array("<x/>".utf8)), ("half.xml", Array(text.prefix(text.count / 2))),
      ("diep.xml", Array(String(repeating: "<a>", count: 50_000).utf8)),
      ("bom.xml", [0xEF, 0xBB, 0xBF]), ("a.xml", Array(text.reversed())),
    ]
    for (name, bytes) in files {
      let answer = try await user.send(Self.path, "bericht", name: name, bytes)
      #expect(answer.status == .badRequest, "\(name): \(answer.status)")
      #expect(answer.text.contains("nl-form-field__error") || answer.text.contains("nl-alert"))
    }
    #expect(try await site.journal.head() == head)
  }

  @Test("Two megabytes in one field, and a file over the limit, are too large")
  func large() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.backOfficeOfficer)
    let text = "naam=" + String(repeating: "a", count: 2 << 20)
    for path in ["toegang/aanmelden", "geldstroom/persoon"] {
      let answer = try await user.post("\(user.region)/\(path)", text)
      #expect(answer.status == .contentTooLarge, "\(path)")
      #expect(answer.text.contains("Splits het bestand"), "\(path)")
    }
    let file = [UInt8](repeating: 0x20, count: 1 << 20)
    #expect(try await user.send(Self.path, "bericht", name: "a.xml", file).status == 413)
    let many = (0..<300).map { "a\($0)=b" }.joined(separator: "&")
    #expect(try await user.post("\(user.region)/geldstroom/persoon", many).status == .badRequest)
  }

  @Test("A file is not taken in from somebody without a session, and the way back is kept")
  func outside() async throws {
    let site = try await TestSite([.messages])
    let nobody = try await TestBrowser(site)
    let body = Self.file + "--x--\r\n"
    let answer = try await nobody.post(Self.path, body, headers: [.contentType: Self.type])
    #expect(answer.status == .ok)
    #expect(answer.text.contains("Uw sessie is verlopen"))
    #expect(answer.value(of: "naar") == Self.path)
  }
}
