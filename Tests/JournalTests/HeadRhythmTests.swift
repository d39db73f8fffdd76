import Generators
import Journal
import JournalTesting
import Quantities
import Testing

@Suite("LG-06: when the end of a journal is signed")
struct HeadRhythmTests {
  private func at(_ milliseconds: Int64) -> Instant { Instant(milliseconds: milliseconds) }

  @Test("Nothing new is never signed, something new after half a minute, and after each signature")
  func cases() {
    var rhythm = HeadRhythm(after: Position(7), at: at(1_000))
    #expect(!rhythm.isDue(Position(7), at: at(10_000_000)))
    #expect(!rhythm.isDue(Position(8), at: at(30_999)))
    #expect(rhythm.isDue(Position(8), at: at(31_000)))
    rhythm.signed(Position(8), at: at(31_000))
    #expect(!rhythm.isDue(Position(8), at: at(91_000)))
    #expect(rhythm.isDue(Position(9), at: at(91_000)))
  }

  @Test("RL-07: a clock that is put back does not put the signature off")
  func clockPutBack() {
    let rhythm = HeadRhythm(after: Position(1), at: at(3_600_000))
    #expect(rhythm.isDue(Position(2), at: at(0)))
    #expect(HeadRhythm(after: .start, at: at(.min)).isDue(Position(1), at: at(.max)))
  }

  @Test(
    "Whatever is done, of commands up to half a minute no entry waits over 60 s for a signature"
  )
  func atLeastEveryMinute() {
    for seed in UInt64(1)...50 {
      var generator = SeededGenerator(seed: seed)
      var now: Int64 = 0
      var rhythm = HeadRhythm(after: .start, at: at(now))
      var position: Int64 = 0
      var oldestUnsigned: Int64?
      for _ in 0..<1_000 {
        let pause = generator.chance(in: 20) ? 600_000 : 0
        now += Int64(pause + generator.number(0...29_999))
        if oldestUnsigned == nil { oldestUnsigned = now }
        position += Int64(generator.number(1...5))
        if rhythm.isDue(Position(position), at: at(now)) {
          rhythm.signed(Position(position), at: at(now))
          oldestUnsigned = nil
        }
        let waits = now - (oldestUnsigned ?? now)
        #expect(pause > 0 || waits < HeadRhythm.longestMilliseconds, "seed \(seed)")
      }
    }
  }
}
