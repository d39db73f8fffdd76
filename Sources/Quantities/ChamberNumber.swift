/// The number of an organisation in the trade register.
///
/// - Dutch term: KvK-nummer (Handelsregisterwet 2007)
package struct ChamberNumber: DigitCode {
  package static var digitCount: Int { 8 }
  package let number: UInt32
  package init(uncheckedNumber number: UInt32) { self.number = number }
}
