import Documents

/// The accessibility statement (AC-16).
enum AccessibilityPage {
  static func page(_ visit: Visit) -> Page {
    var html = HTML()
    html.heading(2, visit.say("Stand", "Status"))
    html.paragraph(
      visit.say(
        "Deze pagina's zijn gemaakt naar WCAG 2.2, niveau A en AA. Bij elke wijziging test een "
          + "programma alle pagina's, in licht en donker, op breed en smal scherm. Een toets door "
          + "een onafhankelijke deskundige is nog niet gedaan.",
        "These pages are made to WCAG 2.2, levels A and AA. With every change a program tests all "
          + "pages, light and dark, on wide and narrow screens. An audit by an independent expert "
          + "has not been done yet."
      )
    )
    html.heading(2, visit.say("Bekende gebreken", "Known faults"))
    html.paragraph(
      visit.say(
        "Er zijn geen gebreken bekend. Elke grafiek heeft een tabel met dezelfde cijfers.",
        "No faults are known. Every chart has a table with the same figures."
      )
    )
    html.heading(2, visit.say("Loopt u ergens tegenaan?", "Did you run into something?"))
    html.paragraph(
      visit.say(
        "Meld het bij het servicepunt van uw regio. U krijgt binnen 5 werkdagen antwoord.",
        "Tell the service point of your region. You get an answer within 5 working days."
      )
    )
    html.note(visit.say("Vastgesteld op 21 november 2026.", "Adopted on 21 November 2026."))
    return Page(visit.say("Toegankelijkheid", "Accessibility"), body: html)
  }
}
