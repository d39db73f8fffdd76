import Quantities

/// What the strategy of Lekstroom does not say and its synthetic region needs.
///
/// Everything here is our own (aanname) unless a source stands with it.
enum LekstroomTable {
  /// The town and the first numbers of the postcodes of a municipality.
  ///
  /// Public; the letters of a postcode are made so that no address exists.
  static let places: [String: (town: String, postcode: Int)] = [
    "0321": ("Houten", 3990), "0353": ("IJsselstein", 3400), "0331": ("Lopik", 3410),
    "0356": ("Nieuwegein", 3430), "1961": ("Vianen", 4130),
  ]

  /// The municipalities that the table of concentration leaves out (003:163-172).
  static let outsideConcentration: Set = ["1961"]

  /// How many clients change provider during the year, by municipality.
  static let movers = ["0321": 4, "0353": 2, "0331": 0, "0356": 9, "1961": 3]

  /// The region's own codes; the first two characters are the category, as TR381 asks.
  static let category = "02"
  static let codes = ["ozr1": "02OZ1", "ozr2": "02OZ2", "ozr3": "02OZ3"]

  /// What the levels cost in the year before, in cents; the year itself stands in the strategy.
  static let before: [String: Int64] = ["ozr1": 4_965, "ozr2": 5_805, "ozr3": 6_930]

  /// Two forms paid by result, so that every way of claiming is there.
  ///
  /// The source does not know them; the price of a month is its worked example (003:391).
  static let month = ProductPrice(
    product: SupportProduct(code: "02OZM", category: category, unit: .outputPiece),
    before: 49_900,
    current: 52_000
  )
  static let trajectory = ProductPrice(
    product: SupportProduct(code: "02OZT", category: category, unit: .euro),
    before: 0,
    current: 0
  )

  static let negotiation = Negotiation(largest: 12, discounted: 3)

  /// How the euros of ranks 1 to 7, 8 to 12, 13 to 22 and 23 to 49 fall within what the source
  /// gives for each of these groups.
  static let weights: [[Int64]] = [
    [300, 210, 155, 115, 90, 72, 58], [24, 22, 20, 18, 16],
    [165, 145, 128, 114, 102, 91, 80, 70, 60, 45], (0..<27).map { 60 - 2 * $0 },
  ]
  /// The clients of ranks 13 to 22, and of the tail: fewer than seven each (003:172).
  static let middleClients = [13, 12, 11, 10, 10, 9, 9, 8, 8, 7]
  static let tailClients = (0..<27).map { 6 - $0 / 9 }

  static let faults = FaultShares(
    refusedPerMille: 24,
    mistakenPerMille: 10,
    doubleStarts: 24,
    claimMessages: 12
  )
}
