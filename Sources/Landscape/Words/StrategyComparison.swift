package import Journal
package import Rules

/// What differs between two strategies, in words.
///
/// - Dutch term: vergelijking van strategieën
package struct StrategyComparison: Hashable, Sendable {
  /// Which two are compared.
  package let title: BilingualText
  package let sections: [Section]

  /// The differences under one heading.
  package struct Section: Hashable, Sendable {
    package let title: BilingualText
    package let changes: [BilingualText]
  }

  package init(from old: Strategy, to new: Strategy) {
    title = BilingualText(
      "Van \(old.name) (\(old.code)) naar \(new.name) (\(new.code))",
      "From \(old.name) (\(old.code)) to \(new.name) (\(new.code))"
    )
    var sections = [
      Section(
        title: BilingualText("In het kort", "In short"),
        changes: ComparisonSummary.lines(from: old, to: new)
      )
    ]
    for pair in SegmentPair.all(from: old, to: new) {
      let section = pair.section
      if !section.changes.isEmpty { sections.append(section) }
    }
    // Segments are told above, and a source that moved is no choice that changed.
    let skipped: Set = ["schema", "bronnen", "segmenten"]
    for field in StrategySchema.strategy.fields where !skipped.contains(field.key) {
      var difference = DocumentDifference()
      difference.compare(old.document[field.key], new.document[field.key], field.type, [])
      guard !difference.lines.isEmpty else { continue }
      sections.append(Section(title: field.title.capitalizedFirst, changes: difference.lines))
    }
    self.sections = sections.filter { !$0.changes.isEmpty }
  }

  /// The comparison for a terminal.
  package func lines(in language: Language = .dutch) -> [String] {
    guard !sections.isEmpty else {
      return [title[language], Self.noDifference[language]]
    }
    return [title[language]]
      + sections.flatMap { section in
        ["", section.title[language]] + section.changes.map { "- \($0[language])" }
      }
  }

  private static let noDifference = BilingualText("Er is geen verschil.", "There is no difference.")

  /// One object on one line.
  package func json(in language: Language = .dutch) -> [UInt8] {
    JSONWriter.object { json in write(to: &json, in: language) }
  }

  /// The fields of the object, for a larger one.
  package func write(to json: inout JSONWriter, in language: Language = .dutch) {
    json.field("title", title[language])
    json.array("sections") { json in
      for section in sections {
        json.object { json in
          json.field("title", section.title[language])
          json.array("changes") { json in
            for change in section.changes { json.string(change[language]) }
          }
        }
      }
    }
  }
}

/// A segment with the one it goes on from; one of the two may be missing.
struct SegmentPair {
  let old: Segment?
  let new: Segment?
  let oldDocument: JSONValue?
  let newDocument: JSONValue?

  /// Segments with the same code, or of which the new one says whom it succeeds.
  static func all(from old: Strategy, to new: Strategy) -> [SegmentPair] {
    let oldDocuments = old.document["segmenten"]?.elements ?? []
    let newDocuments = new.document["segmenten"]?.elements ?? []
    var used: Set<String> = []
    var pairs = zip(new.segments, newDocuments).map { segment, document in
      let index = old.segments.firstIndex {
        $0.code == segment.code || segment.succeeds.contains($0.code)
      }
      if let index { used.insert(old.segments[index].code) }
      return SegmentPair(
        old: index.map { old.segments[$0] },
        new: segment,
        oldDocument: index.map { oldDocuments[$0] },
        newDocument: document
      )
    }
    for (segment, document) in zip(old.segments, oldDocuments) where !used.contains(segment.code) {
      pairs.append(SegmentPair(old: segment, new: nil, oldDocument: document, newDocument: nil))
    }
    return pairs
  }

  var section: StrategyComparison.Section {
    guard let new, let newDocument else {
      return StrategyComparison.Section(
        title: BilingualText(quoted: "Segment \(old?.label ?? "")"),
        changes: [BilingualText("het segment vervalt", "the segment is removed")]
      )
    }
    guard let old, let oldDocument else {
      return StrategyComparison.Section(
        title: BilingualText(quoted: "Segment \(new.label)"),
        changes: [BilingualText("het segment is nieuw", "the segment is new")]
      )
    }
    var difference = DocumentDifference()
    difference.compare(oldDocument, newDocument, .record(StrategySchema.segment), [])
    let earlier =
      old.code == new.code
      ? .empty : BilingualText(", voorheen \(old.label)", ", formerly \(old.label)")
    return StrategyComparison.Section(
      title: "Segment \(new.label)" + earlier,
      changes: difference.lines
    )
  }
}
