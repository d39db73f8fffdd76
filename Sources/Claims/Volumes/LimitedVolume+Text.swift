import Quantities
import Rules

extension LimitedVolume {
  /// How the limit follows from the allocated volume, in plain words: `5 weken x 3 uur = 15 uur`.
  func counted(from volume: SupportVolume) -> ComparedValue.Value {
    .phrase(
      dutch: counted(from: volume.amount, in: .dutch),
      english: counted(from: volume.amount, in: .english)
    )
  }

  private func counted(from allocated: Int64, in language: Language) -> String {
    let each = unit.text(of: allocated, in: language)
    let limit = unit.text(of: amount, in: language)
    guard let factor = factor(in: language) else {
      return limit + (language == .dutch ? " in totaal" : " in total")
    }
    return "\(factor) x \(each) = \(limit)"
  }

  private func factor(in language: Language) -> String? {
    let dutch = language == .dutch
    switch basis {
    case .days(let count): return number(count, dutch ? ("dag", "dagen") : ("day", "days"))
    case .weeksTouched(let count): return weeks(count, dutch)
    case .sixWeeks:
      return weeks(6, dutch) + (dutch ? " (huishoudelijke hulp)" : " (household help)")
    case .sundays(let count, let brokenWeek):
      let sundays = number(count, dutch ? ("zondag", "zondagen") : ("Sunday", "Sundays"))
      guard brokenWeek else { return sundays }
      return "(" + sundays + (dutch ? " + de gebroken laatste week)" : " + the broken last week)")
    case .months(let count): return months(count, dutch)
    case .monthsByDays(let count):
      return months(count, dutch) + (dutch ? " (gebroken naar dagen)" : " (broken ones by days)")
    case .total: return nil
    }
  }

  private func weeks(_ count: Int, _ dutch: Bool) -> String {
    number(count, dutch ? ("week", "weken") : ("week", "weeks"))
  }

  private func months(_ count: Int, _ dutch: Bool) -> String {
    number(count, dutch ? ("maand", "maanden") : ("month", "months"))
  }

  private func number(_ count: Int, _ words: (one: String, more: String)) -> String {
    "\(count) \(count == 1 ? words.one : words.more)"
  }
}
