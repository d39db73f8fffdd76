import Landscape
import Quantities
import Region
import Rules

/// The strategies that a new region begins with.
struct BeginningStrategies {
  private let files: [(path: String, strategy: Strategy)]

  /// Reads the files; those that begin first, and so are succeeded, come first.
  init(files paths: [String]) throws {
    files = try paths.map { (path: $0, strategy: try StrategyInput.strategy(of: $0)) }
      .sorted { left, right in
        (left.strategy.firstDay ?? Self.never, left.strategy.code)
          < (right.strategy.firstDay ?? Self.never, right.strategy.code)
      }
  }

  private static let never = CivilDate(dayNumber: .max)

  var codes: [String] { files.map(\.strategy.code) }

  /// The municipalities of the region that the files are of; they must be of one region.
  func municipalities() throws -> [MunicipalityCode] {
    guard let first = files.first else { return [] }
    for file in files where file.strategy.region.code != first.strategy.region.code {
      throw ProgramFailure(
        Status.invalidInput,
        "strategy.otherRegion",
        BilingualText(
          "\(first.path) is van regio \(first.strategy.region.name), \(file.path) van regio "
            + "\(file.strategy.region.name). Een map is van een regio: geef alleen de bestanden "
            + "van die regio, of noem de gemeenten met --gemeente.",
          "\(first.path) is of region \(first.strategy.region.name), \(file.path) of region "
            + "\(file.strategy.region.name). A folder is of one region: give the files of that "
            + "region only, or name the municipalities with --gemeente."
        )
      )
    }
    return files.reduce(into: Set()) { $0.formUnion($1.strategy.municipalities) }
      .sorted { $0.number < $1.number }
  }

  /// Adopts all of them; the first that is refused ends it.
  func adopt(in region: OpenRegion) async throws {
    for file in files {
      do {
        try await region.perform(
          StrategyInput.adopting(file.strategy),
          key: "init-strategy-\(file.strategy.code)",
          body: file.strategy.bytes,
          on: Clock.today
        )
      } catch let failure as ProgramFailure where failure.code.hasPrefix("refused.") {
        throw ProgramFailure(
          Status.invalidInput,
          failure.code,
          BilingualText(
            "\(file.path): \(failure.text.dutch)",
            "\(file.path): \(failure.text.english)"
          )
        )
      }
    }
  }
}
