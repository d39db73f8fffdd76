import Commissioning
import Documents
import Region

/// The choices of the region where the standard leaves one open; no secret stands here.
enum SettingsPage {
  static func page(_ visit: Visit) -> Page {
    var html = HTML()
    let lines = visit.state.currentSettings.fileLines
    PlainTable(
      id: "instellingen",
      caption: visit.say("Keuzes van de regio", "Choices of the region"),
      columns: [
        ListTable.Column("naam", visit.say("Keuze", "Choice")),
        ListTable.Column("waarde", visit.say("Antwoord", "Answer")),
      ],
      rows: lines.map { ListTable.Row([.text($0.key), .text($0.value)]) }
    ).write(&html, on: visit)
    let version = max(0, visit.state.settings.count - 1)
    html.note(
      visit.say(
        "Dit is versie \(version). Een oordeel noemt de versie waarmee het is gegeven; wijzigen "
          + "gaat met regie contracts settings.",
        "This is version \(version). A verdict names the version it was given by; they are changed "
          + "with regie contracts settings."
      )
    )
    return Page(
      visit.say("Instellingen", "Settings"),
      lead: visit.say(
        "Hoe de regio regels leest waar de standaard ruimte laat.",
        "How the region reads rules where the standard leaves room."
      ),
      body: html
    )
  }
}
