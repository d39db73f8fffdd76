import Journal
import Messages

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
          text: finding.text
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
        text: finding.text.dutch
      )
    }
    furtherFindings = report.omitted.values.reduce(0, +)
  }

  /// One line of JSON about the file.
  package func json(file: String) -> [UInt8] {
    JSONWriter.object { json in
      json.field("file", file)
      json.key("message")
      if let message { json.string(message) } else { json.null() }
      json.field("valid", findings.isEmpty)
      json.array("findings") { json in
        for finding in findings { finding.write(to: &json) }
      }
      if furtherFindings > 0 { json.field("furtherFindings", Int64(furtherFindings)) }
    }
  }

  /// The check in lines of text.
  package func lines(file: String) -> [String] {
    var lines = ["\(file): \(message ?? "?") " + (findings.isEmpty ? "in orde" : "niet in orde")]
    for finding in findings {
      let place = finding.path.isEmpty ? "" : " \(finding.path)"
      let code = finding.code.isEmpty ? "" : "\(finding.code) "
      lines.append("  \(code)\(finding.rule)\(place): \(finding.text)")
    }
    if furtherFindings > 0 { lines.append("  en nog \(furtherFindings) bevindingen") }
    return lines
  }
}
