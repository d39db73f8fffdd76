import Foundation
import Testing

/// `regie programme` as a programme manager runs it.
@Suite("regie programme")
struct ProgrammeCommandTests {
  private static let plan = """
    schema: 1
    programma:
      code: nl
      titel: Sturing en inkoop
      gemeenten: ["0983", "0984"]
    mijlpalen:
      - {code: kostprijs, tekst: Kostprijsonderzoek, gereed: 2021-01-04, grondslag: {bron: "002:234"}}
      - code: documenten
        tekst: Inkoopdocumenten
        gereed: 2020-12-31
        na: [{mijlpaal: kostprijs}]
        grondslag: {bron: "002:240"}
      - code: start
        tekst: Start contracten
        gereed: 2022-01-01
        na: [{mijlpaal: documenten, termijn: 6 maanden}]
        start_contracten: true
        grondslag: {bron: "002:258"}
    randvoorwaarden:
      - {code: systemen, tekst: Systemen ingericht, verantwoordelijke: mgr, grondslag: {bron: "003:500"}}
    besluiten:
      - code: b1
        tekst: Inkoopdocumenten
        bindt: publicatie
        stappen: [{organen: [pho-sd]}, {organen: [college-0983, college-0984]}]
        grondslag: {bron: "002:244"}
    """

  /// Runs a command on the programme.
  @discardableResult
  private func run(
    _ region: TestRegion,
    _ verb: String,
    _ arguments: [String] = [],
    on day: String = "2020-11-01",
    exits status: Int32 = 0,
    says part: String = "",
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> Finished {
    let finished = try await region.regie(
      ["programme", verb, "nl"] + arguments + ["--data", region.data, "--today", day],
      exits: status,
      location
    )
    let said = status == 0 ? finished.text : finished.errorText
    #expect(part.isEmpty || said.contains(part), "\(verb): \(said)", sourceLocation: location)
    return finished
  }

  private func adopted() async throws -> TestRegion {
    let region = try await TestRegion(["0983", "0984"])
    let file = Scratch.path("plan.yaml")
    try Data(Self.plan.utf8).write(to: URL(fileURLWithPath: file))
    let command = ["programme", "adopt", file, "--data", region.data, "--today", "2020-06-01"]
    try await region.regie(command)
    try await region.regie(command, exits: 65)
    return region
  }

  @Test("I15: the schedule finds the clash of the plan, and slip moves the start of the contracts")
  func schedule() async throws {
    let region = try await adopted()
    try await run(
      region,
      "schedule",
      says: "Mijlpaal documenten staat op 31 december 2020, maar wacht op"
    )
    let replan = ["kostprijs", "--due", "2021-09-01", "--reason", "onderzoek loopt uit"]
    try await run(region, "replan", replan, says: "staat nu op 1 september 2021")
    try await run(region, "replan", replan, exits: 65, says: "Er verandert niets")
    try await run(region, "schedule", says: "start van de contracten\t1 maart 2022, 59 dagen later")
    let json = try await run(region, "schedule", ["--json"]).text
    #expect(json.contains(#""milestone":"start","due":"2022-01-01","expected":"2022-03-01""#))
  }

  @Test("The programme of an adopted strategy: its own clash I15, and what it leaves out")
  func fromStrategy() async throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Strategies/noord-limburg-jeugd-2022.yaml").standardized.path
    let region = try await TestRegion(["0889", "0983"])
    let day = ["--data", region.data, "--today", "2020-06-01"]
    let adopt = ["programme", "adopt", "--from-strategy", "nl-jeugd-2022"] + day
    try await region.regie(adopt, exits: 66)
    try await region.regie(["strategy", "adopt", file] + day)
    let told = try await region.regie(adopt).text
    #expect(told.contains("nl-m3") && told.contains("is weggelaten"), "\(told)")
    let schedule = ["programme", "schedule", "nl-jeugd-2022"] + day
    let said = try await region.regie(schedule).text
    #expect(
      said.contains("Mijlpaal nl-m6 staat op 31 december 2020, maar wacht op nl-m5"),
      "\(said)"
    )
  }

  @Test("A decision in two steps, and contracts that start only when all is ready")
  func decisions() async throws {
    let region = try await adopted()
    let early = ["b1", "--body", "college-0983"]
    try await run(
      region,
      "decide",
      early,
      exits: 65,
      says: "Eerst beslist: pho-sd. Grond: bron 002:244"
    )
    for body in ["pho-sd", "college-0983", "college-0984"] {
      try await run(region, "decide", ["b1", "--body", body])
    }
    try await run(region, "show", says: "vastgesteld op 2020-11-01")
    for milestone in ["kostprijs", "documenten"] {
      try await run(region, "reach", [milestone], on: "2021-01-10")
    }
    try await run(
      region,
      "reach",
      ["start"],
      on: "2022-01-01",
      exits: 65,
      says: "open staat: systemen"
    )
    try await run(region, "ready", ["systemen"], on: "2021-11-01")
    try await run(region, "reach", ["start"], on: "2022-01-01", exits: 65, says: "impactanalyse")
    let impact = [
      "--about", "start", "--in-time", "geen", "--in-money", "geen", "--in-quality", "geen",
      "--in-organisation", "geen",
    ]
    try await run(region, "impact", impact, on: "2021-11-02")
    try await run(region, "reach", ["start"], on: "2022-01-01", says: "bereikt op 1 januari 2022")
  }

  @Test("Consultations, advice, scope, defaults, budget and the eight agreements")
  func rest() async throws {
    let region = try await adopted()
    try await run(region, "consult", ["c1", "--about", "percelen", "--form", "dialoog"])
    try await run(region, "react", ["c1", "--text", "eens"], exits: 65, says: "zodra het verslag")
    try await run(region, "report", ["c1"])
    try await run(region, "react", ["c1", "--text", "eens"])
    try await run(region, "ask-advice", ["a1", "--council", "adviesraad", "--about", "toegang"])
    try await run(region, "respond", ["a1", "--text", "dank"], exits: 65, says: "zodra het advies")
    try await run(region, "advise", ["a1", "--verdict", "positief", "--text", "goed"])
    try await run(region, "respond", ["a1", "--text", "dank"])
    try await run(
      region,
      "scope",
      [
        "bw", "--text", "Beschermd wonen", "--no-included", "--reason", "eigen traject",
        "--arrangement", "addendum", "--until", "2021-06-30", "--basis", "bron=003:62",
      ]
    )
    let key = ["--subject", "vervoer"]
    try await run(region, "default", key + ["--value", "inbegrepen", "--basis", "aanname=proef"])
    let override = key + ["--gemeente", "0984"]
    try await run(region, "override", override + ["--value", "apart", "--reason", "eigen bus"])
    try await run(region, "show", says: "0984: apart (eigen bus)")
    try await run(region, "override", override + ["--drop"], says: "volgt vervoer weer")
    try await run(region, "budget", ["--year", "2021", "--cents", "25000000", "--adopted"])
    try await run(region, "evidence", ["--agreement", "regiovisie", "--text", "vastgesteld"])
    let json = try await run(region, "show", ["--json"]).text
    #expect(json.contains(#""endingArrangements":["bw"]"#), "\(json)")
    #expect(!json.contains(#""openAgreements":["regiovisie""#), "\(json)")
    try await region.verify()
  }
}
