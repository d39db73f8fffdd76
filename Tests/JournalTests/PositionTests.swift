import Journal
import Testing

@Suite("Position")
struct PositionTests {
  @Test("A position moves within its range and never traps")
  func moves() {
    #expect(Position.start.next == Position(1))
    #expect(Position(.max).next == Position(.max))
    #expect(Position(3).advanced(by: -7) == .start)
    #expect(Position(3).advanced(by: 4) == Position(7))
  }
}
