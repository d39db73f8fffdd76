import Generators
package import Journal
package import Quantities

/// Makes entries for tests: plain ones by hand, and whole random batches from a seed.
package struct EntryBuilder: Sendable {
  private var generator: SeededGenerator
  private var commandCount: UInt64 = 0
  /// The day that the next command gets at the earliest.
  private var day = CivilDate(dayNumber: 20_454)  // 1 January 2026

  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// The moment at which tests begin to write: 1 January 2026, 08:00 UTC.
  package static let opening = Instant(milliseconds: 20_454 * 86_400_000 + 8 * 3_600_000)
}

// MARK: - By hand

extension EntryBuilder {
  /// A digest that differs for every number, for keys and contents that tests choose.
  package static func digest(_ number: UInt64) -> Digest {
    var generator = SeededGenerator(seed: number)
    return Digest(
      words: Digest.Words(generator.next(), generator.next(), generator.next(), number)
    )
  }

  /// The entries of one command, numbered 1 to `count`.
  package static func command(
    _ number: UInt64,
    events count: UInt32 = 1,
    knownOn: CivilDate = CivilDate(dayNumber: 20_454),
    body: [UInt8] = Array(#"{"amount":1250}"#.utf8),
    attachments: [NewAttachment] = []
  ) -> [NewEntry] {
    (0..<count).map { index in
      NewEntry(
        knownOn: knownOn,
        actor: "intake",
        command: CommandStamp(
          key: digest(number),
          body: digest(number &+ 1_000_000),
          index: index + 1,
          count: count
        ),
        event: "allocation.issued",
        eventVersion: 1,
        body: body,
        attachments: attachments
      )
    }
  }
}

// MARK: - At random

extension EntryBuilder {
  /// The entries of one random command: one to six events, now and then with attachments.
  package mutating func command() -> [NewEntry] {
    commandCount += 1
    if generator.chance(in: 5) { day = day.adding(days: generator.number(0...3)) }
    let count = UInt32(generator.number(1...6))
    let key = EntryBuilder.digest(generator.next())
    let body = EntryBuilder.digest(generator.next())
    let knownOn = generator.chance(in: 10) ? day.adding(days: -generator.number(1...400)) : day
    return (1...count).map { index in
      entry(CommandStamp(key: key, body: body, index: index, count: count), knownOn)
    }
  }

  /// A batch of random commands.
  package mutating func batch(commands: Int) -> [NewEntry] {
    (0..<commands).flatMap { _ in command() }
  }

  private mutating func entry(_ stamp: CommandStamp, _ knownOn: CivilDate) -> NewEntry {
    let events = ["allocation.issued", "allocation.ended", "claim.judged", "support.started"]
    let actors = ["intake", "u-7f3a", "synthetic"]
    return NewEntry(
      knownOn: knownOn,
      actor: actors[generator.number(0...2)],
      command: stamp,
      event: events[generator.number(0...3)],
      eventVersion: UInt16(generator.number(1...3)),
      body: body(),
      attachments: generator.chance(in: 6) ? attachments() : []
    )
  }

  private mutating func body() -> [UInt8] {
    let amount = Int64(truncatingIfNeeded: generator.next())
    let note = Hexadecimal.text(generator.bytes(generator.number(0...120)))
    return JSONWriter.object {
      $0.field("amount", amount)
      $0.field("note", note)
    }
  }

  private mutating func attachments() -> [NewAttachment] {
    (0..<generator.number(1...3)).map { _ in
      NewAttachment(
        layout: Layout("claim-lines", version: UInt16(generator.number(1...2))),
        bytes: generator.bytes(generator.number(0...600))
      )
    }
  }
}
