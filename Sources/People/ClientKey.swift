/// The pseudonym under which everything outside the vault knows a person.
///
/// One person has one key per municipality and law, so that what two municipalities hold cannot be
/// joined by key. It is random: nothing about the person can be computed from it.
///
/// - Dutch term: pseudoniem van een cliënt (AVG artikel 4, onder 5)
package struct ClientKey: RandomIdentifier {
  package let high: UInt64
  package let low: UInt64

  @inlinable
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }
}

/// The name of an original message kept in the vault.
///
/// - Dutch term: oorspronkelijk bericht (iWmo/iJw)
package struct OriginalID: RandomIdentifier {
  package let high: UInt64
  package let low: UInt64

  @inlinable
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }
}

/// The name of one batch that was sealed, by which it is confirmed or swept.
package struct SealID: RandomIdentifier {
  package let high: UInt64
  package let low: UInt64

  @inlinable
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }
}
