import Quantities

/// An invented resident.
struct SyntheticPerson: Sendable {
  enum BirthDate: Sendable {
    case known(CivilDate)
    /// Only the year is sure (DatumGebruik 2).
    case year(CivilDate)
    /// Nothing is sure (DatumGebruik 3).
    case unknown
  }

  let citizen: CitizenNumber
  let birth: BirthDate
  /// Geslacht: 0 unknown, 1 male, 2 female.
  let sex: Int64
  let surname: String
  let prefix: String?
  let partner: String?
  let givenNames: [String]
  let street: String
  let houseNumber: Int64
  let houseLetter: String?
  let postcode: String
  let town: String
  let phone: String?
  /// A language for which an interpreter is needed.
  let language: String?
  /// The given name of a relative who is told how things go.
  let relative: String?
}

/// The numbers that the standard leaves free for tests: 9999xxxxx with a valid check digit.
enum TestCitizenNumbers {
  /// All of them, rising: about 9,090.
  static let all: [CitizenNumber] = (999_900_000...999_999_999).compactMap { number in
    CitizenNumber(number: number).flatMap { $0.passesElevenTest ? $0 : nil }
  }
}

/// Makes the residents of a region, each the same whenever asked for.
struct PersonRegister: Sendable {
  private let seed: UInt64
  private let citizens: [CitizenNumber]

  init(seed: UInt64) {
    self.seed = seed
    var citizens = TestCitizenNumbers.all
    var generator = SeededGenerator(seed: seed, part: 6)
    generator.shuffle(&citizens)
    self.citizens = citizens
  }

  /// How many different residents there can be.
  var capacity: Int { citizens.count }

  /// A number that belongs to nobody in the region.
  func strangerNumber(_ index: Int) -> CitizenNumber { citizens[citizens.count - 1 - index % 200] }

  /// The number of a client.
  func citizen(_ client: Int) -> CitizenNumber { citizens[client % citizens.count] }

  /// The client with an index, living in a town.
  func person(_ client: Int, town: String, postcode: Int) -> SyntheticPerson {
    var generator = SeededGenerator(seed: seed, part: 1_000 + client)
    let sex: Int64 = generator.chance(perMille: 4) ? 0 : Int64(generator.number(in: 1...2))
    let givenNames = (0..<generator.number(in: 1...2)).compactMap { _ in
      generator.pick(sex == 1 ? NameStock.men : NameStock.women)
    }
    let house = Int64(generator.number(in: 1...240))
    let area = postcode + generator.below(9)
    return SyntheticPerson(
      citizen: citizen(client),
      birth: birth(&generator),
      sex: sex,
      surname: NameStock.surname(&generator),
      prefix: generator.chance(perMille: 180)
        ? generator.pick(["van", "de", "van der", "ter"]) : nil,
      partner: generator.chance(perMille: 90) ? NameStock.surname(&generator) : nil,
      givenNames: givenNames,
      street: NameStock.street(&generator),
      houseNumber: house,
      houseLetter: generator.chance(perMille: 80) ? generator.pick(["A", "B", "C"]) : nil,
      postcode: String(area) + (generator.pick(["XX", "XZ", "ZX", "ZZ"]) ?? "ZZ"),
      town: town,
      phone: generator.chance(perMille: 600)
        ? "06000" + String(10_000 + generator.below(90_000)) : nil,
      language: generator.chance(perMille: 12)
        ? generator.pick(["Pools", "Tigrinya", "Turks"]) : nil,
      relative: generator.chance(perMille: 120) ? generator.pick(NameStock.women) : nil
    )
  }

  private func birth(_ generator: inout SeededGenerator) -> SyntheticPerson.BirthDate {
    let draw = generator.below(1000)
    let year = generator.number(in: 1934...2006)
    if draw < 4 { return .unknown }
    if draw < 10 { return .year(Calendar2025.day(year, 1, 1)) }
    return .known(Calendar2025.day(year, 1, 1).adding(days: generator.below(365)))
  }
}

/// Invented names; none is taken from a list of real people or organisations.
enum NameStock {
  static let men = [
    "Jelmer", "Sjoerd", "Rachid", "Wouter", "Emre", "Koen", "Teun", "Marwan", "Gijs", "Daan",
    "Pjotr", "Ruben", "Siem", "Bilal", "Hidde", "Joost",
  ]
  static let women = [
    "Willemijn", "Geertje", "Fatma", "Noor", "Sanne", "Yara", "Lotte", "Merel", "Amina", "Tess",
    "Janneke", "Roos", "Elif", "Marit", "Hanna", "Zoë",
  ]
  private static let heads = [
    "Zand", "Berk", "Hoog", "Linde", "Water", "Mole", "Roze", "Kers", "Wilge", "Graan", "Haver",
    "Steen", "Vlier", "Klaver", "Mees", "Ever", "Duin", "Polder",
  ]
  private static let tails = [
    "proefstra", "voorde", "testhuizen", "kampers", "schijnveld", "wierda", "donkers", "blauwhof",
    "makers", "spelstra", "fictema", "noordhof", "zoekers", "lingen",
  ]
  private static let streets = [
    "Fictiehof", "Testlaan", "Proefweg", "Schijnkade", "Bedachtplein", "Voorbeeldstraat",
    "Denkbeeldpad", "Verzinsellaan", "Modelsingel", "Oefendijk",
  ]

  static func surname(_ generator: inout SeededGenerator) -> String {
    (generator.pick(heads) ?? "") + (generator.pick(tails) ?? "")
  }

  static func street(_ generator: inout SeededGenerator) -> String {
    generator.pick(streets) ?? "Fictiehof"
  }

  /// The words from which the names of a region's providers are put together.
  struct Organisations: Sendable {
    let kinds: [String]
    let words: [String]

    static let lekstroom = Organisations(
      kinds: [
        "Begeleiding", "Zorgcollectief", "Stichting Proef", "Maatwerk", "Thuisteam", "Praktijk",
        "Coöperatie",
      ],
      words: [
        "Kwikstaart", "Zevenblad", "Lantaarn", "Tweesprong", "Vuurbaken", "Kantelpunt", "Rietpluim",
      ]
    )
    static let noordLimburg = Organisations(
      kinds: [
        "Stichting Voorbeeld", "Zorggroep", "Begeleid Wonen", "Werkplaats", "Huishoudhulp",
        "Ondersteuning", "Steunpunt", "Leerbedrijf", "Thuiszorg", "Wijkteam",
      ],
      words: [
        "Veenpluis", "Molenkolk", "Zandloper", "Heideroos", "Peelrand", "Grensland", "Waterlelie",
        "Spoorzoeker", "Boomvalk", "Ochtendstond", "Zonnedauw",
      ]
    )
  }

  /// A name for each provider, all different.
  static func organisations(
    _ count: Int,
    _ stock: Organisations,
    _ generator: inout SeededGenerator
  ) -> [String] {
    var names = stock.kinds.flatMap { kind in stock.words.map { "\(kind) \($0)" } }
    generator.shuffle(&names)
    while names.count < count { names.append("Proefaanbieder \(names.count + 1)") }
    return Array(names.prefix(count))
  }
}
