package import Commissioning
package import Journal
package import Landscape
import Quantities
import Region

/// What the maker of a region gets from rooms that it does not know.
package struct RegionTools: Sendable {
  /// Stands for the digest of the tender platform, and for that of a strategy's document.
  package let digest: @Sendable ([UInt8]) -> Digest
  /// Reads the plan file of a procedure, or says what is wrong with it.
  package let readPlan: @Sendable ([UInt8]) -> Result<ProcedurePlan, ShapeFault>

  package init(
    digest: @escaping @Sendable ([UInt8]) -> Digest,
    readPlan: @escaping @Sendable ([UInt8]) -> Result<ProcedurePlan, ShapeFault>
  ) {
    self.digest = digest
    self.readPlan = readPlan
  }
}

/// Completes the draft that a strategy gives of a procedure, as a buyer would in the file.
///
/// Who opens and assesses, by which criteria, and with which proof is nowhere in the strategies, so
/// it is ours (aanname).
package struct PlanCompletion: Sendable {
  let strategy: Strategy
  let segment: String

  package init(_ strategy: Strategy, segment: String) {
    self.strategy = strategy
    self.segment = segment
  }

  /// The least score of a bid that is compared.
  static let minimumScore = 60

  /// The plan of the segment: drafted, completed and read back like any plan file.
  func plan(
    _ code: ProcedureCode,
    read: ([UInt8]) -> Result<ProcedurePlan, ShapeFault>
  ) throws(ShapeFault) -> ProcedurePlan {
    let draft: ProcedureDraft
    do throws(ProcedureRefusal) {
      draft = try ProcedureDraft(of: strategy, segment: segment, procedure: code)
    } catch { throw .refused(step: "\(code)", why: error.text) }
    return try read(Array(completed(draft.text).utf8)).get()
  }

  /// The draft with everything that it leaves open.
  package func completed(_ draft: String) -> String {
    let isRanked = draft.contains("\ngunningscriteria: []")
    var lines: [String] = []
    var section = ""
    for line in draft.split(separator: "\n").map(String.init) {
      if line.hasPrefix("#") || line.hasPrefix("  toetreding_vanaf:") {
        // The first round of an admission lies before the start of the contracts; the day of the
        // strategy is that of the rounds after it (001:74-78).
        continue
      }
      if !line.hasPrefix(" ") { section = line }
      if section == "percelen:", line.hasPrefix("  - code: ") {
        lines.append("  - code: " + lotName(line.dropFirst("  - code: ".count)))
      } else if let filled = Self.people[line] {
        lines += filled
      } else {
        lines.append(line)
      }
      if section == "percelen:", isRanked, line.hasPrefix("    toetreding:") {
        lines.append("    minimumscore: \(Self.minimumScore)")
      }
      if line == "eisen:" { lines += Self.requirements }
    }
    if !draft.contains("\neisen:\n") { lines += ["eisen:"] + Self.requirements }
    if isRanked { lines += Self.tieBreaks }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A name of the lot that is its own in the whole region.
  private func lotName(_ name: Substring) -> String {
    name == "enig" ? segment : "\(segment)-\(name)"
  }

  private static let people: [String: [String]] = [
    "openers: []": ["openers: [inkoopadviseur-1, jurist-1]"],
    "beoordelaars: []": ["beoordelaars: [beleid-1, kwaliteit-1]"],
    "gunningscriteria: []": [
      "gunningscriteria:",
      "  - code: kwaliteit",
      "    tekst: Werkwijze en resultaten voor de doelgroep van het segment",
      "    punten: 60",
      "    minimum: 30",
      "    kpi: doelrealisatie",
      "  - code: samenwerking",
      "    tekst: Samenwerking met het lokale veld en afschaling",
      "    punten: 40",
      "    minimum: 20",
      "    kpi: afschaling",
    ],
  ]

  private static let requirements = [
    "  - code: uittreksel",
    "    soort: geschiktheidseis",
    "    tekst: De aanbieder staat in het handelsregister.",
    "    bewijs: uittreksel-handelsregister",
    "    toets: uittreksel van ten hoogste zes maanden oud, bij de gunning",
    "    grondslag: {standaard: bewijsmiddelen}",
    "  - code: deskundigheid",
    "    soort: kwaliteitseis",
    "    tekst: Medewerkers zijn deskundig voor de doelgroep van het segment.",
    "    toets: dossieronderzoek in het eerste contractjaar",
    "    grondslag: {aanname: \"de brieven noemen scherpere eisen, maar niet welke\"}",
  ]

  private static let tieBreaks = [
    "gelijke_stand:", "  - {criterium: kwaliteit}", "  - {loting: true}",
  ]
}
