import Commissioning
import Region
import Rules

/// What happened in a procedure or a programme, in a sentence for whoever asked for it.
enum BookWords {
  static func sentence(of event: RegionEvent) -> BilingualText {
    switch event {
    case .procedure(.prepared(let plan)):
      BilingualText(
        "Procedure \(plan.code) is voorbereid.",
        "Procedure \(plan.code) is prepared."
      )
    case .procedure(.happened(let code, let change)): ProcedureWords.sentence(of: change, in: code)
    case .programme(.adopted(let plan)):
      BilingualText(
        "Programma \(plan.code) is vastgesteld met "
          + "\(CountedNoun.milestone.text(plan.milestones.count).dutch).",
        "Programme \(plan.code) is adopted with "
          + "\(CountedNoun.milestone.text(plan.milestones.count).english)."
      )
    case .programme(.happened(let code, let change)): ProgrammeWords.sentence(of: change, in: code)
    case .contract(let event): event.words
    default: BilingualText("Vastgelegd.", "Recorded.")
    }
  }

  static func list(_ values: some Sequence<some CustomStringConvertible>) -> String {
    values.map(\.description).joined(separator: ", ")
  }
}
