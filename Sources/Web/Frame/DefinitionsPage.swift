import Documents

/// What figures and words on the pages mean; every figure leads here.
enum DefinitionsPage {
  static func page(_ visit: Visit) -> Page {
    var html = HTML()
    for definition in Definition.allCases {
      let (name, meaning) = (definition.name, definition.meaning)
      html.heading(2, visit.say(name.dutch, name.english), id: definition.rawValue)
      html.paragraph(visit.say(meaning.dutch, meaning.english))
    }
    return Page(
      visit.say("Begrippen en berekeningen", "Terms and calculations"),
      lead: visit.say(
        "Wat de cijfers betekenen en hoe we ze uitrekenen.",
        "What the figures mean and how they are computed."
      ),
      body: html
    )
  }
}
