/// Where a rule, a term or a choice comes from.
///
/// Nothing in this room holds without one; what nobody said is marked as an assumption wherever it
/// is shown, with the reason why we chose it.
///
/// - Dutch term: grondslag
package enum Basis: Hashable, Sendable {
  /// A place in a source document: file prefix and line, such as `004:32`.
  case document(String)
  /// An act, a decree or a regulation, with its article.
  case law(String)
  /// The national contract standard, with its article where it is known.
  case standard(String)
  /// A clause of the contract or the procedure itself.
  case clause(String)
  /// Our own choice (aanname), with its reason.
  case assumption(String)
}

extension Basis {
  package var isAssumption: Bool {
    if case .assumption = self { return true }
    return false
  }

  /// The basis as it is shown beside what rests on it.
  package var dutchText: String {
    switch self {
    case .document(let place): "bron \(place)"
    case .law(let place): place
    case .standard(let place): "contractstandaard: \(place)"
    case .clause(let place): place
    case .assumption(let reason): "aanname: \(reason)"
    }
  }
}

extension Basis {
  /// Reads a basis as people write it: `bron=004:32`, `wet=...`, `standaard=...`, `bepaling=...` or
  /// `aanname=...`; anything else is nil.
  package init?(written text: String) {
    guard text.last != "=" else { return nil }
    self.init(journalText: text)
  }
}

extension Basis: JournalText {
  private static let kinds: [(word: String, make: @Sendable (String) -> Basis)] = [
    ("bron", { .document($0) }), ("wet", { .law($0) }), ("standaard", { .standard($0) }),
    ("bepaling", { .clause($0) }), ("aanname", { .assumption($0) }),
  ]

  /// `bron=004:32`, `aanname=...`.
  var journalText: String {
    switch self {
    case .document(let text): "bron=" + text
    case .law(let text): "wet=" + text
    case .standard(let text): "standaard=" + text
    case .clause(let text): "bepaling=" + text
    case .assumption(let text): "aanname=" + text
    }
  }

  init?(journalText text: String) {
    for kind in Basis.kinds where text.hasPrefix(kind.word + "=") {
      self = kind.make(String(text.dropFirst(kind.word.count + 1)))
      return
    }
    return nil
  }
}
