import ArgumentParser
import Commissioning
import Journal
import Quantities
import Rules

extension EvidenceKind: ExpressibleByArgument {}

extension ProceduresCommand {
  /// Records a proof.
  struct Evidence: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record a proof that was handed in for a requirement."
    )

    @OptionGroup var subject: ProcedureSubject
    @OptionGroup var bid: BidOptions
    @Option(help: "The code of the requirement.") var requirement: Label<Requirement>
    @Option(help: "The kind of proof.") var kind: EvidenceKind
    @Option(help: "The day on which it was issued.") var issued: CivilDate
    @Option(help: "Its own last day, when it has one.") var validThrough: CivilDate?
    @Option(help: "The day on which it came in; by default the day of the command.")
    var received: CivilDate?

    func action() throws -> ProcedureAction {
      .recordEvidence(
        bid.key,
        requirement,
        Commissioning.Evidence(
          kind: kind,
          issued: issued,
          validThrough: validThrough,
          received: try received ?? subject.time.moment().date
        )
      )
    }
  }

  /// Sets a bid aside.
  struct SetAside: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Set a bid aside that does not meet a requirement."
    )

    @OptionGroup var subject: ProcedureSubject
    @OptionGroup var bid: BidOptions
    @Option(help: "The code of the requirement.") var requirement: Label<Requirement>
    @Option(help: "Why.") var reason: String

    func action() -> ProcedureAction { .setAside(bid.key, requirement, reason: reason) }
  }

  /// Records the score of one assessor.
  struct Score: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record the points of one assessor on one criterion."
    )

    @OptionGroup var subject: ProcedureSubject
    @OptionGroup var bid: BidOptions
    @Option(help: "The code of the award criterion.") var criterion: Label<AwardCriterion>
    @Option(help: "The points.") var points: Int
    @Option(help: "The assessor, by the name in the plan.") var by: OfficerCode

    func action() -> ProcedureAction { .score(bid.key, criterion, points: points, by: by) }
  }

  /// Records the score on which the assessors agreed.
  struct Agree: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record the points on which the assessors agreed, and why."
    )

    @OptionGroup var subject: ProcedureSubject
    @OptionGroup var bid: BidOptions
    @Option(help: "The code of the award criterion.") var criterion: Label<AwardCriterion>
    @Option(help: "The points.") var points: Int
    @Option(help: "Why.") var reason: String

    func action() -> ProcedureAction { .agree(bid.key, criterion, points: points, reason: reason) }
  }

  /// Records a draw.
  struct Draw: ProcedureVerb {
    static let configuration = CommandConfiguration(
      abstract: "Record a draw that was held: the providers in the order in which they came out."
    )

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "The code of the lot.") var lot: LotCode
    @Argument(help: "The numbers in the trade register, the first drawn first.")
    var order: [ChamberNumber]

    func action() -> ProcedureAction { .recordDraw(lot, order) }
  }

  /// Prints the ranking of a lot.
  struct Ranking: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the order of the bids for a lot, with what decided between equals."
    )

    @OptionGroup var subject: ProcedureSubject
    @Option(help: "The code of the lot.") var lot: LotCode

    func run() async throws {
      let procedure = try await subject.read()
      if let refusal = procedure.rankingRefusal(of: lot) {
        throw BidDesk.refusal(refusal)
      }
      guard let ranking = procedure.ranking(of: lot) else { return }
      for (place, entry) in ranking.entries.enumerated() {
        if subject.output.json {
          Console.line(
            JSONWriter.object { json in
              json.field("place", Int64(place + 1))
              json.field("provider", entry.provider.description)
              json.field("points", Int64(entry.total))
              json.field("decidedBy", ifPresent: entry.decidedBy?.dutchText)
            }
          )
        } else {
          let why = entry.decidedBy.map { "\t\($0.dutchText)" } ?? ""
          Console.line("\(place + 1)\t\(entry.provider)\t\(entry.total)\(why)")
        }
      }
    }
  }
}
