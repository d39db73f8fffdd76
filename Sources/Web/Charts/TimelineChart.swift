import Documents
import Quantities

/// Phases as bars and milestones as marks along the days, with a line for today.
struct TimelineChart {
  let figure: ChartFigure
  let first: CivilDate
  let last: CivilDate
  let phases: [Phase]
  let marks: [Mark]
  /// The day of today with its word; nil when it lies outside.
  let today: (day: CivilDate, name: String)?

  struct Phase {
    let name: String
    let first: CivilDate
    let last: CivilDate
  }

  struct Mark {
    let name: String
    let day: CivilDate
    /// The day on which it was planned, when it slipped.
    let planned: CivilDate?
  }

  private static let rowHeight = 30

  func write(_ html: inout HTML) {
    let rows = phases.count + marks.count
    let width = 760
    let height = 40 + rows * Self.rowHeight
    html.element("figure", .class("regie-chart")) { html in
      html.element("figcaption", text: figure.conclusion)
      html.element(
        "svg",
        .svg(.viewBox, "0 0 \(width) \(height)"),
        .role("img"),
        .aria(.label, figure.description),
        .svg(.focusable, "false")
      ) { html in
        years(&html, height)
        for (row, phase) in phases.enumerated() { draw(phase, row, &html) }
        for (row, mark) in marks.enumerated() { draw(mark, phases.count + row, &html) }
        guard let today, let x = x(today.day) else { return }
        html.line("regie-chart__mark", x, 20, x, height)
        html.label(today.name, x, 14)
      }
    }
  }

  /// The place of a day; nil when it lies outside.
  private func x(_ day: CivilDate) -> Int? {
    guard first < last, day >= first, day <= last else { return nil }
    let share = Int(day.dayNumber - first.dayNumber) * 700 / Int(last.dayNumber - first.dayNumber)
    return 30 + share
  }

  private func years(_ html: inout HTML, _ height: Int) {
    for year in first.year...max(first.year, last.year) {
      guard let day = CivilDate(year: year, month: 1, day: 1), let x = x(day) else { continue }
      html.line("regie-chart__grid", x, 20, x, height)
      html.label("\(year)", x > 700 ? x - 4 : x + 4, 34, anchor: x > 700 ? "end" : "start")
    }
  }

  private func draw(_ phase: Phase, _ row: Int, _ html: inout HTML) {
    let y = 40 + row * Self.rowHeight
    let start = x(max(phase.first, first)) ?? 30
    let end = x(min(phase.last, last)) ?? 730
    html.bar("regie-chart__bar--1", start, y + 16, max(end - start, 3), 10)
    label(phase.name, start, start, y, &html)
  }

  private func draw(_ mark: Mark, _ row: Int, _ html: inout HTML) {
    let y = 40 + row * Self.rowHeight
    guard let place = x(mark.day) else { return }
    if let planned = mark.planned.flatMap(x) {
      html.line("regie-chart__axis", planned, y + 20, place, y + 20)
      html.bar("regie-chart__bar--2", planned - 4, y + 16, 8, 8)
    }
    html.bar("regie-chart__bar--1", place - 4, y + 16, 8, 8)
    label(mark.name, place - 4, place + 4, y, &html)
  }

  /// A name above its bar: from its start, or up to its end where there is no more room.
  private func label(_ name: String, _ start: Int, _ end: Int, _ y: Int, _ html: inout HTML) {
    let short = name.count > 60 ? name.prefix(59) + "…" : name[...]
    // About eight points a letter; a name too long for either side begins where it just fits.
    let width = short.count * 8
    if start + width <= 750 { return html.label(String(short), start, y + 12, anchor: "start") }
    html.label(String(short), max(end, min(width, 750)), y + 12, anchor: "end")
  }
}
