import Documents
package import Quantities
import Rules

/// That what is shown was made up, and the day on which it stands still.
package struct SyntheticNotice: Sendable {
  /// The last day of the region; nil on a page about more regions.
  package let day: CivilDate?

  package init(day: CivilDate?) { self.day = day }

  func write(_ language: Language, _ html: inout HTML) {
    func say(_ dutch: String, _ english: String) -> String {
      language == .dutch ? dutch : english
    }
    let label = say("Let op", "Please note")
    html.element("aside", .class("regie-synthetic"), .aria(.label, label)) { html in
      html.element("p") { html in
        html.element("strong", text: say("Verzonnen regio.", "Invented region."))
        html.write(" ")
        html.write(
          say(
            "Bewoners, aanbieders en bedragen zijn gemaakt; de strategie is echt.",
            "Residents, providers and amounts are made up; the strategy is real."
          )
        )
        if let day {
          let words = Wording.day(day, language)
          html.write(" ")
          html.write(say("Vandaag is het hier \(words).", "Here today is \(words)."))
        }
      }
    }
  }
}
