package import Commissioning
package import Region

/// Reads the file with a region's choices: one `key = value` on a line, `#` begins a remark.
package enum SettingsFile {
  /// The choices, or every line that is wrong.
  package static func read(_ bytes: [UInt8]) -> Result<RegionSettings, ImportRefusal> {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return .failure(
        ImportRefusal([
          ImportFinding(
            line: 1,
            column: nil,
            text: "het bestand is geen UTF-8. Bewaar het als UTF-8.",
            english: "the file is not UTF-8. Save it as UTF-8."
          )
        ])
      )
    }
    var lines: [SettingLine] = []
    var findings: [ImportFinding] = []
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, row) in rows.enumerated() {
      let content = row.prefix { $0 != "#" }.trimmed
      guard !content.isEmpty else { continue }
      guard let equals = content.firstIndex(of: "=") else {
        findings.append(
          ImportFinding(
            line: index + 1,
            column: nil,
            text: "hier staat geen keuze. Schrijf `naam = antwoord`.",
            english: "there is no choice here. Write `name = answer`."
          )
        )
        continue
      }
      lines.append(
        SettingLine(
          key: String(content[..<equals].trimmed),
          value: String(content[content.index(after: equals)...].trimmed),
          line: index + 1
        )
      )
    }
    switch RegionSettings.parse(lines) {
    case .success(let settings):
      return findings.isEmpty ? .success(settings) : .failure(ImportRefusal(findings))
    case .failure(let refusal): return .failure(ImportRefusal(findings + refusal.findings))
    }
  }
}

extension Substring {
  /// The text without white space at both ends.
  fileprivate var trimmed: Substring {
    var text = self
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
