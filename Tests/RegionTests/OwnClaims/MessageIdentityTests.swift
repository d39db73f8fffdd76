import Access
import Claims
import Quantities
import Region
import Testing

private typealias Fixture = RegionFixture
private typealias Own = ProviderFixture

/// Numbers of messages are unique for their sender only (TR056), and an answer repeats the number
/// of what it answers.
@Suite("Messages of two parties under one number, IM-02")
struct MessageIdentityTests {
  private static let otherProvider = ProviderCode(uncheckedNumber: 99_990_202)

  private func allocation(_ run: RegionRun, _ municipality: MunicipalityCode) -> Bool {
    run.state.access.allocations.find(number: 1, municipality: municipality) != nil
  }

  @Test("Two municipalities may send under one number; neither is taken for the other")
  func twoMunicipalities() {
    var run = Own.opened
    let first = run.perform(Own.allocation("B1", number: 1))
    let second = run.perform(
      Own.allocation("B1", number: 1, municipality: Own.otherMunicipality)
    )
    #expect(first?.outcome == .accept && second?.outcome == .accept)
    #expect(allocation(run, Fixture.municipality) && allocation(run, Own.otherMunicipality))
    let again = run.perform(Own.allocation("B1", number: 2))
    #expect(again?.findings == ["TR056"])
  }

  @Test("Two providers may claim under one number, also under one claim number")
  func twoProviders() {
    var run = Fixture.opened
    let claim = Fixture.claim("D1", month: 1, [Fixture.line("R1", month: 1, hours: 1)])
    #expect(run.perform(Fixture.received("B1", claim))?.outcome == .rejectClient)
    let other = MessageEnvelope(
      key: Fixture.key("WMO323", "B1", sender: Self.otherProvider.description),
      flow: .received,
      municipality: Fixture.municipality,
      provider: Self.otherProvider,
      dated: Fixture.today,
      content: Fixture.digest(9),
      original: Fixture.envelope("WMO323", "B1", .received).original,
      replyMessage: "WMO325",
      municipalityExists: true,
      levelTwo: [],
      furtherLevelTwo: 0
    )
    let theirs = ClaimNotice(
      municipality: claim.municipality,
      provider: Self.otherProvider,
      number: claim.number,
      period: claim.period,
      dated: claim.dated,
      total: claim.total,
      clients: claim.clients,
      lines: claim.lines
    )
    #expect(run.perform(.take(other, .claim(theirs)))?.outcome == .rejectClient)
    #expect(run.state.ledger.claims.count == 2)
    #expect(run.state.ledger.line(reference: "R1", of: Fixture.provider) == 0)
    #expect(run.state.ledger.line(reference: "R1", of: Self.otherProvider) == 1)
  }

  @Test("Who quotes the number of a message that went to another does not answer it")
  func stranger() {
    var run = Fixture.opened
    run.perform(Fixture.allocation("B1", number: 1, hours: 40, decided: 1))
    let original = Fixture.key("WMO301", "B1", sender: Fixture.municipality.description)
    let envelope = MessageEnvelope(
      key: Fixture.key("WMO302", "B1", sender: Fixture.municipality.description),
      flow: .received,
      municipality: Fixture.municipality,
      provider: Self.otherProvider,
      dated: Fixture.today,
      content: Fixture.digest(9),
      original: Fixture.envelope("WMO302", "B1", .received).original,
      replyMessage: nil,
      municipalityExists: true,
      levelTwo: [],
      furtherLevelTwo: 0
    )
    let refusal = ReturnNotice(original: original, codes: ["9332"])
    let events = run.perform(.take(envelope, .answer(refusal)))
    #expect(events?.findings == ["ANSWER-UNKNOWN"] && events?.count == 1)
    #expect(allocation(run, Fixture.municipality))
    #expect(run.perform(Fixture.refusal("X1", of: "B1"))?.findings == ["ANSWER-REFUSED"])
    #expect(!allocation(run, Fixture.municipality))
  }

  @Test("The answer of another municipality to our claim is no answer to it")
  func otherMunicipality() {
    var run = Own.opened
    let line = Fixture.line("R1", month: 1, hours: 1)
    run.perform(Own.sent("S1", Fixture.claim("D1", month: 1, [line])))
    for number in [nil, "D1"] {
      let events = run.perform(
        Own.answer(
          "T\(number ?? "")",
          to: "S1",
          number,
          claimed: 6_000,
          refusal: ["0001"],
          municipality: Own.otherMunicipality
        )
      )
      #expect(events?.findings.contains("TR337") == true && events?.count == 1)
    }
    #expect(run.flags == [.awaiting])
  }

  @Test("9056 on a number that was used twice is about the second message; the first stands")
  func reused() {
    let code = Fixture.municipality.description
    func refusal(_ number: String) -> Command {
      .take(
        Fixture.envelope("WMO302", number, .received),
        .answer(
          ReturnNotice(original: Fixture.key("WMO301", "B1", sender: code), codes: ["9056"])
        )
      )
    }
    var once = Fixture.opened
    once.perform(Fixture.allocation("B1", number: 1, hours: 40, decided: 1))
    var twice = once
    once.perform(refusal("X1"))
    #expect(!allocation(once, Fixture.municipality))
    #expect(
      twice.perform(Fixture.allocation("B1", number: 2, hours: 9, decided: 1))?.findings
        == ["TR056"]
    )
    #expect(twice.perform(refusal("X1"))?.findings == ["ANSWER-REFUSED"])
    #expect(allocation(twice, Fixture.municipality))
  }

  @Test("9056 on a claim number that was used twice leaves the first claim waiting")
  func reusedClaim() {
    var run = Own.opened
    let line = Fixture.line("R1", month: 1, hours: 1)
    run.perform(Own.sent("S1", Fixture.claim("D1", month: 1, [line])))
    var once = run
    once.perform(Own.answer("T1", to: "S1", nil, refusal: ["9056"]))
    #expect(once.flags == [.annulled])
    run.perform(Own.sent("S1", Fixture.claim("D2", month: 1, [line])))
    run.perform(Own.answer("T1", to: "S1", nil, refusal: ["9056"]))
    #expect(run.flags == [.awaiting])
    run.perform(Own.answer("T2", to: "S1", "D1", claimed: 6_000, awarded: 6_000))
    #expect(run.flags == [.approved])
  }
}
