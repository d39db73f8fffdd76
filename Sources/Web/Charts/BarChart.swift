import Documents

/// Bars side by side, in a row of groups such as months, with a line across where a limit lies.
struct BarChart {
  let figure: ChartFigure
  let groups: [Group]
  /// A limit across the whole chart; nil for none.
  var limit: Limit?
  /// Writes a value as the axis shows it.
  let value: (Int64) -> String

  struct Group {
    let name: String
    /// A value per series, in the same order in every group.
    let values: [Int64]
  }

  struct Limit {
    let name: String
    let value: Int64
  }

  func write(_ html: inout HTML) {
    let frame = ChartFrame()
    let largest = groups.flatMap(\.values).max() ?? 0
    let top = ChartFrame.roundedUp(max(largest, limit?.value ?? 0))
    figure.write(&html, frame) { html in
      for quarter in 0...4 {
        let y = frame.y(permille: quarter * 250)
        html.line("regie-chart__grid", frame.left, y, frame.width - frame.right, y)
        html.label(value(top / 4 * Int64(quarter)), frame.left - 8, y + 5, anchor: "end")
      }
      bars(&html, frame, top)
      guard let limit else { return }
      let y = frame.y(permille: ChartFrame.permille(limit.value, of: top))
      html.line("regie-chart__mark", frame.left, y, frame.width - frame.right, y)
      html.label(limit.name, frame.left + 6, y - 6, anchor: "start")
    }
  }

  private func bars(_ html: inout HTML, _ frame: ChartFrame, _ top: Int64) {
    guard !groups.isEmpty else { return }
    let room = frame.plotWidth / groups.count
    // Where names would run into each other, every second one is left out; the table has them all.
    let every = max(1, 48 / max(room, 1) + (room < 48 ? 1 : 0))
    for (index, group) in groups.enumerated() {
      let start = frame.left + frame.plotWidth * index / groups.count
      let width = max(2, (room - 6) / max(1, group.values.count))
      for (series, value) in group.values.enumerated() {
        let y = frame.y(permille: ChartFrame.permille(value, of: top))
        html.bar(
          "regie-chart__bar--\(series % 3 + 1)",
          start + 3 + series * width,
          y,
          width - 1,
          frame.top + frame.plotHeight - y
        )
      }
      guard index % every == 0 else { continue }
      html.label(group.name, start + room / 2, frame.height - frame.bottom + 18)
    }
  }
}
