/// The national code of a care provider.
///
/// - Dutch term: AGB-code (Vektis; iWmo/iJw `LDT_AgbCode`)
package struct ProviderCode: DigitCode {
  package static var digitCount: Int { 8 }
  package let number: UInt32
  package init(uncheckedNumber number: UInt32) { self.number = number }
}
