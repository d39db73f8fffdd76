import Journal
import Quantities
import Region

/// The region as it was known on days of the past, made again from the journal.
///
/// At most two are kept. One is made at a time, because each costs what a start of the program
/// costs; who asks for the same waits for it.
actor PastStates {
  private let journal: any Journal
  private var kept: [Kept] = []
  private var isMaking = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  private struct Kept {
    let day: CivilDate
    let state: RegionState
    let isTakenOver: Bool
  }

  /// The region as known at the end of a day.
  struct Past: Sendable {
    let state: RegionState
    /// Whether its last entry was written on a later day than it speaks of.
    let isTakenOver: Bool
  }

  init(journal: any Journal) { self.journal = journal }

  /// Everything that was known on a day, given what is known now.
  ///
  /// Known-on never goes back along the journal, so it is the entries up to the last of that day.
  func state(knownOn day: CivilDate, of current: RegionState) async throws -> Past {
    if let known = found(day, current) { return known }
    while isMaking { await withCheckedContinuation { waiting.append($0) } }
    if let known = found(day, current) { return known }
    isMaking = true
    defer {
      isMaking = false
      let woken = waiting
      waiting = []
      for one in woken { one.resume() }
    }
    return try await make(day)
  }

  private func found(_ day: CivilDate, _ current: RegionState) -> Past? {
    if day >= current.head.knownOn { return Past(state: current, isTakenOver: false) }
    guard let index = kept.firstIndex(where: { $0.day == day }) else { return nil }
    let found = kept.remove(at: index)
    kept.append(found)
    return Past(state: found.state, isTakenOver: found.isTakenOver)
  }

  private func make(_ day: CivilDate) async throws -> Past {
    var state = RegionState()
    var isTakenOver = false
    // A later day that is kept holds entries of after this one, so only an earlier one helps.
    if let earlier = kept.filter({ $0.day < day }).max(by: { $0.day < $1.day }) {
      state = earlier.state
      isTakenOver = earlier.isTakenOver
    }
    reading: while true {
      let entries = try await journal.read(after: state.head.position, limit: 2_000)
      guard !entries.isEmpty else { break }
      for entry in entries {
        guard entry.knownOn <= day else { break reading }
        try state.take(entry)
        isTakenOver = entry.knownOn < entry.recordedAt.utcDate
      }
      try Task.checkCancellation()
    }
    kept.append(Kept(day: day, state: state, isTakenOver: isTakenOver))
    if kept.count > 2 { kept.removeFirst() }
    return Past(state: state, isTakenOver: isTakenOver)
  }
}
