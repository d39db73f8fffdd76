package import Documents

/// The pieces that pages are put together from; each has the structure and the classes of its
/// component in NL Design System.
extension HTML {
  /// A heading; the page itself has the first level.
  package mutating func heading(_ level: Int, _ text: String, id: String? = nil) {
    let style = HTMLAttribute.class("nl-heading nl-heading--level-\(level)")
    switch level {
    case 2: element("h2", style, id.map { .id($0) }, text: text)
    case 3: element("h3", style, id.map { .id($0) }, text: text)
    default: element("h4", style, id.map { .id($0) }, text: text)
    }
  }

  package mutating func paragraph(_ text: String) { element("p", text: text) }

  /// Smaller words beside something: a source, a note.
  package mutating func note(_ text: String) {
    element("p", .class("regie-subtle"), text: text)
  }

  /// The way to a form by which something is proposed; only for who may.
  package mutating func deedLink(_ text: String, _ path: String) {
    element("p") {
      $0.element("a", .class("nl-button nl-button--secondary"), .href(path), text: text)
    }
  }

  package mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    element("ul") { html in
      for item in items { html.element("li", text: item) }
    }
  }

  /// What is known of one thing: names with their values.
  package mutating func facts(_ facts: [(name: String, value: String)]) {
    element("dl", .class("nl-data-list")) { html in
      for fact in facts {
        html.element("dt", text: fact.name)
        html.element("dd", text: fact.value)
      }
    }
  }

  /// The same with values that are written by the caller.
  package mutating func facts(_ write: (inout HTML) -> Void) {
    element("dl", .class("nl-data-list"), content: write)
  }

  /// One name with a value written by the caller, within `facts`.
  package mutating func fact(_ name: String, _ write: (inout HTML) -> Void) {
    element("dt", text: name)
    element("dd", content: write)
  }

  package mutating func badge(_ kind: StatusKind, _ text: String) {
    // A word or two stay together; a sentence may be broken.
    let short = text.utf8.count <= 24 ? " nl-status-badge--short" : ""
    element("span", .class("nl-status-badge nl-status-badge--\(kind.rawValue)\(short)"), text: text)
  }

  /// A message that stands out.
  package mutating func alert(
    _ kind: StatusKind,
    _ title: String?,
    _ write: (inout HTML) -> Void
  ) {
    element("div", .class("nl-alert nl-alert--\(kind.rawValue)")) { html in
      if let title { html.heading(2, title) }
      write(&html)
    }
  }

  /// Figures side by side; each leads to its definition or to the lines behind it.
  package mutating func tiles(_ tiles: [Tile], _ visit: Visit) {
    element("ul", .class("regie-cards")) { html in
      for tile in tiles {
        html.element("li", .class("regie-card")) { html in
          html.element("p", .class("regie-subtle")) { html in
            html.write(tile.name)
            if let definition = tile.definition {
              html.definitionLink(tile.name, definition, visit)
            }
          }
          html.element("p", .class("regie-figure"), text: tile.figure)
          guard let (text, address) = tile.behind else { return }
          html.element("p") { $0.element("a", .href(visit.path(address)), text: text) }
        }
      }
    }
  }

  /// The small question mark that leads to what a figure means.
  package mutating func definitionLink(_ name: String, _ definition: String, _ visit: Visit) {
    write(" ")
    element(
      "a",
      .class("regie-definition"),
      .href(visit.path(.definitions) + "#\(definition)"),
      .aria(.label, visit.say("Wat betekent \(name)?", "What does \(name) mean?")),
      text: "?"
    )
  }
}

/// One figure with its name.
package struct Tile: Sendable {
  package let name: String
  package let figure: String
  /// The anchor of its definition.
  package let definition: String?
  /// The list of lines that it is the sum of.
  package let behind: (String, RegionAddress)?

  package init(
    _ name: String,
    _ figure: String,
    definition: String? = nil,
    behind: (String, RegionAddress)? = nil
  ) {
    self.name = name
    self.figure = figure
    self.definition = definition
    self.behind = behind
  }
}
