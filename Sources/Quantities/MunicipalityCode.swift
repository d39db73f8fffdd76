/// The national number of a municipality.
///
/// - Dutch term: gemeentecode (CBS; iWmo/iJw `LDT_Gemeente`)
package struct MunicipalityCode: DigitCode {
  package static var digitCount: Int { 4 }
  package let number: UInt32
  package init(uncheckedNumber number: UInt32) { self.number = number }
}
