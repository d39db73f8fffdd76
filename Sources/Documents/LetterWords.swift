import Landscape
import Rules

/// The sentences of the letter.
enum LetterWords {
  static func law(_ law: PolicyLaw) -> String {
    switch law {
    case .socialSupport: "ondersteuning op grond van de Wmo"
    case .youth: "jeugdhulp"
    case .participation: "begeleiding op grond van de Participatiewet"
    }
  }

  static func introduction(_ strategy: Strategy) -> String {
    let region = strategy.region
    guard region.members.count != 1 else {
      return
        "De gemeente van de regio \(region.name) koopt \(law(strategy.law)) in. Deze brief zegt "
        + "wat er per segment is gekozen."
    }
    return "De \(region.members.count) gemeenten van de regio \(region.name) kopen "
      + "\(law(strategy.law)) samen in. Deze brief zegt wat er per segment is gekozen."
  }

  static func heading(_ segment: Segment) -> String {
    let number = segment.number.value.map { "Segment \($0): " } ?? ""
    return number + (segment.name.value ?? "naam nog onbekend")
  }

  /// What stands in the way of a procedure, each thing once.
  static func obstacles(_ segment: Segment) -> String {
    var seen: [String] = []
    for obstacle in segment.obstacles.map(\.dutch) where !seen.contains(obstacle) {
      seen.append(obstacle)
    }
    return seen.joined(separator: "; ") + "."
  }

  static func validity(_ strategy: Strategy) -> String {
    guard let start = strategy.validFrom.value.value else {
      return "De eerste dag van de nieuwe overeenkomsten is nog onbekend. "
    }
    return "De keuzes gelden voor overeenkomsten vanaf \(start.dutchText). "
  }

  static func adoption(_ strategy: Strategy) -> String {
    guard let code = strategy.adoptedBy.value, let decision = strategy.decision(code) else {
      return "De keuzes zijn, voor zover bekend, nog niet vastgesteld."
    }
    let body = decision.body.value.flatMap { strategy.body($0)?.name }
    guard let body, let date = decision.date.value else {
      return "Door wie en wanneer de keuzes zijn vastgesteld, is nog onbekend."
    }
    return "Vastgesteld: \(date.dutchText), \(body)."
  }

  static func text(_ decision: PolicyDecision, in strategy: Strategy) -> String {
    let body = decision.body.value.flatMap { strategy.body($0)?.name }
    let parts = [body, decision.date.value?.dutchText].compactMap { $0 }
    return decision.text + (parts.isEmpty ? "." : " (\(parts.joined(separator: ", "))).")
  }
}
