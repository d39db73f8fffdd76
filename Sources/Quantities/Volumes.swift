/// The unit in which support is allocated and claimed.
///
/// - Dutch term: eenheid (iWmo/iJw code list WJ756)
package enum ClaimUnit: UInt8, CaseIterable, Sendable {
  case minute = 1
  case hour = 4
  /// A period of 24 hours (etmaal).
  case fullDay = 14
  /// A half day of four hours (dagdeel).
  case halfDay = 16
  /// A piece in the output variant.
  case outputPiece = 82
  /// Euros, counted in cents.
  case euro = 83
  /// A piece in the effort variant.
  case effortPiece = 84
}

extension ClaimUnit {
  /// The code of the standard: two digits.
  package var code: String { rawValue < 10 ? "0\(rawValue)" : "\(rawValue)" }

  /// The unit of a code of the standard, or nil when the list has no such code.
  package init?(code: some StringProtocol) {
    // Compared as text: reading a number would also take "+1" for minutes.
    guard let unit = ClaimUnit.allCases.first(where: { code.utf8.elementsEqual($0.code.utf8) })
    else { return nil }
    self = unit
  }

  /// Whether the unit belongs to the output variant (outputgericht): 82 and 83.
  package var isOutput: Bool { self == .outputPiece || self == .euro }
}

/// How often an allocated volume may be used.
///
/// - Dutch term: frequentie (iWmo/iJw code list WMO757)
package enum Frequency: UInt8, CaseIterable, Sendable {
  case day = 1
  case week = 2
  case month = 4
  /// The volume is the total over the whole allocation.
  case total = 6
}

extension Frequency {
  /// The code of the standard: one digit.
  package var code: String { "\(rawValue)" }

  /// The frequency of a code of the standard, or nil when the list has no such code.
  package init?(code: some StringProtocol) {
    guard
      let frequency = Frequency.allCases.first(where: { code.utf8.elementsEqual($0.code.utf8) })
    else { return nil }
    self = frequency
  }
}

/// How much support an allocation gives, per time or in all.
///
/// - Dutch term: omvang (iWmo/iJw `CDT_Omvang`)
package struct SupportVolume: Hashable, Sendable {
  /// Whole units; cents when the unit is `euro`.
  package let amount: Int64
  package let unit: ClaimUnit
  package let frequency: Frequency

  package init(amount: Int64, unit: ClaimUnit, frequency: Frequency) {
    self.amount = amount
    self.unit = unit
    self.frequency = frequency
  }
}

/// The group of products a product belongs to.
///
/// - Dutch term: productcategorie (iWmo WMO020, iJw JZ020)
package struct ProductCategory: DigitCode {
  package static var digitCount: Int { 2 }
  package let number: UInt32
  package init(uncheckedNumber number: UInt32) { self.number = number }

  /// Household help (hulp bij het huishouden, WMO020 code 01).
  package static var householdHelp: ProductCategory { ProductCategory(uncheckedNumber: 1) }
}

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
