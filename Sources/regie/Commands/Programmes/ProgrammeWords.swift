import Commissioning
import Quantities
import Rules

/// What happened in a programme, in a sentence.
enum ProgrammeWords {
  static func sentence(of change: ProgrammeChange, in code: ProgrammeCode) -> BilingualText {
    switch change {
    case .replanned(let milestone, let due, _):
      BilingualText(
        "Mijlpaal \(milestone) staat nu op \(due.dutchText).",
        "Milestone \(milestone) is due on \(due) now."
      )
    case .reached(let milestone, let on):
      BilingualText(
        "Mijlpaal \(milestone) is bereikt op \(on.dutchText).",
        "Milestone \(milestone) was reached on \(on)."
      )
    case .proposed(let decision):
      BilingualText(
        "Besluit \(decision.code) ligt voor bij \(BookWords.list(decision.steps.first ?? [])).",
        "Decision \(decision.code) lies before \(BookWords.list(decision.steps.first ?? []))."
      )
    case .decided(let decision, let body, let taken):
      BilingualText(
        "\(body) over besluit \(decision): \(taken.outcome.rawValue).",
        "\(body) on decision \(decision): \(taken.outcome.rawValue)."
      )
    case .budgetSet(let budget):
      BilingualText(
        "Programmabegroting \(budget.year): \(budget.amount.text(in: .dutch)), "
          + (budget.isAdopted ? "vastgesteld." : "voorgesteld."),
        "Programme budget \(budget.year): \(budget.amount.text(in: .english)), "
          + (budget.isAdopted ? "adopted." : "proposed.")
      )
    case .madeReady(let item, _): BilingualText("\(item) is gereed.", "\(item) is ready.")
    case .defaultSet(let key, let value, _):
      BilingualText("Regionale afspraak \(key): \(value).", "Regional default \(key): \(value).")
    case .overridden(let key, let municipality, let value, _):
      BilingualText(
        "Gemeente \(municipality) wijkt af van \(key): \(value).",
        "Municipality \(municipality) does otherwise than \(key): \(value)."
      )
    case .overrideDropped(let key, let municipality):
      BilingualText(
        "Gemeente \(municipality) volgt \(key) weer.",
        "Municipality \(municipality) follows \(key) again."
      )
    default: BilingualText("Vastgelegd in programma \(code).", "Recorded in programme \(code).")
    }
  }
}
