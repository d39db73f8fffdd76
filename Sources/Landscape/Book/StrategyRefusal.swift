package import Quantities
package import Rules

/// Why a strategy is not adopted.
package enum StrategyRefusal: Error, Hashable, Sendable {
  case notChecked(BilingualText, errors: Int)
  case noFirstDay(String, reason: String)
  case same(String, on: CivilDate)
  case otherLaw(String, PolicyLaw)
  case otherRegion(String)
  case unknownDecision(String, of: String)
  case clash(String, segment: String, from: CivilDate)
  case overtaken(String)

  /// The sentence for an official: what forbids it, and what can be done.
  package var text: String {
    switch self {
    case .notChecked(let first, let errors):
      "De strategie heeft fouten (\(errors)): \(first.dutch) Controleer het bestand met regie strategy "
        + "check."
    case .noFirstDay(let code, let reason):
      "Van strategie \(code) is niet bekend vanaf wanneer zij geldt (\(reason)). Vul geldig_vanaf "
        + "in; daarna is zij vast te stellen."
    case .same(let code, let on):
      "Strategie \(code) is op \(on.dutchText) al precies zo vastgesteld; er verandert niets."
    case .otherLaw(let code, let law):
      "Strategie \(code) is eerder voor een andere wet vastgesteld (\(law.dutchText)). Kies een "
        + "andere code."
    case .otherRegion(let name):
      "Deze strategie is van \(name); geen van die gemeenten hoort bij deze map. Kies de map van "
        + "die regio."
    case .unknownDecision(let decision, let code):
      "Besluit \(decision) staat niet in strategie \(code). Neem het op onder besluiten, of noem "
        + "een besluit dat er staat."
    case .clash(let code, let segment, let from):
      "Strategie \(code) zegt vanaf \(from.dutchText) al iets over segment \(segment). Noem haar "
        + "onder opvolger_van, of geef een van beide een einddatum."
    case .overtaken(let code):
      "Strategie \(code) zou al zijn opgevolgd voor zij begint. Controleer geldig_vanaf en "
        + "opvolger_van."
    }
  }

  /// The same in English.
  package var english: String {
    switch self {
    case .notChecked(let first, let errors):
      "The strategy has errors (\(errors)): \(first.english) Check the file with regie strategy "
        + "check."
    case .noFirstDay(let code, let reason):
      "It is not known from when strategy \(code) holds (\(reason)). Fill in geldig_vanaf; then it "
        + "can be adopted."
    case .same(let code, let on):
      "Strategy \(code) was adopted exactly like this on \(on); nothing changes."
    case .otherLaw(let code, let law):
      "Strategy \(code) was adopted for another act before (\(law.text.english)). Choose another code."
    case .otherRegion(let name):
      "This strategy is of \(name); none of those municipalities is of this folder. Choose the "
        + "folder of that region."
    case .unknownDecision(let decision, let code):
      "Decision \(decision) is not in strategy \(code). Put it under besluiten, or name one that "
        + "is there."
    case .clash(let code, let segment, let from):
      "From \(from) strategy \(code) speaks of segment \(segment) already. Name it under "
        + "opvolger_van, or give one of the two an end date."
    case .overtaken(let code):
      "Strategy \(code) would be succeeded before it begins. Check geldig_vanaf and opvolger_van."
    }
  }
}
