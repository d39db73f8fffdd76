/// One name with one value, as it stands behind the question mark or in a form.
package struct QueryItem: Hashable, Sendable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// Names with values, from the address or from a form.
package struct Query: Hashable, Sendable {
  package private(set) var items: [QueryItem]

  package init(_ items: [QueryItem] = []) { self.items = items }

  /// The most that is read: more is somebody trying something.
  static let longest = 200

  /// Reads `a=b&c=d`; a name that is broken, or more than 200 of them, is nil.
  package init?(_ text: String) {
    items = []
    for part in text.split(separator: "&", maxSplits: Self.longest) where !part.isEmpty {
      guard items.count < Self.longest else { return nil }
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(sides[0]).replacingPlus.percentUnescaped
      let value = sides.count > 1 ? String(sides[1]).replacingPlus.percentUnescaped : ""
      guard let name, let value else { return nil }
      items.append(QueryItem(name, value))
    }
  }

  /// The value of a name; nil when it is absent, empty, or there twice, which no page of ours
  /// sends.
  package subscript(_ name: String) -> String? {
    var found: String?
    for item in items where item.name == name {
      guard found == nil else { return nil }
      found = item.value
    }
    return found.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// All values of a name, for boxes of which several may be ticked.
  package func all(_ name: String) -> [String] {
    items.compactMap { $0.name == name && !$0.value.isEmpty ? $0.value : nil }
  }

  /// Whether a name is there at all, empty or not.
  package func has(_ name: String) -> Bool { items.contains { $0.name == name } }

  /// The same with some names set, or taken away where the value is nil.
  package func setting(_ changes: (String, String?)...) -> Query {
    var kept = items.filter { item in !changes.contains { $0.0 == item.name } }
    for case (let name, let value?) in changes { kept.append(QueryItem(name, value)) }
    return Query(kept)
  }

  /// The text behind a question mark, with the question mark; empty when there is nothing.
  package var text: String {
    let parts = items.filter { !$0.value.isEmpty }
      .map { $0.name.percentEscaped + "=" + $0.value.percentEscaped }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }
}

extension String {
  fileprivate var replacingPlus: String {
    utf8.contains(UInt8(ascii: "+"))
      ? String(map { $0 == "+" ? " " : $0 }) : self
  }
}
