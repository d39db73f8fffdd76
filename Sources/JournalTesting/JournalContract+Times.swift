import Journal
import Quantities

extension JournalContract {
  static let times: [JournalContract] = [
    JournalContract("recorded-at never lies before the previous entry's") { journal in
      let later = opening
      let earlier = Instant(milliseconds: later.milliseconds - 5_000)
      try await journal.append(EntryBuilder.command(1), expecting: .start, at: later)
      let head = try await journal.append(
        EntryBuilder.command(2),
        expecting: Position(1),
        at: earlier
      )
      try require(head.recordedAt == later, "a clock set back does not move time back")
    },
    JournalContract("known-on never lies before the previous entry's") { journal in
      let day = CivilDate(dayNumber: 20_454)
      try await journal.append(
        EntryBuilder.command(1, knownOn: day),
        expecting: .start,
        at: opening
      )
      let head = try await journal.append(
        EntryBuilder.command(2, knownOn: day.adding(days: -30)),
        expecting: Position(1),
        at: opening
      )
      try require(head.knownOn == day, "known-on is the later of the two days")
    },
    JournalContract("an entry known before it was recorded is marked taken over") { journal in
      let day = opening.utcDate
      try await journal.append(
        EntryBuilder.command(1, knownOn: day.adding(days: -400))
          + EntryBuilder.command(2, knownOn: day)
          + EntryBuilder.command(3, knownOn: day.adding(days: 1)),
        expecting: .start,
        at: opening
      )
      let marks = try await all(of: journal).map(\.takenOver)
      try require(marks == [true, false, false], "marks are \(marks)")
    },
  ]
}
