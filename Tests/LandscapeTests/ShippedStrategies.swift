import Foundation
import Landscape
import Rules
import StrategyFiles
import Testing

/// The strategy files of the repository, read as the program reads them.
enum ShippedStrategies {
  static let names = [
    "noord-limburg-wmo-2022", "noord-limburg-jeugd-2022", "noord-limburg-participatie-2022",
    "lekstroom-wmo-ib-2022", "lekstroom-wmo-ozr-2015",
  ]

  static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  static func text(_ name: String) throws -> String {
    let url = root.appending(path: "Strategies/\(name).yaml")
    return try String(contentsOf: url, encoding: .utf8)
  }

  static func check(_ name: String) throws -> StrategyCheck {
    StrategyReader.check(Array(try text(name).utf8))
  }

  static func strategy(_ name: String) throws -> Strategy {
    let check = try check(name)
    for finding in check.findings(.error) {
      Issue.record("\(name):\(finding.sites[0].place) \(finding.rule) \(finding.message.dutch)")
    }
    return try #require(check.strategy)
  }
}
