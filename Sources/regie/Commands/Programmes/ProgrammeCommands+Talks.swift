import ArgumentParser
import Commissioning
import Quantities

extension MarketConsultation.Form: ExpressibleByArgument {}
extension CouncilAdvice.Verdict: ExpressibleByArgument {}

extension ProgrammeCommands {
  /// Records a consultation.
  struct Consult: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record a consultation of providers or others; everyone is owed its report."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Argument(help: "The code of the consultation.") var consultation: Label<MarketConsultation>
    @Option(help: "What it was about.") var about: String
    @Option(help: "Its form.") var form: MarketConsultation.Form
    @Option(help: "Its day; by default that of the command.") var on: CivilDate?
    @Option(help: "The number in the trade register of who took part; repeat for more.")
    var participant: [ChamberNumber] = []

    func action() throws -> ProgrammeAction {
      .consult(
        MarketConsultation(
          code: consultation,
          subject: about,
          form: form,
          on: try on ?? subject.time.date(),
          participants: participant
        )
      )
    }
  }

  /// Records that the report was published.
  struct Report: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record that the report of a consultation was published for everyone."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Argument(help: "The code of the consultation.") var consultation: Label<MarketConsultation>

    func action() -> ProgrammeAction { .report(consultation) }
  }

  /// Records a reaction.
  struct React: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record a reaction to a published report."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Argument(help: "The code of the consultation.") var consultation: Label<MarketConsultation>
    @Option(help: "The reaction.") var text: String

    func action() -> ProgrammeAction { .react(consultation, text) }
  }

  /// Asks a council for advice.
  struct AskAdvice: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      commandName: "ask-advice",
      abstract: "Record that advice was asked of a council."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Argument(help: "The code of the advice.") var advice: Label<CouncilAdvice>
    @Option(help: "The code of the council.") var council: BodyCode
    @Option(help: "What it is about.") var about: String

    func action() throws -> ProgrammeAction {
      .askAdvice(
        CouncilAdvice(
          code: advice,
          council: council,
          subject: about,
          asked: try subject.time.date()
        )
      )
    }
  }

  /// Records advice.
  struct Advise: ProgrammeVerb {
    static let configuration = CommandConfiguration(abstract: "Record the advice of a council.")

    @OptionGroup var subject: ProgrammeSubject
    @Argument(help: "The code of the advice.") var advice: Label<CouncilAdvice>
    @Option(help: "What it says.") var verdict: CouncilAdvice.Verdict
    @Option(help: "The advice.") var text: String

    func action() -> ProgrammeAction { .giveAdvice(advice, verdict, text) }
  }

  /// Records the answer to advice.
  struct Respond: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record what the region answers to advice."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Argument(help: "The code of the advice.") var advice: Label<CouncilAdvice>
    @Option(help: "The answer.") var text: String

    func action() -> ProgrammeAction { .respond(advice, text) }
  }

  /// Says what is part of the programme.
  struct Scope: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      abstract: "Say that something is part of the programme, or expressly is not, and why."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Argument(help: "The code of the item.") var item: Label<ScopeItem>
    @Option(help: "What it is.") var text: String
    @Flag(inversion: .prefixedNo, help: "Whether it is part of the programme.") var included = true
    @Option(help: "Why.") var reason: String
    @Option(help: "What covers it in the meantime, such as an addendum.") var arrangement: String?
    @Option(help: "The last day of that.") var until: CivilDate?
    @Option(help: "The ground: bron=, wet=, standaard=, bepaling= or aanname=.") var basis: Basis

    func validate() throws {
      guard (arrangement == nil) == (until == nil) else {
        throw ValidationError("Give --arrangement and --until together.")
      }
    }

    func action() -> ProgrammeAction {
      var meanwhile: ScopeItem.Arrangement?
      if let arrangement, let until {
        meanwhile = ScopeItem.Arrangement(text: arrangement, ends: until)
      }
      return .setScope(
        ScopeItem(
          code: item,
          text: text,
          isIn: included,
          reason: reason,
          arrangement: meanwhile,
          basis: basis
        )
      )
    }
  }

  /// Sets a regional default.
  struct Default: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      abstract: "Set what holds for all municipalities unless one does otherwise."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Option(name: .customLong("subject"), help: "What it is about.") var key: String
    @Option(help: "What holds.") var value: String
    @Option(help: "The ground: bron=, wet=, standaard=, bepaling= or aanname=.") var basis: Basis

    func action() -> ProgrammeAction { .setDefault(key: key, value: value, basis) }
  }

  /// Sets or drops what one municipality does otherwise.
  struct Override: ProgrammeVerb {
    static let configuration = CommandConfiguration(
      abstract: "Set what one municipality does otherwise and why, or drop it again."
    )

    @OptionGroup var subject: ProgrammeSubject
    @Option(name: .customLong("subject"), help: "What it is about.") var key: String
    @Option(help: "The code of the municipality.") var gemeente: MunicipalityCode
    @Option(help: "What it does.") var value: String?
    @Option(help: "Why.") var reason: String?
    @Flag(help: "Follow the regional default again.") var drop = false

    func validate() throws {
      guard drop == (value == nil), drop == (reason == nil) else {
        throw ValidationError("Give --value with --reason, or --drop.")
      }
    }

    func action() -> ProgrammeAction {
      guard let value, let reason else { return .dropOverride(key: key, gemeente) }
      return .override(key: key, gemeente, value: value, reason: reason)
    }
  }
}
