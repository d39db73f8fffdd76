import Documents
import Quantities
import Rules

// The pictures above the table: the year added up, and what lies under ceilings beside them.
extension AwardedPage {
  private static let dutchMonths = [
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
  ]
  private static let englishMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func charts(_ model: AwardedModel, _ visit: Visit, _ html: inout HTML) {
    html.heading(2, visit.say("Opgeteld door het jaar", "Added up through the year"))
    let total = amount(model.total, visit)
    chart(
      model.cumulative,
      visit.say(
        "In \(model.year) is \(total) toegekend.",
        "In \(model.year) \(total) was awarded."
      ),
      visit
    ).write(&html)
    guard let ceilings = model.ceilings, ceilings > .zero,
      let used = model.cumulativeUnderCeilings.last
    else { return }
    html.heading(2, visit.say("Onder een budgetplafond", "Under a ceiling"))
    var chart = chart(
      model.cumulativeUnderCeilings,
      conclusion(model, used, of: ceilings, visit),
      visit
    )
    chart.limit = BarChart.Limit(
      name: visit.say("som van de plafonds", "sum of the ceilings"),
      value: ceilings.rawValue
    )
    chart.write(&html)
  }

  private static func chart(
    _ cumulative: [Cents],
    _ conclusion: String,
    _ visit: Visit
  ) -> BarChart {
    let names = visit.language == .dutch ? dutchMonths : englishMonths
    return BarChart(
      figure: ChartFigure(
        conclusion: conclusion,
        description: visit.say(
          "Staven van januari tot december met wat tot en met die maand is toegekend.",
          "Bars from January to December with what was awarded up to that month."
        )
      ),
      groups: zip(names, cumulative).map { name, sum in
        BarChart.Group(name: name, values: [max(0, rounded(sum, visit).rawValue)])
      },
      value: { Wording.wholeEuros(Cents($0), visit.language) }
    )
  }

  private static func conclusion(
    _ model: AwardedModel,
    _ used: Cents,
    of ceilings: Cents,
    _ visit: Visit
  ) -> String {
    let share = Int(clamping: Int128(used.rawValue) * 1_000 / Int128(ceilings.rawValue))
    let part = Wording.percentage(permille: share, visit.language)
    let (money, sum) = (amount(used, visit), amount(ceilings, visit))
    let count = model.ceilingCount
    return visit.say(
      "Onder \(count) plafonds is \(money) toegekend: \(part) van de \(sum) samen.",
      "Under \(count) ceilings \(money) was awarded: \(part) of the \(sum) together."
    )
  }
}
