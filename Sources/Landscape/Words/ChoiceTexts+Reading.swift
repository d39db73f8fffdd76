package import Rules

/// Words of a file as pages show them, in both languages.
extension Provenance.Origin {
  package var text: BilingualText { BilingualText(choice: rawValue) }
}

extension StrategyStatus {
  package var text: BilingualText { BilingualText(choice: rawValue) }
}

extension Goal.Direction {
  package var text: BilingualText { BilingualText(choice: rawValue) }
}

extension GoverningBody.Kind {
  package var text: BilingualText { BilingualText(choice: rawValue) }
}

extension ProductUnit {
  package var text: BilingualText { BilingualText(choice: rawValue) }
}

extension Provenance {
  /// Where a statement comes from, in words: the origin, when it is not printed in the source, and
  /// the places.
  package var sourceText: BilingualText {
    let places = BilingualText(quoted: references.map(\.description).joined(separator: ", "))
    guard isMarked else { return places }
    return references.isEmpty ? origin.text : origin.text + ", " + places
  }
}

extension Known<String> {
  /// The words, or that nobody knows them and why.
  package var orUnknown: BilingualText {
    switch self {
    case .known(let text): BilingualText(quoted: text)
    case .unknown(let reason): .unknown(reason)
    }
  }
}

extension Known<PolicyDate> {
  /// The day, or that nobody knows it and why.
  package var orUnknown: BilingualText {
    switch self {
    case .known(let date): date.text
    case .unknown(let reason): .unknown(reason)
    }
  }
}

extension BilingualText {
  /// Says that something is not known, and why.
  package static func unknown(_ reason: String) -> BilingualText {
    BilingualText("onbekend (", "unknown (") + .reason(reason) + ")"
  }
}
