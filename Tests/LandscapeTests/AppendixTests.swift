import Foundation
import Landscape
import StrategyFiles
import Testing

/// The example segment of the data sheets, as it is printed there.
///
/// The sheets lie in `../shared/domain`, beside the package; where they are absent the test is
/// skipped, and says so.
@Suite("The example of the data sheets")
struct AppendixTests {
  private static let sheets = ShippedStrategies.root.deletingLastPathComponent()
    .appending(path: "shared/domain/strategies.md")

  private static var isThere: Bool { FileManager.default.fileExists(atPath: sheets.path) }

  @Test(
    "Appendix B is taken as it stands, and says what the shipped file says",
    .enabled(if: isThere, "../shared/domain is not beside the package")
  )
  func example() throws {
    let page = try String(contentsOf: Self.sheets, encoding: .utf8)
    let appendix = try #require(page.range(of: "## Appendix B"))
    let start = try #require(
      page.range(of: "```yaml\n", range: appendix.upperBound..<page.endIndex)
    )
    let end = try #require(page.range(of: "```", range: start.upperBound..<page.endIndex))
    let example = page[start.upperBound..<end.lowerBound]
    let file = try ShippedStrategies.text("noord-limburg-wmo-2022")
    let head = try #require(file.range(of: "\nsegmenten:\n"))
    let tail = try #require(file.range(of: "\nbegrippen:\n"))
    let text = file[..<head.lowerBound] + "\n" + example + file[tail.lowerBound...]
    let printed = try #require(try SmallStrategy.strategy(String(text)).segments.first)
    let shipped = try #require(
      try ShippedStrategies.strategy("noord-limburg-wmo-2022").segment("wmo-s1a")
    )
    #expect(printed.name == shipped.name)
    #expect(
      printed.goals.map(\.provenance.references) == shipped.goals.map(\.provenance.references)
    )
    #expect(
      printed.lots.map(\.providers.value?.maximum) == shipped.lots.map(\.providers.value?.maximum)
    )
    #expect(
      printed.lots.map(\.payment.element?.budgetFrame)
        == shipped.lots.map(\.payment.element?.budgetFrame)
    )
    #expect(
      printed.lots.map(\.supplierManagement.element?.intensity)
        == shipped.lots.map(\.supplierManagement.element?.intensity)
    )
    #expect(printed.access.element?.accessDecides == shipped.access.element?.accessDecides)
  }
}
