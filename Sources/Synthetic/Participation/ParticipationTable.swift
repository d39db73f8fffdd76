import Quantities

/// What the strategy for Participation does not say and its synthetic region needs: our own
/// (aanname) unless a source stands with it.
enum ParticipationTable {
  /// The segments, by the code of the strategy; the number admitted in pw-s2 is that of 001:61.
  static let segments: [String: NoordLimburgTable.Segment] = [
    "pw-s1": NoordLimburgTable.Segment(
      month: NoordLimburgTable.Priced("PWCAT", "", .outputPiece, 61_500, 66_200, 69_000),
      clients: 140,
      cents: 0
    ),
    "pw-s2": NoordLimburgTable.Segment(
      levels: [NoordLimburgTable.Priced("PWIAT", "", .hour, 6_900, 7_430, 7_750)],
      clients: 240,
      cents: 0
    ),
    "pw-s3": NoordLimburgTable.Segment(
      levels: [NoordLimburgTable.Priced("PWWGO", "", .hour, 8_200, 8_820, 9_200)],
      clients: 0,
      cents: 0
    ),
  ]

  /// The prices of all products, in the order of the segments.
  static var prices: [ProductPrice] {
    segments.sorted { $0.key < $1.key }.flatMap { $0.value.products.map(\.price) }
  }

  /// How many providers for the Wmo also work for Participation.
  static let shared = 8

  /// When later providers came in: from 1 April 2022 at any time (001:74-78).
  static let laterEntries = [Calendar2025.day(2022, 4, 4), Calendar2025.day(2022, 6, 13)]
}
