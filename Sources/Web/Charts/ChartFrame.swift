import Documents

/// The space in which a chart is drawn: whole points, so that no figure passes through a `Double`.
struct ChartFrame {
  let width = 760
  let height = 320
  let left = 112
  let right = 20
  let top = 16
  let bottom = 44

  var plotWidth: Int { width - left - right }
  var plotHeight: Int { height - top - bottom }

  /// The place of a share (in thousandths) of the plot's width.
  func x(permille: Int) -> Int { left + plotWidth * permille / 1_000 }

  /// The place of a share (in thousandths) of the plot's height, from below.
  func y(permille: Int) -> Int { top + plotHeight - plotHeight * permille / 1_000 }

  /// A value as thousandths of the largest; 0 when there is nothing to compare with.
  static func permille(_ value: Int64, of largest: Int64) -> Int {
    guard largest > 0, value > 0 else { return 0 }
    let scaled = value.multipliedFullWidth(by: 1_000)
    guard value <= largest else { return 1_000 }
    return Int(largest.dividingFullWidth(scaled).quotient)
  }

  /// A round number at or above a value for the top of an axis, which four marks divide.
  static func roundedUp(_ value: Int64) -> Int64 {
    guard value > 4 else { return 4 }
    var step: Int64 = 1
    while step <= value / 10 { step *= 10 }
    for tenths in [Int64(12), 16, 20, 24, 32, 40, 60, 80, 100] where step <= Int64.max / 100 {
      let top = step * tenths / 10
      if top >= value, top % 4 == 0 { return top }
    }
    return step <= Int64.max / 20 ? step * 20 : value
  }
}

/// A picture with the conclusion above it; the numbers stand in a table below it (AC-13).
struct ChartFigure {
  /// What can be seen in it, in one sentence.
  let conclusion: String
  /// What the picture is, for who cannot see it.
  let description: String

  func write(_ html: inout HTML, _ frame: ChartFrame, _ drawing: (inout HTML) -> Void) {
    html.element("figure", .class("regie-chart")) { html in
      html.element("figcaption", text: conclusion)
      html.element(
        "svg",
        .svg(.viewBox, "0 0 \(frame.width) \(frame.height)"),
        .role("img"),
        .aria(.label, description),
        .svg(.focusable, "false"),
        content: drawing
      )
    }
  }
}

extension HTML {
  /// A line between two points.
  mutating func line(_ style: String, _ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) {
    element(
      "line",
      .class(style),
      .svg(.x1, "\(x1)"),
      .svg(.y1, "\(y1)"),
      .svg(.x2, "\(x2)"),
      .svg(.y2, "\(y2)"),
      text: ""
    )
  }

  /// Words in a drawing.
  mutating func label(_ text: String, _ x: Int, _ y: Int, anchor: String = "middle") {
    element(
      "text",
      .svg(.x, "\(x)"),
      .svg(.y, "\(y)"),
      .svg(.textAnchor, anchor),
      text: text
    )
  }

  /// A filled rectangle.
  mutating func bar(_ style: String, _ x: Int, _ y: Int, _ width: Int, _ height: Int) {
    element(
      "rect",
      .class(style),
      .svg(.x, "\(x)"),
      .svg(.y, "\(y)"),
      .svg(.width, "\(max(width, 0))"),
      .svg(.height, "\(max(height, 0))"),
      text: ""
    )
  }
}
