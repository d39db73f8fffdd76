/// The namespace declarations in force, as a tree that only grows: two places with the same
/// declarations have the same number, which lets the reader compare places by numbers.
struct NamespaceScopes {
  /// The namespaces that matter; all others are alike, since no element may be in them.
  enum Namespace: UInt8 {
    case none, message, base, instance, xml, other
  }

  private struct Declaration: Hashable {
    let outer: Int32
    let prefix: [UInt8]
    let namespace: Namespace
  }

  private var declarations: [Declaration] = []
  private var depths: [Int] = []
  private var numbers: [Declaration: Int32] = [:]

  /// The number of different declarations in their places.
  var count: Int { declarations.count }

  /// The scope without declarations.
  static let outermost: Int32 = -1

  /// The number of declarations in force in a scope.
  func depth(_ scope: Int32) -> Int { scope < 0 ? 0 : depths[Int(scope)] }

  /// The scope with one more declaration; an empty prefix stands for the default namespace.
  mutating func declaring(_ prefix: [UInt8], _ namespace: Namespace, in outer: Int32) -> Int32 {
    let declaration = Declaration(outer: outer, prefix: prefix, namespace: namespace)
    if let known = numbers[declaration] { return known }
    let number = Int32(declarations.count)
    depths.append(depth(outer) + 1)
    declarations.append(declaration)
    numbers[declaration] = number
    return number
  }

  /// The namespace of a prefix in a scope; nil when nothing declares it.
  func namespace(_ bytes: Span<UInt8>, _ prefix: Range<Int>, in scope: Int32) -> Namespace? {
    var current = scope
    while current >= 0 {
      let declaration = declarations[Int(current)]
      if declaration.prefix.count == prefix.count {
        var equal = true
        for index in 0..<prefix.count
        where declaration.prefix[index] != bytes[prefix.lowerBound + index] { equal = false }
        if equal { return declaration.namespace }
      }
      current = declaration.outer
    }
    if prefix.isEmpty { return Namespace.none }
    return MessageParser.isXML(bytes, prefix) ? .xml : nil
  }
}
