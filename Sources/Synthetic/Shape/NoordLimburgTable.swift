import Quantities

/// What the strategies of Noord-Limburg do not say and its synthetic region needs.
///
/// The sources give no prices, codes, clients or euros for this region, and no outcome for the Wmo.
/// Everything here is our own (aanname) unless a source stands with it.
enum NoordLimburgTable {
  /// The town, the first numbers of the postcodes and the residents of a municipality.
  ///
  /// Public, the residents rounded; the letters of a postcode are made so that no address exists.
  static let places: [String: Place] = [
    "0889": Place("Reuver", 5953, 13_500), "0893": Place("Nieuw Bergen", 5854, 13_200),
    "0907": Place("Gennep", 6591, 18_300), "1507": Place("Horst", 5961, 43_700),
    "1894": Place("Panningen", 5981, 45_500), "0983": Place("Venlo", 5911, 103_000),
    "0984": Place("Venray", 5801, 44_600),
  ]

  /// What is known of a municipality besides its name.
  struct Place: Sendable {
    let town: String
    let postcode: Int
    let residents: Int64

    init(_ town: String, _ postcode: Int, _ residents: Int64) {
      self.town = town
      self.postcode = postcode
      self.residents = residents
    }
  }

  /// What a segment of the Wmo needs besides its choices, by the code of the strategy.
  ///
  /// Clients are a sample of about one in six; money is what a client costs in a year on average.
  static let segments: [String: Segment] = [
    "wmo-s1a": Segment(
      month: Priced("02A13", "02", .outputPiece, 71_000, 76_500, 79_800),
      trajectory: Priced("02A02", "02", .euro, 1, 1, 1),
      clients: 160,
      cents: 980_000
    ),
    "wmo-s1b": Segment(
      month: Priced("02A07", "02", .outputPiece, 39_000, 42_000, 43_900),
      trajectory: Priced("02A01", "02", .euro, 1, 1, 1),
      clients: 180,
      cents: 390_000
    ),
    "wmo-s2a": Segment(
      levels: [
        Priced("02A18", "02", .hour, 4_600, 4_960, 5_180),
        Priced("02A16", "02", .hour, 5_450, 5_880, 6_140),
        Priced("02A19", "02", .hour, 7_050, 7_600, 7_930),
      ],
      clients: 420,
      cents: 520_000,
      movers: [0, 0, 0, 1, 1, 3, 1]
    ),
    "wmo-s2b": Segment(
      levels: [
        Priced("03A03", "03", .hour, 5_350, 5_760, 6_010),
        Priced("02A17", "02", .halfDay, 3_900, 4_200, 4_390),
        Priced("02A20", "02", .halfDay, 5_900, 6_360, 6_640),
      ],
      clients: 260,
      cents: 640_000
    ),
    "wmo-s3a": Segment(
      levels: [
        Priced("01A04", "01", .hour, 3_150, 3_480, 3_640),
        Priced("01A05", "01", .hour, 3_420, 3_780, 3_950),
        Priced("01A06", "01", .hour, 3_780, 4_170, 4_360),
      ],
      clients: 430,
      cents: 310_000
    ),
    "wmo-s3b": Segment(
      levels: [Priced("04A04", "04", .fullDay, 16_800, 18_100, 18_900)],
      clients: 50,
      cents: 290_000,
      admitted: 20
    ),
  ]

  /// A product with the price of a unit in cents: at the start, in 2024 and in 2025.
  ///
  /// Codes and categories are of the national list (WMO021); the source names none.
  struct Priced: Sendable {
    let product: SupportProduct
    let atStart: Int64
    let before: Int64
    let current: Int64

    init(
      _ code: String,
      _ category: String,
      _ unit: ClaimUnit,
      _ atStart: Int64,
      _ before: Int64,
      _ current: Int64
    ) {
      product = SupportProduct(code: code, category: category, unit: unit)
      self.atStart = atStart
      self.before = before
      self.current = current
    }

    /// From 2026: 3.5 % more, rounded down to five cents.
    var next: Int64 { current * 1_035 / 5_000 * 5 }

    /// The price list of messages holds the last two.
    var price: ProductPrice { ProductPrice(product: product, before: before, current: current) }
  }

  /// What a segment needs.
  struct Segment: Sendable {
    var levels: [Priced] = []
    var month: Priced?
    var trajectory: Priced?
    let clients: Int
    /// What a client costs in a year, on average.
    let cents: Int64
    var movers = [0, 0, 0, 0, 0, 0, 0]
    /// How many are admitted, where no number was wanted.
    var admitted = 0

    /// All products, in the order of the price list.
    var products: [Priced] { levels + [month, trajectory].compactMap(\.self) }
  }

  /// The lots of which a municipality does without one: each may choose (002:105-108).
  static let notChosen: [String: Set<String>] = [
    "0889": ["wmo-s3a-lokaal"], "0907": ["wmo-s2b-regionaal"],
  ]

  /// How many providers there are for the Wmo, and how many of the largest bid for regional lots.
  static let wmoProviders = 64
  static let regionalProviders = 32

  static let faults = FaultShares(
    refusedPerMille: 24,
    mistakenPerMille: 10,
    doubleStarts: 18,
    claimMessages: 12
  )
}
