/// What can be told of the structure of a page from its tags, without a browser.
struct PageStructure {
  /// The tags that open something, in order: their name and attributes.
  let tags: [Tag]

  struct Tag {
    let name: String
    let attributes: [String: String]
  }

  init(_ html: String) {
    tags = html.split(separator: "<").compactMap { piece in
      guard let end = piece.firstIndex(of: ">"), piece.first?.isLetter == true else { return nil }
      return Tag(piece[..<end])
    }
  }

  func all(_ name: String) -> [Tag] { tags.filter { $0.name == name } }

  /// What is wrong with it; empty when nothing is.
  var faults: [String] {
    var faults: [String] = []
    if all("h1").count != 1 { faults.append("\(all("h1").count) headings of the first level") }
    var level = 0
    for tag in tags where tag.name.count == 2 && tag.name.hasPrefix("h") {
      guard let own = tag.name.last?.wholeNumberValue else { continue }
      if own > level + 1 { faults.append("a heading of level \(own) after one of level \(level)") }
      level = own
    }
    if all("table").count != all("caption").count { faults.append("a table without a caption") }
    if all("th").contains(where: { $0.attributes["scope"] == nil }) {
      faults.append("a heading of a table without a scope")
    }
    let labels = Set(all("label").compactMap { $0.attributes["for"] })
    for tag in tags where ["input", "select", "textarea"].contains(tag.name) {
      guard tag.attributes["type"] != "hidden" else { continue }
      let id = tag.attributes["id"] ?? ""
      if !labels.contains(id) { faults.append("a field without a label: \(id)") }
    }
    var ids: Set<String> = []
    for id in tags.compactMap({ $0.attributes["id"] }) where !ids.insert(id).inserted {
      faults.append("the name \(id) twice")
    }
    for name in tags.compactMap({ $0.attributes["aria-labelledby"] }) where !ids.contains(name) {
      faults.append("nothing is called \(name)")
    }
    if tags.contains(where: { $0.attributes["style"] != nil }) {
      faults.append("a style of its own")
    }
    return faults
  }
}

extension PageStructure.Tag {
  /// Reads `name a="b" c`, as our writer writes it.
  fileprivate init(_ text: Substring) {
    let name = text.prefix { $0 != " " }
    var attributes: [String: String] = [:]
    var rest = text.dropFirst(name.count)
    while let start = rest.firstIndex(where: { $0 != " " }) {
      rest = rest[start...]
      let key = rest.prefix { $0 != "=" && $0 != " " }
      rest = rest.dropFirst(key.count)
      if rest.hasPrefix("=\"") {
        let value = rest.dropFirst(2).prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 3)
        attributes[String(key)] = String(value)
      } else {
        attributes[String(key)] = ""
      }
    }
    self.name = String(name)
    self.attributes = attributes
  }
}
