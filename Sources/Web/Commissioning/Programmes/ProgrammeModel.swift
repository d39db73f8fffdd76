package import Commissioning
package import Quantities

/// A programme as it stands on a day.
package struct ProgrammeModel: Sendable {
  package let programme: CommissioningProgramme
  package let milestones: [MilestoneRow]
  package let clashes: [ScheduleClash]
  /// The milestones on which contracts begin, the first first.
  package let starts: [MilestoneForecast]
  package let ending: [ScopeItem]

  package struct MilestoneRow: Sendable {
    package let milestone: Milestone
    package let forecast: MilestoneForecast
    /// Where it was moved to since the plan; nil when it was not.
    package let replanned: CivilDate?
  }

  package init(_ programme: CommissioningProgramme, on day: CivilDate) {
    self.programme = programme
    milestones = programme.forecast(on: day).compactMap { forecast in
      programme.plan.milestone(forecast.milestone).map { milestone in
        MilestoneRow(
          milestone: milestone,
          forecast: forecast,
          replanned: programme.replanned[forecast.milestone]
        )
      }
    }
    clashes = programme.clashes()
    starts = programme.contractStarts(on: day).sorted { $0.expected < $1.expected }
    ending = programme.endingArrangements(on: day)
  }

  package var reached: Int { milestones.count(where: \.forecast.isReached) }

  /// The first milestone that was not reached.
  package var next: MilestoneRow? {
    milestones.filter { !$0.forecast.isReached }
      .min { $0.forecast.expected < $1.forecast.expected }
  }

  /// How many decisions wait for a body.
  package var waiting: Int {
    programme.decisions.count {
      if case .waiting = $0.state { true } else { false }
    }
  }

  /// The first and the last day of everything that has one, for the timeline.
  package var span: (first: CivilDate, last: CivilDate)? {
    let days =
      programme.plan.phases.flatMap { [$0.period.first, $0.period.last].compactMap(\.self) }
      + milestones.flatMap { [$0.forecast.due, $0.forecast.expected] }
    guard let first = days.min(), let last = days.max(), first < last else { return nil }
    return (first, last)
  }
}
