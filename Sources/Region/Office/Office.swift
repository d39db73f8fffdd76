package import Journal

/// The one place where a region is changed: it decides, writes, and only then tells.
///
/// Commands that arrive while a batch is being written are decided on the state to come and are
/// written together (group commit). What was decided and is not yet durable is seen by nobody:
/// answers, refusals and `published` wait for the append that they rest on. The writing is done by
/// the callers themselves, one at a time: whoever finds nobody writing writes for all who wait, and
/// then hands the pen to the first of those who came meanwhile. So there is no task without an
/// owner.
///
/// When another writer was first, the batch and the state it was decided on are dropped; the office
/// reads on and decides everything that waits again, in the same order.
package actor Office {
  /// How many commands may wait for the disk.
  package static let waitingLimit = 4_096
  /// How often what waits is decided again because another writer was first.
  package static let attemptLimit = 5

  private let journal: any Journal
  /// Every decision, durable or not.
  private var coming: RegionState
  /// What is durable; queries read this.
  package private(set) var published: RegionState { didSet { view.publish(published) } }
  /// The same for readers outside, who never wait for the office.
  package nonisolated let view: PublishedState
  /// What comes after the batch that is being written, in the order in which it was decided.
  private var waiting: [Waiting] = []
  /// Every command that was decided and not told yet.
  private var inFlight: [Digest: InFlight] = [:]
  /// Whether someone has the pen; when nobody has it nothing waits.
  private var isWriting = false
  private var stopped: OfficeFailure?
  /// Whether the last write found no room on the disk.
  package private(set) var isWithoutRoom = false

  /// An office over a journal and the state that the journal's entries make.
  package init(journal: any Journal, state: RegionState) {
    self.journal = journal
    coming = state
    published = state
    view = PublishedState(state)
  }

  /// What a command leads to; nothing is written for one that is refused.
  private struct Decision {
    let result: Result<Answer, OfficeFailure>
    var entries: [NewEntry] = []
  }

  /// A decided command on its way to the disk.
  private struct Waiting {
    let command: Command
    let context: CommandContext
    var decision: Decision
    /// Nil for the one who has the pen.
    var caller: CheckedContinuation<Turn, Never>?
  }

  /// A command that was decided and is not told yet, with those who asked the same again.
  private struct InFlight {
    let body: Digest
    var followers: [CheckedContinuation<Result<Answer, OfficeFailure>, Never>] = []
  }

  /// What a waiting caller has to do when it is woken.
  private enum Turn {
    case done(Result<Answer, OfficeFailure>)
    case write
  }
}

// MARK: - Performing

extension Office {
  /// Carries a command out: returns when everything it rests on and everything it led to is
  /// durable.
  ///
  /// The same command again gives the first answer and changes nothing.
  package func perform(
    _ command: Command,
    _ context: CommandContext
  ) async throws(OfficeFailure) -> Answer {
    if let stopped { throw stopped }
    if let earlier = try await known(context) { return earlier }
    if let stopped { throw stopped }
    guard waiting.count < Self.waitingLimit else { throw .busy }
    // From here to the queue nothing waits: this is the transaction.
    let decision = decide(command, context)
    if !isWriting, decision.entries.isEmpty { return try decision.result.get() }
    inFlight[context.key] = InFlight(body: context.body)
    waiting.append(Waiting(command: command, context: context, decision: decision))
    guard isWriting else {
      isWriting = true
      return try await write().get()
    }
    let turn = await withCheckedContinuation { caller in
      waiting[waiting.count - 1].caller = caller
    }
    switch turn {
    case .done(let result): return try result.get()
    case .write: return try await write().get()
    }
  }

  /// Whether a write failed: then nothing is written any more until the next start.
  package var isStopped: Bool { stopped != nil }

  /// The answer to a command that was carried out before or is on its way; nil when it is neither.
  package func known(_ context: CommandContext) async throws(OfficeFailure) -> Answer? {
    if inFlight[context.key] == nil, let earlier = try await journalled(context) { return earlier }
    // The same command may have been decided while the journal was asked.
    while let flying = inFlight[context.key] {
      let result = await withCheckedContinuation { caller in
        inFlight[context.key]?.followers.append(caller)
      }
      switch result {
      case .success(let answer):
        guard flying.body == context.body else { throw .keyUsedForOther }
        return answer.repeated
      case .failure(.refused) where flying.body != context.body:
        // A refused command does not use its key up.
        continue
      case .failure(let failure): throw failure
      }
    }
    return nil
  }

  /// The answer that stands in the journal under the same key; nil when there is none.
  private func journalled(_ context: CommandContext) async throws(OfficeFailure) -> Answer? {
    for position in published.commands.candidates(for: context.key) {
      let entries = try await command(at: position)
      guard let first = entries.first, first.command.key == context.key else { continue }
      guard first.command.body == context.body else { throw .keyUsedForOther }
      return try Self.answer(of: entries)
    }
    return nil
  }

  /// The answer that was given to the command of an entry; nil when there is no such entry.
  package func answer(at position: Position) async throws(OfficeFailure) -> Answer? {
    try Self.answer(of: try await command(at: position))
  }

  private func command(at position: Position) async throws(OfficeFailure) -> [Entry] {
    do throws(JournalFailure) {
      return try await journal.command(at: position)
    } catch {
      throw .journal(error)
    }
  }

  private static func answer(of entries: [Entry]) throws(OfficeFailure) -> Answer? {
    guard let first = entries.first, let last = entries.last else { return nil }
    var events: [RegionEvent] = []
    do throws(EventFailure) {
      for entry in entries { events.append(try EventTable.event(of: entry)) }
    } catch {
      throw .event(error)
    }
    return Answer(events: events, first: first.position, last: last.position, isRepeated: true)
  }
}

// MARK: - Deciding

extension Office {
  /// Decides a command on the state to come, takes its events into that state and makes its
  /// entries.
  private func decide(_ command: Command, _ context: CommandContext) -> Decision {
    let events: [RegionEvent]
    do throws(Refusal) {
      events = try coming.decide(command, on: context.today)
    } catch {
      return Decision(result: .failure(.refused(error)))
    }
    let first = coming.head.position.next
    coming.commands.note(context.key, at: first.rawValue)
    var entries: [NewEntry] = []
    for (index, event) in events.enumerated() {
      coming.evolve(event, command: first.rawValue)
      let stamp = CommandStamp(
        key: context.key,
        body: context.body,
        index: UInt32(index + 1),
        count: UInt32(events.count)
      )
      entries.append(EventTable.entry(for: event, context, stamp))
    }
    coming.advance(by: events.count, on: context.today)
    let answer = Answer(
      events: events,
      first: first,
      last: coming.head.position,
      isRepeated: false
    )
    return Decision(result: .success(answer), entries: entries)
  }

  /// Drops the state to come, reads on, and decides everything that waits again, in order.
  ///
  /// What the other writer has carried out already is not decided again but answered.
  private func decideAgain() async throws(OfficeFailure) {
    try await readOn()
    var asked: Set<Digest> = []
    var known: [Digest: Decision] = [:]
    while let item = waiting.first(where: { !asked.contains($0.context.key) }) {
      let key = item.context.key
      asked.insert(key)
      do throws(OfficeFailure) {
        if let answer = try await journalled(item.context) {
          known[key] = Decision(result: .success(answer))
        }
      } catch {
        guard case .keyUsedForOther = error else { throw error }
        known[key] = Decision(result: .failure(error))
      }
    }
    // From here nothing waits: all are decided on one state.
    coming = published
    for index in waiting.indices {
      let item = waiting[index]
      waiting[index].decision = known[item.context.key] ?? decide(item.command, item.context)
    }
  }

  /// Takes in what another writer wrote.
  private func readOn() async throws(OfficeFailure) {
    var next = published
    while true {
      let entries: [Entry]
      do throws(JournalFailure) {
        entries = try await journal.read(after: next.head.position, limit: 2_000)
      } catch {
        throw .journal(error)
      }
      guard !entries.isEmpty else { break }
      do throws(EventFailure) {
        for entry in entries { try next.take(entry) }
      } catch {
        throw .event(error)
      }
    }
    published = next
  }
}

// MARK: - Writing

extension Office {
  /// Writes everything that waits as one batch, tells its callers, and hands the pen on.
  ///
  /// - Returns: what comes of the first that waits, whose caller has the pen.
  private func write() async -> Result<Answer, OfficeFailure> {
    var attempts = 0
    while true {
      let batch = waiting
      waiting = []
      do throws(JournalFailure) {
        try await append(batch)
        return tell(batch)
      } catch {
        waiting = batch + waiting
        guard error.code == .conflict else {
          // A full disk undid the whole write: when there is room again, the work goes on.
          isWithoutRoom = error.code == .diskFull
          return give(up: .journal(error), isStopped: !isWithoutRoom)
        }
      }
      attempts += 1
      guard attempts <= Self.attemptLimit else { return give(up: .busy, isStopped: false) }
      do throws(OfficeFailure) { try await decideAgain() } catch {
        return give(up: error, isStopped: true)
      }
    }
  }

  /// Makes a batch durable and publishes the state it leads to.
  private func append(_ batch: [Waiting]) async throws(JournalFailure) {
    var next = coming
    let entries = batch.flatMap(\.decision.entries)
    guard !entries.isEmpty else { return }
    let now = batch.map(\.context.now).max() ?? published.head.recordedAt
    let head = try await journal.append(entries, expecting: published.head.position, at: now)
    isWithoutRoom = false
    next.settle(on: head)
    published = next
    coming.settle(recordedAt: head.recordedAt)
  }

  /// Tells the callers of a batch what came of it, and gives the pen to the first who came since.
  private func tell(_ batch: [Waiting]) -> Result<Answer, OfficeFailure> {
    for item in batch { tell(item, item.decision.result) }
    if let next = waiting.first?.caller {
      // Its entries stay in the queue; only its waiting ends.
      waiting[0].caller = nil
      next.resume(returning: .write)
    } else {
      isWriting = false
    }
    return batch[0].decision.result
  }

  private func tell(_ item: Waiting, _ result: Result<Answer, OfficeFailure>) {
    let flying = inFlight.removeValue(forKey: item.context.key)
    for follower in flying?.followers ?? [] { follower.resume(returning: result) }
    item.caller?.resume(returning: .done(result))
  }

  /// Gives everything that waits up.
  ///
  /// After a failed write the state to come is ahead of the disk: the office is then finished.
  private func give(
    up failure: OfficeFailure,
    isStopped: Bool
  ) -> Result<Answer, OfficeFailure> {
    let left = waiting
    waiting = []
    isWriting = false
    coming = published
    if isStopped { stopped = failure }
    for item in left { tell(item, .failure(failure)) }
    return .failure(failure)
  }
}
