package import Journal
package import Quantities

/// Who asks, under which key, on which day.
package struct CommandContext: Sendable {
  /// The keyed digest of the command's key: the same command has the same key.
  package let key: Digest
  /// The keyed digest of what was asked, so that a repetition is told from a clash.
  package let body: Digest
  /// A user by pseudonym, or a part of the program.
  package let actor: String
  /// The day of the command: `--today`, or else today in the Netherlands.
  package let today: CivilDate
  /// The moment at which it is written down.
  package let now: Instant

  package init(key: Digest, body: Digest, actor: String, today: CivilDate, now: Instant) {
    self.key = key
    self.body = body
    self.actor = actor
    self.today = today
    self.now = now
  }
}

/// What a command led to.
package struct Answer: Sendable {
  package let events: [RegionEvent]
  /// The position of the command's first entry.
  package let first: Position
  /// The position of its last entry.
  package let last: Position
  /// Whether the command had been carried out before; then nothing happened now.
  package let isRepeated: Bool

  package init(events: [RegionEvent], first: Position, last: Position, isRepeated: Bool) {
    self.events = events
    self.first = first
    self.last = last
    self.isRepeated = isRepeated
  }
}

/// Why the office could not carry a command out; none of these says that nothing was written.
package enum OfficeFailure: Error, Sendable {
  case refused(Refusal)
  /// The key of the command was used before for something else.
  case keyUsedForOther
  /// Too many commands are waiting, or the journal was taken by another writer again and again.
  case busy
  /// The journal failed; whether the command was written is only known after reading it again.
  case journal(JournalFailure)
  case event(EventFailure)
}

/// The one place where a region is changed: it decides, writes, and only then tells.
///
/// Commands that arrive while a batch is being written are decided on the state to come and are
/// written together (group commit). What was decided and is not yet durable is seen by nobody:
/// answers, refusals and `published` wait for the append that they rest on. The writing is done by
/// the callers themselves, one at a time: whoever finds nobody writing writes for all who wait, and
/// then hands the pen to the first of those who came meanwhile. So there is no task without an owner.
package actor Office {
  /// How many commands may wait for the disk.
  package static let waitingLimit = 4_096

  private let journal: any Journal
  /// Every decision, durable or not.
  private var coming: RegionState
  /// What is durable; queries read this.
  package private(set) var published: RegionState
  private var waiting: [Pending] = []
  private var inFlight: [Digest: InFlight] = [:]
  private var isWriting = false
  private var stopped: JournalFailure?

  /// An office over a journal and the state that the journal's entries make.
  package init(journal: any Journal, state: RegionState) {
    self.journal = journal
    coming = state
    published = state
  }

  /// A decided command on its way to the disk.
  private struct Pending {
    let command: Command
    let context: CommandContext
    var entries: [NewEntry]
    let caller: CheckedContinuation<Turn, any Error>?
  }

  /// A command that was decided and is not durable yet.
  private struct InFlight {
    let body: Digest
    let answer: Answer
  }

  /// What a waiting caller has to do when it is woken.
  private enum Turn {
    case done
    case write
  }
}

// MARK: - Performing

extension Office {
  /// Carries a command out: returns when everything it rests on and everything it led to is durable.
  ///
  /// The same command again gives the first answer and changes nothing.
  package func perform(
    _ command: Command,
    _ context: CommandContext
  ) async throws(OfficeFailure) -> Answer {
    if let stopped { throw .journal(stopped) }
    guard waiting.count < Self.waitingLimit else { throw .busy }
    if let known = inFlight[context.key] {
      try await settle()
      return try Self.repetition(of: known.answer, sameBody: known.body == context.body)
    }
    if let earlier = try await earlierAnswer(context) { return earlier }
    // Another copy of the command may have been decided while the journal was asked.
    if let known = inFlight[context.key] {
      try await settle()
      return try Self.repetition(of: known.answer, sameBody: known.body == context.body)
    }
    // From here to the queue nothing waits: this is the transaction.
    let events: [RegionEvent]
    do throws(Refusal) {
      events = try coming.decide(command, on: context.today)
    } catch {
      try await settle()
      throw .refused(error)
    }
    let (entries, answer) = enter(events, context)
    inFlight[context.key] = InFlight(body: context.body, answer: answer)
    try await write(Pending(command: command, context: context, entries: entries, caller: nil))
    return answer
  }

  /// The answer to a command that was carried out before; nil when it was not.
  package func known(_ context: CommandContext) async throws(OfficeFailure) -> Answer? {
    if let flying = inFlight[context.key] {
      try await settle()
      return try Self.repetition(of: flying.answer, sameBody: flying.body == context.body)
    }
    return try await earlierAnswer(context)
  }

  /// The answer that was given to the command of an entry; nil when there is no such entry.
  package func answer(at position: Position) async throws(OfficeFailure) -> Answer? {
    let entry: Entry?
    do throws(JournalFailure) {
      entry = try await journal.entry(at: position)
    } catch {
      throw .journal(error)
    }
    guard let entry else { return nil }
    return try await answer(to: entry.command.key, body: entry.command.body)
  }

  /// The answer that was given before under the same key; nil when there was none.
  private func earlierAnswer(
    _ context: CommandContext
  ) async throws(OfficeFailure) -> Answer? {
    try await answer(to: context.key, body: context.body)
  }

  private func answer(to key: Digest, body: Digest) async throws(OfficeFailure) -> Answer? {
    let entries: [Entry]
    do throws(JournalFailure) {
      entries = try await journal.entries(ofCommand: key)
    } catch {
      throw .journal(error)
    }
    guard let first = entries.first, let last = entries.last else { return nil }
    guard first.command.body == body else { throw .keyUsedForOther }
    var events: [RegionEvent] = []
    do throws(EventFailure) {
      for entry in entries { events.append(try EventTable.event(of: entry)) }
    } catch {
      throw .event(error)
    }
    return Answer(events: events, first: first.position, last: last.position, isRepeated: true)
  }

  private static func repetition(
    of answer: Answer,
    sameBody: Bool
  ) throws(OfficeFailure) -> Answer {
    guard sameBody else { throw .keyUsedForOther }
    return Answer(
      events: answer.events,
      first: answer.first,
      last: answer.last,
      isRepeated: true
    )
  }

  /// Takes decided events into the state to come and makes their entries.
  private func enter(
    _ events: [RegionEvent],
    _ context: CommandContext
  ) -> ([NewEntry], Answer) {
    let first = coming.head.position.next
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
    return (entries, answer)
  }
}

// MARK: - Writing

extension Office {
  /// Returns when everything decided so far is durable.
  private func settle() async throws(OfficeFailure) {
    guard isWriting || !waiting.isEmpty else { return }
    try await write(nil)
  }

  /// Queues a command, or only waits for those before it, and writes when nobody else does.
  private func write(_ pending: Pending?) async throws(OfficeFailure) {
    guard isWriting else {
      isWriting = true
      if let pending { waiting.append(pending) }
      return try await writeBatch()
    }
    let turn: Turn
    do {
      turn = try await withCheckedThrowingContinuation { caller in
        waiting.append(
          Pending(
            command: pending?.command ?? .changeSettings(coming.currentSettings),
            context: pending?.context
              ?? CommandContext(
                key: .zero,
                body: .zero,
                actor: "",
                today: coming.head.knownOn,
                now: coming.head.recordedAt
              ),
            entries: pending?.entries ?? [],
            caller: caller
          )
        )
      }
    } catch let failure as OfficeFailure {
      throw failure
    } catch {
      throw .busy
    }
    if case .write = turn { try await writeBatch() }
  }

  /// Writes everything that waits as one batch, wakes its callers, and hands the pen on.
  private func writeBatch() async throws(OfficeFailure) {
    let batch = waiting
    waiting = []
    let next = coming
    let entries = batch.flatMap(\.entries)
    do throws(JournalFailure) {
      if !entries.isEmpty {
        let now = batch.map(\.context.now).max() ?? published.head.recordedAt
        let head = try await journal.append(entries, expecting: published.head.position, at: now)
        published = next
        published.settle(on: head)
        coming.settle(recordedAt: head.recordedAt)
      }
    } catch {
      stop(error, batch)
      throw .journal(error)
    }
    for pending in batch {
      if !pending.entries.isEmpty { inFlight[pending.context.key] = nil }
      pending.caller?.resume(returning: .done)
    }
    handOn()
  }

  /// Gives the pen to the first caller who came during the write.
  private func handOn() {
    guard let first = waiting.first, let caller = first.caller else {
      isWriting = false
      return
    }
    // Its entries stay in the queue; only its waiting ends.
    waiting[0] = Pending(
      command: first.command,
      context: first.context,
      entries: first.entries,
      caller: nil
    )
    caller.resume(returning: .write)
  }

  /// After a failed write the state to come is ahead of the disk: this office is finished.
  private func stop(_ failure: JournalFailure, _ batch: [Pending]) {
    stopped = failure
    let left = batch + waiting
    waiting = []
    isWriting = false
    inFlight = [:]
    for pending in left { pending.caller?.resume(throwing: OfficeFailure.journal(failure)) }
  }
}
