/// Text in Unicode's normal form C.
///
/// Two texts that look the same may differ in bytes ("é" as one scalar or as two), and then their
/// digests differ. Swift compares text by canonical equivalence but gives no normal form away, so
/// this composes it from a table of our own. That the table has a version of its own is on purpose:
/// a newer Swift must not change a digest. Scalars that Unicode added later stay as they are.
package enum NormalForm {
  /// The text in normal form C.
  ///
  /// Text below U+0300 (all of Dutch) costs one look at its bytes.
  package static func normalized(_ text: String) -> String {
    // No scalar below U+0300 is changed by the normal form, and U+0300 begins with byte 0xCC.
    guard text.utf8.contains(where: { $0 >= 0xCC }) else { return text }
    let table = NormalFormTable.shared
    if text.unicodeScalars.allSatisfy({ table.isStable($0.value) }) { return text }
    var scalars: [UInt32] = []
    for scalar in text.unicodeScalars { decompose(scalar.value, table, into: &scalars) }
    order(&scalars, table)
    var result = String.UnicodeScalarView()
    result.append(contentsOf: composed(scalars, table).lazy.compactMap(Unicode.Scalar.init))
    return String(result)
  }

  /// Whether `normalized` would leave the text as it is, byte for byte.
  package static func isNormalized(_ text: String) -> Bool {
    Array(normalized(text).utf8) == Array(text.utf8)
  }

  /// The parts of a scalar, all the way down.
  private static func decompose(
    _ scalar: UInt32,
    _ table: NormalFormTable,
    into parts: inout [UInt32]
  ) {
    if let syllable = HangulSyllable(scalar) {
      parts += syllable.parts
    } else if let found = table.parts[scalar] {
      for part in found { decompose(part, table, into: &parts) }
    } else {
      parts.append(scalar)
    }
  }

  /// Puts every run of marks in the order of their classes; marks of one class stay as they came.
  private static func order(_ scalars: inout [UInt32], _ table: NormalFormTable) {
    var start = 0
    while start < scalars.count {
      guard table.combiningClass(scalars[start]) > 0 else {
        start += 1
        continue
      }
      var end = start
      while end < scalars.count, table.combiningClass(scalars[end]) > 0 { end += 1 }
      let sorted = scalars[start..<end].enumerated().sorted { left, right in
        (table.combiningClass(left.element), left.offset)
          < (table.combiningClass(right.element), right.offset)
      }
      scalars.replaceSubrange(start..<end, with: sorted.map(\.element))
      start = end
    }
  }

  /// Joins each mark to the letter before it where the two have a composed form and no mark of the
  /// same or a higher class stands between them.
  private static func composed(_ scalars: [UInt32], _ table: NormalFormTable) -> [UInt32] {
    var result: [UInt32] = []
    var starter: Int?
    var lastClass = 0
    for scalar in scalars {
      let combiningClass = table.combiningClass(scalar)
      if let place = starter,
        place == result.count - 1 || (combiningClass > 0 && lastClass < combiningClass),
        let whole = HangulSyllable.joined(result[place], scalar)
          ?? table.whole(result[place], scalar)
      {
        result[place] = whole
        continue
      }
      if combiningClass == 0 { starter = result.count }
      lastClass = combiningClass
      result.append(scalar)
    }
    return result
  }
}

/// A Korean syllable as one scalar; it is computed from its letters (Unicode 3.12).
private struct HangulSyllable {
  private static let first: UInt32 = 0xAC00
  private static let leading: UInt32 = 0x1100
  private static let vowel: UInt32 = 0x1161
  private static let trailing: UInt32 = 0x11A7
  private static let leadingCount: UInt32 = 19
  private static let vowelCount: UInt32 = 21
  private static let trailingCount: UInt32 = 28

  let parts: [UInt32]

  init?(_ scalar: UInt32) {
    let count = Self.leadingCount * Self.vowelCount * Self.trailingCount
    guard (Self.first..<Self.first + count).contains(scalar) else { return nil }
    let index = scalar - Self.first
    let open = index / Self.trailingCount
    let end = index % Self.trailingCount
    let letters = [Self.leading + open / Self.vowelCount, Self.vowel + open % Self.vowelCount]
    parts = letters + (end == 0 ? [] : [Self.trailing + end])
  }

  /// The syllable of two letters, or of an open syllable and a letter that closes it.
  static func joined(_ left: UInt32, _ right: UInt32) -> UInt32? {
    if (leading..<leading + leadingCount).contains(left),
      (vowel..<vowel + vowelCount).contains(right)
    {
      return first + ((left - leading) * vowelCount + right - vowel) * trailingCount
    }
    guard (trailing + 1..<trailing + trailingCount).contains(right), let open = Self(left),
      open.parts.count == 2
    else { return nil }
    return left + right - trailing
  }
}
