import Commissioning
import Landscape
import Rules
import StrategyFiles

/// Everything that is wrong with a draft file, gathered while it is read.
final class DraftFindings {
  private(set) var all: [ImportFinding] = []

  func add(_ place: TextPlace, _ column: String?, _ text: BilingualText) {
    all.append(
      ImportFinding(line: place.line, column: column, text: text.dutch, english: text.english)
    )
  }
}

/// A file in which somebody wrote what is to be recorded: YAML or JSON, read strictly.
///
/// Every key must be known, stand there once, and hold what is asked for; all findings are told at
/// once, with their line, and a file with a finding is not taken at all.
struct DraftFile {
  let findings = DraftFindings()
  /// The whole file as one block; nil when there is none, and then there is a finding.
  let root: DraftRecord?

  init(_ bytes: [UInt8]) {
    let reading = StrategyReader.read(bytes)
    for finding in reading.findings {
      findings.add(finding.sites[0].place, nil, finding.message)
    }
    guard let tree = reading.tree, reading.findings.isEmpty else {
      root = nil
      return
    }
    root = DraftRecord(tree, "het bestand", findings)
  }
}

/// One block of a draft file with the keys that were asked for.
final class DraftRecord {
  /// The path of the block, for findings.
  let name: String
  let place: TextPlace
  let findings: DraftFindings
  private let entries: [StrategyNode.Entry]
  private var asked: Set<String> = []

  /// The block of a node; nil, with a finding, when the node is no block.
  init?(_ node: StrategyNode, _ name: String, _ findings: DraftFindings) {
    self.name = name
    self.findings = findings
    place = node.place
    guard case .mapping(let entries) = node.content else {
      findings.add(
        node.place,
        nil,
        BilingualText(
          "\(name): hier hoort een blok met sleutels.",
          "\(name): a block with keys belongs here."
        )
      )
      return nil
    }
    self.entries = entries
  }

  /// Whether a key is there.
  func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// The node of a key that may be left out.
  private func node(_ key: String) -> StrategyNode? {
    asked.insert(key)
    return entries.first { $0.key == key }?.value
  }

  private func missing(_ key: String) {
    findings.add(
      place,
      key,
      BilingualText(
        "ontbreekt. Vul de sleutel in.",
        "is missing. Fill the key in."
      )
    )
  }

  /// Tells of every key that nobody asked for; call it when the block has been read.
  func finish() {
    for entry in entries where !asked.contains(entry.key) {
      let known = asked.sorted().joined(separator: ", ")
      findings.add(
        entry.place,
        entry.key,
        BilingualText(
          "deze sleutel is hier niet bekend. Bekend zijn: \(known).",
          "this key is not known here. Known are: \(known)."
        )
      )
    }
  }
}

// MARK: - Values

extension DraftRecord {
  /// The value of a key that may be left out; nil, with a finding, when it holds something else.
  func value<Value>(_ key: String, ifPresent kind: DraftKind<Value>) -> Value? {
    node(key).flatMap { read($0, key, kind) }
  }

  /// The value of a key that must be there.
  func value<Value>(_ key: String, _ kind: DraftKind<Value>) -> Value? {
    guard has(key) else {
      asked.insert(key)
      missing(key)
      return nil
    }
    return value(key, ifPresent: kind)
  }

  /// The values of a list; empty when the key is left out.
  func values<Value>(_ key: String, _ kind: DraftKind<Value>) -> [Value] {
    elements(key).compactMap { read($0, key, kind) }
  }

  /// The blocks of a list; empty when the key is left out.
  func records(_ key: String) -> [DraftRecord] {
    elements(key).compactMap { DraftRecord($0, key, findings) }
  }

  /// The block of a key that may be left out.
  func record(_ key: String) -> DraftRecord? {
    node(key).flatMap { DraftRecord($0, key, findings) }
  }

  private func elements(_ key: String) -> [StrategyNode] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let elements) = node.content else {
      findings.add(
        node.place,
        key,
        BilingualText("hier hoort een lijst.", "a list belongs here.")
      )
      return []
    }
    return elements
  }

  private func read<Value>(
    _ node: StrategyNode,
    _ key: String,
    _ kind: DraftKind<Value>
  ) -> Value? {
    guard case .scalar(let text, let style) = node.content else {
      findings.add(
        node.place,
        key,
        BilingualText("hier hoort een waarde. ", "a value belongs here. ") + kind.advice
      )
      return nil
    }
    if kind.isQuoted, style == .plain {
      findings.add(
        node.place,
        key,
        BilingualText(
          "zet deze code tussen aanhalingstekens, anders maakt YAML er een getal van.",
          "put this code between quotes, or YAML makes a number of it."
        )
      )
      return nil
    }
    guard let value = kind.parse(text) else {
      findings.add(
        node.place,
        key,
        BilingualText("\"\(text)\" kan hier niet. ", "\"\(text)\" cannot stand here. ")
          + kind.advice
      )
      return nil
    }
    return value
  }
}

extension BilingualText {
  fileprivate static func + (left: BilingualText, right: BilingualText) -> BilingualText {
    BilingualText(left.dutch + right.dutch, left.english + right.english)
  }
}
