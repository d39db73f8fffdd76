package import Commissioning
import Landscape
import Quantities
import Rules

/// The file in which somebody writes down what a procedure will be.
///
/// - Dutch term: planbestand van een procedure
package enum ProcedurePlanFile {
  /// Checks a file as a whole; there is never half a plan.
  package static func check(_ bytes: [UInt8]) -> PlanCheck<ProcedurePlan> {
    PlanCheck(bytes, as: PlanSchema.procedure) { reader in
      let plan = plan(&reader)
      guard let plan, reader.isSound else { return nil }
      for fault in plan.faults { reader.find("PF03", fault.path, fault.text) }
      return plan
    }
  }

  private static let timeForm = BilingualText("een tijd als \"12:00\"", "a time like \"12:00\"")

  private static func plan(_ reader: inout PlanReader) -> ProcedurePlan? {
    let root = reader.root
    guard let identity = reader.inner(root, "procedure") else { return nil }
    let code: ProcedureCode? = reader.label(identity, "code")
    let entryOpens = reader.day(identity, "toetreding_vanaf")
    let closing = reader.parsed(identity, "sluitingsuur", timeForm) {
      CivilTime($0 + ":00")
    }
    let lots = reader.elements(root, "percelen").compactMap { lot($0, &reader) }
    let requirements = reader.elements(root, "eisen").compactMap { requirement($0, &reader) }
    let criteria = reader.elements(root, "gunningscriteria").compactMap { criterion($0, &reader) }
    let tieBreaks = reader.elements(root, "gelijke_stand").compactMap { tieBreak($0, &reader) }
    let gates = reader.elements(root, "besluitvorming").map { step -> [BodyCode] in
      reader.labels(step, "organen")
    }
    let openers: [OfficerCode] = reader.labels(root, "openers")
    let assessors: [OfficerCode] = reader.labels(root, "beoordelaars")
    let choices = choices(root, &reader)
    guard let code, let title = reader.text(identity, "titel"),
      let kind: Commissioning.ProcedureKind = reader.choice(identity, "soort")
    else { return nil }
    return ProcedurePlan(
      code: code,
      title: title,
      kind: kind,
      municipalities: reader.municipalities(identity, "gemeenten"),
      lots: lots,
      requirements: requirements,
      criteria: criteria,
      tieBreaks: tieBreaks.isEmpty ? [.draw] : tieBreaks,
      gates: gates,
      openers: openers,
      assessors: assessors,
      choices: choices,
      closingTime: closing ?? CivilTime(nanoseconds: 43_200_000_000_000),
      entryOpens: entryOpens,
      estimatedValue: reader.number(identity, "geraamde_waarde_cent").map { Cents(Int64($0)) },
      segment: segment(identity, reader)
    )
  }
}

// MARK: - The parts

extension ProcedurePlanFile {
  private static func segment(
    _ identity: PlanReader.Block,
    _ reader: PlanReader
  ) -> ProcedurePlan.SegmentReference? {
    guard let block = reader.inner(identity, "segment"),
      let strategy = reader.text(block, "strategie"), let segment = reader.text(block, "segment")
    else { return nil }
    return ProcedurePlan.SegmentReference(strategy: strategy, segment: segment)
  }

  private static func lot(
    _ block: PlanReader.Block,
    _ reader: inout PlanReader
  ) -> Commissioning.Lot? {
    guard let code: LotCode = reader.label(block, "code"),
      let kind: Commissioning.Lot.Kind = reader.choice(block, "soort"),
      let entry: Commissioning.EntryPolicy = reader.choice(block, "toetreding")
    else { return nil }
    let (minimum, maximum) = (reader.number(block, "minimum"), reader.number(block, "maximum"))
    if let minimum, let maximum, minimum > maximum {
      reader.find(
        "PF03",
        block.path("maximum"),
        BilingualText(
          "Perceel \(code): het maximum ligt onder het minimum.",
          "Lot \(code): the maximum lies below the minimum."
        )
      )
    }
    return Commissioning.Lot(
      code: code,
      kind: kind,
      entry: entry,
      minimumAwards: minimum,
      maximumAwards: maximum,
      minimumScore: reader.number(block, "minimumscore") ?? 0
    )
  }

  private static func requirement(
    _ block: PlanReader.Block,
    _ reader: inout PlanReader
  ) -> Requirement? {
    let basis = reader.basis(block)
    guard let code: Label<Requirement> = reader.label(block, "code"),
      let kind: Requirement.Kind = reader.choice(block, "soort"),
      let text = reader.text(block, "tekst"), let basis
    else { return nil }
    return Requirement(
      code: code,
      kind: kind,
      text: text,
      evidence: reader.choice(block, "bewijs"),
      test: reader.text(block, "toets"),
      basis: basis
    )
  }

  private static func criterion(
    _ block: PlanReader.Block,
    _ reader: inout PlanReader
  ) -> AwardCriterion? {
    guard let code: Label<AwardCriterion> = reader.label(block, "code"),
      let text = reader.text(block, "tekst"), let points = reader.number(block, "punten")
    else { return nil }
    return AwardCriterion(
      code: code,
      text: text,
      maximumPoints: points,
      minimumPoints: reader.number(block, "minimum") ?? 0,
      isPrice: reader.flag(block, "prijs"),
      indicator: reader.text(block, "kpi")
    )
  }

  private static func tieBreak(
    _ block: PlanReader.Block,
    _ reader: inout PlanReader
  ) -> TieBreak? {
    let criterion: Label<AwardCriterion>? = reader.label(block, "criterium")
    switch (criterion, reader.flag(block, "loting")) {
    case (let criterion?, false): return .criterion(criterion)
    case (nil, true): return .draw
    default:
      reader.find(
        "PF02",
        block.path,
        BilingualText(
          "gelijke_stand: noem een criterium, of schrijf loting: true.",
          "gelijke_stand: name a criterium, or write loting: true."
        )
      )
      return nil
    }
  }

  private static func choices(
    _ root: PlanReader.Block,
    _ reader: inout PlanReader
  ) -> [CalendarStep: TermLength] {
    var choices: [CalendarStep: TermLength] = [:]
    for block in reader.elements(root, "termijnen") {
      guard let length = reader.length(block, "termijn"),
        let step: CalendarStep = reader.choice(block, "stap")
      else { continue }
      if choices.updateValue(length, forKey: step) != nil {
        reader.find(
          "PF03",
          block.path("stap"),
          BilingualText(
            "De stap \(step.rawValue) staat er twee keer.",
            "The step \(step.rawValue) (\(step.text.english)) stands there twice."
          )
        )
      }
    }
    return choices
  }
}

extension PlanFault {
  /// The key of the file that the fault is about.
  fileprivate var path: String {
    switch self {
    case .noLots, .lotTwice, .limitNotAllowed: "percelen"
    case .noMunicipalities: "procedure.gemeenten"
    case .criterionWithoutPoints, .noCriteria, .priceOnly, .criteriaNotAllowed: "gunningscriteria"
    case .notTwoOpeners: "openers"
    case .tooFewAssessors: "beoordelaars"
    case .noLastTieBreak: "gelijke_stand"
    }
  }
}
