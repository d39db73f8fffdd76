import Documents

/// Gives a form back to who signed in again: a button that opens it with all that was typed.
///
/// It is not sent by itself: the user looks at it once more and sends it (AC-10).
enum RestorePage {
  /// The field that says "show the form with these values, and carry nothing out".
  static let fieldName = "_terugzetten"

  static func page(_ visit: Visit, _ kept: KeptForm, _ visitor: Visitor) -> Page {
    var html = HTML()
    html.element("form", .method("post"), .action(kept.path)) { html in
      let token = QueryItem(FormFields.tokenName, visitor.formToken)
      for item in [token] + kept.fields.items where item.name != fieldName {
        html.void("input", .type("hidden"), .name(item.name), .value(item.value))
      }
      html.void("input", .type("hidden"), .name(fieldName), .value("ja"))
      html.element("button", .type("submit"), .class("nl-button")) {
        $0.write(visit.say("Terug naar mijn formulier", "Back to my form"))
      }
    }
    return Page(
      visit.say("Uw formulier is bewaard", "Your form is kept"),
      lead: visit.say(
        "Wat u had ingevuld staat klaar. Kijk het na en verzend het opnieuw.",
        "What you had filled in is ready. Check it and send it again."
      ),
      body: html
    )
  }
}
