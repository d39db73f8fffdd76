import Commissioning
import Digests
import Exchange
import Journal
import People
import PeopleTesting
import Quantities
import Region
import Testing

@Suite("Tables of deliveries and of open allocations come in, IM-08, PR-02")
struct TableIntakeTests {
  /// A desk where tables come in, in memory.
  private struct TableDesk {
    let office: Office
    let vault = InMemoryVault.forTests()
    let intake: TableIntake

    init() async throws {
      let journal = MemoryJournal(digest: StandardDigest.sha256)
      office = Office(journal: journal, state: RegionState())
      intake = TableIntake(office: office, vault: vault, randomness: CountedRandomness())
      let profile = RegionProfile(municipalities: [MunicipalityCode(uncheckedNumber: 344)])
      try await perform(.open(profile), 1)
      try await perform(.importPrices(try Self.prices()), 2)
    }

    private static func prices() throws -> PriceList {
      let table = """
        gemeente,aanbieder,categorie,productcode,eenheid,tarief_cent,variant,ingangsdatum,einddatum
        ,,,IAT,04,7000,,2025-01-01,
        """
      return try ContractTable.readPriceList(Array(table.utf8)).get()
    }

    private func perform(_ command: Command, _ key: UInt64) async throws {
      let digest = Digest(words: Digest.Words(key, 1, 2, 3))
      let day = try #require(CivilDate("2025-09-01"))
      _ = try await office.perform(
        command,
        CommandContext(key: digest, body: digest, actor: "test", today: day, now: Desk.now)
      )
    }

    func deliveries(
      _ text: String,
      on today: String = "2025-09-01"
    ) async throws -> Result<DeliveriesJudged, ImportRefusal> {
      let day = try #require(CivilDate(today))
      let moment = MessageIntake.Moment(today: day, now: Desk.now)
      return try await intake.importDeliveries(Array(text.utf8), at: moment)
    }

    func allocations(_ text: String) async throws -> Result<AllocationsTaken, ImportRefusal> {
      let day = try #require(CivilDate("2025-09-01"))
      let moment = MessageIntake.Moment(today: day, now: Desk.now)
      return try await intake.importAllocations(Array(text.utf8), at: moment)
    }
  }

  private static let header =
    "gemeente;aanbieder;client;productcode;begindatum;einddatum;volume;eenheid;bedrag_cent"

  @Test("A table with the nine columns of the law without messages is judged and answered")
  func nine() async throws {
    let desk = try await TableDesk()
    let table = """
      \(Self.header)
      0344;99990101;K-1;IAT;2025-07-01;2025-07-31;3;04;21000
      0344;99990101;999990019;IAT;2025-07-01;2025-07-31;3;04;20000
      0344;99990202;K-1;IAT;2025-07-01;2025-07-31;1;04;7000
      """
    let first = try await desk.deliveries(table).get()
    #expect(first.rows == 3 && first.approved == 2 && !first.isRepeated)
    #expect(first.awarded == Cents(28_000) && first.claimed == Cents(48_000))
    let text = String(decoding: first.results, as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(
      lines.count == 4
        && lines[0].hasSuffix("oordeel;toegekend_cent;codes;regels;toelichting;bewijs")
    )
    #expect(lines[1].contains(";goedgekeurd;21000;"))
    #expect(lines[2].contains(";afgekeurd;0;9346;TR346;"))
    let head = await desk.office.published.head
    let again = try await desk.deliveries(table, on: "2025-11-01").get()
    #expect(again.isRepeated && again.results == first.results)
    #expect(await desk.office.published.head == head)
    // The same reference of two providers is two persons.
    let scope = ClientScope(
      municipality: MunicipalityCode(uncheckedNumber: 344),
      law: .participation
    )
    let references = [UInt32(99_990_101), 99_990_202].compactMap {
      ClientReference(of: ProviderCode(uncheckedNumber: $0), "K-1")
    }
    let keys = try await desk.vault.find(references, in: scope).compactMap(\.self)
    #expect(Set(keys).count == 2)
    #expect(try await desk.vault.unconfirmed().isEmpty)
  }

  @Test("Every finding of a broken table comes with its line, and nothing of it is kept")
  func broken() async throws {
    let desk = try await TableDesk()
    let before = await desk.office.published.head
    let table = """
      \(Self.header);referentie;crediteert;wet;toewijzing
      0344;99990101;K-1;IAT;2025-07-01;2025-07-31;3;04;21000;A;;;
      0345;99990101;K-1;IAT;2025-07-01;2025-07-31;3;04;21000;A;;;
      0344;9999010;;IATIAT;2025-07-31;2025-07-01;0;99;2,50;K-1;;;1234567890
      0344;99990101;999990018;IAT;2025-07-01;2025-02-30;3;04;21000;999990019;;wlz;999990018
      0344;99990101;K-2;IAT;2025-07-01;2025-07-31;3;04;21000;K-2;K-2;wmo;7
      """
    guard case .failure(let refusal) = try await desk.deliveries(table) else {
      Issue.record("it was taken in")
      return
    }
    let found = refusal.findings.map { "\($0.line) \($0.column ?? "")" }
    let expected = [
      "3 referentie", "3 gemeente", "4 aanbieder", "4 client", "4 productcode", "4 einddatum",
      "4 volume", "4 eenheid", "4 bedrag_cent", "4 toewijzing", "5 wet", "5 toewijzing", "5 client",
      "5 einddatum",
      "5 referentie", "6 client", "6 referentie", "6 crediteert",
    ]
    #expect(Set(found) == Set(expected), "\(found)")
    for finding in refusal.findings {
      for secret in ["999990018", "999990019", "K-2"] {
        #expect(!finding.text.contains(secret) && !finding.english.contains(secret))
      }
    }
    #expect(await desk.office.published.head == before)
    #expect(try await desk.vault.unconfirmed().isEmpty)
  }

  @Test("A header with an unknown, a double or a missing column is refused")
  func headers() async throws {
    let desk = try await TableDesk()
    for header in [
      Self.header + ";bsn", Self.header + ";client", String(Self.header.dropFirst(9)), "", "a",
    ] {
      guard case .failure(let refusal) = try await desk.deliveries(header + "\n") else {
        Issue.record("\(header) was taken in")
        continue
      }
      #expect(refusal.findings.allSatisfy { $0.line == 1 })
    }
  }

  @Test("Open allocations are taken over once, and refused whole with every finding")
  func allocations() async throws {
    let desk = try await TableDesk()
    let header =
      "wet;gemeente;aanbieder;client;toewijzing;besluitdatum;productcode;ingangsdatum;einddatum;"
      + "volume;eenheid;frequentie;budget_cent;toegekend_volume;toegekend_cent;toegekend_eenheid"
    let good = "wmo;0344;99990101;999990019;7;2024-12-20;02A03;2025-01-01;;40;04;6;;90;10200;01"
    let first = try await desk.allocations("\(header)\n\(good)\n").get()
    #expect(first.allocations == 1 && first.balances == 1)
    let again = try await desk.allocations("\(header)\n\(good)\n").get()
    #expect(again.allocations == 0 && again.balances == 0 && again.position == first.position)
    // The same row in another file changes nothing either.
    let other = try await desk.allocations("\(header)\r\n\(good)\r\n").get()
    #expect(other.position == nil)
    let head = await desk.office.published.head
    let broken = """
      \(header)
      wmo;0344;99990101;999990019;8;2024-12-20;02A03;2025-01-01;;40;04;6;;;0;
      wmo;0344;99990101;999990019;7;2024-12-20;02A03;2025-01-01;;40;04;6;;80;10200;01
      wmo;0344;99990101;999990021;8;2024-12-20;02A03;2025-01-01;2024-01-01;40;;6;;5;x;16
      """
    guard case .failure(let refusal) = try await desk.allocations(broken) else {
      Issue.record("it was taken over")
      return
    }
    let found = refusal.findings.map { "\($0.line) \($0.column ?? "")" }
    #expect(
      Set(found) == [
        "4 client", "4 toewijzing", "4 einddatum", "4 volume", "4 toegekend_cent",
      ],
      "\(found)"
    )
    // The state is asked only once all rows can be read.
    let readable = broken.split(separator: "\n").dropLast().joined(separator: "\n")
    guard case .failure(let second) = try await desk.allocations(readable) else {
      Issue.record("it was taken over")
      return
    }
    #expect(second.findings.map(\.line) == [3])
    #expect(await desk.office.published.head == head)
    #expect(try await desk.vault.unconfirmed().isEmpty)
  }
}
