import Testing

/// Every check is shown code that is broken on purpose, and code that only looks broken.
///
/// A check that cannot fail guards nothing.
@Suite("Tidy checks can fail")
struct BrokenTreeTests {
  /// A tree of one file.
  private func tree(_ path: String, _ text: String) -> SourceTree {
    var tree = SourceTree()
    tree.files = [SwiftFile(path: path, text: text)]
    return tree
  }

  private func quantities(_ text: String) -> SourceTree {
    tree("Sources/Quantities/Cents.swift", text)
  }

  @Test(
    "Imports against the floors",
    arguments: [
      ("Quantities", "import Foundation", 1), ("Quantities", "package import Rules", 1),
      ("Quantities", "import Synchronization", 1), ("Columns", "import Rules", 1),
      ("Rules", "import Columns\nimport Quantities\nimport HashTreeCollections", 0),
      ("Claims", "import Access\nimport Commissioning\nimport Messages", 0),
      ("Access", "import Claims", 1), ("Region", "import JournalSQLite", 1),
      ("Region", "import Crypto", 1), ("Journal", "import struct Foundation.Date", 1),
      ("JournalSQLite", "import GRDB\nimport Digests\nimport Journal", 0),
      ("JournalSQLite", "import VaultSQLite", 1), ("Exchange", "import Region", 0),
      ("Claims", "import RegionTesting", 1), ("regie", "import VaultSQLite\nimport GRDB", 1),
      ("RegionTesting", "import Region\nimport JournalTesting\nimport Testing", 0),
      ("RegionTesting", "import regie", 1),
      ("Attic", "", 1), ("Quantities", "// import Foundation\nlet a = \"import GRDB\"", 0),
    ]
  )
  func imports(target: String, text: String, count: Int) {
    #expect(ImportChecks.floors(tree("Sources/\(target)/X.swift", text)).count == count)
  }

  @Test("Benchmarks and fuzz targets are held to the house too, except for randomness and time")
  func measuring() {
    let text = "import XCTest\npublic func f() { fatalError(\"x\") }\nlet a = Date()"
    for path in ["Benchmarks/RulesBench/main.swift", "Fuzz/RulesFuzz/RulesFuzz.swift"] {
      let broken = tree(path, text)
      #expect(ImportChecks.floors(broken).count == 1)
      #expect(CallChecks.access(broken).count == 1)
      #expect(CallChecks.traps(broken).count == 1)
      #expect(CallChecks.clock(broken) == [])
    }
    let measured = tree("Benchmarks/RulesBench/main.swift", "import Measuring\nimport Rules")
    #expect(ImportChecks.floors(measured) == [])
    #expect(ImportChecks.floors(tree("Sources/Rules/X.swift", "import Measuring")).count == 1)
  }

  @Test("Tests import rooms and testing, but nothing unknown, and never @testable")
  func importsOfTests() {
    let text = "import GRDB\nimport Testing\nimport XCTest\n@testable import Rules"
    let broken = tree("Tests/RulesTests/RulesTests.swift", text)
    #expect(
      ImportChecks.floors(broken)
        == ["Tests/RulesTests/RulesTests.swift:3: RulesTests may not import XCTest"]
    )
    #expect(ImportChecks.testable(broken).count == 1)
  }

  @Test("Long files, long lines and long functions")
  func sizes() {
    let long = quantities(String(repeating: "// a line\n", count: 501))
    #expect(SizeChecks.files(long).count == 1)
    #expect(SizeChecks.files(quantities(String(repeating: "// a line\n", count: 500))) == [])
    #expect(SizeChecks.lines(quantities(String(repeating: "é", count: 101))).count == 1)
    #expect(SizeChecks.lines(quantities(String(repeating: "é", count: 100))) == [])
    let sentence = "\"" + String(repeating: "é", count: 120) + "\""
    #expect(SizeChecks.lines(quantities(sentence)) == [])
    #expect(SizeChecks.lines(quantities("// " + sentence)).count == 1)
    func function(_ count: Int) -> SourceTree {
      quantities("func f() {\n" + String(repeating: "g()\n", count: count - 2) + "}\n")
    }
    #expect(SizeChecks.bodies(function(70)) == [])
    #expect(SizeChecks.bodies(function(71)).count == 1)
    let key = "Sources/Quantities/Cents.swift: f"
    #expect(SizeChecks.bodies(function(71), allowed: [key: 71]) == [])
    #expect(SizeChecks.bodies(function(72), allowed: [key: 71]).count == 1)
    #expect(SizeChecks.bodies(function(70), allowed: [key: 71]).count == 1)
  }

  @Test(
    "Traps",
    arguments: [
      ("let a = try! f()", 1), ("let a = b as! C", 1), ("fatalError(\"x\")", 1),
      ("let a = try? f()", 0), ("if try !f() {}", 0),
      ("let a = b as? C", 0), ("let a = \"try! fatalError(\"", 0),
      ("let a = \"\\(try! f())\"", 1),
    ]
  )
  func traps(text: String, count: Int) {
    #expect(CallChecks.traps(quantities(text)).count == count)
    #expect(CallChecks.traps(tree("Tests/RulesTests/X.swift", text)).count == count)
  }

  @Test(
    "Randomness and the clock",
    arguments: [
      ("Int.random(in: 0...9)", 1, 0), ("Int.random(in: 0...9, using: &generator)", 0, 0),
      ("Int.random(in: f(using: g))", 1, 0), ("list.shuffled()", 1, 0), ("UUID()", 1, 0),
      ("list.randomElement(using: &g)", 0, 0), ("generator.shuffle(&list)", 0, 0),
      ("SystemRandomNumberGenerator()", 1, 0),
      ("Date()", 0, 1), ("Date( )", 0, 1), ("ContinuousClock.now", 0, 1), ("Date.now", 0, 1),
      ("CivilDate()", 0, 0),
      ("f(at: .now)", 0, 1), ("clock.now", 0, 1), ("Clock().now", 0, 1), ("context.now", 0, 0),
      ("let now = 1", 0, 0), ("a.nowhere", 0, 0), ("// Date()", 0, 0),
    ]
  )
  func world(text: String, random: Int, clock: Int) {
    for path in ["Sources/Claims/X.swift", "Sources/Synthetic/X.swift"] {
      #expect(CallChecks.randomness(tree(path, text)).count == random)
      #expect(CallChecks.clock(tree(path, text)).count == clock)
    }
    for path in ["Sources/regie/X.swift", "Sources/VaultSQLite/X.swift", "Benchmarks/X.swift"] {
      #expect(CallChecks.randomness(tree(path, text)) == [])
      #expect(CallChecks.clock(tree(path, text)) == [])
    }
    let inTests = text.contains("UUID") || text.contains("System") ? 0 : random
    #expect(CallChecks.randomness(tree("Tests/RulesTests/X.swift", text)).count == inTests)
    #expect(CallChecks.clock(tree("Tests/RulesTests/X.swift", text)) == [])
  }

  @Test(
    "Output and tasks outside the program",
    arguments: [
      ("print(1)", 1), ("debugPrint(1)", 1), ("page.print(1)", 0), ("func print(_ x: Int) {}", 0),
      ("Task { await f() }", 1), ("Task.detached { }", 1), ("try await Task.sleep(for: a)", 0),
      ("let task: Task<Void, Never>", 0), ("Task.isCancelled", 0), ("Task.init { }", 1),
    ]
  )
  func output(text: String, count: Int) {
    #expect(CallChecks.output(tree("Sources/Exchange/X.swift", text)).count == count)
    #expect(CallChecks.output(tree("Sources/regie/X.swift", text)) == [])
    #expect(CallChecks.output(tree("Tests/RulesTests/X.swift", text)) == [])
  }

  @Test("Binary fractions on the floors of money and dates")
  func fractions() {
    for target in ["Quantities", "Rules", "Claims", "Region"] {
      let broken = tree("Sources/\(target)/X.swift", "let a: Double = 1\nlet b = Float(2)")
      #expect(CallChecks.fractions(broken).count == 2)
    }
    #expect(CallChecks.fractions(tree("Sources/regie/X.swift", "let a: Double = 1")) == [])
    #expect(CallChecks.fractions(quantities("// a Double\nlet a = \"Float\"")) == [])
  }

  @Test(
    "Public declarations",
    arguments: [
      ("public struct A {}", 1), ("public import Rules", 1), ("open class B {}", 1),
      ("package struct A {}", 0), ("let state = State.open", 0), ("open(file)", 0),
    ]
  )
  func access(text: String, count: Int) {
    #expect(CallChecks.access(quantities(text)).count == count)
  }

  @Test("Escapes without a reason")
  func escapes() {
    #expect(CallChecks.escapes(quantities("final class A: @unchecked Sendable {}")).count == 1)
    #expect(CallChecks.escapes(quantities("nonisolated(unsafe) let a = 1")).count == 1)
    let explained =
      "// Guarded by the lock.\n@usableFromInline\nfinal class A: @unchecked Sendable {}"
    #expect(CallChecks.escapes(quantities(explained)) == [])
    #expect(CallChecks.escapes(quantities("nonisolated func f() {}")) == [])
  }

  @Test("File names")
  func fileNames() {
    #expect(NameChecks.files(quantities("struct Cents {}")) == [])
    #expect(NameChecks.files(quantities("struct Euros { struct Cents {} }")).count == 1)
    let topic = "Sources/Quantities/Cents+Text.swift"
    #expect(NameChecks.files(tree(topic, "extension Cents {}")) == [])
    #expect(NameChecks.files(tree(topic, "struct Text {}")).count == 1)
    #expect(NameChecks.files(tree("Sources/regie/main.swift", "run()")) == [])
    let siblings = "struct Start {}\nstruct Stop {}"
    #expect(NameChecks.files(tree("Sources/Claims/Deliveries.swift", siblings)) == [])
    #expect(NameChecks.files(tree(topic, "extension Cents {}\nprivate struct Part {}")) == [])
  }

  @Test("Targets and their sentences")
  func modules() {
    var broken = quantities("struct Cents {}")
    let manifest = """
      // room("Commented")
      func room(_ name: String) -> [Target] { [.target(name: name), .testTarget(name: name)] }
      func benchmark(_ name: String) -> Target { .executableTarget(name: name) }
      let targets = [room("Quantities"), room("Rules"), [.testTarget( name: "TidyTests")]]
      let measuring = [benchmark("RulesBench"), fuzzer("RulesFuzz", [])]
      """
    broken.manifest = SwiftFile(path: "Package.swift", text: manifest)
    broken.files.append(SwiftFile(path: "Sources/Attic/Box.swift", text: ""))
    broken.modules = "| `Quantities` | cents |\n| `Cellar` | wine |\ntext on `Rules`\n"
    broken.files.append(SwiftFile(path: "Benchmarks/AtticBench/main.swift", text: ""))
    let expected = [
      "Quantities", "QuantitiesTests", "Rules", "RulesBench", "RulesFuzz", "RulesTests",
      "TidyTests",
    ]
    #expect(broken.declaredTargets == Set(expected))
    #expect(
      NameChecks.modules(broken) == [
        "Package.swift: target Rules has no row in Documentation/Modules.md",
        "Package.swift: target RulesBench has no row in Documentation/Modules.md",
        "Package.swift: target RulesFuzz has no row in Documentation/Modules.md",
        "Package.swift: target RulesTests has no row in Documentation/Modules.md",
        "Package.swift: target TidyTests has no row in Documentation/Modules.md",
        "Documentation/Modules.md: there is no target Cellar",
        "Package.swift: the folder Attic belongs to no target",
        "Package.swift: the folder AtticBench belongs to no target",
      ]
    )
  }

  @Test("Dutch terms and the glossary")
  func glossary() {
    let text = """
      /// Money.
      ///
      /// - Dutch term: bedrag
      @frozen
      package struct Cents {
        /// - Dutch term: eurocent
        package let rawValue: Int64
        /// - Dutch term: soort
        package indirect enum Kind {}
      }
      /// No term.
      package struct Other {}
      """
    var broken = quantities(text)
    let lines = NameChecks.glossary(broken).map { String($0.dropFirst(31).prefix(8)) }
    #expect(lines == ["5: Cents", "9: Kind "])
    broken.glossary =
      "The `Kind` of things\n| bedrag | `Cents` | money |\n| x | `A`, `Kind` | y |\n"
    #expect(NameChecks.glossary(broken) == [])
    #expect(NameChecks.glossary(tree("Sources/regie/Cents.swift", text)) == [])
  }

  @Test("Build products, keys and paths of a machine")
  func files() {
    var broken = SourceTree()
    broken.trackedPaths = [
      "Package.resolved", "Benchmarks/Package.resolved", ".build/x", "data.key", "README.md",
    ]
    #expect(FileChecks.products(broken).count == 4)
    broken.machinePaths = ["/elsewhere/"]
    broken.trackedTexts = [
      "a": "at /elsewhere/me", "b": "\"/elsewhere/me\"", "c": "docs/elsewhere/me",
      "d": "https://x.example/elsewhere/me", "e": "${HOME}/elsewhere/me and /elsewhere/you",
    ]
    #expect(FileChecks.paths(broken).map { $0.prefix(1) } == ["a", "b", "e"])
  }
}
