import Documents
package import Quantities

/// The two days by which figures can be asked for: as known on, and as valid on.
///
/// - Dutch term: peildatum (geldig op), bekend op
package struct DatePickers: Sendable {
  package let knownOn: CivilDate?
  package let validOn: CivilDate
  package let today: CivilDate
  /// Whether what was known on the chosen day was taken over later from another administration.
  package let isTakenOver: Bool
  /// The rest of the query, which the form carries along.
  package let others: Query

  /// The days that were chosen, for links to other pages.
  var chosen: Query {
    Query().setting(
      (Visit.knownOnName, knownOn?.description),
      (Visit.validOnName, validOn == today ? nil : validOn.description)
    )
  }

  func write(_ frame: PageFrame, _ html: inout HTML) {
    let label = frame.say("Peildata", "Reference days")
    html.element("form", .class("regie-dates"), .method("get"), .aria(.label, label)) { html in
      for item in others.items where !item.value.isEmpty {
        html.void("input", .type("hidden"), .name(item.name), .value(item.value))
      }
      field(
        "bekend",
        Visit.knownOnName,
        frame.say("Bekend op", "Known on"),
        frame.say("leeg: alles wat nu bekend is", "empty: all that is known now"),
        knownOn?.description ?? "",
        &html
      )
      field(
        "geldig",
        Visit.validOnName,
        frame.say("Geldig op", "Valid on"),
        frame.say("leeg: vandaag", "empty: today"),
        validOn == today ? "" : validOn.description,
        &html
      )
      html.element("button", .type("submit"), .class("nl-button nl-button--secondary")) {
        $0.write(frame.say("Toon", "Show"))
      }
    }
    if knownOn != nil || validOn != today { notice(frame, &html) }
  }

  private func field(
    _ id: String,
    _ name: String,
    _ label: String,
    _ description: String,
    _ value: String,
    _ html: inout HTML
  ) {
    html.element("div", .class("regie-dates__field")) { html in
      html.element("label", .for("peil-\(id)"), text: label)
      html.element("span", .id("peil-\(id)-uitleg"), .class("regie-dates__hint"), text: description)
      html.void(
        "input",
        .id("peil-\(id)"),
        .class("nl-text-input"),
        .type("date"),
        .name(name),
        .value(value),
        .aria(.describedBy, "peil-\(id)-uitleg")
      )
    }
  }

  private func notice(_ frame: PageFrame, _ html: inout HTML) {
    var text = ""
    if let knownOn {
      let day = Wording.day(knownOn, frame.language)
      text += frame.say("Zoals bekend op \(day). ", "As known on \(day). ")
    }
    if validOn != today {
      let day = Wording.day(validOn, frame.language)
      text += frame.say("Zoals geldig op \(day). ", "As valid on \(day). ")
    }
    if isTakenOver {
      text += frame.say(
        "Die dag is overgenomen historie: later ingebracht dan de dag zelf.",
        "That day is history taken over: brought in later than the day itself."
      )
    }
    html.element("p", .class("regie-dates__notice"), .role("status"), text: text)
  }
}
