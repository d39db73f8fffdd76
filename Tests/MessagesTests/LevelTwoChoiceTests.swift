import Messages
import MessagesTesting
import Testing

/// The readings of rules that the standard leaves open, each with the other choice.
@Suite("Choices in the rules of level 2")
struct LevelTwoChoiceTests {
  private func rules(
    _ draft: MessageDraft,
    _ change: (inout LevelTwoSettings) -> Void = { _ in }
  ) -> Set<String> {
    var settings = LevelTwoSettings()
    change(&settings)
    return Set(LevelTwo.check(draft.build(), settings: settings).map(\.rule))
  }

  @Test("CS050: an organisation as a relation is accepted, by choice not")
  func organisation() {
    let draft = MessageDraft.allocation.setting("Relatie/Naam/NaamGebruik", "6")
    #expect(rules(draft) == [])
    #expect(rules(draft) { $0.nameUse = .checkProgram } == ["CS050"])
  }

  @Test("TR319 is judged at level 3, by choice at level 2 as well")
  func claimPeriod() {
    let draft = MessageDraft.claim
      .setting("Declaratie/DeclaratiePeriode/Begindatum", "2025-01-01")
      .setting("Declaratie/DeclaratiePeriode/Einddatum", "2025-01-31")
    #expect(rules(draft) == [])
    #expect(rules(draft) { $0.judgesClaimPeriod = true } == ["TR319"])
  }

  @Test("TR335: five years are counted from DeclaratieDagtekening, by choice from Dagtekening")
  func claimAge() {
    let draft = MessageDraft.claim
      .setting("Declaratie/DeclaratieDagtekening", "2026-03-01")
      .setting("Header/BerichtIdentificatie/Dagtekening", "2026-02-01")
      .setting("Prestatie/ProductPeriode/Begindatum", "2021-02-01")
      .setting("Prestatie/ProductPeriode/Einddatum", "2021-02-28")
    #expect(rules(draft) == ["TR335"])
    #expect(rules(draft) { $0.claimDate = .message } == [])
    let inTime = draft.setting("Declaratie/DeclaratieDagtekening", "2026-02-28")
    #expect(rules(inTime) == [])
  }

  @Test("TR416 compares all lines of a BSN, by choice those of one element Client")
  func debitScope() {
    let double = MessageDraft.claim.setting("Client/Bsn", "999900006", row: 1)
      .setting("Prestatie/ToewijzingNummer", "500001", row: 2)
      .setting("Prestatie/ProductCategorie", "02", row: 2)
      .setting("Prestatie/ProductCode", "02A03", row: 2)
    #expect(rules(double) == ["TR101", "TR416"])
    #expect(rules(double) { $0.debitScope = .clientElement } == ["TR101"])
  }

  @Test("the dates of a deletion are not judged, by choice they are")
  func deletions() {
    let draft = MessageDraft.stop.setting("StopProduct/Einddatum", "2025-01-07")
      .setting("StopProduct/StatusAanlevering", "3")
    #expect(rules(draft) == [])
    #expect(rules(draft) { $0.judgesDeletions = true } == ["TR018"])
  }

  @Test(
    "a birth date that is unknown may be 1 January 1900 and no other",
    arguments: ["1900-01-01": [], "1900-01-02": ["TR002", "CS139"]]
  )
  func unknownBirth(_ date: String, _ expected: [String]) {
    let draft = MessageDraft.start.setting("Client/Geboortedatum/DatumGebruik", "3")
      .setting("Client/Geboortedatum/Datum", date)
    #expect(rules(draft) == Set(expected))
  }

  @Test("the birth date may lie exactly 120 years back")
  func oldAge() {
    #expect(rules(.start.setting("Client/Geboortedatum/Datum", "1905-03-05")) == [])
  }

  @Test("products that follow each other, aids and deleted products do not overlap")
  func freeOfOverlap() {
    let second = MessageDraft.allocation.setting(
      "ToegewezenProduct/Product/Categorie",
      "02",
      row: 1
    )
    #expect(rules(second) == ["TR302"])
    #expect(
      rules(
        second.setting("ToegewezenProduct/Einddatum", "2025-03-31").setting(
          "ToegewezenProduct/Ingangsdatum",
          "2025-04-01",
          row: 1
        )
      ) == []
    )
    let aids = second.setting("ToegewezenProduct/Product/Categorie", "11")
      .setting("ToegewezenProduct/Product/Categorie", "11", row: 1)
    #expect(rules(aids) == [])
    let deleted = second.setting("ToegewezenProduct/RedenWijziging", "13", row: 1)
      .setting("ToegewezenProduct/Einddatum", "2025-03-10", row: 1)
    #expect(rules(deleted) == [])
  }

  @Test("the rules on size of 2021 do not hold for a period that ended before")
  func oldPeriods() {
    let draft = MessageDraft.allocation.without("ToegewezenProduct/Product/Code")
      .setting("ToegewezenProduct/Ingangsdatum", "2020-01-01")
    #expect(rules(draft) == ["CD080"])
    #expect(rules(draft.setting("ToegewezenProduct/Einddatum", "2020-12-31")) == [])
  }

  @Test("an answer that refuses the whole claim awards nothing and lists nothing")
  func refusedClaim() {
    let refused = MessageDraft.claimAnswer.without("DeclaratieAntwoord/Clienten/Client")
      .setting("DeclaratieAntwoord/RetourCodes/RetourCode", "9333")
      .setting("DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag", "0")
    #expect(rules(refused) == [])
  }
}
