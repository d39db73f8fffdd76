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
