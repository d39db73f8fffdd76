import Testing

/// The habits of the house, read from the source tree.
@Suite("Tidy")
struct TidyTests {
  /// Read once: the tests only look at it.
  private static let onDisk = Result { try SourceTree.onDisk() }

  private let tree: SourceTree

  init() throws { tree = try Self.onDisk.get() }

  @Test("The tree that is judged is the tree there is")
  func seesTheTree() {
    #expect(tree.declaredTargets.contains("Quantities"))
    #expect(tree.declaredTargets.contains("QuantitiesTests"))
    #expect(tree.files.contains { $0.path == "Sources/Quantities/Cents.swift" })
    #expect(tree.files.contains { $0.path == "Tests/TidyTests/TidyTests.swift" })
  }

  @Test("Each target imports what its floor allows, and no Foundation on floors 0 to 3")
  func imports() { #expect(ImportChecks.floors(tree) == []) }

  @Test("No @testable") func testable() { #expect(ImportChecks.testable(tree) == []) }

  @Test("Files have at most 500 lines") func fileLengths() { #expect(SizeChecks.files(tree) == []) }

  @Test("Functions have at most 70 lines") func bodies() { #expect(SizeChecks.bodies(tree) == []) }

  @Test("Lines have at most 100 columns") func lines() { #expect(SizeChecks.lines(tree) == []) }

  @Test("No try!, no as!, no fatalError") func traps() { #expect(CallChecks.traps(tree) == []) }

  @Test("Random numbers come from a generator that is given")
  func randomness() { #expect(CallChecks.randomness(tree) == []) }

  @Test("Only the program and named adapters read the clock")
  func clock() { #expect(CallChecks.clock(tree) == []) }

  @Test("Only the program prints, and starts tasks without a parent")
  func output() { #expect(CallChecks.output(tree) == []) }

  @Test("IM-05: no binary fractions on floors 0 to 3")
  func fractions() { #expect(CallChecks.fractions(tree) == []) }

  @Test("Nothing is public") func access() { #expect(CallChecks.access(tree) == []) }

  @Test("Escapes from the compiler's checks say why")
  func escapes() { #expect(CallChecks.escapes(tree) == []) }

  @Test("Files are named for their main type")
  func fileNames() { #expect(NameChecks.files(tree) == []) }

  @Test("Every target has its sentence in Modules.md, and every sentence its target")
  func modules() { #expect(NameChecks.modules(tree) == []) }

  @Test("Every type with a Dutch term stands in the glossary")
  func glossary() { #expect(NameChecks.glossary(tree) == []) }

  @Test("No build products, pins or keys are tracked")
  func products() { #expect(FileChecks.products(tree) == []) }

  @Test("No file holds a path of somebody's machine")
  func paths() { #expect(FileChecks.paths(tree) == []) }
}
