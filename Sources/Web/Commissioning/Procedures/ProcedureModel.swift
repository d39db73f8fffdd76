package import Commissioning
import Journal
package import Quantities

/// A procedure as far as whoever looks may see it.
///
/// Before the opening nobody sees who bids. A provider never sees the bids of others, only what
/// everybody is told (B.21).
package struct ProcedureModel: Sendable {
  package let procedure: ProcurementProcedure
  package let steps: [StepRow]
  /// What the steps rest on when the procedure was not published yet; nil when it was.
  package let foreseenFrom: CivilDate?
  package let bids: Bids
  package let lots: [LotRow]

  /// A step of the calendar with the term that leads to it.
  package struct StepRow: Sendable {
    package let step: CalendarStep
    package let day: CivilDate
    package let rule: CalendarRule?
    /// The term that the plan chose, where it is longer than the rule's.
    package let chosen: TermLength?
  }

  /// What may be told of the bids.
  package enum Bids: Sendable {
    /// Not opened yet: how many, and the fingerprint and moment of each.
    case sealed([SealedRow])
    case named([Bid])
    /// A provider: its own, and nothing of others.
    case own([Bid])
  }

  package struct SealedRow: Hashable, Sendable {
    package let digest: String
    package let submitted: CivilMoment
    package let byteCount: Int
  }

  package struct LotRow: Sendable {
    package let lot: Lot
    package let municipalities: [MunicipalityCode]
    package let award: ProcurementProcedure.Award?
    package let ranking: Ranking?
    /// Why there is no order of the bids.
    package let refusal: ProcedureRefusal?
  }

  /// Nil for a provider when the procedure is not published.
  package init?(_ procedure: ProcurementProcedure, _ view: CommissioningView) {
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
  package var bidCount: Int? {
    switch bids {
    case .sealed(let rows): rows.count
    case .named(let bids): bids.count
    case .own: nil
    }
  }

  /// The bids of which more than a fingerprint may be told.
  package var visibleBids: [Bid] {
    switch bids {
    case .sealed: []
    case .named(let bids), .own(let bids): bids
    }
  }

  /// The first step on or after a day.
  package func next(on day: CivilDate) -> StepRow? { steps.first { $0.day >= day } }
}
