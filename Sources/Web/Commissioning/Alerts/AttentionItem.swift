import Commissioning
import Quantities

/// One thing in the room that asks for attention, wherever it comes from.
struct AttentionItem: Hashable, Sendable {
  let urgency: ContractAlert.Urgency
  let kind: Kind
  /// What it is about; leads to its page.
  let subject: ListTable.Cell
  let what: String
  let due: CivilDate?
  /// What asks for it: a clause, a law, a document line, or an assumption.
  let source: String
  let provider: ChamberNumber?
  let municipalities: [MunicipalityCode]

  enum Kind: String, CaseIterable, Sendable {
    case duty = "plicht"
    case decisiveDate = "beslisdatum"
    case ceiling = "plafond"
    case coverage = "dekking"
    case procedure = "procedure"
    case quality = "kwaliteit"
    case conflict = "dubbele-prijs"
  }
}

extension AttentionItem.Kind {
  func text(_ view: CommissioningView) -> String {
    switch self {
    case .duty: view.say("Contractplicht", "Contract duty")
    case .decisiveDate: view.say("Beslisdatum", "Decisive date")
    case .ceiling: view.say("Plafond", "Ceiling")
    case .coverage: view.say("Dekking", "Coverage")
    case .procedure: view.say("Procedure", "Procedure")
    case .quality: view.say("Kwaliteitstoets", "Quality test")
    case .conflict: view.say("Dubbele prijs", "Double price")
    }
  }
}
