import Quantities

/// One client of one provider in one municipality, with the money meant for them.
struct Slot: Sendable {
  let client: Int
  /// The place of the segment in the region.
  let segment: Int
  let provider: Int
  let municipality: Int
  var cents: Int64
  /// The days of support in the year.
  var window: Period
  /// Why support ends before the year does; nil when it runs on.
  var end: SlotEnd?
}

/// Why the support of a client ends.
enum SlotEnd: Sendable {
  case asPlanned
  case died
  case moved
  case shortened
  case toOtherProvider
  case byClient

  /// RedenWijziging of the 301 that brings the end forward; nil when the municipality sends none.
  var changeReason: String? {
    switch self {
    case .asPlanned, .byClient: nil
    case .died: "02"
    case .moved: "07"
    case .shortened: "05"
    case .toOtherProvider: "09"
    }
  }

  /// RedenBeeindiging of the stop.
  var stopReason: String {
    switch self {
    case .asPlanned: "19"
    case .died: "02"
    case .moved: "31"
    case .shortened: "36"
    case .toOtherProvider: "38"
    case .byClient: "21"
    }
  }
}

/// Deals the clients of a segment out over the cells of its table.
struct SlotPlanner {
  private let movers: [Int]
  private let cells: [Cell]
  private let firstClient: Int
  private var generator: SeededGenerator
  /// How many clients were dealt out.
  private(set) var clientCount = 0

  /// The clients are numbered on from the first one.
  init(movers: [Int], cells: [Cell], firstClient: Int, seed: UInt64) {
    self.movers = movers
    self.cells = cells
    self.firstClient = firstClient
    generator = SeededGenerator(seed: seed, part: 2)
  }

  /// The slots of every cell, in the order of the cells.
  ///
  /// A client who changes provider has a slot in two cells of the same municipality; all others
  /// have one.
  mutating func slots() -> [[Slot]] {
    var result = cells.map { cell in
      let weights = (0..<cell.clients).map { _ in Int64(generator.number(in: 45...170)) }
      let money = Apportionment.divide(cell.cents, by: weights, minimum: min(30_000, cell.average))
      return money.map { cents in
        clientCount += 1
        let (window, end) = window(cents: cents)
        return Slot(
          client: clientCount - 1,
          segment: cell.segment,
          provider: cell.provider,
          municipality: cell.municipality,
          cents: cents,
          window: window,
          end: end
        )
      }
    }
    for municipality in movers.indices {
      move(movers[municipality], in: municipality, &result)
    }
    renumber(&result)
    return result
  }

  /// Makes some clients of one provider also the clients of the next one, after them in time.
  private func move(_ count: Int, in municipality: Int, _ slots: inout [[Slot]]) {
    let largest = cells.indices
      .filter { cells[$0].municipality == municipality && cells[$0].clients > 1 }
      .sorted { (cells[$1].clients, $0) < (cells[$0].clients, $1) }
    guard largest.count > 1 else { return }
    for turn in 0..<count {
      let from = largest[turn % min(6, largest.count - 1)]
      let to = largest[turn % min(6, largest.count - 1) + 1]
      let place = slots[from].count - 1 - turn / 6
      let target = slots[to].count - 1 - (count + turn) / 6
      guard place > 0, target > 0 else { continue }
      let last = Calendar2025.day(2025, 4 + turn % 6, 1).lastOfMonth
      slots[from][place].window = Calendar2025.period(Calendar2025.first, last)
      slots[from][place].end = .toOtherProvider
      let old = slots[to][target]
      slots[to][target] = Slot(
        client: slots[from][place].client,
        segment: old.segment,
        provider: old.provider,
        municipality: municipality,
        cents: old.cents,
        window: Calendar2025.period(last.adding(days: 1), Calendar2025.last),
        end: nil
      )
    }
  }

  /// Numbers the clients without gaps, in the order of the cells.
  private mutating func renumber(_ slots: inout [[Slot]]) {
    var numbers: [Int: Int] = [:]
    for cell in slots.indices {
      for index in slots[cell].indices {
        let old = slots[cell][index]
        let number = numbers[old.client] ?? firstClient + numbers.count
        numbers[old.client] = number
        slots[cell][index] = Slot(
          client: number,
          segment: old.segment,
          provider: old.provider,
          municipality: old.municipality,
          cents: old.cents,
          window: old.window,
          end: old.end
        )
      }
    }
    clientCount = numbers.count
  }

  /// When support begins and ends; much money takes most of a year.
  private mutating func window(cents: Int64) -> (Period, SlotEnd?) {
    let draw = cents > 800_000 ? 0 : generator.below(100)
    var first = Calendar2025.first
    if draw >= 55, draw < 80 || draw >= 95 {
      first = Calendar2025.day(2025, generator.number(in: 2...8), 1)
      if generator.chance(perMille: 550) { first = first.adding(days: generator.below(28)) }
      first = Calendar2025.workday(first)
    }
    guard draw >= 80 else { return (Calendar2025.period(first, Calendar2025.last), nil) }
    let begin = max(first, Calendar2025.day(2025, 2, 1)).adding(days: 75)
    let room = begin.days(to: Calendar2025.day(2025, 12, 15))
    var last = begin.adding(days: generator.below(max(1, room)))
    if generator.chance(perMille: 400) { last = last.lastOfMonth }
    let ends: [SlotEnd] = [
      .asPlanned, .asPlanned, .asPlanned, .byClient, .shortened, .shortened, .moved, .died,
    ]
    let end = generator.pick(ends) ?? .asPlanned
    return (Calendar2025.period(first, min(last, Calendar2025.day(2025, 12, 31))), end)
  }
}

extension Cell {
  /// The money of one client if all had the same.
  fileprivate var average: Int64 { cents / Int64(max(1, clients)) / 2 }
}
