import Foundation
import Quantities
import StrategyFiles
import Synthetic
import Testing

/// The small synthetic region as files on disk, and one undisturbed run over all of them.
///
/// It is the example that the project carries with it: nothing outside the project is needed, and
/// the intended outcome of every file is known.
struct SmallRegion: Sendable {
  /// A run from an empty folder to the last file that nothing disturbed.
  struct Run: Sendable {
    let region: TestRegion
    let files: [JudgedFile]
    let errors: Data
    let output: Data
  }

  let synthetic: SyntheticRegion
  let folder: String
  let prices: String

  static let shared = Result { try SmallRegion() }

  /// Made once; whoever wants to change it takes a copy.
  static let undisturbed = Task { try await shared.get().run() }

  private init() throws {
    let strategy = try #require(ShippedStrategy.lekstroomEarlierWmo.strategy)
    synthetic = try .small(strategy)
    folder = try Scratch.folder("messages")
    prices = Scratch.path("prices.tsv")
    try Data(synthetic.contractList).write(to: URL(fileURLWithPath: prices))
    for file in synthetic.messages {
      try Data(file.bytes).write(to: URL(fileURLWithPath: folder + "/" + file.name))
    }
  }

  var municipalities: [String] { synthetic.municipalities.map(\.municipality.description) }

  /// A day on which every file is there.
  var today: String { synthetic.lastDay.description }

  func path(_ index: Int) -> String { folder + "/" + synthetic.fileName(index) }

  /// The region before its first message.
  func opened(at root: String? = nil) async throws -> TestRegion {
    try await TestRegion(municipalities, prices: prices, at: root)
  }

  /// The first file of a kind with an outcome.
  func file(_ message: String, _ outcome: IntendedOutcome) -> String? {
    (0..<synthetic.fileCount).first { index in
      synthetic.intent(index).outcome == outcome
        && synthetic.fileName(index).contains("-\(message)-")
    }.map { path($0) }
  }

  private func run() async throws -> Run {
    let region = try await opened()
    let command = region.processing([folder], today: today)
    // Some files are no messages on purpose, hence the exit code.
    let finished = try await region.regie(command, exits: 65)
    return Run(
      region: region,
      files: try finished.lines.map { try JudgedFile($0) },
      errors: finished.errors,
      output: finished.output
    )
  }
}
