import Generators
import Landscape
import Rules
import StrategyFiles
import Testing

/// Hostile files: whatever is changed in a good one, the answer is findings or a strategy.
@Suite("Hostile strategy files")
struct MutationTests {
  /// Pieces of YAML that mean something to a parser.
  private static let pieces: [[UInt8]] =
    [
      "&a ", "*a", "<<: *a", "!!binary ", "!x ", "{", "}", "[", "]", ": ", "- ", "? ", "|\n",
      ">-\n",
      "\"", "'", "#", "\t", "%YAML 1.2\n", "---\n", "...\n", "\u{0}", "\u{FEFF}", "\u{85}",
      "\u{2028}",
      "{onbekend: ", "\\x00", "0x1F", "1e9", "null", "~", "=", "999999999999999999999", "-1",
      "2022-02-30", "\n\n\n", "                                        ", "é", "😀",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x0D]]

  private func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let index = Int.random(in: 0..<max(bytes.count, 1), using: &generator)
      let end = min(bytes.count, index + Int.random(in: 0...40, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes.removeSubrange(index..<end)
      case 1:
        bytes.insert(contentsOf: Self.pieces.randomElement(using: &generator) ?? [], at: index)
      case 2: bytes.insert(contentsOf: Array(bytes[index..<end]), at: index)
      case 3 where index < bytes.count: bytes[index] = UInt8.random(in: 0...255, using: &generator)
      default:
        bytes.replaceSubrange(index..<end, with: Self.pieces.randomElement(using: &generator) ?? [])
      }
    }
    return bytes
  }

  @Test("2,000 changed small strategies, seeded")
  func small() {
    for seed in UInt64(1)...2_000 { look(Array(SmallStrategy.text.utf8), seed) }
  }

  @Test("40 changed shipped strategies each, seeded", arguments: ShippedStrategies.names)
  func shipped(name: String) throws {
    let bytes = Array(try ShippedStrategies.text(name).utf8)
    for seed in UInt64(1)...40 { look(bytes, seed) }
  }

  private func look(_ bytes: [UInt8], _ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let check = StrategyReader.check(mutated(bytes, &generator))
    // Either a strategy or an error that says where; never both, never neither.
    #expect((check.strategy == nil) == check.hasErrors, "seed \(seed)")
    for finding in check.findings {
      #expect(!finding.message.dutch.isEmpty, "seed \(seed)")
      #expect(finding.sites.allSatisfy { $0.place.line > 0 && $0.place.column > 0 }, "seed \(seed)")
    }
    guard let strategy = check.strategy else { return }
    #expect(!SteeringTable(strategy).lines(width: 80).isEmpty)
    #expect(StrategyComparison(from: strategy, to: strategy).sections.isEmpty, "seed \(seed)")
  }
}
