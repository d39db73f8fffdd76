import Accounts
import ArgumentParser
import Foundation
import Journal

/// Makes the demo regions and runs their years through the ordinary commands and intake.
struct DemoCommand: AsyncParsableCommand, RunsAlone {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make two synthetic regions, run their years, and serve them on this machine."
  )

  @Option(help: "The folder for the demo regions.") var data = "demo-data"
  @Flag(help: "End after the run, without serving pages.")
  var once = false
  @Flag(help: "Small regions of some dozens of clients, for a quick look.")
  var small = false
  @Option(help: "The port of the pages; 0 for any that is free.") var port = 8_080
  @Flag(help: "Write a line of JSON per request to standard error.") var logRequests = false
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let folders = try DemoRegion.all(small: small).map {
      DataFolder(data + "/" + $0.folderName, key: nil)
    }
    let isMade = folders.allSatisfy { FileManager.default.fileExists(atPath: $0.journalPath) }
    if once || !isMade { try await make() }
    guard !once else { return }
    // The one place where accounts without a password may be made.
    let house = try await SiteHouse(folders: folders, permit: DemoPermit())
    try await house.serve(listening, output)
  }

  /// On this machine only, whatever is asked.
  private var listening: ListeningOptions {
    var listening = ListeningOptions()
    listening.host = "127.0.0.1"
    listening.port = port
    listening.behindProxy = nil
    listening.securityContact = nil
    listening.logRequests = logRequests
    return listening
  }

  /// Makes the regions, runs their years and compares.
  private func make() async throws {
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
