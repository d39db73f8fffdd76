import Documents
import Landscape
import Region

/// The choice of two versions; it only asks, so that the comparison has an address to send on.
struct ComparisonForm {
  static let (fromName, toName) = ("van", "naar")

  let visit: Visit

  init(_ visit: Visit) { self.visit = visit }

  private var book: StrategyBook { visit.state.strategies }

  /// The version that a name of the query asks for, by its number in the list of versions.
  private func asked(_ name: String) -> Int? {
    visit.query[name].flatMap { Int($0) }.flatMap {
      book.adoptions.indices.contains($0 - 1) ? $0 : nil
    }
  }

  /// The two versions: those asked for, or else the newest against the one it goes on from.
  var pair: (from: Int, to: Int)? {
    guard !book.adoptions.isEmpty else { return nil }
    let to = asked(Self.toName) ?? newest
    return (asked(Self.fromName) ?? earlier(than: to) ?? to, to)
  }

  /// The newest version that goes on from another, or else the newest.
  private var newest: Int {
    let numbers = (1...book.adoptions.count).reversed()
    return numbers.first { earlier(than: $0) != nil } ?? book.adoptions.count
  }

  /// The version that another takes the place of; nil when there is none.
  private func earlier(than number: Int) -> Int? {
    let strategy = book.adoptions[number - 1].strategy
    let before = book.adoptions.prefix(number - 1)
    let place =
      before.lastIndex { $0.strategy.code == strategy.code }
      ?? book.adoptions.lastIndex { strategy.succeeds.contains($0.strategy.code) }
    return place.map { $0 + 1 }
  }

  func write(_ html: inout HTML) {
    guard let pair else { return }
    html.heading(2, visit.say("Vergelijk twee versies", "Compare two versions"))
    let label = visit.say("Vergelijk twee versies", "Compare two versions")
    html.element(
      "form",
      .class("regie-filter"),
      .method("get"),
      .action(visit.path(.landscape(.comparison))),
      .aria(.label, label)
    ) { html in
      for name in [Visit.knownOnName, Visit.validOnName] {
        guard let value = visit.query[name] else { continue }
        html.void("input", .type("hidden"), .name(name), .value(value))
      }
      select(Self.fromName, visit.say("Van", "From"), pair.from, &html)
      select(Self.toName, visit.say("Naar", "To"), pair.to, &html)
      html.element("button", .type("submit"), .class("nl-button nl-button--secondary")) {
        $0.write(visit.say("Vergelijk", "Compare"))
      }
    }
  }

  private func select(_ name: String, _ label: String, _ chosen: Int, _ html: inout HTML) {
    html.element("div", .class("regie-filter__field")) { html in
      html.element("label", .for("versie-\(name)"), text: label)
      html.element("select", .id("versie-\(name)"), .class("nl-select"), .name(name)) { html in
        for (place, adoption) in book.adoptions.enumerated() {
          let day = Wording.shortDay(adoption.on, visit.language)
          html.element(
            "option",
            .value("\(place + 1)"),
            place + 1 == chosen ? .selected : nil,
            text: "\(place + 1). \(adoption.strategy.name) (\(day))"
          )
        }
      }
    }
  }
}
