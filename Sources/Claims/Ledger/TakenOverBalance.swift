package import Quantities

/// What was awarded on an allocation before it was taken over from another administration.
///
/// Whoever moves in seldom has all old messages; what they brought comes as one opening balance, so
/// that a later claim is judged with the exact remaining volume.
///
/// - Dutch term: beginstand van een overgenomen toewijzing
package struct TakenOverBalance: Hashable, Sendable {
  package let municipality: MunicipalityCode
  /// The number of the allocation.
  package let number: Int64
  /// The volume awarded so far in `unit`; cents when the unit is `euro`.
  package let volume: Int64
  /// Nil when no volume was awarded.
  package let unit: ClaimUnit?
  package let amount: Cents

  package init(
    municipality: MunicipalityCode,
    number: Int64,
    volume: Int64,
    unit: ClaimUnit?,
    amount: Cents
  ) {
    self.municipality = municipality
    self.number = number
    self.volume = volume
    self.unit = unit
    self.amount = amount
  }

  /// Whether nothing was awarded.
  package var isZero: Bool { volume == 0 && amount == .zero }
}

/// An opening balance with the place in the journal where it was taken over.
package struct OpeningBalance: Hashable, Sendable {
  package let balance: TakenOverBalance
  /// The first entry of the command that took it over.
  package let position: Int64

  package init(balance: TakenOverBalance, position: Int64) {
    self.balance = balance
    self.position = position
  }
}
