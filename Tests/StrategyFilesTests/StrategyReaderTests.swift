import Landscape
import Rules
import StrategyFiles
import Testing

/// Reading YAML: what is plain is read, what hides is refused, and nothing traps.
@Suite("Reading strategy files")
struct StrategyReaderTests {
  private func rules(_ text: String) -> [String] {
    StrategyReader.read(Array(text.utf8)).findings.map { "\($0.rule) \($0.sites[0].place)" }
  }

  @Test("A tree keeps text, style and place")
  func tree() throws {
    let text = "a: 0321\nb:\n  - \"0321\"\n  - >-\n    x\n    y\n"
    let root = try #require(StrategyReader.read(Array(text.utf8)).tree)
    #expect(root["a"]?.content == .scalar("0321", .plain))
    #expect(root["a"]?.place == TextPlace(line: 1, column: 4))
    guard case .sequence(let items) = root["b"]?.content else {
      Issue.record("no list")
      return
    }
    #expect(items[0].content == .scalar("0321", .quoted))
    #expect(items[1].content == .scalar("x y", .block))
  }

  @Test(
    "What is refused, and where",
    arguments: [
      ("a: &x 1\n", ["SF11 1:4"]), ("a: *x\n", ["SF01 1:4"]),
      ("a: &x 1\nb: *x\n", ["SF11 1:4", "SF11 2:4"]),
      ("a: !!int 1\n", ["SF11 1:4"]), ("a: !eigen {b: 1}\n", ["SF11 1:4"]),
      ("<<: {a: 1}\n", ["SF11 1:1"]), ("a: 1\nb: 2\na: 3\n", ["SF05 1:1"]),
      ("a: 1\n\"a\": 2\n", ["SF05 1:1"]), ("? [a]\n: 1\n", ["SF03 1:3"]),
      ("a: 1\n---\nb: 2\n", ["SF01 2:1"]), ("", ["SF01 1:1"]), ("a: [1\n", ["SF01 2:1"]),
      ("a:\n\t- 1\n", ["SF01 2:1"]), ("a: b: c\n", ["SF01 1:5"]),
    ]
  )
  func refusals(text: String, expected: [String]) { #expect(rules(text) == expected) }

  @Test("Bytes that are no text, and files that are too large")
  func bytes() {
    let broken = StrategyReader.read([0x61, 0x3A, 0x20, 0xFF])
    #expect(broken.tree == nil)
    #expect(broken.findings[0].message.dutch.contains("UTF-8"))
    let large = [UInt8](repeating: 0x23, count: StrategyReader.maximumByteCount + 1)
    #expect(StrategyReader.read(large).tree == nil)
    #expect(StrategyReader.read(large).findings.count == 1)
  }

  @Test(
    "Deep nesting is refused",
    arguments: [40, 900, 5_000]
  )
  func deep(depth: Int) {
    #expect(!rules("a: " + String(repeating: "[", count: depth)).isEmpty)
    let closed = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(!rules("a: " + closed).isEmpty)
    let lines = String(repeating: "[ # ]\n", count: depth) + String(repeating: "]", count: depth)
    #expect(!rules(lines).isEmpty)
    #expect(!rules(String(repeating: "- ", count: depth) + "x").isEmpty)
  }

  @Test("A bomb of aliases is refused before it goes off")
  func bomb() {
    var text = "a0: &a0 x\n"
    for level in 1...30 {
      let uses = String(repeating: "*a\(level - 1), ", count: 9)
      text += "? &a\(level) [\(uses)]\n: 1\n"
    }
    #expect(!rules(text).isEmpty)
  }
}
