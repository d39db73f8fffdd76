import Landscape
import Rules
import Yams

/// Turns what the YAML parser gives into the plain tree of the house, and refuses what hides.
struct NodeConversion {
  private(set) var findings: [StrategyFinding] = []

  mutating func tree(_ node: Node, depth: Int, isKey: Bool = false) -> StrategyNode {
    let place = node.mark.map { TextPlace($0) } ?? TextPlace(line: 1, column: 1)
    let empty = StrategyNode(.scalar("", .plain), at: place)
    guard depth <= StrategyReader.maximumDepth else {
      find(
        "SF01",
        place,
        "Hier is het bestand meer dan \(StrategyReader.maximumDepth) diep.",
        "The file is more than \(StrategyReader.maximumDepth) deep here."
      )
      return empty
    }
    if node.anchor != nil {
      find(
        "SF11",
        place,
        "Ankers (&) en verwijzingen (*) zijn niet toegestaan. Schrijf het uit.",
        "Anchors (&) and aliases (*) are not allowed. Write it out."
      )
    }
    switch node {
    case .scalar(let scalar):
      // The parser has typed the keys itself, to compare them.
      let isText = isKey || scalar.style != .plain
      refuseTag(scalar.tag, allowing: isText ? [Tag.Name.str] : [], place)
      return StrategyNode(.scalar(scalar.string, style(scalar.style)), at: place)
    case .sequence(let sequence):
      refuseTag(sequence.tag, allowing: isKey ? [Tag.Name.seq] : [], place)
      var nodes: [StrategyNode] = []
      for element in sequence { nodes.append(tree(element, depth: depth + 1, isKey: isKey)) }
      return StrategyNode(.sequence(nodes), at: place)
    case .mapping(let mapping):
      refuseTag(mapping.tag, allowing: isKey ? [Tag.Name.map] : [], place)
      return StrategyNode(.mapping(entries(mapping, depth: depth)), at: place)
    case .alias:
      find(
        "SF11",
        place,
        "Verwijzingen (*) zijn niet toegestaan. Schrijf het uit.",
        "Aliases (*) are not allowed. Write it out."
      )
      return empty
    }
  }

  private mutating func entries(
    _ mapping: Node.Mapping,
    depth: Int
  ) -> [StrategyNode.Entry] {
    var entries: [StrategyNode.Entry] = []
    var seen: Set<String> = []
    for (key, value) in mapping {
      let keyNode = tree(key, depth: depth + 1, isKey: true)
      guard let text = keyNode.text, !text.isEmpty else {
        find(
          "SF03",
          keyNode.place,
          "Een sleutel is één woord, geen lijst of blok.",
          "A key is one word, not a list or a block."
        )
        continue
      }
      if text == "<<" {
        find(
          "SF11",
          keyNode.place,
          "Samenvoegen met << is niet toegestaan. Schrijf het uit.",
          "Merging with << is not allowed. Write it out."
        )
      }
      if !seen.insert(text).inserted {
        find(
          "SF05",
          keyNode.place,
          "De sleutel \(text) staat er twee keer in hetzelfde blok.",
          "The key \(text) stands twice in the same block."
        )
      }
      let inner = tree(value, depth: depth + 1)
      entries.append(StrategyNode.Entry(key: text, at: keyNode.place, value: inner))
    }
    return entries
  }

  private func style(_ style: Node.Scalar.Style) -> StrategyNode.Style {
    switch style {
    case .any, .plain: .plain
    case .singleQuoted, .doubleQuoted: .quoted
    case .literal, .folded: .block
    }
  }

  private mutating func refuseTag(_ tag: Tag, allowing allowed: [Tag.Name], _ place: TextPlace) {
    let name = Tag.Name(rawValue: tag.rawValue)
    guard name != .implicit, !allowed.contains(name) else { return }
    find(
      "SF11",
      place,
      "Het label \(tag.rawValue) is niet toegestaan; het schema kent de soort al.",
      "The tag \(tag.rawValue) is not allowed; the schema knows the kind already."
    )
  }

  private mutating func find(
    _ rule: String,
    _ place: TextPlace,
    _ dutch: String,
    _ english: String
  ) {
    // A bomb of aliases is one fault, not a million.
    guard findings.count < 200 else { return }
    findings.append(StrategyReader.finding(rule, place, BilingualText(dutch, english)))
  }
}
