import Documents

/// A choice beside the search text by which a list is made shorter.
package struct ListFilter: Sendable {
  package let name: String
  package let label: String
  package let choices: [Choice]
  /// The value that is chosen; nil for all.
  package let chosen: String?
  /// The words for no choice; nil where something is always chosen.
  let allText: String?

  package struct Choice: Sendable {
    package let value: String
    package let text: String

    package init(_ value: String, _ text: String) {
      self.value = value
      self.text = text
    }
  }

  /// A filter whose value comes from the address; a value that is no choice counts as none.
  package init(_ name: String, _ label: String, _ choices: [Choice], on visit: Visit) {
    self.name = name
    self.label = label
    self.choices = choices
    let asked = visit.query[name]
    chosen = choices.contains { $0.value == asked } ? asked : nil
    allText = visit.say("Alle", "All")
  }

  /// A filter that always has a value, such as the year of a figure: what the page shows.
  package init(_ name: String, _ label: String, _ choices: [Choice], shown: String) {
    self.name = name
    self.label = label
    self.choices = choices
    chosen = shown
    allText = nil
  }

  /// Whether it makes the list shorter than it would be by itself.
  package var isSet: Bool { chosen != nil && allText != nil }

  func write(_ table: String, _ html: inout HTML) {
    let id = "\(table)-\(name)"
    html.element("div", .class("regie-filter__field")) { html in
      html.element("label", .for(id), text: label)
      html.element("select", .id(id), .class("nl-select"), .name(name)) { html in
        if let allText { html.element("option", .value(""), text: allText) }
        for choice in choices {
          html.element(
            "option",
            .value(choice.value),
            choice.value == chosen ? .selected : nil,
            text: choice.text
          )
        }
      }
    }
  }
}
