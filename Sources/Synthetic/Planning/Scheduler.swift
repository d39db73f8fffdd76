import Quantities

/// Puts everything that was planned into files, in the order in which they are sent.
struct Scheduler {
  let providers: [ProviderCode]
  let allocations: [PlannedAllocation]
  private(set) var lines: [PlannedLine]
  let touched: Set<Int>
  private var generator: SeededGenerator
  private var twinReferences = 0
  private var files: [PlannedFile] = []

  init(
    providers: [ProviderCode],
    allocations: [PlannedAllocation],
    lines: [PlannedLine],
    touched: Set<Int>,
    seed: UInt64
  ) {
    self.providers = providers
    self.allocations = allocations
    self.lines = lines
    self.touched = touched
    generator = SeededGenerator(seed: seed, part: 5)
  }

  /// All files, and the lines with the rounds in which they finally go.
  mutating func schedule(_ shares: FaultShares) -> (files: [PlannedFile], lines: [PlannedLine]) {
    awards()
    starts(doubles: shares.doubleStarts)
    stops()
    claims(faulty: shares.claimMessages)
    let ordered = files.indices.sorted { left, right in
      let (one, two) = (files[left], files[right])
      return (one.day, one.rank, one.provider, one.municipality, left)
        < (two.day, two.rank, two.provider, two.municipality, right)
    }
    return (ordered.map { files[$0] }, lines)
  }

  private mutating func add(
    _ day: CivilDate,
    _ allocation: PlannedAllocation,
    _ content: PlannedFile.Content,
    _ intent: Intent = Intent(.accept)
  ) {
    files.append(
      PlannedFile(
        day: day,
        provider: allocation.provider,
        municipality: allocation.municipality,
        content: content,
        intent: intent
      )
    )
  }
}

// MARK: - Awards, starts and stops

extension Scheduler {
  /// A 301 per client, provider and day on which anything about them was decided; it holds what
  /// changed and everything that still runs (OP087).
  private mutating func awards() {
    var byParties: [[Int]: [Int]] = [:]
    for (index, allocation) in allocations.enumerated() {
      byParties[[allocation.client, allocation.provider], default: []].append(index)
    }
    let parties = byParties.sorted { $0.value[0] < $1.value[0] }
    for (_, indices) in parties {
      let days = Set(indices.flatMap { allocations[$0].versions.map(\.day) }).sorted()
      for day in days {
        var included: [(allocation: Int, version: Int)] = []
        for index in indices {
          let versions = allocations[index].versions
          guard let version = versions.lastIndex(where: { $0.day <= day }) else { continue }
          let isDeleted = versions[version].reason == "13"
          let runs = !isDeleted && (versions[version].last.map { $0 >= day } ?? true)
          if versions[version].day == day || runs { included.append((index, version)) }
        }
        add(day, allocations[indices[0]], .allocations(included))
      }
    }
  }

  /// A 305 per allocation that started; some are sent once too often or wrong.
  private mutating func starts(doubles: Int) {
    var started: [Int] = []
    for (index, allocation) in allocations.enumerated() {
      guard let start = allocation.start else { continue }
      started.append(index)
      add(
        start.day,
        allocation,
        .start(allocation: index, begin: start.begin, number: allocation.number)
      )
    }
    generator.shuffle(&started)
    var left = doubles
    for index in started where left > 0 {
      let allocation = allocations[index]
      guard let start = allocation.start,
        allocation.stop.map({ $0.day > start.day.adding(days: 30) }) ?? true
      else { continue }
      faultyStart(index, start, kind: left % 6)
      left -= 1
    }
  }

  /// A second start with another date (9326), one on an unknown allocation (9019), or one that
  /// begins after its own date (TR134).
  private mutating func faultyStart(_ index: Int, _ start: PlannedStart, kind: Int) {
    let allocation = allocations[index]
    let later = Calendar2025.workday(start.day.adding(days: 9))
    switch kind {
    case 0:
      let number = allocation.number + PlannedLine.unknownOffset
      let intent = Intent(.rejectClass, codes: ["9019"])
      add(
        later,
        allocation,
        .start(allocation: index, begin: start.begin, number: number),
        intent
      )
    case 1:
      let begin = later.adding(days: 20)
      let intent = Intent(.rejectMessage, codes: ["0001"])
      add(
        later,
        allocation,
        .start(allocation: index, begin: begin, number: allocation.number),
        intent
      )
    default:
      let begin = start.begin.adding(days: generator.number(in: 1...5))
      let intent = Intent(.rejectClass, codes: ["9326"])
      add(
        later,
        allocation,
        .start(allocation: index, begin: begin, number: allocation.number),
        intent
      )
    }
  }

  private mutating func stops() {
    for (index, allocation) in allocations.enumerated() {
      guard let stop = allocation.stop, allocation.start != nil else { continue }
      add(stop.day, allocation, .stop(allocation: index))
    }
  }
}

// MARK: - Claims

extension Scheduler {
  /// A claim per provider, municipality and round that has lines; some go wrong as a whole first.
  private mutating func claims(faulty: Int) {
    var linesOf = groupedLines()
    let keys = linesOf.keys.sorted()
    var candidates = keys.filter { $0.round > 4 && $0.round < 13 }
    generator.shuffle(&candidates)
    var faults: [ClaimKey: ClaimFault] = [:]
    let kinds = ClaimFault.allCases
    for kind in (0..<faulty).map({ kinds[$0 % kinds.count] }) {
      let key = candidates.first { key in
        faults[key] == nil && suits(kind, key, linesOf)
      }
      guard let key else { continue }
      faults[key] = kind
      if kind == .earlierPeriod { postpone(from: key.earlier(3), to: key) }
    }
    if faults.values.contains(.earlierPeriod) { linesOf = groupedLines() }
    for key in linesOf.keys.sorted() { addClaim(key, linesOf[key] ?? [], faults[key]) }
  }

  private func groupedLines() -> [ClaimKey: [PlannedLine]] {
    var result: [ClaimKey: [PlannedLine]] = [:]
    for line in lines {
      let allocation = allocations[line.allocation]
      let key = ClaimKey(
        round: line.round,
        provider: allocation.provider,
        municipality: allocation.municipality
      )
      result[key, default: []].append(line)
    }
    return result
  }

  private func suits(
    _ fault: ClaimFault,
    _ key: ClaimKey,
    _ linesOf: [ClaimKey: [PlannedLine]]
  ) -> Bool {
    guard let lines = linesOf[key], linesOf[key.earlier(1)] != nil else { return false }
    switch fault {
    case .missingTariff: return lines.contains { $0.content.tariff != nil && !$0.isCredit }
    case .earlierPeriod: return postponable(key.earlier(3)) != nil
    default: return true
    }
  }

  /// A line of an earlier round that may as well go later.
  private func postponable(_ key: ClaimKey) -> Int? {
    lines.firstIndex { line in
      let allocation = allocations[line.allocation]
      return line.round == key.round && line.content.period.first.month == key.round
        && allocation.provider == key.provider && allocation.municipality == key.municipality
        && line.fault == nil && !touched.contains(line.allocation)
        && line.content.unit != .euro
    }
  }

  private mutating func postpone(from early: ClaimKey, to key: ClaimKey) {
    guard let index = postponable(early) else { return }
    lines[index].round = key.round
  }

  private mutating func addClaim(_ key: ClaimKey, _ lines: [PlannedLine], _ fault: ClaimFault?) {
    let right = PlannedClaim(
      provider: key.provider,
      municipality: key.municipality,
      round: key.round,
      period: Calendar2025.month(ofRound: key.round),
      lines: ordered(lines),
      identificationRound: key.round,
      numberRound: key.round
    )
    let sent = day(of: key)
    guard let fault else { return add(right, on: sent) }
    add(twin(of: right, fault), on: sent)
    add(right, on: Calendar2025.workday(sent.adding(days: 3)))
  }

  private mutating func add(_ claim: PlannedClaim, on day: CivilDate) {
    let verdicts = claim.fault == nil ? claim.lines.map(verdict) : []
    let intent: Intent
    if let fault = claim.fault {
      intent = Intent(fault.outcome, codes: fault.codes)
    } else {
      let refused = claim.lines.filter { !$0.isAccepted }
      let outcome: IntendedOutcome =
        refused.isEmpty
        ? .accept
        : refused.contains { $0.fault?.isOnClient == true } ? .rejectClient : .rejectLine
      let codes = Set(refused.flatMap { $0.fault?.codes ?? [] }).sorted()
      intent = Intent(outcome, codes: codes, lines: verdicts)
    }
    files.append(
      PlannedFile(
        day: day,
        provider: claim.provider,
        municipality: claim.municipality,
        content: .claim(claim),
        intent: intent
      )
    )
  }

  private func verdict(_ line: PlannedLine) -> IntendedVerdict {
    IntendedVerdict(
      provider: providers[allocations[line.allocation].provider],
      reference: PlannedLine.text(ofReference: line.reference),
      fault: line.fault,
      codes: line.fault?.codes ?? [],
      cents: line.content.cents,
      isCredit: line.isCredit
    )
  }

  /// The faulty claim that goes before the right one, with references of its own.
  private mutating func twin(of right: PlannedClaim, _ fault: ClaimFault) -> PlannedClaim {
    var lines = right.lines
    var period = right.period
    if fault == .earlierPeriod {
      let earlier = Calendar2025.month(ofRound: right.round - 3)
      period = earlier
      lines = lines.filter { $0.content.period.last <= earlier.last && $0.fault == nil }
    }
    for index in lines.indices {
      twinReferences += 1
      lines[index].reference = 80_000_000 + twinReferences
    }
    let isUsed = fault == .usedIdentification
    return PlannedClaim(
      provider: right.provider,
      municipality: right.municipality,
      round: right.round,
      period: period,
      lines: lines,
      fault: fault,
      identificationRound: isUsed ? right.round - 1 : right.round,
      numberRound: fault == .usedClaimNumber ? right.round - 1 : right.round,
      isTwin: true
    )
  }

  /// Lines by client, as a message wants them; an unknown client stands apart.
  private func ordered(_ lines: [PlannedLine]) -> [PlannedLine] {
    lines.sorted { left, right in
      let (one, two) = (allocations[left.allocation], allocations[right.allocation])
      let (first, second) = (left.fault?.isOnClient == true, right.fault?.isOnClient == true)
      return (one.client, first ? 1 : 0, left.reference, left.isCredit ? 0 : 1)
        < (two.client, second ? 1 : 0, right.reference, right.isCredit ? 0 : 1)
    }
  }

  /// The day a claim is sent: in the first days of the next month, always the same for a provider.
  private func day(of key: ClaimKey) -> CivilDate {
    let shift = (key.provider * 5 + key.municipality * 3) % 7
    let first =
      key.round == 13
      ? Calendar2025.day(2026, 1, 20)
      : Calendar2025.month(ofRound: key.round).last.adding(days: 2)
    return Calendar2025.workday(first.adding(days: shift))
  }
}

/// Which claim a line goes in.
private struct ClaimKey: Hashable, Comparable {
  let round: Int
  let provider: Int
  let municipality: Int

  func earlier(_ rounds: Int) -> ClaimKey {
    ClaimKey(round: round - rounds, provider: provider, municipality: municipality)
  }

  static func < (left: ClaimKey, right: ClaimKey) -> Bool {
    (left.round, left.provider, left.municipality)
      < (right.round, right.provider, right.municipality)
  }
}
