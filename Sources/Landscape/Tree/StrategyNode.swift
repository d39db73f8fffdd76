import Rules

/// A piece of a strategy file as it was written: its text, how it was written, and where.
///
/// No scalar has a type yet: YAML would make 209 of 0321 and false of "no", so the schema types
/// them, and only as it declares.
package struct StrategyNode: Hashable, Sendable {
  package let content: Content
  package let place: TextPlace

  package init(_ content: Content, at place: TextPlace) {
    self.content = content
    self.place = place
  }

  /// What a node holds.
  package indirect enum Content: Hashable, Sendable {
    case scalar(String, Style)
    case sequence([StrategyNode])
    case mapping([Entry])
  }

  /// How a scalar was written.
  package enum Style: Hashable, Sendable {
    case plain
    case quoted
    /// Over lines of its own, behind `|` or `>`.
    case block
  }

  /// A key of a mapping with its value.
  package struct Entry: Hashable, Sendable {
    package let key: String
    package let place: TextPlace
    package let value: StrategyNode

    package init(key: String, at place: TextPlace, value: StrategyNode) {
      self.key = key
      self.place = place
      self.value = value
    }
  }
}

extension StrategyNode {
  /// The value of a key, when this is a mapping that has it.
  package subscript(key: String) -> StrategyNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The text of a scalar.
  package var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// What it is, for messages.
  var kind: BilingualText {
    switch content {
    case .scalar: BilingualText("een waarde", "a value")
    case .sequence: BilingualText("een lijst", "a list")
    case .mapping: BilingualText("een blok met sleutels", "a block with keys")
    }
  }
}
