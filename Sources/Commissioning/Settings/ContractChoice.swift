/// A question that the message standard leaves open, and the answers Regie knows.
///
/// Each answer is a word in the region's settings file, because a wrong guess would refuse lines
/// that the parties agreed on. The rule that uses an answer names the question in its receipt.
package protocol ContractChoice: CaseIterable, Hashable, RawRepresentable, Sendable
where RawValue == String {
  /// The name in the settings file.
  static var key: String { get }
  /// The question, in Dutch.
  static var question: String { get }
  /// Where the standard leaves it open.
  static var source: String { get }
  /// The answer as long as the region gives none.
  static var standard: Self { get }
  /// What this answer means, in Dutch.
  var meaning: String { get }
}

/// The limits of a volume per day.
package enum DayLimits: String, ContractChoice {
  case lineAndTotal = "regel-en-totaal"
  case lineOnly = "alleen-regel"
  case none = "geen"

  package static var key: String { "volume-per-dag" }
  package static var question: String {
    "Hoeveel mag er bij een volume per dag gedeclareerd worden?"
  }
  package static var source: String { "iWmo/iJw 3.2 TR321, TR322: frequentie 1 niet uitgewerkt" }
  package static var standard: DayLimits { .lineAndTotal }
  package var meaning: String {
    switch self {
    case .lineAndTotal: "per regel en over de toewijzing het aantal dagen maal het volume"
    case .lineOnly: "per regel het aantal dagen maal het volume, geen grens over de toewijzing"
    case .none: "geen grens"
    }
  }
}

/// The limit over the whole allocation of a volume per month.
package enum MonthTotals: String, ContractChoice {
  case monthsTouched = "geraakte-maanden"
  case unlimited = "geen"

  package static var key: String { "totaal-per-maand" }
  package static var question: String {
    "Hoeveel mag er bij een volume per maand over de hele toewijzing gedeclareerd worden?"
  }
  package static var source: String { "iWmo/iJw 3.2 TR322: frequentie 4 niet uitgewerkt" }
  package static var standard: MonthTotals { .monthsTouched }
  package var meaning: String {
    switch self {
    case .monthsTouched: "het aantal maanden waarin de toewijzing loopt maal het volume"
    case .unlimited: "geen grens over de toewijzing"
    }
  }
}

/// The volume of a broken month when output is allocated per month.
///
/// For effort the standard is clear: the full volume (IV078).
package enum BrokenMonth: String, ContractChoice {
  case full = "volledig"
  case byDays = "naar-dagen"

  package static var key: String { "gebroken-maand-output" }
  package static var question: String {
    "Hoeveel mag er van output per maand in een gebroken maand gedeclareerd worden?"
  }
  package static var source: String { "iWmo/iJw 3.2 IV078: voor output af te spreken" }
  package static var standard: BrokenMonth { .full }
  package var meaning: String {
    switch self {
    case .full: "het volledige maandvolume"
    case .byDays: "naar rato van de dagen, rekenkundig afgerond"
    }
  }
}

/// The limit over the whole allocation of output per week.
package enum OutputWeekTotals: String, ContractChoice {
  case sumOfPeriods = "som-van-perioden"
  case weeksTouched = "geraakte-weken"
  case unlimited = "geen"

  package static var key: String { "totaal-output-per-week" }
  package static var question: String {
    "Hoeveel mag er bij output per week over de hele toewijzing gedeclareerd worden?"
  }
  package static var source: String { "iWmo/iJw 3.2 TR322, IV077: totaal niet uitgewerkt" }
  package static var standard: OutputWeekTotals { .sumOfPeriods }
  package var meaning: String {
    switch self {
    case .sumOfPeriods: "de som van wat per productperiode mag: de zondagen maal het volume"
    case .weeksTouched: "het aantal weken waarin de toewijzing loopt maal het volume"
    case .unlimited: "geen grens over de toewijzing"
    }
  }
}
