import ArgumentParser
import Commissioning
import Quantities

extension ProgrammeDecision.Outcome: ExpressibleByArgument {}
extension CommissioningStandard: ExpressibleByArgument {}

extension ProgrammeCommands {
  /// Moves a milestone.
  struct Replan: ProgrammeVerb {
    static let configuration = CommandConfiguration(abstract: "Move a milestone to another day.")

    @OptionGroup var subject: ProgrammeSubject
    @Argument(help: "The code of the milestone.") var milestone: MilestoneCode
    @Option(help: "The new day.") var due: CivilDate
    @Option(help: "Why.") var reason: String

    func action() -> ProgrammeAction { .replan(milestone, due: due, reason: reason) }
  }

  /// Notes that a milestone was reached.
  struct Reach: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record that a milestone was reached; contracts start only when all is ready."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Argument(help: "The code of the milestone.") var milestone: MilestoneCode

    func action() -> ProgrammeAction { .reach(milestone) }
  }

  /// Lays a decision before bodies.
  struct Propose: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      abstract: "Lay a decision before the bodies that take it, step by step."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Argument(help: "The code of the decision.") var decision: Label<ProgrammeDecision>
    @Option(help: "What is decided.") var text: String
    @Option(help: "What it binds, such as a procedure.") var binds: String
    @Option(help: "The bodies of a step, separated by commas; repeat for the next step.")
    var step: [DecisionStep]
    @Option(help: "The ground: bron=, wet=, standaard=, bepaling= or aanname=.") var basis: Basis

    func action() -> ProgrammeAction {
      .propose(
        ProgrammeDecision(
          code: decision,
          text: text,
          binds: binds,
          steps: step.map(\.bodies),
          basis: basis
        )
      )
    }
  }

  /// Records what a body decided.
  struct Decide: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record what a body decided; a later step waits for the one before it."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Argument(help: "The code of the decision.") var decision: Label<ProgrammeDecision>
    @Option(help: "The code of the body.") var body: BodyCode
    @Option(help: "What it decided.") var outcome: ProgrammeDecision.Outcome = .adopted

    func action() -> ProgrammeAction { .decide(decision, body, outcome) }
  }

  /// Sets the budget of a year.
  struct Budget: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      abstract: "Set the programme's own budget of a year, as a proposal or as adopted."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Option(help: "The year.") var year: Int
    @Option(help: "The amount in cents.") var cents: Int64
    @Flag(help: "The budget was adopted.") var adopted = false

    func action() -> ProgrammeAction {
      .setBudget(ProgrammeBudget(year: year, amount: Cents(cents), isAdopted: adopted))
    }
  }

  /// Ticks an item off.
  struct Ready: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record that something is in order that must be before the contracts start."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Argument(help: "The code of the item.") var item: Label<ReadinessItem>

    func action() -> ProgrammeAction { .markReady(item) }
  }

  /// Records an impact analysis.
  struct Impact: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record what a choice means in time, money, quality and organisation."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Option(help: "What was looked at.") var about: String
    @Option(help: "The day of the analysis; by default that of the command.") var on: CivilDate?
    @Option(help: "What it means in time.") var inTime: String
    @Option(help: "What it means in money.") var inMoney: String
    @Option(help: "What it means in quality.") var inQuality: String
    @Option(help: "What it means for the organisation.") var inOrganisation: String

    func action() throws -> ProgrammeAction {
      .assessImpact(
        ImpactAssessment(
          subject: about,
          on: try on ?? subject.time.date(),
          time: inTime,
          money: inMoney,
          quality: inQuality,
          organisation: inOrganisation
        )
      )
    }
  }

  /// Records that an agreement is kept.
  struct Evidence: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record what shows that one of the eight agreements on commissioning is kept."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Option(help: "The agreement.") var agreement: CommissioningStandard
    @Option(help: "What shows it.") var text: String

    func action() -> ProgrammeAction { .evidence(agreement, text) }
  }
}
