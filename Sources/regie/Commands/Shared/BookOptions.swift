import ArgumentParser
import Commissioning
import Foundation
import Quantities
import Rules

extension Label: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension CivilDate: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension MunicipalityCode: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension ChamberNumber: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Basis: ExpressibleByArgument {
  package init?(argument: String) { self.init(written: argument) }
}

/// The moment at which something is done: the hour decides where a tender closes.
struct MomentOptions: ParsableArguments {
  @Option(help: "The day of the command (yyyy-mm-dd); by default today in the Netherlands.")
  var today: String?

  @Option(help: "The moment of the command in the Netherlands (\"yyyy-mm-dd hh:mm\").")
  var at: String?

  /// The moment that was given; a day alone is that day at the hour it is now.
  func moment() throws -> CivilMoment {
    if let at { return try Self.read(at, option: "--at") }
    let now = Clock.moment
    return today == nil ? now : CivilMoment(try Clock.day(today), now.time)
  }

  /// Reads a moment of an option; seconds may be left out.
  static func read(_ text: String, option: String) throws -> CivilMoment {
    if let moment = CivilMoment(text) ?? CivilMoment(text + ":00") { return moment }
    throw ProgramFailure(
      Status.usage,
      "usage.moment",
      BilingualText(
        "\(option) \(text) is geen tijdstip; schrijf het als \"2025-01-31 12:00\".",
        "\(option) \(text) is not a moment; write it as \"2025-01-31 12:00\"."
      )
    )
  }
}
