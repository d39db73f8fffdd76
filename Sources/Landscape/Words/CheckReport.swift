import Journal
package import Rules

/// What a check found, as lines for a terminal or as JSON.
package enum CheckReport {
  /// The places of a finding that are shown unless all are asked for.
  private static let shownSites = 3

  /// One block per finding and a summary.
  package static func lines(
    _ check: StrategyCheck,
    file: String,
    all: Bool,
    in language: Language = .dutch
  ) -> [String] {
    var lines: [String] = []
    for finding in check.findings {
      lines.append(contentsOf: self.lines(finding, file: file, all: all, language))
    }
    lines.append(summary(check, file: file)[language])
    return lines
  }

  private static func lines(
    _ finding: StrategyFinding,
    file: String,
    all: Bool,
    _ language: Language
  ) -> [String] {
    let place = finding.sites.first?.place ?? TextPlace(line: 1, column: 1)
    var lines = [
      "\(file):\(place): \(finding.severity.text[language]) \(finding.rule): "
        + finding.message[language]
    ]
    let details = finding.sites.filter { $0.detail != finding.message }
    let shown = all ? details[...] : details.prefix(shownSites)
    for site in shown { lines.append("    \(site.place)  \(site.detail[language])") }
    if shown.count < details.count {
      let rest = details.count - shown.count
      let more = BilingualText(
        "    … en nog \(rest) (toon ze met --all)",
        "    … and \(rest) more (show them with --all)"
      )
      lines.append(more[language])
    }
    if let explanation = finding.explanation { lines.append("    \(explanation[language])") }
    if let source = finding.source {
      let line = BilingualText("Bron van de regel: ", "Source of the rule: ") + source + "."
      lines.append("    \(line[language])")
    }
    return lines
  }

  private static func summary(_ check: StrategyCheck, file: String) -> BilingualText {
    let errors = check.findings(.error).count
    let warnings = check.findings(.warning).count
    let unknowns = check.findings(.unknown).reduce(0) { $0 + $1.sites.count }
    let result =
      check.hasErrors
      ? BilingualText("niet overgenomen", "not taken") : BilingualText("goed", "right")
    return "\(file): " + result
      + BilingualText(
        "; fouten: \(errors), waarschuwingen: \(warnings), onbekende waarden: \(unknowns).",
        "; errors: \(errors), warnings: \(warnings), unknown values: \(unknowns)."
      )
  }

  /// One object on one line.
  package static func json(
    _ check: StrategyCheck,
    file: String,
    in language: Language = .dutch
  ) -> [UInt8] {
    JSONWriter.object { json in
      json.field("file", file)
      json.field("valid", !check.hasErrors)
      json.field("strategy", ifPresent: check.strategy?.code)
      json.array("findings") { json in
        for finding in check.findings { write(finding, language, to: &json) }
      }
    }
  }

  private static func write(
    _ finding: StrategyFinding,
    _ language: Language,
    to json: inout JSONWriter
  ) {
    json.object { json in
      json.field("rule", finding.rule)
      json.field("severity", "\(finding.severity)")
      json.field("message", finding.message[language])
      json.field("explanation", ifPresent: finding.explanation?[language])
      json.field("source", ifPresent: finding.source?[language])
      json.array("sites") { json in
        for site in finding.sites {
          json.object { json in
            json.field("line", Int64(site.place.line))
            json.field("column", Int64(site.place.column))
            json.field("path", site.path)
            json.field("detail", site.detail[language])
          }
        }
      }
    }
  }
}
