import Rules

/// Sentences that the check of a form says in more than one place.
extension BilingualText {
  /// What belongs at a place, and what stands there.
  static func expected(_ dutch: String, _ english: String, _ node: StrategyNode) -> BilingualText {
    BilingualText(
      "hier hoort \(dutch) en er staat \(node.kind.dutch).",
      "\(english) belongs here and there is \(node.kind.english)."
    )
  }

  /// Which words may be chosen for a key, or for the value itself.
  static func choose(_ key: String? = nil, from words: String) -> BilingualText {
    let what = key.map { " \($0)" } ?? ""
    return BilingualText(": kies\(what) uit \(words).", ": choose\(what) from \(words).")
  }
}
