import Journal

/// What a check found, as lines for a terminal or as JSON.
package enum CheckReport {
  /// The places of a finding that are shown unless all are asked for.
  private static let shownSites = 3

  /// One block per finding and a summary.
  package static func lines(_ check: StrategyCheck, file: String, all: Bool) -> [String] {
    var lines: [String] = []
    for finding in check.findings {
      lines.append(contentsOf: self.lines(finding, file: file, all: all))
    }
    lines.append(summary(check, file: file))
    return lines
  }

  private static func lines(
    _ finding: StrategyFinding,
    file: String,
    all: Bool
  ) -> [String] {
    let place = finding.sites.first?.place ?? TextPlace(line: 1, column: 1)
    var lines = [
      "\(file):\(place): \(finding.severity.rawValue) \(finding.rule): \(finding.message)"
    ]
    let details = finding.sites.filter { $0.detail != finding.message }
    let shown = all ? details[...] : details.prefix(shownSites)
    for site in shown { lines.append("    \(site.place)  \(site.detail)") }
    if shown.count < details.count {
      lines.append("    … en nog \(details.count - shown.count) (toon ze met --all)")
    }
    if let explanation = finding.explanation { lines.append("    \(explanation)") }
    if let source = finding.source { lines.append("    Bron van de regel: \(source).") }
    return lines
  }

  private static func summary(_ check: StrategyCheck, file: String) -> String {
    let errors = check.findings(.error).count
    let warnings = check.findings(.warning).count
    let unknowns = check.findings(.unknown).reduce(0) { $0 + $1.sites.count }
    let result = check.hasErrors ? "niet overgenomen" : "goed"
    return
      "\(file): \(result); fouten: \(errors), waarschuwingen: \(warnings), onbekende waarden: \(unknowns)."
  }

  /// One object on one line.
  package static func json(_ check: StrategyCheck, file: String) -> [UInt8] {
    JSONWriter.object { json in
      json.field("file", file)
      json.field("valid", !check.hasErrors)
      json.field("strategy", ifPresent: check.strategy?.code)
      json.array("findings") { json in
        for finding in check.findings { write(finding, to: &json) }
      }
    }
  }

  private static func write(_ finding: StrategyFinding, to json: inout JSONWriter) {
    json.object { json in
      json.field("rule", finding.rule)
      json.field("severity", "\(finding.severity)")
      json.field("message", finding.message)
      json.field("explanation", ifPresent: finding.explanation)
      json.field("source", ifPresent: finding.source)
      json.array("sites") { json in
        for site in finding.sites {
          json.object { json in
            json.field("line", Int64(site.place.line))
            json.field("column", Int64(site.place.column))
            json.field("path", site.path)
            json.field("detail", site.detail)
          }
        }
      }
    }
  }
}
