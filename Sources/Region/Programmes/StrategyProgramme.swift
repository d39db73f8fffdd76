package import Commissioning
package import Landscape
import Quantities
package import Rules

/// The programme that an adopted strategy speaks of, as a plan that runs.
///
/// A plan needs a day for every milestone and a body for every decision; what the strategy does not
/// know cannot stand in it, and is told with the reason that the strategy gives.
///
/// - Dutch term: programma uit een vastgestelde strategie
package struct StrategyProgramme: Hashable, Sendable {
  package let plan: ProgrammePlan
  /// The decisions that name the bodies that take them.
  package let decisions: [ProgrammeDecision]
  /// What the strategy speaks of and the plan leaves out.
  package let omissions: [Omission]

  /// Something that is left out, and why.
  package struct Omission: Hashable, Sendable {
    package let what: BilingualText
    package let reason: BilingualText

    /// The sentence for an official; what the strategy itself says stays as it is.
    package var text: BilingualText {
      BilingualText(
        "\(what.dutch) is weggelaten: \(reason.dutch).",
        "Left out: \(what.english): \(reason.english)."
      )
    }
  }
}

/// Why no programme follows from a strategy.
package enum StrategyProgrammeFault: Error, Hashable, Sendable {
  case noProgramme(String, reason: BilingualText)
  case noMilestones(String, reason: BilingualText)
  case badCode(String)

  package var text: BilingualText {
    switch self {
    case .noProgramme(let code, let reason):
      BilingualText(
        "Strategie \(code) kent haar programma niet (\(reason.dutch)). Schrijf een planbestand.",
        "Strategy \(code) does not know its programme (\(reason.english)). Write a plan file."
      )
    case .noMilestones(let code, let reason):
      BilingualText(
        "Strategie \(code) noemt geen mijlpaal met een dag (\(reason.dutch)). Schrijf een "
          + "planbestand.",
        "Strategy \(code) names no milestone with a day (\(reason.english)). Write a plan file."
      )
    case .badCode(let code):
      BilingualText(
        "\(code) kan niet de code van een programma zijn; kies een andere.",
        "\(code) cannot be the code of a programme; choose another."
      )
    }
  }
}

extension StrategyProgramme {
  /// The programme of a strategy, under a code of its own.
  package init(
    of strategy: Strategy,
    code: ProgrammeCode? = nil
  ) throws(StrategyProgrammeFault) {
    guard let programme = strategy.programme.value else {
      throw .noProgramme(strategy.code, reason: .reason(strategy.programme.reason ?? ""))
    }
    guard let code = code ?? ProgrammeCode(strategy.code) else { throw .badCode(strategy.code) }
    guard let known = programme.milestones.value else {
      throw .noMilestones(strategy.code, reason: .reason(programme.milestones.reason ?? ""))
    }
    var builder = StrategyProgrammeBuilder(strategy)
    let milestones = builder.milestones(known)
    guard !milestones.isEmpty else {
      throw .noMilestones(
        strategy.code,
        reason: BilingualText(
          "van geen mijlpaal is de dag bekend",
          "the day of no milestone is known"
        )
      )
    }
    plan = ProgrammePlan(
      code: code,
      title: programme.name,
      municipalities: builder.municipalities,
      phases: builder.phases(programme.phases.value ?? []),
      milestones: milestones,
      readiness: builder.readiness(strategy.conditions.value ?? [])
    )
    decisions = builder.decisions(strategy.decisions.value ?? [])
    omissions = builder.omissions
  }
}
