package import Quantities
package import Rules

/// Two milestones whose days contradict that the one comes before the other.
///
/// - Dutch term: botsing in de planning (I15: 002:234-242)
package struct ScheduleClash: Hashable, Sendable {
  package let milestone: MilestoneCode
  package let due: CivilDate
  package let waitsFor: MilestoneCode
  /// The first day on which it could be ready, given the one it waits for.
  package let earliest: CivilDate

  /// The sentence for an official.
  package var text: BilingualText {
    BilingualText(
      "Mijlpaal \(milestone) staat op \(due.dutchText), maar wacht op \(waitsFor) en kan daardoor op "
        + "zijn vroegst op \(earliest.dutchText) gereed zijn.",
      "Milestone \(milestone) is due on \(due), but waits for \(waitsFor) and so can be ready on "
        + "\(earliest) at the earliest."
    )
  }
}

/// When a milestone is to be expected, after what happened until now.
///
/// - Dutch term: verwachte datum, uitloop
package struct MilestoneForecast: Hashable, Sendable {
  package let milestone: MilestoneCode
  package let due: CivilDate
  package let expected: CivilDate
  /// The milestone because of which it is late; nil when it is not, or is so by itself.
  package let becauseOf: MilestoneCode?
  package let isReached: Bool

  /// How many days later than planned; never negative.
  package var slipDays: Int { max(0, due.days(to: expected)) }
}

extension CommissioningProgramme {
  /// The milestones that are due before what they wait for can be ready.
  package func clashes(calendar: WorkCalendar = WorkCalendar()) -> [ScheduleClash] {
    plan.milestones.flatMap { milestone in
      milestone.after.compactMap { dependency -> ScheduleClash? in
        guard reached[milestone.code] == nil,
          let before = reached[dependency.milestone] ?? due(dependency.milestone),
          let due = due(milestone.code)
        else { return nil }
        let earliest = dependency.lag?.shift(before, in: calendar) ?? before
        guard due < earliest else { return nil }
        return ScheduleClash(
          milestone: milestone.code,
          due: due,
          waitsFor: dependency.milestone,
          earliest: earliest
        )
      }
    }
  }

  /// When every milestone is to be expected on a day: not before it when it has not been reached,
  /// and not before what it waits for.
  package func forecast(
    on today: CivilDate,
    calendar: WorkCalendar = WorkCalendar()
  ) -> [MilestoneForecast] {
    var expected: [MilestoneCode: CivilDate] = [:]
    var forecasts: [MilestoneCode: MilestoneForecast] = [:]
    for milestone in plan.inOrder ?? [] {
      let due = due(milestone.code) ?? milestone.due
      let done = reached[milestone.code]
      var day = done ?? max(due, today)
      var cause: MilestoneCode?
      if done == nil {
        for dependency in milestone.after {
          guard let before = expected[dependency.milestone] else { continue }
          let earliest = dependency.lag?.shift(before, in: calendar) ?? before
          if earliest > day {
            day = earliest
            cause = dependency.milestone
          }
        }
      }
      expected[milestone.code] = day
      forecasts[milestone.code] = MilestoneForecast(
        milestone: milestone.code,
        due: milestone.due,
        expected: day,
        becauseOf: cause,
        isReached: done != nil
      )
    }
    return plan.milestones.compactMap { forecasts[$0.code] }
  }

  /// The effect of all slip on the start of contracts: what is expected, beside what was planned.
  package func contractStarts(
    on today: CivilDate,
    calendar: WorkCalendar = WorkCalendar()
  ) -> [MilestoneForecast] {
    let starts = Set(plan.milestones.filter(\.isContractStart).map(\.code))
    return forecast(on: today, calendar: calendar).filter { starts.contains($0.milestone) }
  }
}
