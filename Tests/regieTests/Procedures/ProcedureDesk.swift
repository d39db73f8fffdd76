import Foundation
import Testing

/// A region with one procedure, driven by the program as an official would.
struct ProcedureDesk {
  let region: TestRegion
  let code: String
  let folder: String

  /// The secrets of both openers.
  var secrets: [String] { ["aziz", "bloem"].flatMap { ["--secret", secret($0)] } }

  func secret(_ opener: String) -> String { "\(folder)/\(opener).secret" }

  /// A region of two municipalities with a procedure that is prepared and no more.
  init(_ plan: String) async throws {
    region = try await TestRegion(["0983", "0984"])
    folder = try Scratch.folder("desk")
    code = "p1"
    let file = "\(folder)/plan.yaml"
    try Data(plan.utf8).write(to: URL(fileURLWithPath: file))
    try await region.regie(
      ["procedures", "prepare", file, "--data", region.data, "--at", "2020-12-01 10:00"]
    )
  }

  /// The same, published on 1 February 2021; with keys where bids are sealed.
  init(published plan: String, lots: [String], keys: Bool = true) async throws {
    try await self.init(plan)
    for municipality in ["0983", "0984"] {
      try await run("lots", ["--gemeente", municipality] + lots.flatMap { ["--lot", $0] })
    }
    try await run("approve", ["--body", "pho-sd"])
    for opener in ["aziz", "bloem"] where keys {
      try await run("key", ["--opener", opener, "--secret", secret(opener)])
    }
    try await run("publish", at: "2021-02-01 10:00")
  }

  /// Runs a command on the procedure.
  @discardableResult
  func run(
    _ verb: String,
    _ arguments: [String] = [],
    at moment: String = "2020-12-15 10:00",
    exits status: Int32 = 0,
    says part: String? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> Finished {
    let finished = try await region.regie(
      ["procedures", verb, code] + arguments + ["--data", region.data, "--at", moment],
      exits: status,
      location
    )
    if let part {
      let said = status == 0 ? finished.text : finished.errorText
      #expect(said.contains(part), "\(verb): \(said)", sourceLocation: location)
    }
    return finished
  }

  /// Hands a bid in.
  @discardableResult
  func submit(
    _ text: String,
    _ provider: Int,
    lot: String = "regionaal",
    at moment: String = "2021-03-01 10:00",
    exits status: Int32 = 0,
    says part: String? = nil,
    _ location: SourceLocation = #_sourceLocation
  ) async throws -> Finished {
    let file = "\(folder)/bod-\(provider).txt"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return try await run(
      "submit",
      [file] + Self.bid(provider, lot),
      at: moment,
      exits: status,
      says: part,
      location
    )
  }

  static func number(_ provider: Int) -> String { "\(90_000_000 + provider)" }

  static func bid(_ provider: Int, _ lot: String = "regionaal") -> [String] {
    ["--lot", lot, "--provider", number(provider)]
  }

  /// The files with sealed bids.
  func bidFiles() throws -> [String] {
    let path = "\(region.data)/bids/\(code)"
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  /// Where some bytes lie in the folder of the region, and in what lies beside it.
  func places(of needle: Data) throws -> [String] {
    let files = FileManager.default.enumerator(atPath: region.root)
    return (files?.allObjects ?? []).compactMap { $0 as? String }.filter { name in
      let bytes = FileManager.default.contents(atPath: "\(region.root)/\(name)")
      return bytes?.range(of: needle) != nil
    }
  }
}

/// Plan files of the three kinds of procedure.
enum ProcedurePlans {
  static let withCriteria = """
    schema: 1
    procedure:
      code: p1
      titel: Individuele begeleiding
      soort: sas_met_gunningscriteria
      gemeenten: ["0983", "0984"]
    percelen:
      - {code: regionaal, soort: regionaal, toetreding: gesloten, maximum: 2, minimumscore: 50}
    eisen:
      - code: gva
        soort: uitsluitingsgrond
        tekst: De aanbieder is integer.
        bewijs: gedragsverklaring-aanbesteden
        grondslag: {standaard: uitsluitingsgronden}
    gunningscriteria:
      - {code: plan, tekst: Plan, punten: 60, minimum: 20, kpi: afschalen}
      - {code: prijs, tekst: Prijs, punten: 40, prijs: true}
    besluitvorming:
      - {organen: [pho-sd]}
    openers: [aziz, bloem]
    beoordelaars: [dekker, evers]
    """

  static let requirementsOnly = """
    schema: 1
    procedure:
      code: p1
      titel: Begeleiding zonder gunningscriteria
      soort: sas
      gemeenten: ["0983", "0984"]
    percelen:
      - {code: regionaal, soort: enig, toetreding: tussentijds}
    eisen:
      - code: ervaring
        soort: geschiktheidseis
        tekst: Drie jaar ervaring.
        toets: jaargesprek
        grondslag: {bron: "003:460"}
    besluitvorming:
      - {organen: [pho-sd]}
    openers: [aziz, bloem]
    """

  static let admission = """
    schema: 1
    procedure:
      code: p1
      titel: Toelating
      soort: toelating
      gemeenten: ["0983", "0984"]
    percelen:
      - {code: open, soort: enig, toetreding: open_house}
      - {code: rond, soort: enig, toetreding: een_moment}
    eisen:
      - code: gva
        soort: uitsluitingsgrond
        tekst: De aanbieder is integer.
        bewijs: gedragsverklaring-aanbesteden
        grondslag: {standaard: uitsluitingsgronden}
    besluitvorming:
      - {organen: [pho-sd]}
    """
}
