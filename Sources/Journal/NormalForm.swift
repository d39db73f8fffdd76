/// Text in Unicode's normal form C, without a database of Unicode.
///
/// Two texts that look the same may differ in bytes ("é" as one scalar or as two), and then their
/// digests differ. Swift compares text by canonical equivalence, and that is what this leans on: a
/// set of composed letters finds a letter in whatever form it is asked for.
package enum NormalForm {
  /// The text in normal form C, as far as letters of Latin, Greek and Cyrillic go.
  ///
  /// A combination without a composed letter of its own is left as it is, which is its normal form;
  /// so are other scripts, in which composed text, the usual form, is normal already. Text below
  /// U+0300 (all of Dutch) costs one look at its bytes.
  package static func normalized(_ text: String) -> String {
    // No scalar below U+0300 is changed by the normal form, and U+0300 begins with byte 0xCC.
    guard text.utf8.contains(where: { $0 >= 0xCC }) else { return text }
    if text.unicodeScalars.allSatisfy(isStable) { return text }
    var result = String.UnicodeScalarView()
    for character in text {
      result.append(contentsOf: composed(character).unicodeScalars)
    }
    return String(result)
  }

  /// Whether `normalized` would leave the text as it is, byte for byte.
  package static func isNormalized(_ text: String) -> Bool {
    Array(normalized(text).utf8) == Array(text.utf8)
  }

  private static func composed(_ character: Character) -> Character {
    if character.unicodeScalars.allSatisfy(isStable) { return character }
    if let index = letters.firstIndex(of: character) { return letters[index] }
    // Not one letter: compose what can be composed and keep the other marks, in canonical order.
    var scalars = Array(character.unicodeScalars)
    guard let first = scalars.first else { return character }
    scalars.removeFirst()
    // Marks may not be put in another order across a mark of class 0: such a letter stays as it is.
    if scalars.contains(where: { combiningClass($0) == 0 }) { return character }
    let marks = scalars.enumerated().sorted {
      (combiningClass($0.element), $0.offset) < (combiningClass($1.element), $1.offset)
    }
    var base = Character(first)
    if let index = letters.firstIndex(of: base) { base = letters[index] }
    var kept = ""
    var lastKept = 0
    for (_, mark) in marks {
      let pair = String(base) + String(Character(mark))
      let markClass = combiningClass(mark)
      if markClass > lastKept, pair.count == 1, let index = letters.firstIndex(of: Character(pair))
      {
        base = letters[index]
      } else {
        kept.unicodeScalars.append(mark)
        lastKept = markClass
      }
    }
    let result = String(base) + kept
    return result.count == 1 ? Character(result) : character
  }

  private static func combiningClass(_ scalar: Unicode.Scalar) -> Int {
    Int(scalar.properties.canonicalCombiningClass.rawValue)
  }

  /// Whether a scalar is in normal form wherever it stands.
  private static func isStable(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return true }
    return scalar.properties.canonicalCombiningClass == .notReordered
      && !unstable.contains(where: { $0.contains(scalar.value) })
  }

  /// The composed letters; looking one up by an equivalent text finds the composed one.
  private static let letters: Set<Character> = {
    var letters: Set<Character> = []
    let blocks: [ClosedRange<UInt32>] = [0x3B...0x24F, 0x370...0x52F, 0x1E00...0x1FFF]
    for scalar in blocks.joined().compactMap(Unicode.Scalar.init) where isStable(scalar) {
      letters.insert(Character(scalar))
    }
    return letters
  }()

  /// Scalars from U+0300 that begin no accent but that normal form C changes or may join with what
  /// precedes them (`NFC_Quick_Check` No or Maybe, combining class 0; Unicode 14).
  private static let unstable: [ClosedRange<UInt32>] = [
    0x374...0x374, 0x37E...0x37E, 0x387...0x387, 0x958...0x95F, 0x9BE...0x9BE, 0x9D7...0x9D7,
    0x9DC...0x9DD, 0x9DF...0x9DF, 0xA33...0xA33, 0xA36...0xA36, 0xA59...0xA5B, 0xA5E...0xA5E,
    0xB3E...0xB3E, 0xB56...0xB57, 0xB5C...0xB5D, 0xBBE...0xBBE, 0xBD7...0xBD7, 0xCC2...0xCC2,
    0xCD5...0xCD6, 0xD3E...0xD3E, 0xD57...0xD57, 0xDCF...0xDCF, 0xDDF...0xDDF, 0xF43...0xF43,
    0xF4D...0xF4D, 0xF52...0xF52, 0xF57...0xF57, 0xF5C...0xF5C, 0xF69...0xF69, 0xF73...0xF73,
    0xF75...0xF76, 0xF78...0xF78, 0xF81...0xF81, 0xF93...0xF93, 0xF9D...0xF9D, 0xFA2...0xFA2,
    0xFA7...0xFA7, 0xFAC...0xFAC, 0xFB9...0xFB9, 0x102E...0x102E, 0x1161...0x1175,
    0x11A8...0x11C2, 0x1B35...0x1B35, 0x1F71...0x1F71, 0x1F73...0x1F73, 0x1F75...0x1F75,
    0x1F77...0x1F77, 0x1F79...0x1F79, 0x1F7B...0x1F7B, 0x1F7D...0x1F7D, 0x1FBB...0x1FBB,
    0x1FBE...0x1FBE, 0x1FC9...0x1FC9, 0x1FCB...0x1FCB, 0x1FD3...0x1FD3, 0x1FDB...0x1FDB,
    0x1FE3...0x1FE3, 0x1FEB...0x1FEB, 0x1FEE...0x1FEF, 0x1FF9...0x1FF9, 0x1FFB...0x1FFB,
    0x1FFD...0x1FFD, 0x2000...0x2001, 0x2126...0x2126, 0x212A...0x212B, 0x2329...0x232A,
    0x2ADC...0x2ADC, 0xF900...0xFA0D, 0xFA10...0xFA10, 0xFA12...0xFA12, 0xFA15...0xFA1E,
    0xFA20...0xFA20, 0xFA22...0xFA22, 0xFA25...0xFA26, 0xFA2A...0xFA6D, 0xFA70...0xFAD9,
    0xFB1D...0xFB1D, 0xFB1F...0xFB1F, 0xFB2A...0xFB36, 0xFB38...0xFB3C, 0xFB3E...0xFB3E,
    0xFB40...0xFB41, 0xFB43...0xFB44, 0xFB46...0xFB4E, 0x11127...0x11127, 0x1133E...0x1133E,
    0x11357...0x11357, 0x114B0...0x114B0, 0x114BA...0x114BA, 0x114BD...0x114BD,
    0x115AF...0x115AF, 0x11930...0x11930, 0x1D15E...0x1D164, 0x1D1BB...0x1D1C0,
    0x2F800...0x2FA1D,
  ]
}
