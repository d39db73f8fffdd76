/// Reads messages: one strict pass over the bytes, from the file to typed values.
///
/// Stricter than XML and the schemas in a few places, on purpose: UTF-8 only and without a byte
/// order mark, XML 1.0 only, no DOCTYPE, no `xsi:type` and `xsi:nil`, years from 1 to 9999, and the
/// bounds of `ReaderLimits`.
package enum MessageReader {
  /// Reads a file; whatever is in it, the answer is a message or findings.
  ///
  /// A fault against XML itself ends the reading, since nothing after it can be trusted; all other
  /// findings are collected.
  package static func read(
    _ bytes: Span<UInt8>,
    limits: ReaderLimits = .standard
  ) -> ReadResult {
    read(bytes, limits: limits, remembering: true)
  }

  /// Reads with or without remembered markup; the result is the same, and tests compare the two.
  package static func read(
    _ bytes: Span<UInt8>,
    limits: ReaderLimits = .standard,
    remembering: Bool
  ) -> ReadResult {
    var parser = MessageParser(limits: limits, remembering: remembering)
    do throws(Stop) {
      try refuseOtherFiles(bytes, limits)
      try parser.document(bytes)
    } catch {
      parser.note(error.fault, at: error.offset)
    }
    return parser.result(bytes)
  }

  /// Refuses at once what can be seen to be no XML file in UTF-8.
  private static func refuseOtherFiles(
    _ bytes: Span<UInt8>,
    _ limits: ReaderLimits
  ) throws(Stop) {
    func begins(_ start: [UInt8]) -> Bool {
      guard bytes.count >= start.count else { return false }
      for index in start.indices where bytes[index] != start[index] { return false }
      return true
    }
    guard bytes.count > 0 else { throw Stop(.empty, 0) }
    guard bytes.count <= limits.fileSize else { throw Stop(.tooLarge, 0) }
    if begins([0xEF, 0xBB, 0xBF]) { throw Stop(.byteOrderMark, 0) }
    if begins([0xFE, 0xFF]) || begins([0xFF, 0xFE]) || begins([0, 0, 0xFE, 0xFF])
      || begins([0, 0x3C]) || begins([0x3C, 0]) || begins([0, 0, 0, 0x3C])
    {
      throw Stop(.utf16, 0)
    }
    var first = 0
    while first < bytes.count, XMLCharacters.isSpace(bytes[first]) { first += 1 }
    guard first < bytes.count else { throw Stop(.empty, 0) }
    guard bytes[first] == UInt8(ascii: "<") else { throw Stop(.notXML, 0) }
  }
}

/// Ends the reading of a file: a fault after which nothing can be trusted.
struct Stop: Error {
  let fault: FormatFault
  let offset: Int

  init(_ fault: FormatFault, _ offset: Int) {
    self.fault = fault
    self.offset = offset
  }
}
