/// An attribute of an element; its value is escaped when it is written.
package struct HTMLAttribute: Hashable, Sendable {
  let name: String
  let value: String

  private init(_ name: StaticString, _ value: String) {
    self.name = name.description
    self.value = value
  }

  package static func id(_ value: String) -> Self { Self("id", value) }
  package static func `class`(_ value: String) -> Self { Self("class", value) }
  package static func lang(_ value: String) -> Self { Self("lang", value) }
  package static func charset(_ value: String) -> Self { Self("charset", value) }
  package static func name(_ value: String) -> Self { Self("name", value) }
  package static func content(_ value: String) -> Self { Self("content", value) }
  package static func scope(_ value: String) -> Self { Self("scope", value) }
  package static func title(_ value: String) -> Self { Self("title", value) }

  /// An address within the house, to a mail box or to a secure site; any other becomes `#`.
  ///
  /// An address from a file must never be able to run a script.
  package static func href(_ value: String) -> Self {
    let isSafe = ["https://", "http://", "mailto:", "/", "#"].contains { value.hasPrefix($0) }
    return Self("href", isSafe ? value : "#")
  }
}
