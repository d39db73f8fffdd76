import Access
import Claims
import Columns
import Commissioning
import Journal
import Landscape
import People
import Quantities
import Region
import Rules
import Testing

private typealias Fixture = RegionFixture

@Suite("The table of stored events")
struct EventTableTests {
  /// The stored name of every event; these words never change.
  private static let names = [
    "region.opened", "prices.imported", "region.settings-changed", "message.judged",
    "prices.derived", "table.imported", "allocation.recorded", "allocation.taken-over",
    "allocation.annulled", "request.received", "request.answered",
    "request.honoured", "request.annulled", "delivery.started", "delivery.start-deleted",
    "delivery.stopped", "delivery.stop-deleted", "delivery.annulled", "claim.judged",
    "claim.submitted", "claim.answered", "claim.annulled", "claim.table-judged",
    "claim.balance-taken-over", "strategy.adopted",
    "contract.concluded", "contract.extended", "contract.reviewed", "contract.part-added",
    "contract.amended", "contract.terminated", "contract.intake-stop-asked",
    "contract.intake-stop-answered", "contract.intake-stop-lifted", "contract.ceiling-announced",
    "contract.ceiling-decided", "contract.ceiling-plan-agreed", "contract.ceiling-warned",
    "contract.ceiling-talked", "contract.ceiling-settled", "contract.continuity-assessed",
    "tariff.agreed", "provider.recorded", "procedure.prepared", "procedure.lots-chosen",
    "procedure.approved", "procedure.opener-key-made", "procedure.published",
    "procedure.question-asked", "procedure.question-answered", "procedure.note-published",
    "procedure.closing-postponed",
    "procedure.bid-submitted", "procedure.bid-withdrawn", "procedure.bids-opened",
    "procedure.evidence-recorded", "procedure.bid-set-aside", "procedure.bid-scored",
    "procedure.score-agreed", "procedure.draw-recorded", "procedure.lot-awarded",
    "procedure.complaint-received", "procedure.complaint-answered", "procedure.relief-sought",
    "procedure.relief-ruled", "procedure.award-final", "procedure.provider-admitted",
    "procedure.withdrawn", "programme.adopted", "programme.milestone-replanned",
    "programme.milestone-reached", "programme.decision-proposed", "programme.decision-taken",
    "programme.budget-set", "programme.consultation-held", "programme.consultation-reported",
    "programme.reaction-received", "programme.advice-asked", "programme.advice-given",
    "programme.advice-answered", "programme.scope-set", "programme.made-ready",
    "programme.impact-assessed", "programme.standard-evidenced", "programme.default-set",
    "programme.default-overridden", "programme.override-dropped",
    "coverage.capacity-reported", "coverage.norm-set", "coverage.norm-ended",
    "coverage.supplementary-opened", "coverage.supplementary-closed", "transition.adopted",
    "transition.withdrawn", "transition.own-delivery-marked", "transition.reason-given",
    "supplier.forms-stated", "supplier.year-evaluated", "supplier.requirement-set",
    "supplier.requirement-tested", "supplier.product-line-set",
  ]

  @Test("Every event of every room stands in the table, under its own word")
  func complete() {
    let words =
      Self.golden.map(\.name) + AccessEvent.Name.allCases.map(\.rawValue)
      + DeliveryEvent.Name.allCases.map(\.rawValue) + ClaimEvent.names
      + StrategyEvent.Name.allCases.map(\.rawValue) + ContractEvent.Name.allCases.map(\.rawValue)
      + ProcedureEvent.Name.allCases.map(\.rawValue)
      + ProgrammeEvent.Name.allCases.map(\.rawValue) + CoverageEvent.Name.allCases.map(\.rawValue)
      + TransitionEvent.Name.allCases.map(\.rawValue) + SupplierEvent.Name.allCases.map(\.rawValue)
    #expect(words == Self.names)
    #expect(Set(words).count == words.count)
  }

  @Test("The events of the region itself have their golden bodies")
  func bodies() {
    for (event, name, body) in Self.golden {
      let entry = Fixture.entries(event, Fixture.context(1))[0]
      #expect(EventTable.name(of: event) == name)
      #expect(entry.event == name && entry.eventVersion == 1)
      #expect(String(decoding: entry.body, as: UTF8.self) == body)
    }
  }

  @Test("Prices have their golden columns, both ways")
  func prices() throws {
    let entry = Fixture.entries(Self.golden[1].event, Fixture.context(1))[0]
    let bulk = try #require(entry.attachments.first)
    #expect(entry.attachments.count == 1)
    #expect(bulk.layout == Layout("price-list", version: 1))
    #expect(Hexadecimal.text(bulk.bytes) == Self.priceColumns)
  }

  @Test("Every event that a region ever wrote reads back to the same entry")
  func reading() throws {
    var run = Fixture.opened
    run.perform(.changeSettings(Self.settings))
    run.perform(.importPrices(Self.prices))
    run.perform(Fixture.allocation("A1", number: 1, hours: 40, decided: 1))
    let lines = [Fixture.line("R1", month: 1, hours: 1), Fixture.line("R2", month: 1, hours: 99)]
    run.perform(Fixture.received("M1", Fixture.claim("D1", month: 1, lines)))
    run.perform(Fixture.refusal("X1", of: "A1"))
    #expect(run.entries.count == 10)
    for entry in run.entries {
      let event = try EventTable.event(of: entry)
      let again = EventTable.entry(for: event, Fixture.context(1), entry.command)
      #expect(again.event == entry.event && again.eventVersion == entry.eventVersion)
      #expect(again.body == entry.body)
      #expect(again.attachments.map(\.bytes) == entry.attachments.map(\.bytes))
      #expect(again.attachments.map(\.layout) == entry.attachments.map(\.layout))
    }
  }

  @Test("An event or version that is not known is a failure that says where and what to do")
  func unknown() throws {
    let known = try #require(Fixture.opened.entries.first)
    for (event, version) in [
      ("region.closed", UInt16(1)), ("region.opened", 2), ("claim.judged", 9),
    ] {
      let entry = Entry(
        position: known.position,
        recordedAt: known.recordedAt,
        knownOn: known.knownOn,
        actor: known.actor,
        command: known.command,
        event: event,
        eventVersion: version,
        body: known.body,
        attachments: [],
        hash: known.hash
      )
      let failure = #expect(throws: EventFailure.self) { try EventTable.event(of: entry) }
      let text = failure?.text
      #expect(text?.dutch.contains("post 1 van het journaal (\(event))") == true)
      #expect(text?.dutch.contains("Gebruik de versie") == true)
      #expect(text?.english.contains("entry 1 of the journal (\(event))") == true)
    }
  }
}

// MARK: - Golden bytes

extension EventTableTests {
  private static let settings: RegionSettings = {
    var settings = RegionSettings()
    settings.contract.monthTotals = .unlimited
    return settings
  }()

  private static let prices: PriceList = {
    guard let first = OpenPeriod(from: day("2024-01-01"), through: day("2024-12-31")),
      let later = OpenPeriod(from: day("2025-01-01"), through: nil),
      case .success(let list) = PriceList.make([
        PriceLine(line: 2, row: PriceRow(unit: .hour, tariff: Cents(6_000), period: first)),
        PriceLine(
          line: 5,
          row: PriceRow(
            municipality: Fixture.municipality,
            provider: Fixture.provider,
            category: ProductCategory("02"),
            code: ProductCode("02A03"),
            tariff: Cents(6_150),
            period: later
          )
        ),
      ])
    else { preconditionFailure("the prices of a test contradict each other") }
    return list
  }()

  private static let message = MessageJudged(
    envelope: Fixture.envelope("WMO323", "M1", .received, reply: "WMO325"),
    outcome: .rejectHeader,
    reply: MessageJudged.Reply(
      message: "WMO325",
      identification: "R000000000A",
      dated: Fixture.today
    ),
    findings: [
      ToldFinding(
        judges: "Header",
        row: 0,
        rule: "TR056",
        code: "9056",
        level: 3,
        path: "/p",
        text: BilingualText("Fout.", "Wrong.")
      )
    ],
    furtherFindings: 2,
    notAssessed: [MessageJudged.ClassPlace(judges: "Client", row: 1)]
  )

  private static let table = TableImported(
    kind: .deliveries,
    content: Fixture.digest(3),
    original: OriginalID(high: 5, low: 2),
    rows: 12
  )
  private static let tableBody =
    #"{"kind":"deliveries","content":""# + Fixture.digest(3).description
    + #"","original":""# + OriginalID(high: 5, low: 2).description + #"","rows":12}"#

  private static let golden: [(event: RegionEvent, name: String, body: String)] = [
    (
      .opened(RegionProfile(municipalities: [Fixture.municipality])), "region.opened",
      #"{"municipalities":["0344"]}"#
    ),
    (.pricesImported(prices), "prices.imported", #"{"rows":2}"#),
    (.settingsChanged(settings), "region.settings-changed", settingsBody),
    (.message(message), "message.judged", messageBody),
    (.pricesDerived(prices), "prices.derived", #"{"rows":2}"#),
    (.table(table), "table.imported", tableBody),
  ]

  private static let settingsBody =
    #"{"choices":[{"key":"volume-per-dag","value":"regel-en-totaal"},"#
    + #"{"key":"totaal-per-maand","value":"geen"},"#
    + #"{"key":"gebroken-maand-output","value":"volledig"},"#
    + #"{"key":"totaal-output-per-week","value":"som-van-perioden"},"#
    + #"{"key":"huishoudelijke-hulp-output","value":"zondagen"},"#
    + #"{"key":"budget-telt","value":"bedragen"},"#
    + #"{"key":"minuten-en-uren","value":"samen-in-minuten"},"#
    + #"{"key":"levering-zonder-toewijzing","value":"participatiewet"},"#
    + #"{"key":"productlijst","value":"landelijk"},"#
    + #"{"key":"code-lopend-verzoek","value":"client"},"#
    + #"{"key":"start-zonder-toewijzing","value":"ja"},"#
    + #"{"key":"stop-op-verwijderde-toewijzing","value":"ja"},"#
    + #"{"key":"overlap-vrij","value":"11 12 13 14"},{"key":"naamgebruik","value":"regeltekst"},"#
    + #"{"key":"dubbele-debetregel","value":"bsn"},"#
    + #"{"key":"vijf-jaar-vanaf","value":"declaratiedagtekening"},"#
    + #"{"key":"declaratieperiode-op-niveau-2","value":"nee"},"#
    + #"{"key":"datums-van-verwijderingen","value":"nee"}]}"#
  private static let messageBody =
    #"{"role":"gemeente","party":"0344","sender":"99990101","message":"WMO323","#
    + #""identification":"M1","flow":"received","municipality":"0344","provider":"99990101","#
    + #""dated":"2026-01-10","content":""# + Fixture.digest(UInt64(77 * 31 + 49)).description
    + #"","original":""# + OriginalID(high: 5, low: 2).description
    + #"","outcome":"reject-header","reply":{"message":"WMO325","#
    + #""identification":"R000000000A","dated":"2026-01-10"},"findings":[{"class":"Header","#
    + #""row":0,"rule":"TR056","code":"9056","level":3,"path":"/p","text":"Fout.","#
    + #""english":"Wrong."}],"#
    + #""furtherFindings":2,"notAssessed":[{"class":"Client","row":1}]}"#
  private static let priceColumns =
    "010802040601080201b20501080201ace9ad5f010802010602000530324130330001020400010802e05d"
    + "ac0202000001040296b402dc05000402784e0000ffffff7f"
}
