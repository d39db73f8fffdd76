package import Landscape
import Rules
import Yams

/// Reads a strategy file: YAML of the plainest kind, into a tree that the schema can type.
///
/// Anchors, aliases, merge keys, tags and double keys are refused, because each of them lets a file
/// say something else than what a reader sees. Size and depth are bounded, and bytes of any kind
/// give findings, never a trap.
package enum StrategyReader {
  /// The largest file that is read.
  package static let maximumByteCount = 1 << 20
  /// The deepest nesting that is read; the schema itself needs ten.
  package static let maximumDepth = 32

  /// Checks a file as a whole: what the YAML hides and what the strategy says, all at once.
  package static func check(_ bytes: [UInt8]) -> StrategyCheck {
    let reading = read(bytes)
    guard let tree = reading.tree else {
      return StrategyCheck(strategy: nil, findings: reading.findings)
    }
    return StrategyCheck(tree, reading: reading.findings)
  }

  /// What came of reading the YAML.
  package struct Reading: Sendable {
    /// The tree; nil when there is none to speak of.
    package let tree: StrategyNode?
    /// What is refused, in the order of the file; never empty without a tree.
    package let findings: [StrategyFinding]
  }

  /// Reads the YAML without looking at what it says.
  package static func read(_ bytes: [UInt8]) -> Reading {
    let start = TextPlace(line: 1, column: 1)
    guard bytes.count <= maximumByteCount else {
      return refused(
        start,
        "Het bestand is groter dan 1 MB. Een strategie is dat nooit.",
        "The file is larger than 1 MB. A strategy never is."
      )
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return refused(
        start,
        "Het bestand is geen UTF-8. Sla het op als UTF-8.",
        "The file is not UTF-8. Save it as UTF-8."
      )
    }
    let scan = TextScan(bytes)
    guard scan.findings.isEmpty else { return Reading(tree: nil, findings: scan.findings) }
    do {
      // The parser stays alive while the tree is read: it holds the names of the anchors.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        return refused(start, "Het bestand is leeg.", "The file is empty.")
      }
      return withExtendedLifetime(parser) { converted(root) }
    } catch let error as YamlError {
      return Reading(tree: nil, findings: [finding(of: error)])
    } catch {
      return refused(start, unreadable.dutch, unreadable.english)
    }
  }

  private static func converted(_ root: Node) -> Reading {
    var conversion = NodeConversion()
    let tree = conversion.tree(root, depth: 0)
    return Reading(tree: tree, findings: conversion.findings)
  }

  private static let unreadable = BilingualText(
    "Het bestand is niet als YAML te lezen.",
    "The file cannot be read as YAML."
  )

  private static func refused(_ place: TextPlace, _ dutch: String, _ english: String) -> Reading {
    Reading(tree: nil, findings: [finding("SF01", place, BilingualText(dutch, english))])
  }

  static func finding(
    _ rule: String,
    _ place: TextPlace,
    _ message: BilingualText
  ) -> StrategyFinding {
    StrategyFinding(
      rule: rule,
      severity: .error,
      message: message,
      sites: [StrategyFinding.Site(path: "", place: place, detail: message)]
    )
  }

  private static func finding(of error: YamlError) -> StrategyFinding {
    let start = TextPlace(line: 1, column: 1)
    switch error {
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.joined(separator: ", ")
      return finding(
        "SF05",
        TextPlace(context.mark),
        BilingualText(
          "De sleutel \(names) staat er twee keer in hetzelfde blok. Laat er een staan.",
          "The key \(names) stands twice in the same block. Leave one of them."
        )
      )
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return finding(
        "SF01",
        TextPlace(mark),
        BilingualText(
          "Hier is de YAML niet te lezen (\(problem)). Kijk naar inspringing, dubbele punten en "
            + "aanhalingstekens.",
          "The YAML cannot be read here (\(problem)). Look at indentation, colons and quotation "
            + "marks."
        )
      )
    case .reader(let problem, _, _, _):
      return finding(
        "SF01",
        start,
        BilingualText(
          "Het bestand is niet te lezen (\(problem)).",
          "The file cannot be read (\(problem))."
        )
      )
    default:
      return finding("SF01", start, unreadable)
    }
  }
}

extension TextPlace {
  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}
