import Access
import Claims
import Commissioning
import Generators
import Quantities
import Rules

/// A random life of a small region, made from a seed: allocations come and change, claims follow.
struct ClaimHistory {
  let seed: UInt64
  var scene = ClaimScene()
  var model = NaiveBooks()
  private var random: SeededGenerator
  private var month = 1
  private var references: [String] = []
  private var lines: [String: ClaimLine] = [:]
  private var lineCount = 0

  /// A life from a seed; an opened one begins with balances of another administration.
  init(seed: UInt64, opened: Bool = false) {
    self.seed = seed
    random = SeededGenerator(seed: seed)
    scene.allocate(2, "02A03", volume: total(40))
    scene.allocate(3, nil, budget: 250_000)
    scene.allocate(4, "02", volume: nil, budget: 400_000, client: ClaimScene.otherClient)
    for number in Int64(1)...4 { model.note(number, in: scene) }
    if opened { open() }
  }

  /// Takes over what was awarded elsewhere, sometimes more than there is.
  private mutating func open() {
    for number in Int64(1)...4 where chance(2) {
      let hours = amount(0...60)
      let cents = amount(0...300_000)
      scene.open(number, volume: hours, amount: cents)
      model.open(number, minutes: hours * 60, cents: cents)
    }
  }

  /// The next claim; now and then an allocation changes before it.
  mutating func next() -> ClaimNotice {
    if chance(3) { change() }
    if chance(2) { month = min(12, month + 1) }
    // Level 2 refuses a message that holds one reference twice.
    var taken: Set<String> = []
    let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in line() }
      .filter { taken.insert($0.reference).inserted }
    for line in lines { self.lines[line.reference] = line }
    references += lines.map(\.reference)
    return scene.notice(lines.shuffled(using: &random), text(month))
  }

  /// Judges a claim and takes it over, here and in the naive books.
  mutating func take(_ notice: ClaimNotice) -> ClaimVerdict {
    let verdict = scene.claim(notice.lines, text(month))
    if verdict.claim.passes { model.take(notice, verdict) }
    return verdict
  }

  /// The same lines in another order.
  mutating func shuffled(_ notice: ClaimNotice) -> ClaimNotice {
    scene.notice(notice.lines.shuffled(using: &random), text(month))
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  private func text(_ month: Int) -> String { month < 10 ? "2025-0\(month)" : "2025-\(month)" }

  /// Brings a new version of one of the allocations: more, less, longer or shorter.
  private mutating func change() {
    let end = day("\(text(Int.random(in: 4...12, using: &random)))-01").lastOfMonth.description
    let number = Int64.random(in: 1...4, using: &random)
    switch number {
    case 1: scene.allocate(1, "02A03", "2025-01-01", end, volume: weekly(amount(1...4)))
    case 2: scene.allocate(2, "02A03", "2025-01-01", end, volume: total(amount(10...80)))
    case 3: scene.allocate(3, nil, "2025-01-01", end, budget: amount(100_000...500_000))
    default:
      scene.allocate(
        4,
        "02",
        "2025-01-01",
        end,
        budget: amount(100_000...500_000),
        client: ClaimScene.otherClient
      )
    }
    model.note(number, in: scene)
  }

  private mutating func amount(_ range: ClosedRange<Int64>) -> Int64 {
    Int64.random(in: range, using: &random)
  }

  private mutating func line() -> ClaimLine {
    lineCount += 1
    let reference = chance(30) ? references.randomElement(using: &random) : nil
    if chance(4), let earlier = references.randomElement(using: &random), let debit = lines[earlier]
    {
      return credit(of: debit, as: "C\(lineCount)")
    }
    let number = chance(25) ? 9 : Int64.random(in: 1...4, using: &random)
    let isOther = number == 4 || chance(40)
    let inMinutes = chance(3)
    let volume = amount(1...14) * (chance(12) ? 10 : 1)
    return ClaimsTests.line(
      reference ?? "R\(lineCount)",
      text(Int.random(in: 1...month, using: &random)),
      inMinutes ? volume * 60 : volume,
      unit: inMinutes ? .minute : .hour,
      tariff: inMinutes ? 100 : (chance(20) ? 5_000 : 6_000),
      allocation: number,
      client: chance(40) ? 2 : (isOther ? 1 : 0)
    )
  }

  private mutating func credit(of debit: ClaimLine, as reference: String) -> ClaimLine {
    ClaimLine(
      reference: reference,
      previousReference: debit.reference,
      clientIndex: debit.clientIndex,
      allocationNumber: debit.allocationNumber,
      category: debit.category,
      code: debit.code,
      period: debit.period,
      volume: chance(10) ? debit.volume + 1 : debit.volume,
      unit: debit.unit,
      tariff: debit.tariff,
      amount: debit.amount,
      isCredit: true
    )
  }
}

/// The money side once more, in the plainest way: a list of lines, added up from the start.
struct NaiveBooks {
  private struct Line {
    /// Whether it stands for what was awarded before, which is no line.
    var isOpening = false
    let reference: String
    let allocation: Int64
    let minutes: Int64
    let amount: Int64
    var stands: Bool
  }

  /// What an allocation gives at most; nil for no limit.
  struct Ceiling {
    var minutes: Int64?
    var cents: Int64?
  }

  private var lines: [Line] = []
  private(set) var ceilings: [Int64: Ceiling] = [:]

  /// Reads what the current version of an allocation gives, counting week by week.
  mutating func note(_ number: Int64, in scene: ClaimScene) {
    guard
      let id = scene.allocations.find(number: number, municipality: ClaimScene.municipality)
    else { return }
    let version = scene.allocations[id].current
    var ceiling = Ceiling(minutes: nil, cents: version.budget?.rawValue)
    if let volume = version.volume {
      switch volume.frequency {
      case .total: ceiling.minutes = volume.amount * 60
      case .week:
        guard let last = version.through else { break }
        var weeks: Int64 = 1
        var day = version.from.adding(days: 1)
        while day <= last {
          if day.weekday == 1 { weeks += 1 }
          day = day.adding(days: 1)
        }
        ceiling.minutes = volume.amount * 60 * weeks
      case .day, .month: break
      }
    }
    ceilings[number] = ceiling
  }

  /// Adds what was awarded before an allocation was taken over.
  mutating func open(_ allocation: Int64, minutes: Int64, cents: Int64) {
    lines.append(
      Line(
        isOpening: true,
        reference: "",
        allocation: allocation,
        minutes: minutes,
        amount: cents,
        stands: true
      )
    )
  }

  mutating func take(_ notice: ClaimNotice, _ verdict: ClaimVerdict) {
    for (line, receipt) in zip(notice.lines, verdict.receipts) where receipt.isApproved {
      if line.isCredit {
        for index in lines.indices where lines[index].reference == line.previousReference {
          lines[index].stands = false
        }
      } else {
        lines.append(
          Line(
            reference: line.reference,
            allocation: line.allocationNumber,
            minutes: line.unit == .hour ? line.volume * 60 : line.volume,
            amount: line.amount.rawValue,
            stands: true
          )
        )
      }
    }
  }

  func minutes(_ allocation: Int64) -> Int64 {
    lines.reduce(0) { $0 + ($1.stands && $1.allocation == allocation ? $1.minutes : 0) }
  }

  func cents(_ allocation: Int64) -> Int64 {
    lines.reduce(0) { $0 + ($1.stands && $1.allocation == allocation ? $1.amount : 0) }
  }

  func count(_ allocation: Int64) -> Int {
    lines.count { $0.stands && $0.allocation == allocation && !$0.isOpening }
  }
}
