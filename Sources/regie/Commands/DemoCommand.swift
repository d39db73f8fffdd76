import ArgumentParser
import Exchange
import Journal
import Quantities
import Region
import StrategyFiles
import Synthetic

/// Makes the demo region and runs its year through the ordinary intake.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make region Lekstroom, run a year of its messages, and compare with the source."
  )

  @Option(help: "The folder for the demo regions.") var data = "demo-data"
  @Flag(help: "End after the run; serving pages comes with a later version.")
  var once = false
  @Flag(help: "A small region of a few clients, for a quick look.")
  var small = false
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let synthetic = try made()
    let name = small ? "klein" : "lekstroom"
    let folder = DataFolder(data + "/" + name, key: nil)
    try DurableText.makeFolder(data)
    try await NewRegion(folder: folder).make { _ in }
    let report = try await folder.whileOpen { region in
      try await DemoRun(synthetic: synthetic, region: region, folder: folder).play()
    }
    if output.json {
      Console.line(report.json)
    } else {
      for line in report.lines(in: output.lang) { Console.line(line) }
    }
    guard report.isAsExpected else {
      throw ProgramFailure(.demoDiffers)
    }
  }

  private func made() throws -> SyntheticRegion {
    do throws(ShapeFault) {
      let shipped = ShippedStrategy.lekstroomEarlierWmo
      guard let strategy = shipped.strategy else { throw .noStrategy(shipped.fileName) }
      return small ? try .small(strategy) : try .lekstroom(strategy)
    } catch {
      throw ProgramFailure(Status.ourFault, "demo.region", error.text)
    }
  }
}
