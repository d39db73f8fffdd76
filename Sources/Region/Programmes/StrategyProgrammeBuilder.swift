import Commissioning
import Landscape
import Quantities
import Rules

/// Makes the parts of a programme from those of a strategy, and notes what it leaves out.
struct StrategyProgrammeBuilder {
  private let strategy: Strategy
  private(set) var omissions: [StrategyProgramme.Omission] = []

  init(_ strategy: Strategy) { self.strategy = strategy }

  /// The members on the day on which the strategy begins; all that ever were when it is unknown.
  var municipalities: [MunicipalityCode] {
    guard let day = strategy.firstDay else { return strategy.municipalities.sorted() }
    return strategy.region.members(on: day).map(\.municipality)
  }

  private mutating func omit(_ what: BilingualText, _ reason: BilingualText) {
    omissions.append(StrategyProgramme.Omission(what: what, reason: reason))
  }

  /// A provenance as the ground of a plan: what was derived or assumed stays marked as such.
  private func basis(_ provenance: Provenance) -> Basis {
    let places = provenance.references.map(\.description).joined(separator: ", ")
    let why = provenance.explanation ?? "zonder toelichting"
    return switch provenance.origin {
    case .source: .document(places)
    case .derived: .document("\(places) (afgeleid: \(why))")
    case .published: .document("\(places) (openbaar: \(why))")
    case .assumption, .own: .assumption(why)
    }
  }
}

// MARK: - Phases and milestones

extension StrategyProgrammeBuilder {
  mutating func phases(_ phases: [Landscape.ProgrammePhase]) -> [Commissioning.ProgrammePhase] {
    phases.compactMap { phase in
      let code = Label<Commissioning.ProgrammePhase>("fase-\(phase.number)")
      guard let code, let first = phase.from.value?.earliest,
        let period = OpenPeriod(from: first, through: phase.through.value?.latest)
      else {
        omit(
          BilingualText("Fase \(phase.number)", "Phase \(phase.number)"),
          phase.from.reason.map(BilingualText.reason)
            ?? BilingualText("haar dagen kloppen niet", "its days are not right")
        )
        return nil
      }
      return Commissioning.ProgrammePhase(
        code: code,
        contents: phase.content.joined(separator: "; "),
        period: period,
        basis: basis(phase.provenance)
      )
    }
  }

  /// The milestones that concern the law and have a day: the last one that is meant.
  mutating func milestones(_ all: [Landscape.Milestone]) -> [Commissioning.Milestone] {
    let concerned = all.filter { $0.concerns(strategy.law) }
    var codes: Set<String> = []
    for milestone in concerned {
      guard milestone.due(for: strategy.law).isKnown, MilestoneCode(milestone.code) != nil else {
        let reason =
          milestone.due(for: strategy.law).reason.map(BilingualText.reason)
          ?? BilingualText("de code past niet", "the code does not fit")
        let name = "\(milestone.code) (\(milestone.description))"
        omit(BilingualText("Mijlpaal \(name)", "Milestone \(name)"), reason)
        continue
      }
      codes.insert(milestone.code)
    }
    return concerned.compactMap { milestone in
      guard codes.contains(milestone.code) else { return nil }
      return self.milestone(milestone, among: codes)
    }
  }

  private mutating func milestone(
    _ milestone: Landscape.Milestone,
    among codes: Set<String>
  ) -> Commissioning.Milestone? {
    guard let code = MilestoneCode(milestone.code),
      let due = milestone.due(for: strategy.law).value
    else { return nil }
    for before in milestone.after where !codes.contains(before) {
      omit(
        BilingualText("Dat \(code) volgt op \(before)", "That \(code) comes after \(before)"),
        BilingualText(
          "die mijlpaal staat niet in dit programma",
          "that milestone is not in this programme"
        )
      )
    }
    let start = milestone.start?.value?.earliest
    return Commissioning.Milestone(
      code: code,
      text: milestone.description,
      start: start.flatMap { $0 <= due.latest ? $0 : nil },
      due: due.latest,
      after: milestone.after.filter { codes.contains($0) }.compactMap { before in
        MilestoneCode(before).map { Commissioning.Milestone.Dependency($0) }
      },
      isContractStart: due.earliest == strategy.firstDay,
      basis: basis(milestone.provenance)
    )
  }
}

// MARK: - Conditions and decisions

extension StrategyProgrammeBuilder {
  mutating func readiness(_ conditions: [ReadinessCondition]) -> [ReadinessItem] {
    conditions.compactMap { condition in
      guard let code = Label<ReadinessItem>(condition.code),
        let responsible = condition.responsible.value.flatMap({ BodyCode($0) })
      else {
        omit(
          BilingualText("Randvoorwaarde \(condition.code)", "Condition \(condition.code)"),
          condition.responsible.reason.map(BilingualText.reason)
            ?? BilingualText("wie haar vervult heeft geen code", "who meets it has no code")
        )
        return nil
      }
      return ReadinessItem(
        code: code,
        text: condition.text,
        responsible: responsible,
        basis: basis(condition.provenance)
      )
    }
  }

  mutating func decisions(_ decisions: [PolicyDecision]) -> [ProgrammeDecision] {
    decisions.compactMap { decision in
      let steps = steps(of: decision)
      guard let code = Label<ProgrammeDecision>(decision.code), !steps.isEmpty else {
        omit(
          BilingualText("Besluit \(decision.code)", "Decision \(decision.code)"),
          decision.body.reason.map(BilingualText.reason)
            ?? BilingualText("geen orgaan genoemd", "no body named")
        )
        return nil
      }
      return ProgrammeDecision(
        code: code,
        text: decision.text,
        binds: decision.binds.joined(separator: ", "),
        steps: steps,
        basis: basis(decision.provenance)
      )
    }
  }

  /// Who decides, one after another; the executives of a region decide each for its municipality
  /// (002:244-248).
  private func steps(of decision: PolicyDecision) -> [[BodyCode]] {
    guard !decision.steps.isEmpty else {
      return [decision.body.value.map { bodies($0) } ?? []].filter { !$0.isEmpty }
    }
    var steps: [(body: String, codes: [BodyCode])] = []
    for step in decision.steps {
      let codes = step.municipality.map { [BodyCode("\(step.body)-\($0)")].compactMap(\.self) }
      if let codes, steps.last?.body == step.body {
        steps[steps.count - 1].codes += codes
      } else {
        steps.append((step.body, codes ?? bodies(step.body)))
      }
    }
    return steps.map(\.codes).filter { !$0.isEmpty }
  }

  /// The bodies that a code stands for.
  private func bodies(_ code: String) -> [BodyCode] {
    let isExecutive = strategy.body(code)?.kind.value == .executive
    let names = isExecutive ? municipalities.map { "\(code)-\($0)" } : [code]
    return names.compactMap { BodyCode($0) }
  }
}
