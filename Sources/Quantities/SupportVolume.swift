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
