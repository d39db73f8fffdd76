import Landscape

/// Where statements of a strategy come from, in words: the title of the source and the line.
struct SourceWords {
  let strategy: Strategy
  let visit: Visit

  init(_ strategy: Strategy, _ visit: Visit) {
    self.strategy = strategy
    self.visit = visit
  }

  func text(_ provenance: Provenance) -> String {
    provenance.references.map(text).joined(separator: "; ")
  }

  private func text(_ reference: SourceReference) -> String {
    let source = strategy.sources.first { $0.prefix == reference.prefix }
    let title = source.map { "\($0.title) (\(reference.prefix))" } ?? reference.prefix
    guard let place = reference.place else { return title }
    guard let lines = reference.lines, source?.kind != .law else { return "\(title), \(place)" }
    let word =
      lines.count == 1 ? visit.say("regel", "line") : visit.say("regels", "lines")
    return "\(title), \(word) \(place)"
  }
}
