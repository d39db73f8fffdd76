/// The code of one product in the national list or in a region's own list.
///
/// At most five characters, kept as they are written.
///
/// - Dutch term: productcode (iWmo WMO021, iJw JZ021, or the region's own)
package struct ProductCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  /// The code, or nil when the text is not 1 to 5 characters on one line, one of them not blank.
  ///
  /// Blank is what it is in the schemas (`.*[^\s].*`): a space or a tab, and no other character.
  package init?(_ text: some StringProtocol) {
    let scalars = text.unicodeScalars
    guard (1...5).contains(scalars.count),
      scalars.contains(where: { $0 != " " && $0 != "\t" }),
      !scalars.contains(where: { $0 == "\n" || $0 == "\r" })
    else { return nil }
    description = String(text)
  }

  package static func < (left: ProductCode, right: ProductCode) -> Bool {
    left.description < right.description
  }
}
