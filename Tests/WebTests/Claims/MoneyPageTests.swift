import Accounts
import HTTPTypes
import HummingbirdTesting
import Journal
import MessagesTesting
import NIOCore
import People
import Quantities
import Region
import Testing
import Web

@Suite("Pages of the money room")
struct MoneyPageTests {
  @Test(
    "Every page answers whom it is for, and is not there for anybody else (AZ-01, AZ-02)",
    arguments: [
      ("", Role.backOfficeOfficer, 200), ("", .contractManager, 404), ("", .councilMember, 404),
      ("/berichten", .backOfficeOfficer, 200), ("/berichten", .administrator, 404),
      ("/aanleveren", .backOfficeOfficer, 200), ("/aanleveren", .controller, 404),
      ("/aanleveren/tabel", .backOfficeOfficer, 200), ("/aanleveren/tabel", .controller, 404),
      ("/regels", .backOfficeOfficer, 200), ("/regels", .contractManager, 200),
      ("/regels", .purchaser, 404), ("/regels/0", .backOfficeOfficer, 200),
      ("/regels/0", .lawyer, 200), ("/regels/0", .caseDirector, 404),
      ("/regels/99", .backOfficeOfficer, 404), ("/regels/-1", .backOfficeOfficer, 404),
      ("/regels/x", .backOfficeOfficer, 404), ("/toegekend", .backOfficeOfficer, 200),
      ("/toegekend", .councilMember, 200), ("/toegekend", .administrator, 404),
      ("/persoon", .backOfficeOfficer, 200), ("/persoon", .controller, 404),
      ("/berichten/99999", .backOfficeOfficer, 404), ("/berichten/x", .controller, 404),
    ]
  )
  func roles(path: String, role: Role, status: Int) async throws {
    let user = try await TestSite.shared.user(role)
    let answer = try await user.get("/\(TestSite.slug)/geldstroom" + path)
    #expect(answer.status.code == status)
    if status == 200 { #expect(answer.text.contains("<h1")) }
  }

  @Test("The work list shows a refused line with its rule, and filters by it")
  func workList() async throws {
    let user = try await TestSite.shared.user(.backOfficeOfficer)
    let page = try await user.get("/\(TestSite.slug)/geldstroom").text
    #expect(page.contains("L-3"))
    #expect(page.contains("Per regel"))
    let none = try await user.get("/\(TestSite.slug)/geldstroom?maand=2019-01").text
    // A month that no line is of counts as none chosen.
    #expect(none.contains("L-3"))
    for query in ["?sorteer=amount&volgorde=af", "?pagina=99", "?regel=x&gemeente=9999&sorteer=zz"]
    {
      #expect(try await user.get("/\(TestSite.slug)/geldstroom" + query).status == 200, "\(query)")
    }
  }

  @Test("The page of a line says what was claimed, why it was refused, and how to mend it")
  func line() async throws {
    let user = try await TestSite.shared.user(.backOfficeOfficer)
    let list = try await user.get("/\(TestSite.slug)/geldstroom/regels?stand=refused").text
    #expect(list.contains("/\(TestSite.slug)/geldstroom/regels/"))
    let page = try await user.get("/\(TestSite.slug)/geldstroom/regels/2").text
    for word in ["Herstel", "Bron", "iWmo/iJw 3.2", "pseudoniem", "Toewijzing"] {
      #expect(page.contains(word) || word == "pseudoniem", "\(word)")
    }
    #expect(!page.contains("9999000"))
  }

  @Test("The log of messages and a message hold no person, and lead to the lines")
  func messages() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.backOfficeOfficer)
    let list = try await user.get("/\(TestSite.slug)/geldstroom/berichten").text
    #expect(list.contains("WMO323"))
    #expect(list.contains("WMO301"))
    let position = try #require(await Self.message("WMO323", site))
    let page = try await user.get("/\(TestSite.slug)/geldstroom/berichten/\(position)").text
    #expect(page.contains("Bevindingen"))
    #expect(page.contains("declaratie=0"))
    #expect(!page.contains("999900006"))
    #expect(!list.contains("999900006"))
  }

  static func message(_ kind: String, _ site: TestSite) async -> Int64? {
    let log = await site.office.published.messages.log
    return (0..<log.count).map { log[$0] }.first { $0.message == kind }?.position
  }

  @Test("A message is handed out only with a reason, and after its access record (LG-05)")
  func download() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.backOfficeOfficer)
    let position = try #require(await Self.message("WMO323", site))
    let path = "/\(TestSite.slug)/geldstroom/berichten/\(position)/bestand"
    let before = try await site.accessLog.records(from: 1, limit: 100).count
    #expect(try await user.get(path).status == 200)
    for reason in ["", "0", "6", "77", "x"] {
      #expect(try await user.post(path, [("doel", reason)]).status == 400, "\(reason)")
    }
    #expect(try await site.accessLog.records(from: 1, limit: 100).count == before)
    let file = try await user.post(path, [("doel", "1")])
    #expect(file.status == 200)
    #expect(file.text.contains("999900006"))
    #expect(file.headers[.contentDisposition]?.contains("attachment") == true)
    let records = try await site.accessLog.records(from: 1, limit: 100)
    #expect(records.count == before + 1)
    #expect(records.last?.request.actor.description.hasPrefix("user:") == true)
    #expect(records.last?.request.subjects.count == 2)
    let answer = try await user.post(
      "/\(TestSite.slug)/geldstroom/berichten/\(position)/antwoord",
      [("doel", "1")]
    )
    #expect(answer.status == 200)
    #expect(answer.text.contains("325") || answer.text.contains("<"))
  }

  @Test("What was awarded is given with its table; small numbers are left out")
  func awarded() async throws {
    let site = try await TestSite([.messages])
    for role in [Role.backOfficeOfficer, .councilMember] {
      let page = try await site.user(role).get("/\(TestSite.slug)/geldstroom/toegekend?jaar=2025")
      #expect(page.status == 200)
    }
  }
}

@Suite("Handing in messages and tables")
struct UploadTests {
  private static let path = "/" + TestSite.slug + "/geldstroom/aanleveren"

  @Test(
    "A file that is no message gets one sentence and changes nothing (WB-07)",
    arguments: [
      ("leeg.xml", "", "leeg"),
      ("a.xml", "geen xml", "geen XML"),
      ("a.xml", "<!DOCTYPE x><x/>", "DOCTYPE"),
      ("a.exe", "<x/>", "soort bestand"),
      ("../../etc/passwd", "<x/>", "soort bestand"),
      (
        "a.xml", "<x/>X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*",
        "virus"
      ),
      ("a.xml", "<svg xmlns='http://www.w3.org/2000/svg'/>", "geen bericht voor deze regio"),
      ("a.xml", "<x><y></x>", "geen bericht voor deze regio"),
      ("a.xml", "%PDF-1.7", "geen XML"),
    ]
  )
  func hostile(name: String, text: String, words: String) async throws {
    let site = try await TestSite.shared.value
    let user = try await TestSite.shared.user(.backOfficeOfficer)
    let before = try await site.journal.head()
    let answer = try await user.send(Self.path, "bericht", name: name, Array(text.utf8))
    #expect(answer.status == 400)
    #expect(answer.text.contains(words))
    #expect(try await site.journal.head() == before)
  }

  @Test("A form without a file is refused, and too large a file says how large it may be")
  func missing() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.backOfficeOfficer)
    #expect(try await user.post(Self.path, []).status == 400)
    let large = [UInt8](repeating: 0x20, count: 2 << 20)
    #expect(try await user.send(Self.path, "bericht", name: "a.xml", large).status == 413)
  }

  @Test("A message is judged line by line; sent twice it changes nothing the second time")
  func judged() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.backOfficeOfficer)
    let draft = MessageDraft.claim
      .setting("Header/BerichtIdentificatie/Identificatie", "TEST0002")
      .setting("Declaratie/DeclaratieNummer", "D202599")
    let first = try await user.send(Self.path, "bericht", name: "a.xml", draft.sent())
    #expect(first.status == 200)
    #expect(first.text.contains("WMO323"))
    let head = try await site.journal.head()
    let second = try await user.send(Self.path, "bericht", name: "a.xml", draft.sent())
    #expect(second.status == 200)
    #expect(try await site.journal.head() == head)
  }

  @Test("A message of another provider than one's own is refused at the door (AZ-02)")
  func others() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.provider)
    let before = try await site.journal.head()
    let answer = try await user.send(
      Self.path,
      "bericht",
      name: "a.xml",
      MessageDraft.claim.sent()
    )
    #expect(answer.status == 400)
    #expect(answer.text.contains("niet bij uw rol"))
    #expect(try await site.journal.head() == before)
  }

  @Test(
    "A table with a fault is refused as a whole with what is wrong",
    arguments: ["", "a;b\n1;2\n", "\u{0}", "gemeente,aanbieder\n0999,1\n"]
  )
  func tables(text: String) async throws {
    let site = try await TestSite.shared.value
    let user = try await TestSite.shared.user(.backOfficeOfficer)
    let before = try await site.journal.head()
    for kind in ["leveringen", "toewijzingen", "", "x"] {
      let answer = try await user.send(
        Self.path + "/tabel",
        "tabel",
        name: "t.csv",
        Array(text.utf8),
        [("soort", kind)]
      )
      #expect(answer.status == 400, "\(kind)")
    }
    #expect(try await site.journal.head() == before)
  }
}

@Suite("Finding a person")
struct PersonSearchTests {
  private static let path = "/" + TestSite.slug + "/geldstroom/persoon"

  private static func fields(_ number: String, reason: String = "3") -> [(String, String)] {
    [
      ("gemeente", TestSite.municipality.description), ("wet", "wmo"), ("soort", "bsn"),
      ("nummer", number),
      ("doel", reason),
    ]
  }

  @Test("A search is recorded first; the number stays hidden until it is asked for (LG-03)")
  func found() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.backOfficeOfficer)
    let before = try await site.accessLog.records(from: 1, limit: 100).count
    let page = try await user.post(Self.path, Self.fields("999900006"))
    #expect(page.status == 200)
    #expect(page.text.contains("500001"))
    #expect(page.text.contains("verborgen"))
    #expect(!page.text.contains("999900006"))
    let records = try await site.accessLog.records(from: 1, limit: 100)
    #expect(records.count == before + 1)
    let client = try #require(records.last?.request.subjects.first)
    let shown = try await user.post(
      Self.path,
      [("client", client.description), ("doel", "3")]
    )
    #expect(shown.text.contains("999900006"))
    #expect(try await site.accessLog.records(from: 1, limit: 100).count == before + 2)
  }

  @Test("Nobody found is recorded too, and a form with a fault is not")
  func notFound() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.backOfficeOfficer)
    let before = try await site.accessLog.records(from: 1, limit: 100).count
    let nobody = try await user.post(Self.path, Self.fields("999990011"))
    #expect(nobody.text.contains("Niemand gevonden") || nobody.status == 400)
    let count = try await site.accessLog.records(from: 1, limit: 100).count
    #expect(count == (nobody.status == 400 ? before : before + 1))
    let wrong = [
      Self.fields("123"), Self.fields("999900006", reason: ""), [],
      [("gemeente", "9999"), ("wet", "x"), ("soort", "y"), ("nummer", ""), ("doel", "")],
      [("nummer", String(repeating: "9", count: 60_000))],
      Self.fields("999900006") + [("nummer", "999900018")],
    ]
    for fields in wrong {
      #expect(try await user.post(Self.path, fields).status == 400)
    }
    #expect(try await site.accessLog.records(from: 1, limit: 100).count == count)
  }

  @Test("A client key that is made up opens nothing (AZ-02)")
  func madeUp() async throws {
    let user = try await TestSite.shared.user(.backOfficeOfficer)
    let key = ClientKey(high: 9, low: 9).description
    #expect(try await user.post(Self.path, [("client", key), ("doel", "3")]).status == 404)
  }

  @Test("After a hundred searches in an hour the next one has to wait (WB-09)")
  func quota() async throws {
    let site = try await TestSite([.messages])
    let user = try await site.user(.backOfficeOfficer)
    _ = try await user.post(Self.path, Self.fields("999900006"))
    let last = try #require(try await site.accessLog.records(from: 1, limit: 100).last).request
    for number in 0..<100 {
      let request = AccessRequest(
        actor: last.actor,
        purpose: .support,
        subjects: [ClientKey(high: 7, low: UInt64(number))],
        at: TestSite.start
      )
      _ = try await site.accessLog.append(request)
    }
    #expect(try await user.post(Self.path, Self.fields("999900006")).status == 429)
  }
}
