import Commissioning
import Landscape
import Quantities
import Rules

/// The procedures for the time after the first contracts: one open, and one in its stand-still with
/// a complaint; all of it is ours (aanname).
struct SuccessorMaker {
  let strategy: Strategy
  let parties: BuyingParties
  let lots: [PlannedLot]
  let seed: UInt64
  let programme: ProgrammeCode

  private typealias Days = BuyingDays

  /// Published shortly before the last day of the demonstration.
  private static let published = Calendar2025.day(2026, 1, 12)
  /// The award of the other one is so late that its stand-still lasts beyond that day.
  private static let awarded = Calendar2025.day(2026, 1, 21)
  private static let complaint = Calendar2025.day(2026, 1, 27)

  func write(to script: inout CommissioningScript) throws(ShapeFault) {
    try decide(to: &script)
    try tender("wmo-s2a", 0, on: Self.published, through: .published, to: &script)
    try tender(
      "wmo-s3a",
      1,
      on: try publication(),
      through: .standstill(complaint: Self.complaint),
      to: &script
    )
  }

  private func tender(
    _ segment: String,
    _ part: Int,
    on day: CivilDate,
    through stage: TenderMaker.Stage,
    to script: inout CommissioningScript
  ) throws(ShapeFault) {
    let completion = PlanCompletion(strategy, segment: segment)
    var maker = TenderMaker(
      plan: try completion.plan(
        try .made("nl-\(segment)-2027"),
        read: parties.tools.readPlan
      ),
      lots: lots.filter { $0.segment.code == segment },
      parties: parties,
      days: .published(day),
      generator: SeededGenerator(seed: seed, part: 80 + part)
    )
    try maker.write(through: stage, to: &script)
  }

  /// The latest day of publication from which the award is in time.
  private func publication() throws(ShapeFault) -> CivilDate {
    var day = Self.awarded
    for _ in 0..<365 {
      day = day.adding(days: -1)
      guard day.weekday == 1 else { continue }
      do throws(CalendarFault) {
        let calendar = try ProcedureCalendar(.awardCriteria, published: day)
        if let award = calendar[.award], award <= Self.awarded { return day }
      } catch { throw .refused(step: "\(day)", why: error.text.dutch) }
    }
    throw .refused(step: "publicatie", why: "geen dag gevonden")
  }

  /// Board and executives decide to begin, because nothing can be extended any more.
  private func decide(to script: inout CommissioningScript) throws(ShapeFault) {
    let steps = try parties.gates()
    let decision = Commissioning.ProgrammeDecision(
      code: try .made("opvolgers-2027"),
      text: "De contracten Wmo lopen in 2026 af; de procedures voor hun opvolgers beginnen",
      binds: "procedures",
      steps: steps,
      basis: .assumption("de brieven gaan niet verder dan de contracten van 2022")
    )
    try script.programme(.act(programme, .propose(decision)), on: Days.successors)
    for (step, day) in zip(steps, [Days.successors.adding(days: 14), Days.successorsDecided]) {
      for body in step {
        try script.programme(
          .act(programme, .decide(decision.code, body, .adopted)),
          on: day
        )
      }
    }
  }
}
