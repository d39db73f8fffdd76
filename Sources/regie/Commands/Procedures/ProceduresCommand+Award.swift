import ArgumentParser
import Commissioning
import Quantities

extension ProceduresCommand {
  /// Awards a lot.
  struct Award: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Award a lot to the bids that deserve it, in their order; the stand-still begins."
    )

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "The code of the lot.") var lot: LotCode
    @Option(help: "A winner's number in the trade register, in order; repeat for more.")
    var to: [ChamberNumber] = []

    func action() -> ProcedureAction { .award(lot, to: to) }
  }

  /// Records a complaint.
  struct Complain: ProcedureVerb {
    static let configuration = CommandConfiguration(abstract: "Record a complaint of a provider.")

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "The provider's number in the trade register.") var provider: ChamberNumber

    func action() -> ProcedureAction { .complain(provider) }
  }

  /// Records that a complaint was answered.
  struct AnswerComplaint: ProcedureVerb {
    static let configuration = CommandConfiguration(
      commandName: "answer-complaint",
      abstract: "Record that a complaint was answered."
    )

    @OptionGroup var subject: ProcedureSubject
    @Argument(help: "The number of the complaint.") var complaint: Int

    func action() -> ProcedureAction { .answerComplaint(complaint) }
  }

  /// Records proceedings before the court.
  struct Relief: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record that interim relief was sought in court: no award becomes final meanwhile."
    )

    @OptionGroup var subject: ProcedureSubject

    func action() -> ProcedureAction { .seekRelief }
  }

  /// Records a ruling.
  struct Rule: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record that the court ruled; the bids bind fourteen days longer."
    )

    @OptionGroup var subject: ProcedureSubject

    func action() -> ProcedureAction { .rule }
  }

  /// Makes an award final.
  struct Final: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Make the award of a lot final: after the stand-still, with every proof in."
    )

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "The code of the lot.") var lot: LotCode

    func action() -> ProcedureAction { .makeFinal(lot) }
  }
}

// MARK: - Admission and entry during the term

extension ProceduresCommand {
  /// Records an application.
  struct Apply: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record an application for admission, or for entry during the term."
    )

    @OptionGroup var subject: ProcedureSubject
    @OptionGroup var bid: BidOptions

    func action() -> ProcedureAction { .apply(bid.key) }
  }

  /// Admits an applicant.
  struct Admit: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Admit an applicant that meets every requirement; nothing is compared."
    )

    @OptionGroup var subject: ProcedureSubject
    @OptionGroup var bid: BidOptions

    func action() -> ProcedureAction { .admit(bid.key) }
  }

  /// Turns an applicant down.
  struct TurnDown: ProcedureVerb {
    static let configuration = CommandConfiguration(
      commandName: "turn-down",
      abstract: "Turn an application down for a requirement that it does not meet."
    )

    @OptionGroup var subject: ProcedureSubject
    @OptionGroup var bid: BidOptions
    @Option(help: "The code of the requirement.") var requirement: Label<Requirement>
    @Option(help: "Why.") var reason: String

    func action() -> ProcedureAction { .turnDown(bid.key, requirement, reason: reason) }
  }
}
