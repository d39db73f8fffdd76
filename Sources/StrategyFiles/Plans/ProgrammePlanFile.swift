package import Commissioning
import Landscape
import Quantities
import Rules

/// A programme as somebody wrote it down: the plan, and the decisions to lay before the bodies.
///
/// - Dutch term: planbestand van een programma
package struct ProgrammePlanFile: Sendable {
  package let plan: ProgrammePlan
  package let decisions: [ProgrammeDecision]

  /// Checks a file as a whole; there is never half a plan.
  package static func check(_ bytes: [UInt8]) -> PlanCheck<ProgrammePlanFile> {
    PlanCheck(bytes, as: PlanSchema.programme) { reader in
      let file = file(&reader)
      guard let file, reader.isSound else { return nil }
      if let fault = file.plan.fault {
        let path = fault == .noMunicipalities ? "programma.gemeenten" : "mijlpalen"
        reader.find("PF03", path, fault.text)
      }
      return file
    }
  }

  private static func file(_ reader: inout PlanReader) -> ProgrammePlanFile? {
    let root = reader.root
    guard let identity = reader.inner(root, "programma") else { return nil }
    let code: ProgrammeCode? = reader.label(identity, "code")
    let phases = reader.elements(root, "fasen").compactMap { phase($0, &reader) }
    let milestones = reader.elements(root, "mijlpalen").compactMap { milestone($0, &reader) }
    let readiness = reader.elements(root, "randvoorwaarden").compactMap { item($0, &reader) }
    let decisions = reader.elements(root, "besluiten").compactMap { decision($0, &reader) }
    guard let code, let title = reader.text(identity, "titel") else { return nil }
    return ProgrammePlanFile(
      plan: ProgrammePlan(
        code: code,
        title: title,
        municipalities: reader.municipalities(identity, "gemeenten"),
        phases: phases,
        milestones: milestones,
        readiness: readiness
      ),
      decisions: decisions
    )
  }
}

// MARK: - The parts

extension ProgrammePlanFile {
  private static func phase(
    _ block: PlanReader.Block,
    _ reader: inout PlanReader
  ) -> Commissioning.ProgrammePhase? {
    let basis = reader.basis(block)
    let (first, last) = (reader.day(block, "van"), reader.day(block, "tot"))
    guard let code: Label<Commissioning.ProgrammePhase> = reader.label(block, "code"),
      let contents = reader.text(block, "inhoud"), let first, let basis
    else { return nil }
    guard let period = OpenPeriod(from: first, through: last) else {
      reader.find(
        "PF03",
        block.path("tot"),
        BilingualText(
          "Fase \(code) eindigt voor zij begint.",
          "Phase \(code) ends before it begins."
        )
      )
      return nil
    }
    return Commissioning.ProgrammePhase(
      code: code,
      contents: contents,
      period: period,
      basis: basis
    )
  }

  private static func milestone(
    _ block: PlanReader.Block,
    _ reader: inout PlanReader
  ) -> Commissioning.Milestone? {
    let basis = reader.basis(block)
    let (start, due) = (reader.day(block, "start"), reader.day(block, "gereed"))
    var after: [Commissioning.Milestone.Dependency] = []
    for inner in reader.elements(block, "na") {
      let lag = reader.length(inner, "termijn")
      guard let code: MilestoneCode = reader.label(inner, "mijlpaal") else { continue }
      after.append(Commissioning.Milestone.Dependency(code, lag: lag))
    }
    guard let code: MilestoneCode = reader.label(block, "code"),
      let text = reader.text(block, "tekst"), let due, let basis
    else { return nil }
    if let start, start > due {
      reader.find("PF03", block.path("start"), ProgrammeFault.startsAfterDue(code).text)
    }
    return Commissioning.Milestone(
      code: code,
      text: text,
      start: start,
      due: due,
      after: after,
      isContractStart: reader.flag(block, "start_contracten"),
      basis: basis
    )
  }

  private static func item(
    _ block: PlanReader.Block,
    _ reader: inout PlanReader
  ) -> ReadinessItem? {
    let basis = reader.basis(block)
    let responsible: BodyCode? = reader.label(block, "verantwoordelijke")
    guard let code: Label<ReadinessItem> = reader.label(block, "code"),
      let text = reader.text(block, "tekst"), let responsible, let basis
    else { return nil }
    return ReadinessItem(code: code, text: text, responsible: responsible, basis: basis)
  }

  private static func decision(
    _ block: PlanReader.Block,
    _ reader: inout PlanReader
  ) -> ProgrammeDecision? {
    let basis = reader.basis(block)
    let steps = reader.elements(block, "stappen").map { step -> [BodyCode] in
      reader.labels(step, "organen")
    }
    guard let code: Label<ProgrammeDecision> = reader.label(block, "code"),
      let text = reader.text(block, "tekst"), let binds = reader.text(block, "bindt"), let basis
    else { return nil }
    if !steps.contains(where: { !$0.isEmpty }) {
      reader.find("PF03", block.path("stappen"), ProgrammeRefusal.decisionWithoutBody.sentence)
    }
    return ProgrammeDecision(code: code, text: text, binds: binds, steps: steps, basis: basis)
  }
}
