package import Rules

/// What is wrong with one line of a file that someone wants to import.
///
/// All findings of a file are given at once, and a file with a finding is not imported at all
/// (IM-08): nobody should have to mend a list line by line, or wonder which half of it counts.
package struct ImportFinding: Hashable, Sendable {
  /// The line in the file, counted from one.
  package let line: Int
  /// The column or setting by its name in the file; nil when the finding is about the whole line.
  package let column: String?
  /// One or two plain Dutch sentences: what is wrong and what to do.
  package let text: String
  /// The same in English.
  package let english: String

  package init(line: Int, column: String?, text: String, english: String) {
    self.line = line
    self.column = column
    self.text = text
    self.english = english
  }

  /// What is wrong and what to do.
  package func text(in language: Language) -> String { language == .dutch ? text : english }

  /// Where it is wrong, what is wrong, and what to do: `regel 3, kolom tarief_cent: ...`.
  package func description(in language: Language) -> String {
    let words = language == .dutch ? ("regel", "kolom") : ("line", "column")
    return "\(words.0) \(line)" + (column.map { ", \(words.1) \($0)" } ?? "") + ": "
      + text(in: language)
  }
}

extension ImportFinding: CustomStringConvertible {
  /// The finding in Dutch.
  package var description: String { description(in: .dutch) }
}

/// Why a file was not imported: at least one finding, in order of line.
package struct ImportRefusal: Error, Hashable, Sendable {
  package let findings: [ImportFinding]

  /// Puts the findings in order of line; those of one line stay as they came.
  package init(_ findings: [ImportFinding]) {
    self.findings =
      findings.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }
}
