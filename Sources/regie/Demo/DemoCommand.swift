import ArgumentParser
import Journal

/// Makes the demo regions and runs their years through the ordinary commands and intake.
struct DemoCommand: AsyncParsableCommand, RunsAlone {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make two synthetic regions, run their years, and compare with what must come out."
  )

  @Option(help: "The folder for the demo regions.") var data = "demo-data"
  @Flag(help: "End after the run; serving pages comes with a later version.")
  var once = false
  @Flag(help: "Small regions of some dozens of clients, for a quick look.")
  var small = false
  @OptionGroup var output: OutputOptions

  func run() async throws {
    var reports: [DemoReport] = []
    let regions = try DemoRegion.all(small: small)
    try DurableText.makeFolder(data)
    for demo in regions {
      let folder = DataFolder(data + "/" + demo.folderName, key: nil)
      try await NewRegion(folder: folder).make { _ in }
      let report = try await folder.whileOpen { region in
        try await DemoRun(demo: demo, region: region, folder: folder).play()
      }
      reports.append(report)
      if !output.json {
        for line in report.lines(in: output.lang) + [""] { Console.line(line) }
      }
    }
    let isAsExpected = reports.allSatisfy(\.isAsExpected)
    if output.json { Console.line(DemoReport.json(reports)) }
    guard isAsExpected else { throw ProgramFailure(.demoDiffers) }
  }
}
