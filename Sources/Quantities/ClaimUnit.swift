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
