import ArgumentParser
import Commissioning
import Quantities

extension ProceduresCommand {
  /// Chooses lots for a municipality.
  struct Lots: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Choose the lots of a municipality; the choice is frozen at publication."
    )

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "The code of the municipality (4 digits).") var gemeente: MunicipalityCode
    @Option(help: "The code of a lot; repeat for more.") var lot: [LotCode]

    func action() -> ProcedureAction { .chooseLots(gemeente, Set(lot)) }
  }

  /// Records that a body decided.
  struct Approve: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record that a body decided on the documents of a procedure."
    )

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "The code of the body, as in the plan.") var body: BodyCode

    func action() -> ProcedureAction { .approve(body) }
  }

  /// Publishes a procedure.
  struct Publish: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Publish: every body decided, every municipality chose; the calendar is fixed."
    )

    @OptionGroup var subject: ProcedureSubject

    func action() -> ProcedureAction { .publish }
  }

  /// Asks a question.
  struct Ask: ProcedureVerb {
    static let configuration = CommandConfiguration(abstract: "Record a question of a provider.")

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "The provider's number in the trade register.") var provider: ChamberNumber
    @Option(help: "The question.") var text: String

    func action() -> ProcedureAction { .ask(provider, text) }
  }

  /// Answers a question.
  struct Answer: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Answer a question; everyone gets the answer with the next note."
    )

    @OptionGroup var subject: ProcedureSubject
    @Argument(help: "The number of the question.") var question: Int
    @Option(help: "The answer.") var text: String

    func action() -> ProcedureAction { .answer(question: question, text) }
  }

  /// Publishes a note with all new answers.
  struct Note: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Give all new answers to everyone at once, without the names of who asked."
    )

    @OptionGroup var subject: ProcedureSubject

    func action() -> ProcedureAction { .publishNote }
  }

  /// Postpones the closing.
  struct Postpone: ProcedureVerb {
    static let configuration = CommandConfiguration(abstract: "Let the bids close later.")

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "The new closing (\"yyyy-mm-dd hh:mm\").") var closing: String

    func action() throws -> ProcedureAction {
      .postponeClosing(try MomentOptions.read(closing, option: "--closing"))
    }
  }

  /// Withdraws a procedure.
  struct Withdraw: ProcedureVerb {
    static let configuration = CommandConfiguration(abstract: "Withdraw a procedure as a whole.")

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "Why.") var reason: String

    func action() -> ProcedureAction { .withdraw(reason: reason) }
  }
}
