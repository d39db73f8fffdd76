import Landscape
import Rules

/// Goals as rows: each indicator of a goal is one, and a goal without any says so.
struct GoalWords {
  let visit: Visit

  init(_ visit: Visit) { self.visit = visit }

  /// A goal with one of its indicators.
  struct Line: Sendable {
    let goal: Goal
    let strategy: Strategy
    /// The segment whose goal it is; nil for a goal of the whole strategy.
    let segment: Segment?
    let indicator: Goal.Indicator?
  }

  static func lines(of goals: [Goal], _ strategy: Strategy, _ segment: Segment?) -> [Line] {
    goals.flatMap { goal -> [Line] in
      let indicators = goal.indicators.value ?? []
      guard !indicators.isEmpty else {
        return [Line(goal: goal, strategy: strategy, segment: segment, indicator: nil)]
      }
      return indicators.map {
        Line(goal: goal, strategy: strategy, segment: segment, indicator: $0)
      }
    }
  }

  /// All goals of a strategy: those of the whole, then those of each segment.
  static func lines(of strategy: Strategy) -> [Line] {
    lines(of: strategy.goals.value ?? [], strategy, nil)
      + strategy.segments.flatMap { lines(of: $0.goals, strategy, $0) }
  }

  func table(id: String, _ caption: String, _ lines: [Line]) -> ListTable {
    let baseline = Definition.baseline.rawValue
    return ListTable(
      id: id,
      caption: caption,
      columns: [
        ListTable.Column("doel", visit.say("Doel", "Goal")),
        ListTable.Column("van", visit.say("Van", "Of")),
        ListTable.Column("richting", visit.say("Richting", "Direction")),
        ListTable.Column("indicator", visit.say("Indicator", "Indicator")),
        ListTable.Column("nulmeting", visit.say("Nulmeting", "Baseline"), definition: baseline),
        ListTable.Column("streefwaarde", visit.say("Streefwaarde", "Target"), definition: baseline),
        ListTable.Column("op", visit.say("Te bereiken", "To be reached")),
        ListTable.Column("bron", visit.say("Bron", "Source")),
      ],
      rows: lines.map(row)
    )
  }

  private func row(_ line: Line) -> ListTable.Row {
    let of: ListTable.Cell =
      if let segment = line.segment {
        .link(
          segment.title,
          .landscape(.segment(strategy: line.strategy.code, segment: segment.code))
        )
      } else {
        .quoted(line.strategy.name)
      }
    return ListTable.Row([
      .quoted(([line.goal.text] + line.goal.parts).joined(separator: "; ")), of,
      .text(line.goal.direction.map { visit.say($0.text) } ?? ""),
      indicator(line),
      .text(line.indicator.map { visit.say($0.baseline.orUnknown) } ?? ""),
      .text(line.indicator.map { visit.say($0.target.orUnknown) } ?? ""),
      .text(line.indicator?.on.map { visit.say($0.orUnknown) } ?? ""),
      .text(visit.say(line.goal.provenance.sourceText)),
    ])
  }

  private func indicator(_ line: Line) -> ListTable.Cell {
    if let indicator = line.indicator { return .quoted(indicator.name) }
    let reason = line.goal.indicators.reason.map { visit.say(.reason($0)) }
    let word = visit.say("geen", "none")
    return .status(.warning, reason.map { "\(word): \($0)" } ?? word)
  }
}
