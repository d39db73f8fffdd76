/// An attribute of an element; its value is escaped when it is written.
package struct HTMLAttribute: Sendable {
  let name: StaticString
  /// Nil for an attribute that says it all by being there, such as `checked`.
  let value: String?

  private init(_ name: StaticString, _ value: String?) {
    self.name = name
    self.value = value
  }

  package static func id(_ value: String) -> Self { Self("id", value) }
  package static func `class`(_ value: String) -> Self { Self("class", value) }
  package static func lang(_ value: String) -> Self { Self("lang", value) }
  package static func charset(_ value: String) -> Self { Self("charset", value) }
  package static func name(_ value: String) -> Self { Self("name", value) }
  package static func content(_ value: String) -> Self { Self("content", value) }
  package static func scope(_ value: String) -> Self { Self("scope", value) }
  package static func title(_ value: String) -> Self { Self("title", value) }
  package static func type(_ value: String) -> Self { Self("type", value) }
  package static func value(_ value: String) -> Self { Self("value", value) }
  package static func role(_ value: String) -> Self { Self("role", value) }
  package static func `for`(_ value: String) -> Self { Self("for", value) }
  package static func rel(_ value: String) -> Self { Self("rel", value) }
  package static func method(_ value: String) -> Self { Self("method", value) }
  package static func encoding(_ value: String) -> Self { Self("enctype", value) }
  package static func accept(_ value: String) -> Self { Self("accept", value) }
  package static func autocomplete(_ value: String) -> Self { Self("autocomplete", value) }
  package static func inputMode(_ value: String) -> Self { Self("inputmode", value) }
  package static func rows(_ value: Int) -> Self { Self("rows", "\(value)") }
  package static func maxLength(_ value: Int) -> Self { Self("maxlength", "\(value)") }
  package static func tabIndex(_ value: Int) -> Self { Self("tabindex", "\(value)") }
  package static func columnSpan(_ value: Int) -> Self { Self("colspan", "\(value)") }
  package static func dateTime(_ value: String) -> Self { Self("datetime", value) }
  package static var checked: Self { Self("checked", nil) }
  package static var selected: Self { Self("selected", nil) }
  package static var `defer`: Self { Self("defer", nil) }
  package static var open: Self { Self("open", nil) }
  package static var multiple: Self { Self("multiple", nil) }

  /// An attribute of the accessibility tree: `aria(.label, "Menu")`.
  package static func aria(_ name: Aria, _ value: String) -> Self { Self(name.attribute, value) }
  /// A value for our own script.
  package static func data(_ name: Data, _ value: String) -> Self { Self(name.attribute, value) }
  /// A measure of a drawing.
  package static func svg(_ name: Drawing, _ value: String) -> Self { Self(name.attribute, value) }

  /// An address within the house, to a mail box or to a secure site; any other becomes `#`.
  ///
  /// An address from a file must never be able to run a script.
  package static func href(_ value: String) -> Self { Self("href", safe(value)) }
  /// The same for what a page brings in.
  package static func source(_ value: String) -> Self { Self("src", safe(value)) }
  /// The same for where a form goes.
  package static func action(_ value: String) -> Self { Self("action", safe(value)) }

  private static func safe(_ value: String) -> String {
    let isSafe = ["https://", "http://", "mailto:", "/", "#", "?"].contains { value.hasPrefix($0) }
    return isSafe && !value.hasPrefix("//") ? value : "#"
  }
}

extension HTMLAttribute {
  /// The attributes of WAI-ARIA that the pages use.
  package enum Aria: Sendable {
    case label, labelledBy, describedBy, current, hidden, live, sort, required, invalid
    case expanded, controls

    var attribute: StaticString {
      switch self {
      case .label: "aria-label"
      case .labelledBy: "aria-labelledby"
      case .describedBy: "aria-describedby"
      case .current: "aria-current"
      case .hidden: "aria-hidden"
      case .live: "aria-live"
      case .sort: "aria-sort"
      case .required: "aria-required"
      case .invalid: "aria-invalid"
      case .expanded: "aria-expanded"
      case .controls: "aria-controls"
      }
    }
  }

  /// What our own script reads.
  package enum Data: Sendable {
    case sessionEnds, sessionWarning, extendAction, submitOnce, focus

    var attribute: StaticString {
      switch self {
      case .sessionEnds: "data-session-ends"
      case .sessionWarning: "data-session-warning"
      case .extendAction: "data-extend-action"
      case .submitOnce: "data-submit-once"
      case .focus: "data-focus"
      }
    }
  }

  /// The attributes of SVG that charts use; colours and widths of lines stand in the style sheet.
  package enum Drawing: Sendable {
    case viewBox, x, y, width, height, x1, y1, x2, y2, cx, cy, r, d, points, textAnchor
    case preserveAspectRatio, focusable

    var attribute: StaticString {
      switch self {
      case .viewBox: "viewBox"
      case .x: "x"
      case .y: "y"
      case .width: "width"
      case .height: "height"
      case .x1: "x1"
      case .y1: "y1"
      case .x2: "x2"
      case .y2: "y2"
      case .cx: "cx"
      case .cy: "cy"
      case .r: "r"
      case .d: "d"
      case .points: "points"
      case .textAnchor: "text-anchor"
      case .preserveAspectRatio: "preserveAspectRatio"
      case .focusable: "focusable"
      }
    }
  }
}
