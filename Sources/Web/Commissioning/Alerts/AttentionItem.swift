package import Commissioning
package import Quantities

/// One thing in the room that asks for attention, wherever it comes from.
package struct AttentionItem: Hashable, Sendable {
  package let urgency: ContractAlert.Urgency
  package let kind: Kind
  /// What it is about; leads to its page.
  package let subject: ListTable.Cell
  package let what: String
  package let due: CivilDate?
  /// What asks for it: a clause, a law, a document line, or an assumption.
  package let source: String
  package let provider: ChamberNumber?
  package let municipalities: [MunicipalityCode]

  package enum Kind: String, CaseIterable, Sendable {
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
  package func text(_ view: CommissioningView) -> String {
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
