/// What came of reading a file: the message, or why it is not one.
package struct ReadResult: Sendable {
  /// The message; nil when there is any finding.
  package let message: Message?
  /// The kind of message, as soon as its first element told it.
  package let type: MessageType?
  /// What is wrong with the format, in the order of the file; at most `ReaderLimits.findings`.
  package let findings: [FormatFinding]
  /// The number of findings that were left out of `findings`.
  package let omittedFindings: Int
  /// The bytes of every `Client` element, from its `<` to just after its last `>`.
  package let clientRanges: [Range<Int>]
  /// The number of bytes of the file.
  package let length: Int
}

/// One thing that is wrong with the format of a message (level 1).
///
/// Says what is wrong and where, never which value stood there, since a value may be personal data.
package struct FormatFinding: Sendable, Equatable {
  package let fault: FormatFault
  /// The line in the file, counted from 1.
  package let line: Int
  /// The element: `/Bericht/Client/Bsn`; empty when the fault is not in an element.
  package let path: String

  /// What is wrong, where and what to do, in Dutch.
  package var text: String {
    let place = path.isEmpty ? "Regel \(line)" : "Regel \(line), \(path)"
    return fault.concernsFile ? fault.dutch : "\(place): \(fault.dutch)"
  }

  /// What is wrong, where and what to do, in English.
  package var english: String {
    let place = path.isEmpty ? "Line \(line)" : "Line \(line), \(path)"
    return fault.concernsFile ? fault.english : "\(place): \(fault.english)"
  }
}
