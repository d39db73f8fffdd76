import Messages
import Quantities
import StrategyFiles
import Synthetic
import Testing

@Suite("The messages of Noord-Limburg")
struct NoordLimburgMessageTests {
  @Test("A plain judge comes to the intended verdict on every file and line", arguments: [1, 2, 3])
  func verdicts(seed: UInt64) throws {
    let region = try Regions.noordLimburg(seed: seed).support
    RegionVerdictTests().judge(region)
  }

  @Test("The same at the size of the demonstration, six weeks of household help included")
  func demonstration() throws {
    let seed = NoordLimburg.demoSeed
    let region = try Regions.noordLimburg(size: .demonstration, seed: seed).support
    RegionVerdictTests().judge(region)
  }

  @Test("Every message keeps the rules of level 2, but for those made to break them")
  func levelTwo() throws {
    let region = try Regions.noordLimburg(seed: 4).support
    for index in 0..<region.fileCount {
      let findings = LevelTwo.check(region.message(index))
      #expect(
        findings.isEmpty == (region.intent(index).outcome != .rejectMessage),
        "\(region.fileName(index)): \(findings.map { "\($0.rule) \($0.path)" })"
      )
    }
  }

  @Test("The figures are those of the plan, for seven municipalities and six segments")
  func figures() throws {
    let region = try Regions.noordLimburg(seed: 1).support
    #expect(region.municipalities.count == 7)
    #expect(region.plannedMunicipalities == region.municipalities)
    #expect(region.municipalities.allSatisfy { $0.clients > 0 && $0.cost > .zero })
    let codes = Set(region.lines.map { $0.content.product.code.prefix(3) })
    #expect(codes.isSuperset(of: ["01A", "02A", "03A", "04A"]))
  }
}
