import Foundation
import Testing

/// The two kinds of procedure that compare nobody, and bids that a tender platform kept.
@Suite("regie procedures: SAS without award criteria, admission, platform")
struct OtherProcedureTests {
  private typealias Desk = ProcedureDesk

  @Test("SAS without award criteria: no scores, no ranking, and everyone that qualifies wins")
  func requirementsOnly() async throws {
    let desk = try await Desk(published: ProcedurePlans.requirementsOnly, lots: ["regionaal"])
    for provider in 1...3 { try await desk.submit("bod \(provider)", provider) }
    try await desk.run(
      "apply",
      Desk.bid(9),
      at: "2021-03-02 10:00",
      exits: 65,
      says: "nadat de gunning"
    )
    try await desk.run("open", desk.secrets, at: "2021-03-22 10:00")
    let score = ["--criterion", "plan", "--points", "5", "--by", "dekker"]
    try await desk.run("score", Desk.bid(1) + score, exits: 65, says: "kent geen gunningscriteria")
    try await desk.run(
      "ranking",
      ["--lot", "regionaal"],
      exits: 65,
      says: "kent geen gunningscriteria"
    )
    let aside = ["--requirement", "ervaring", "--reason", "een jaar ervaring"]
    try await desk.run("set-aside", Desk.bid(3) + aside, at: "2021-03-23 10:00")
    let lot = ["--lot", "regionaal"]
    let one = ["--to", Desk.number(1)]
    let both = one + ["--to", Desk.number(2)]
    try await desk.run(
      "award",
      lot + one,
      at: "2021-04-01 10:00",
      exits: 65,
      says: "overgeslagen: 90000002"
    )
    try await desk.run("award", lot + both, at: "2021-04-01 10:00")
    try await desk.run("final", lot, at: "2021-05-01 10:00")
    // A lot with entry during the term takes applications once its award is final.
    try await desk.run("apply", Desk.bid(9), at: "2021-06-01 10:00", says: "Aanmelding")
    try await desk.run("admit", Desk.bid(9), at: "2021-06-02 10:00", says: "toegelaten")
    let out = "\(desk.folder)/contracten.json"
    try await desk.run("contracts", ["--out", out], says: "3 contracten")
  }

  @Test("Admission: nothing is compared or sealed; entry from its day, and one round is one round")
  func admission() async throws {
    let desk = try await Desk(
      published: ProcedurePlans.admission,
      lots: ["open", "rond"],
      keys: false
    )
    let open = Desk.bid(1, "open")
    try await desk.run(
      "key",
      ["--opener", "aziz", "--secret", desk.secret("aziz")],
      exits: 65,
      says: "geen verzegelde"
    )
    try await desk.submit("bod", 1, lot: "open", exits: 65, says: "kent aanmeldingen")
    try await desk.run(
      "apply",
      open,
      at: "2021-02-10 10:00",
      exits: 65,
      says: "Inschrijven kan vanaf"
    )
    try await desk.run("apply", open, at: "2021-03-10 10:00")
    try await desk.run("apply", open, at: "2021-03-11 10:00", exits: 65, says: "al ingeschreven")
    try await desk.run(
      "ranking",
      ["--lot", "open"],
      exits: 65,
      says: "de client kiest. Grond: HvJ EU"
    )
    try await desk.run(
      "award",
      ["--lot", "open"],
      at: "2021-04-01 10:00",
      exits: 65,
      says: "de client kiest"
    )
    try await desk.run(
      "admit",
      open,
      at: "2021-03-12 10:00",
      exits: 65,
      says: "Zonder geldig bewijs: gva"
    )
    let proof = ["--requirement", "gva", "--kind", "gedragsverklaring-aanbesteden", "--issued"]
    try await desk.run("evidence", open + proof + ["2018-01-01"], at: "2021-03-12 10:00")
    try await desk.run(
      "admit",
      open,
      at: "2021-03-12 10:00",
      exits: 65,
      says: "Zonder geldig bewijs"
    )
    try await desk.run("evidence", open + proof + ["2021-01-01"], at: "2021-03-12 10:00")
    try await desk.run("admit", open, at: "2021-03-12 10:00", says: "toegelaten tot perceel open")
    // In the second lot there is one moment for all.
    try await desk.run(
      "apply",
      Desk.bid(2, "rond"),
      at: "2022-01-10 10:00",
      exits: 65,
      says: "rond is gesloten"
    )
    try await desk.run("apply", Desk.bid(2, "open"), at: "2022-01-10 10:00")
    let reason = ["--requirement", "gva", "--reason", "geen verklaring"]
    try await desk.run("turn-down", Desk.bid(2, "open") + reason, at: "2022-01-12 10:00")
    let shown = try await desk.run("show").text
    #expect(shown.contains("90000002\t2022-01-10 10:00:00\tvoldoet niet aan gva"), "\(shown)")
  }

  @Test("A closed lot takes nobody after its award")
  func closedLot() async throws {
    let desk = try await Desk(published: ProcedurePlans.withCriteria, lots: ["regionaal"])
    try await desk.run(
      "apply",
      Desk.bid(9),
      at: "2022-06-01 10:00",
      exits: 65,
      says: "is gesloten; toetreden kan niet. Grond: de toetreding"
    )
    try await desk.run("withdraw", ["--reason", "fout in het bestek"], at: "2021-03-01 10:00")
    try await desk.submit("bod", 1, exits: 65, says: "is ingetrokken")
  }

  @Test("Bids that a platform kept come with its opening record, whole or not at all")
  func platform() async throws {
    let desk = try await Desk(
      published: ProcedurePlans.withCriteria,
      lots: ["regionaal"],
      keys: false
    )
    let digest = String(repeating: "ab", count: 32)
    let file = "\(desk.folder)/opening.csv"
    func record(_ rows: [String]) throws {
      let text =
        (["perceel;kvk;ingediend;vingerafdruk;bytes"] + rows).joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }
    let arguments = [
      file, "--opened", "2021-03-22 10:00", "--by", "aziz", "--by", "bloem", "--platform", "Plein",
    ]
    let good = "regionaal;90000001;2021-03-18 09:00:00;\(digest);1200"
    try record([good, "regionaal;9;gisteren;xx;-1"])
    let refused = try await desk.run("import-opening", arguments, at: "2021-03-23 10:00", exits: 65)
    for column in ["kvk", "ingediend", "vingerafdruk", "bytes"] {
      #expect(refused.errorText.contains("regel 3, kolom \(column)"), "\(refused.errorText)")
    }
    try record(["regionaal;90000001;2021-03-20 09:00:00;\(digest);1200"])
    try await desk.run(
      "import-opening",
      arguments,
      at: "2021-03-23 10:00",
      exits: 65,
      says: "sloot op"
    )
    try record([good])
    try await desk.run(
      "import-opening",
      arguments,
      at: "2021-03-23 10:00",
      says: "Geopend op 22 maart"
    )
    let read = Desk.bid(1) + ["--secret", file, "--secret", file, "--out", "\(desk.folder)/uit"]
    try await desk.run("read-bid", read, exits: 65, says: "Platform Plein bewaarde")
    let json = try await desk.run("show", ["--json"]).text
    #expect(json.contains(#""provider":"90000001","submitted":"2021-03-18 09:00:00""#), "\(json)")
  }
}
