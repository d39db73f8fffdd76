import Foundation
import Testing

/// A whole tender with award criteria, as officials run it, with everything that is refused.
@Suite("regie procedures: SAS with award criteria")
struct CriteriaProcedureTests {
  private typealias Desk = ProcedureDesk

  @Test("Publication waits for lots and bodies, and freezes the lots; a plan with faults is none")
  func preparation() async throws {
    let desk = try await Desk(ProcedurePlans.withCriteria)
    try await desk.run(
      "publish",
      exits: 65,
      says: "na het besluit van: pho-sd. Grond: bron 002:244"
    )
    try await desk.run(
      "approve",
      ["--body", "college-9"],
      exits: 65,
      says: "beslist niet over deze"
    )
    try await desk.run("approve", ["--body", "pho-sd"])
    try await desk.run("publish", exits: 65, says: "kozen hun percelen: 0983, 0984. Publiceren")
    let lots = ["--lot", "regionaal", "--gemeente"]
    for code in ["0983", "0984"] { try await desk.run("lots", lots + [code]) }
    try await desk.run("lots", lots + ["0321"], exits: 65, says: "0321 doet niet mee")
    try await desk.run(
      "submit",
      ["/dev/null"] + Desk.bid(1),
      exits: 65,
      says: "nog niet gepubliceerd"
    )
    try await desk.run("publish", at: "2021-02-01 10:00", says: "inschrijving-sluit: 19 maart 2021")
    try await desk.run("lots", lots + ["0983"], exits: 65, says: "ligt vast sinds de publicatie")
    try await desk.submit("bod", 1, exits: 65, says: "nog niet: aziz, bloem")
    let bad = "\(desk.folder)/bad.yaml"
    let text = ProcedurePlans.withCriteria
      .replacing("openers: [aziz, bloem]", with: "openers: [aziz]")
      .replacing("beoordelaars: [dekker, evers]", with: "beoordelaars: []")
    try Data(text.utf8).write(to: URL(fileURLWithPath: bad))
    let refused = try await desk.region.regie(
      ["procedures", "prepare", bad, "--data", desk.region.data],
      exits: 65
    )
    #expect(refused.errorText.contains("Noem twee verschillende personen"))
    #expect(refused.errorText.contains("Noem ten minste twee beoordelaars"))
    let checked = try await Program.run(["procedures", "check", bad, "--json"])
    #expect(checked.status == 65 && checked.text.contains(#""line":20"#), "\(checked.text)")
  }

  @Test("Questions are answered to everyone, and before the opening nobody reads who bids")
  func questions() async throws {
    let desk = try await Desk(published: ProcedurePlans.withCriteria, lots: ["regionaal"])
    let asker = ["--provider", Desk.number(7), "--text", "Geldt een maximum?"]
    try await desk.run("ask", asker, at: "2021-02-10 10:00")
    try await desk.run(
      "ask",
      asker,
      at: "2021-02-23 10:00",
      exits: 65,
      says: "tot en met 22 februari"
    )
    try await desk.run("note", at: "2021-02-24 10:00", exits: 65, says: "Beantwoord eerst vraag 1")
    try await desk.run("answer", ["1", "--text", "Ja, twee."], at: "2021-02-24 10:00")
    try await desk.run(
      "note",
      at: "2021-03-05 10:00",
      exits: 65,
      says: "stel eerst de sluiting uit"
    )
    try await desk.run("postpone", ["--closing", "2021-03-26 12:00"], at: "2021-03-05 10:00")
    try await desk.run("note", at: "2021-03-05 10:00", says: "Nota 1 geeft ieder")
    try await desk.submit("bod", 3)
    for flag in [[], ["--json"]] {
      let shown = try await desk.run("show", flag).text
      #expect(shown.contains("Ja, twee.") == flag.isEmpty)
      #expect(!shown.contains(Desk.number(7)) && !shown.contains(Desk.number(3)), "\(shown)")
    }
  }

  @Test("From sealed bids to final awards and their contracts")
  func award() async throws {
    let desk = try await Desk(published: ProcedurePlans.withCriteria, lots: ["regionaal"])
    for provider in 1...4 { try await desk.submit("bod van \(provider)", provider) }
    try await desk.submit("nog een", 1, exits: 65, says: "Er is al ingeschreven")
    try await desk.run("withdraw-bid", Desk.bid(4), at: "2021-03-02 10:00")
    #expect(try desk.bidFiles() == ["000001.bid", "000002.bid", "000003.bid"])
    try await desk.submit(
      "te laat",
      5,
      at: "2021-03-19 12:01",
      exits: 65,
      says: "sloot op 19 maart"
    )
    #expect(try desk.bidFiles().count == 3)
    try await desk.run(
      "award",
      ["--lot", "regionaal"],
      at: "2021-03-20 10:00",
      exits: 65,
      says: "nog verzegeld"
    )
    try await desk.run("ranking", ["--lot", "regionaal"], exits: 65, says: "nog verzegeld")
    try await desk.run("open", desk.secrets, at: "2021-03-22 10:00", says: "door aziz, bloem")
    for provider in 1...3 {
      let out = "\(desk.folder)/gelezen-\(provider)"
      try await desk.run("read-bid", Desk.bid(provider) + desk.secrets + ["--out", out])
      #expect(try String(contentsOfFile: out, encoding: .utf8) == "bod van \(provider)")
    }
    try await assess(desk)
    let lot = ["--lot", "regionaal"]
    let ranking = try await desk.run("ranking", lot).lines
    #expect(ranking == ["1\t90000002\t90", "2\t90000001\t60", "3\t90000003\t30"])
    func award(_ winners: [Int], says part: String, exits status: Int32 = 65) async throws {
      let to = winners.flatMap { ["--to", Desk.number($0)] }
      try await desk.run("award", lot + to, at: "2021-04-20 10:00", exits: status, says: part)
    }
    try await award(
      [2, 3],
      says: "90000003 heeft 10 punten; gunnen kan vanaf 20. Grond: de minimumscore"
    )
    try await award([1, 2], says: "gun naar de rangorde")
    try await award([2], says: "worden overgeslagen: 90000001")
    try await award([2, 1], says: "opschortingstermijn loopt tot en met 10 mei 2021", exits: 0)
    try await makeFinal(desk, lot)
  }

  private func assess(_ desk: ProcedureDesk) async throws {
    let points = [1: (30, 30), 2: (50, 40), 3: (10, 20)]
    for (provider, (plan, price)) in points.sorted(by: { $0.key < $1.key }) {
      for (criterion, score) in [("plan", plan), ("prijs", price)] {
        let what = Desk.bid(provider) + ["--criterion", criterion, "--points", "\(score)"]
        let agree = what + ["--reason", "eens"]
        try await desk.run("score", what + ["--by", "dekker"], at: "2021-04-01 10:00")
        if provider == 1, criterion == "plan" {
          try await desk.run(
            "agree",
            agree,
            at: "2021-04-01 10:00",
            exits: 65,
            says: "Nog 1 beoordelaar"
          )
          try await desk.run(
            "score",
            what + ["--by", "aziz"],
            exits: 65,
            says: "niet aangewezen als"
          )
        }
        try await desk.run("score", what + ["--by", "evers"], at: "2021-04-01 10:00")
        try await desk.run("agree", agree, at: "2021-04-02 10:00")
      }
    }
  }

  private func makeFinal(_ desk: ProcedureDesk, _ lot: [String]) async throws {
    try await desk.run(
      "final",
      lot,
      at: "2021-05-10 10:00",
      exits: 65,
      says: "loopt tot en met 10 mei"
    )
    try await desk.run("relief", at: "2021-05-10 10:00")
    try await desk.run(
      "final",
      lot,
      at: "2021-05-12 10:00",
      exits: 65,
      says: "wacht de uitspraak af"
    )
    try await desk.run("rule", at: "2021-05-20 10:00")
    try await desk.run(
      "final",
      lot,
      at: "2021-05-21 10:00",
      exits: 65,
      says: "Zonder geldig bewijs: gva"
    )
    for provider in [1, 2] {
      let proof = ["--requirement", "gva", "--kind", "gedragsverklaring-aanbesteden"]
      try await desk.run(
        "evidence",
        Desk.bid(provider) + proof + ["--issued", "2021-01-10"],
        at: "2021-05-01 10:00"
      )
    }
    let out = "\(desk.folder)/contracten.json"
    try await desk.run("contracts", ["--out", out], says: "0 contracten")
    try await desk.run("final", lot, at: "2021-05-21 10:00", says: "definitief")
    let known = ["--form", "a", "--variant", "inspanningsgericht", "--term", "3+1+1"]
    try await desk.run("contracts", ["--out", out] + known, says: "2 contracten")
    try await desk.run("contracts", ["--out", out, "--term", "lang"], exits: 64)
    let contracts = try String(contentsOfFile: out, encoding: .utf8)
    let expected = [
      #""code":"p1-regionaal-90000001","aanbieder":"90000001""#, #""code":"p1-regionaal-90000002""#,
      #""gemeenten":["0983","0984"]"#, #""start":"2021-12-01","looptijd":"3+1+1""#,
      #""onderwerp":"kpi-afschalen","plaats":"gunningscriterium plan""#,
    ]
    for part in expected { #expect(contracts.contains(part), "\(part) in \(contracts)") }
    try await conclude(desk, out, known)
    try await desk.region.verify()
  }

  /// The file of the contracts is one that contracts are concluded from.
  private func conclude(
    _ desk: ProcedureDesk,
    _ out: String,
    _ known: [String]
  ) async throws {
    let register = "\(desk.folder)/aanbieders.yaml"
    let providers = [1, 2].map { number in
      """
        - kvk: "\(Desk.number(number))"
          naam: Aanbieder \(number)
          agb: [{code: "4200000\(number)", vanaf: 2015-01-01}]
      """
    }
    let text = "aanbieders:\n" + providers.joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: register))
    let day = ["--data", desk.region.data, "--today", "2021-06-01"]
    try await desk.region.regie(["agreements", "conclude", register] + day)
    try await desk.run("contracts", ["--out", out, "--product", "02A03"] + known)
    try await desk.region.regie(["agreements", "conclude", out] + day)
    let listed = try await desk.region.regie(["agreements", "list"] + day).text
    #expect(listed.contains("p1-regionaal-90000001"), "\(listed)")
  }
}
