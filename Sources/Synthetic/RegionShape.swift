import Quantities

/// The margins a region must meet: who takes part, with how many clients and how much money.
///
/// The figures of the source say what the municipalities spent and how the money was spread over
/// providers, not how they meet; the planner fills the table between these margins.
struct RegionShape: Sendable {
  /// A municipality and its row of the first table.
  struct Municipality: Sendable {
    let code: MunicipalityCode
    let name: String
    let town: String
    let postcode: Int
    let clients: Int
    let cents: Int64
    /// Whether the second table of the source counts it.
    let inConcentrationView: Bool
  }

  /// A provider by its rank, with its clients and money in the concentration view.
  struct Provider: Sendable {
    let clients: Int
    let cents: Int64
  }

  let municipalities: [Municipality]
  /// Largest first, strictly decreasing in money.
  let providers: [Provider]
  /// How many clients change provider during the year, per municipality.
  let movers: [Int]
  let faults: FaultShares
}

/// How often things go wrong, in a thousand lines or in whole messages.
struct FaultShares: Sendable {
  let refusedPerMille: Int
  let mistakenPerMille: Int
  let doubleStarts: Int
  let claimMessages: Int
}

extension RegionShape {
  /// Region Lekstroom: clients and euros of 2020.
  static let lekstroom: RegionShape = {
    let codes: [(UInt32, String, Int, Int, Int64, Bool)] = [
      (321, "Houten", 3990, 363, 214_586_800, true),
      (353, "IJsselstein", 3400, 242, 106_680_500, true),
      (331, "Lopik", 3410, 66, 30_667_700, true),
      (356, "Nieuwegein", 3430, 886, 320_706_900, true),
      (1961, "Vijfheerenlanden", 4130, 320, 122_696_541, false),
    ]
    let movers = [4, 2, 0, 9, 3]
    return RegionShape(
      municipalities: codes.map { code, name, postcode, clients, cents, inView in
        Municipality(
          code: MunicipalityCode(uncheckedNumber: code),
          name: name,
          town: name == "Vijfheerenlanden" ? "Vianen" : name,
          postcode: postcode,
          clients: clients,
          cents: cents,
          inConcentrationView: inView
        )
      },
      providers: lekstroomProviders(clients: 1557 + 15),
      movers: movers,
      faults: FaultShares(
        refusedPerMille: 24,
        mistakenPerMille: 10,
        doubleStarts: 24,
        claimMessages: 12
      )
    )
  }()

  /// The 49 providers: the sums of ranks 1–7, 8–12, 13–22 and 23–49 are those of the source.
  private static func lekstroomProviders(clients: Int) -> [Provider] {
    func euros(_ sum: Int64, _ weights: [Int64]) -> [Int64] {
      Apportionment.divide(sum, by: weights).map { $0 * 100 }
    }
    let top7 = euros(5_381_135, [300, 210, 155, 115, 90, 72, 58])
    let next5 = euros(687_341, [24, 22, 20, 18, 16])
    let next10 = euros(432_298, [165, 145, 128, 114, 102, 91, 80, 70, 60, 45])
    let tail = euros(225_645, (0..<27).map { 60 - 2 * $0 })
    let middleClients = [13, 12, 11, 10, 10, 9, 9, 8, 8, 7]
    let tailClients = (0..<27).map { 6 - $0 / 9 }
    let large = top7 + next5
    let rest = clients - middleClients.reduce(0, +) - tailClients.reduce(0, +)
    let largeClients = Apportionment.divide(Int64(rest), by: large).map { Int($0) }
    let counts = largeClients + middleClients + tailClients
    return zip(counts, large + next10 + tail).map { Provider(clients: $0, cents: $1) }
  }

  /// Two municipalities and five providers: every kind of line, message and fault in a few hundred
  /// files, for tests and for a quick demonstration.
  static let small: RegionShape = {
    let lekstroom = RegionShape.lekstroom.municipalities
    let first = lekstroom[0]
    let last = lekstroom[4]
    func smaller(_ whole: Municipality, clients: Int, cents: Int64) -> Municipality {
      Municipality(
        code: whole.code,
        name: whole.name,
        town: whole.town,
        postcode: whole.postcode,
        clients: clients,
        cents: cents,
        inConcentrationView: whole.inConcentrationView
      )
    }
    return RegionShape(
      municipalities: [
        smaller(first, clients: 42, cents: 18_461_200),
        smaller(last, clients: 20, cents: 7_312_345),
      ],
      providers: [(18, 9_000_000), (12, 5_500_000), (7, 2_700_000), (4, 1_000_000), (2, 261_200)]
        .map { Provider(clients: $0.0, cents: $0.1) },
      movers: [1, 0],
      faults: FaultShares(
        refusedPerMille: 90,
        mistakenPerMille: 30,
        doubleStarts: 3,
        claimMessages: 12
      )
    )
  }()
}
