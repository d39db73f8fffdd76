/// The lines of a claim, or of its answer, as columns.
///
/// A claim can have a hundred thousand lines and is judged by twenty rules, so each rule is one
/// pass over columns of numbers.
struct ClaimLines: Sendable {
  let site: ClaimSite
  let count: Int
  let begin: [Int64]
  let end: [Int64]
  let volume: [Int64]
  let unit: [Int64]
  let tariff: [Int64]
  let amount: [Int64]
  let side: [Int64]
  /// VorigReferentieNummer, in which most lines have nothing.
  let previous: ElementTexts
  /// ReferentieNummer and VorigReferentieNummer as numbers, which several rules compare.
  let referenceKeys: TextKeys
  let previousKeys: TextKeys
  /// For each line the row of its client.
  let client: [Int32]

  init(_ message: Message, _ site: ClaimSite) {
    self.site = site
    count = message.count(site.lines)
    begin = message.integers(site.line.begin)
    end = message.integers(site.line.end)
    volume = message.integers(site.line.volume)
    unit = message.integers(site.line.unit)
    tariff = message.integers(site.line.tariff)
    amount = message.integers(site.line.amount)
    side = message.integers(site.line.side)
    previous = message.texts(site.line.previous)
    referenceKeys = TextKeys(message.texts(site.line.reference))
    previousKeys = TextKeys(previous)
    client = message.parents(site.lines)
  }

  /// Whether a line names an earlier line.
  func hasPrevious(_ line: Int) -> Bool { !previous.range(line).isEmpty }

  /// All debit lines less all credit lines.
  ///
  /// An amount has at most eight digits and a message fewer lines than a 64-bit sum of them holds.
  var sum: Int64 {
    var sum: Int64 = 0
    for line in 0..<count where amount[line] != Message.absent {
      sum = side[line] == Code.credit ? sum &- amount[line] : sum &+ amount[line]
    }
    return sum
  }
}
