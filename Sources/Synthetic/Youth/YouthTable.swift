import Quantities

/// What the strategy for Youth does not say and its synthetic region needs: all our own (aanname).
enum YouthTable {
  /// The segment that the next version of the strategy fills in.
  static let segments: [String: NoordLimburgTable.Segment] = [
    "jeugd-3": NoordLimburgTable.Segment(
      levels: [NoordLimburgTable.Priced("JWDAG", "", .halfDay, 5_150, 5_550, 5_790)],
      clients: 110,
      cents: 0
    )
  ]

  /// How many providers are admitted before the start.
  static let admitted = 12

  static var prices: [ProductPrice] {
    segments.values.flatMap { $0.products.map(\.price) }
  }
}
