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
