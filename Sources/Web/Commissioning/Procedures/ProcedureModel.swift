import Commissioning
import Journal
import Quantities

/// A procedure as far as whoever looks may see it.
///
/// Before the opening nobody sees who bids. A provider never sees the bids of others, only what
/// everybody is told (B.21).
struct ProcedureModel: Sendable {
  let procedure: ProcurementProcedure
  let steps: [StepRow]
  /// What the steps rest on when the procedure was not published yet; nil when it was.
  let foreseenFrom: CivilDate?
  let bids: Bids
  let lots: [LotRow]

  /// A step of the calendar with the term that leads to it.
  struct StepRow: Sendable {
    let step: CalendarStep
    let day: CivilDate
    let rule: CalendarRule?
    /// The term that the plan chose, where it is longer than the rule's.
    let chosen: TermLength?
  }

  /// What may be told of the bids.
  enum Bids: Sendable {
    /// Not opened yet: how many, and the fingerprint and moment of each.
    case sealed([SealedRow])
    case named([Bid])
    /// A provider: its own, and nothing of others.
    case own([Bid])
  }

  struct SealedRow: Hashable, Sendable {
    let digest: String
    let submitted: CivilMoment
    let byteCount: Int
  }

  struct LotRow: Sendable {
    let lot: Lot
    let municipalities: [MunicipalityCode]
    let award: ProcurementProcedure.Award?
    let ranking: Ranking?
    /// Why there is no order of the bids.
    let refusal: ProcedureRefusal?
  }

  /// Nil for a provider when the procedure is not published.
  init?(_ procedure: ProcurementProcedure, _ view: CommissioningView) {
    if view.own != nil, !procedure.isPublished { return nil }
    self.procedure = procedure
    let plan = procedure.plan
    let calendar =
      procedure.calendar
      ?? (try? ProcedureCalendar(
        plan.kind,
        published: view.day,
        choices: plan.choices,
        entryOpens: plan.entryOpens
      ))
    foreseenFrom = procedure.isPublished ? nil : view.day
    steps = (calendar?.ordered ?? []).map { step, day in
      StepRow(step: step, day: day, rule: calendar?.rule(of: step), chosen: plan.choices[step])
    }
    let all = procedure.bids.values.sorted { $0.key < $1.key }
    if let own = view.own {
      bids = .own(all.filter { $0.key.provider == own })
    } else if procedure.mayNameBidders {
      bids = .named(all)
    } else {
      // By fingerprint, so that the order says nothing of who they are from.
      bids = .sealed(
        procedure.keptBids.map { kept in
          SealedRow(
            digest: kept.sealed.digest.description,
            submitted: kept.submitted,
            byteCount: kept.sealed.byteCount
          )
        }
        .sorted { $0.digest < $1.digest }
      )
    }
    lots = plan.lots.map { lot in
      let refusal = procedure.rankingRefusal(of: lot.code)
      return LotRow(
        lot: lot,
        municipalities: procedure.participants(in: lot.code),
        award: procedure.awards[lot.code],
        ranking: refusal == nil && view.own == nil ? procedure.ranking(of: lot.code) : nil,
        refusal: refusal
      )
    }
  }

  /// How many bids there are; nil for a provider, to whom that says how many compete with it.
  var bidCount: Int? {
    switch bids {
    case .sealed(let rows): rows.count
    case .named(let bids): bids.count
    case .own: nil
    }
  }

  /// The bids of which more than a fingerprint may be told.
  var visibleBids: [Bid] {
    switch bids {
    case .sealed: []
    case .named(let bids), .own(let bids): bids
    }
  }

  /// The first step on or after a day.
  func next(on day: CivilDate) -> StepRow? { steps.first { $0.day >= day } }
}
