/// A value, or the reason why nobody knows it.
///
/// Unknown is an answer of its own: it is shown, it warns, and what needs the value cannot begin
/// before somebody fills it in. It is never a zero, an empty text or a guess.
///
/// - Dutch term: onbekend
package enum Known<Value> {
  case known(Value)
  case unknown(reason: String)
}

extension Known: Sendable where Value: Sendable {}
extension Known: Equatable where Value: Equatable {}
extension Known: Hashable where Value: Hashable {}

extension Known {
  /// The value, when it is known.
  package var value: Value? {
    if case .known(let value) = self { return value }
    return nil
  }

  /// Why it is not known; nil when it is.
  package var reason: String? {
    if case .unknown(let reason) = self { return reason }
    return nil
  }

  package var isKnown: Bool { value != nil }

  /// The same, said of what `transform` makes of the value.
  package func map<Other>(_ transform: (Value) -> Other) -> Known<Other> {
    switch self {
    case .known(let value): .known(transform(value))
    case .unknown(let reason): .unknown(reason: reason)
    }
  }

  /// The same, where the value itself may say that something is unknown.
  package func flatMap<Other>(_ transform: (Value) -> Known<Other>) -> Known<Other> {
    switch self {
    case .known(let value): transform(value)
    case .unknown(let reason): .unknown(reason: reason)
    }
  }
}
