package import Commissioning
package import Landscape
import Quantities

/// What an adopted strategy says of the procedure for one of its segments, as a plan file to be
/// completed: openers, assessors and criteria are nobody's choice but the buyers'.
///
/// - Dutch term: opzet van een procedure uit de inkoopstrategie
package struct ProcedureDraft: Hashable, Sendable {
  /// The file, in the form that a procedure is prepared from.
  package let text: String
  /// What has to be filled in before it can be.
  package let open: [String]
}

extension ProcedureDraft {
  /// The draft for a segment; refused while the strategy does not know what is bought.
  package init(
    of strategy: Strategy,
    segment code: String,
    procedure: ProcedureCode
  ) throws(ProcedureRefusal) {
    guard let segment = strategy.segment(code) else {
      throw .noSegment(code, of: strategy.code)
    }
    let obstacles = segment.obstacles
    guard obstacles.isEmpty else { throw .segmentNotChosen(code, obstacles) }
    var writer = ProcedureDraftWriter(strategy, segment)
    text = writer.text(procedure)
    open = writer.open
  }
}

/// Writes the file, and notes what it leaves open.
private struct ProcedureDraftWriter {
  private let strategy: Strategy
  private let segment: Segment
  private(set) var open: [String] = []

  init(_ strategy: Strategy, _ segment: Segment) {
    self.strategy = strategy
    self.segment = segment
  }

  mutating func text(_ procedure: ProcedureCode) -> String {
    let identity = identity(procedure)
    let lots = lots()
    return (identity + lots + requirements() + decisions() + people()).joined(separator: "\n")
      + "\n"
  }

  /// A text between quotes, as YAML reads it back.
  private func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"" + escaped.replacing("\n", with: " ") + "\""
  }

  private var contract: ContractElement? {
    segment.contract.element ?? segment.lots.first?.contract.element
  }

  private var kind: Commissioning.ProcedureKind? {
    switch contract?.procedure.value {
    case .socialServices: .requirementsOnly
    case .socialServicesWithCriteria: .awardCriteria
    case .admission: .admission
    case .tender, nil: nil
    }
  }

  private mutating func identity(_ procedure: ProcedureCode) -> [String] {
    var lines = [
      "schema: 1", "procedure:", "  code: \(procedure)", "  titel: \(quoted(segment.displayName))",
    ]
    if let kind {
      lines.append("  soort: \(kind.rawValue)")
    } else {
      let kinds = Commissioning.ProcedureKind.allCases.map(\.rawValue).joined(separator: ", ")
      lines.append("  # de strategie noemt de soort niet: kies uit \(kinds)")
      open.append("procedure.soort")
    }
    let codes = members.map { quoted($0.description) }.joined(separator: ", ")
    lines.append("  gemeenten: [\(codes)]")
    lines.append(
      "  segment: {strategie: \(quoted(strategy.code)), segment: \(quoted(segment.code))}"
    )
    if kind == .admission, let from = contract?.entry.value?.from?.value?.day {
      lines.append("  toetreding_vanaf: \(from)")
    }
    return lines
  }

  private var members: [MunicipalityCode] {
    guard let day = strategy.firstDay else { return strategy.municipalities.sorted() }
    return strategy.region.members(on: day).map(\.municipality)
  }
}

// MARK: - The parts

extension ProcedureDraftWriter {
  private func lots() -> [String] {
    guard !segment.lots.isEmpty else {
      return ["percelen:"]
        + lot("enig", "enig", segment.contract.element, segment.providers)
    }
    return ["percelen:"]
      + segment.lots.flatMap { lot in
        let reach = lot.providers.value?.reach
        let isLocal = reach == .perMunicipality || lot.code.hasPrefix("lokaal")
        let kind = segment.lots.count == 1 ? "enig" : isLocal ? "lokaal" : "regionaal"
        return self.lot(lot.code, kind, lot.contract.element, lot.providers.value)
      }
  }

  private func lot(
    _ code: String,
    _ kind: String,
    _ contract: ContractElement?,
    _ providers: ProviderCount?
  ) -> [String] {
    let entry = contract?.entry.value?.policy.value?.rawValue ?? "gesloten"
    var lines = ["  - code: \(code)", "    soort: \(kind)", "    toetreding: \(entry)"]
    if let minimum = providers?.minimum.value { lines.append("    minimum: \(minimum)") }
    // In an admission nobody is kept out by a number; a target is no limit either.
    if self.kind != .admission, let maximum = providers?.maximum.value, maximum > 0 {
      lines.append("    maximum: \(maximum)")
    }
    return lines
  }

  private func requirements() -> [String] {
    let known = segment.requirements.value ?? []
    guard !known.isEmpty else { return [] }
    let places = segment.provenance.references.map(\.description).joined(separator: ", ")
    return ["eisen:"]
      + known.enumerated().flatMap { place, requirement in
        [
          "  - code: kwaliteit-\(place + 1)", "    soort: kwaliteitseis",
          "    tekst: \(quoted(requirement.text))",
        ]
          + [requirement.test?.value].compactMap { $0.map { "    toets: \(quoted($0))" } }
          + ["    grondslag: {bron: \(quoted(places.isEmpty ? strategy.code : places))}"]
      }
  }

  /// The bodies of the decisions that hold publication back.
  private func decisions() -> [String] {
    var builder = StrategyProgrammeBuilder(strategy)
    let gates = builder.decisions((strategy.decisions.value ?? []).filter(\.isGate))
    let steps = gates.flatMap(\.steps)
    guard !steps.isEmpty else { return [] }
    return ["besluitvorming:"]
      + steps.map { "  - {organen: [\($0.map(\.description).joined(separator: ", "))]}" }
  }

  private mutating func people() -> [String] {
    guard kind != .admission else { return [] }
    var lines = ["# noem de twee die samen openen", "openers: []"]
    open.append("openers")
    guard kind != .requirementsOnly else { return lines }
    lines += ["# noem ten minste twee beoordelaars", "beoordelaars: []"]
    lines += ["# noem de criteria: {code: , tekst: , punten: , minimum: , kpi: }"]
    lines.append("gunningscriteria: []")
    open += ["beoordelaars", "gunningscriteria"]
    return lines
  }
}
