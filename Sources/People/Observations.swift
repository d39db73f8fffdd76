package import Quantities

/// The age of a person, as coarse as the rules allow.
///
/// The raw values are stored and never change.
///
/// - Dutch term: leeftijdsgroep
package enum AgeBand: UInt8, CaseIterable, Sendable {
  /// No birth date was given, or it lies after the day of the observation.
  case unknown = 0
  /// Under 18 years: the Jeugdwet applies (Jeugdwet article 1.1).
  case under18 = 1
  /// 18 up to and including 22 years: youth care may be continued (Jeugdwet article 1.1).
  case from18To22 = 2
  /// 23 up to and including 66 years.
  case from23To66 = 3
  /// 67 years or older.
  case from67 = 4
}

/// What the rules may know of a person, observed once at intake.
///
/// They stand in the journal, so that a verdict can be explained and repeated after the person's
/// data were destroyed. They hold nothing by which a person could be recognised.
///
/// - Dutch term: waarneming bij ontvangst
package struct Observations: Hashable, Sendable {
  /// Whether the number passes the eleven test (iWmo/iJw CS002).
  package let bsnPasses: Bool
  /// Whether the person was already known in this scope.
  package let clientKnown: Bool
  /// Whether the birth date lies more than 120 years before the day of the observation.
  package let bornOver120YearsAgo: Bool
  package let ageBand: AgeBand

  package init(bsnPasses: Bool, clientKnown: Bool, bornOver120YearsAgo: Bool, ageBand: AgeBand) {
    self.bsnPasses = bsnPasses
    self.clientKnown = clientKnown
    self.bornOver120YearsAgo = bornOver120YearsAgo
    self.ageBand = ageBand
  }

  /// Observes a person on a day; without a birth date the age band is unknown.
  package init(of number: CitizenNumber, known: Bool, born: CivilDate?, on day: CivilDate) {
    let years = born.map { Self.completedYears(from: $0, to: day) }
    self.init(
      bsnPasses: number.passesElevenTest,
      clientKnown: known,
      bornOver120YearsAgo: born.map { Self.liesOver120YearsBefore($0, day) } ?? false,
      ageBand: years.map(Self.band) ?? .unknown
    )
  }
}

extension Observations {
  /// One byte for a column: the age band in the low four bits, the three answers above it.
  package var code: UInt8 {
    ageBand.rawValue | (bsnPasses ? 0x10 : 0) | (clientKnown ? 0x20 : 0)
      | (bornOver120YearsAgo ? 0x40 : 0)
  }

  /// Reads back what `code` wrote; any other byte is nil.
  package init?(code: UInt8) {
    guard code < 0x80, let band = AgeBand(rawValue: code & 0x0F) else { return nil }
    self.init(
      bsnPasses: code & 0x10 != 0,
      clientKnown: code & 0x20 != 0,
      bornOver120YearsAgo: code & 0x40 != 0,
      ageBand: band
    )
  }

  /// Whole years lived on `day`; who is born on 29 February is a year older on 1 March.
  private static func completedYears(from born: CivilDate, to day: CivilDate) -> Int {
    let years = Int(day.year) - Int(born.year)
    let reached = (day.month, day.day) >= (born.month, born.day)
    return reached ? years : years - 1
  }

  private static func liesOver120YearsBefore(_ born: CivilDate, _ day: CivilDate) -> Bool {
    let years = Int(day.year) - Int(born.year)
    return years > 120 || years == 120 && (born.month, born.day) < (day.month, day.day)
  }

  private static func band(years: Int) -> AgeBand {
    switch years {
    case ..<0: .unknown
    case ..<18: .under18
    case ..<23: .from18To22
    case ..<67: .from23To66
    default: .from67
    }
  }
}
