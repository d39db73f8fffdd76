import Documents

/// One or more lines through points, with both axes from 0 to 100 %: the curve of concentration.
struct LineChart {
  let figure: ChartFigure
  let lines: [Line]
  let horizontal: String
  /// Writes thousandths as the axes show them.
  let share: (Int) -> String

  struct Line {
    let name: String
    /// Points as thousandths of the width and of the height, from left to right.
    let points: [Point]
  }

  struct Point {
    let x: Int
    let y: Int
  }

  func write(_ html: inout HTML) {
    let frame = ChartFrame()
    figure.write(&html, frame) { html in
      for step in stride(from: 0, through: 1_000, by: 250) {
        let y = frame.y(permille: step)
        html.line("regie-chart__grid", frame.left, y, frame.width - frame.right, y)
        html.label(share(step), frame.left - 8, y + 5, anchor: "end")
        let anchor = step == 1_000 ? "end" : "middle"
        let x = step == 1_000 ? frame.width - 2 : frame.x(permille: step)
        html.label(share(step), x, frame.height - frame.bottom + 18, anchor: anchor)
      }
      html.label(horizontal, frame.left + frame.plotWidth / 2, frame.height - 6)
      for (index, line) in lines.enumerated() {
        let points = line.points
          .map { "\(frame.x(permille: $0.x)),\(frame.y(permille: $0.y))" }
          .joined(separator: " ")
        html.element(
          "polyline",
          .class("regie-chart__line regie-chart__line--\(index % 3 + 1)"),
          .svg(.points, points),
          text: ""
        )
        guard lines.count > 1, let last = line.points.last(where: { $0.x <= 700 }) else { continue }
        html.label(line.name, frame.x(permille: last.x), frame.y(permille: last.y) - 8)
      }
    }
  }
}
