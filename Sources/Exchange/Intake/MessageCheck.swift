import Journal
import Messages
package import Rules

/// What can be said of a message by itself: its format, and the rules within it.
package struct MessageCheck: Sendable {
  /// The kind of message, as far as it was recognised.
  package let message: String?
  package let findings: [IntakeFinding]
  /// How many findings there are beyond those in the list.
  package let furtherFindings: Int

  /// Checks the bytes of a message.
  package init(_ bytes: [UInt8]) {
    let read = MessageReader.read(bytes.span)
    message = read.type?.name
    guard let whole = read.message else {
      findings = read.findings.map { finding in
        IntakeFinding(
          judges: "",
          code: "",
          rule: finding.fault.kind.rawValue,
          path: finding.path,
          text: BilingualText(finding.text, finding.english)
        )
      }
      furtherFindings = read.omittedFindings
      return
    }
    let report = LevelTwo.report(whole)
    findings = report.findings.map { finding in
      IntakeFinding(
        judges: finding.className,
        code: finding.code,
        rule: finding.rule,
        path: finding.path,
        text: finding.text
      )
    }
    furtherFindings = report.omitted.values.reduce(0, +)
  }

  /// One line of JSON about the file.
  package func json(file: String, in language: Language) -> [UInt8] {
    JSONWriter.object { json in
      json.field("file", file)
      json.key("message")
      if let message { json.string(message) } else { json.null() }
      json.field("valid", findings.isEmpty)
      json.array("findings") { json in
        for finding in findings { finding.write(to: &json, in: language) }
      }
      if furtherFindings > 0 { json.field("furtherFindings", Int64(furtherFindings)) }
    }
  }

  /// The check in lines of text.
  package func lines(file: String, in language: Language) -> [String] {
    let verdict =
      findings.isEmpty
      ? BilingualText("in orde", "in order") : BilingualText("niet in orde", "not in order")
    var lines = ["\(file): \(message ?? "?") \(verdict[language])"]
    for finding in findings {
      let place = finding.path.isEmpty ? "" : " \(finding.path)"
      let code = finding.code.isEmpty ? "" : "\(finding.code) "
      lines.append("  \(code)\(finding.rule)\(place): \(finding.text[language])")
    }
    if furtherFindings > 0 {
      let further = BilingualText(
        "  en nog \(furtherFindings) bevindingen",
        "  and \(furtherFindings) more findings"
      )
      lines.append(further[language])
    }
    return lines
  }
}
