import Foundation
import Landscape
import Testing

/// Every reference to a line of a source document, held against the documents themselves.
///
/// The documents lie in `../shared/seeds`, beside the package; where they are absent the test is
/// skipped, and says so.
@Suite("Source lines")
struct SourceLineTests {
  private static let folder = ShippedStrategies.root.deletingLastPathComponent()
    .appending(path: "shared/seeds")

  private static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  @Test(
    "Every line that is referred to exists and has text",
    .enabled(if: isThere, "../shared/seeds is not beside the package"),
    arguments: ShippedStrategies.names
  )
  func lines(name: String) throws {
    let strategy = try ShippedStrategies.strategy(name)
    var documents: [String: [Substring]] = [:]
    for source in strategy.sources {
      guard let file = source.file else { continue }
      let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
      documents[source.prefix] = text.split(separator: "\n", omittingEmptySubsequences: false)
    }
    var count = 0
    for reference in references(strategy) {
      guard let lines = documents[reference.prefix] else { continue }
      let range = try #require(reference.lines, "\(reference)")
      #expect(range.upperBound <= lines.count, "\(reference)")
      for end in [range.lowerBound, range.upperBound] where end <= lines.count {
        let isText = lines[end - 1].contains { !$0.isWhitespace }
        #expect(isText, "\(name): \(reference) begins or ends at an empty line")
      }
      count += 1
    }
    #expect(count > 30)
  }

  /// Every reference in the canonical document.
  private func references(_ strategy: Strategy) -> [SourceReference] {
    let text = String(decoding: strategy.bytes, as: UTF8.self)
    return text.matches(of: /"([0-9]{3}:[0-9]+(?:-[0-9]+)?)"/).compactMap {
      SourceReference(String($0.1))
    }
  }
}
