import Columns
import Journal
import People
import Region
import Testing

private typealias Fixture = RegionFixture

@Suite("The layout of snapshots")
struct SnapshotLayoutTests {
  /// A change of the state, of how events change it, or of how it is written changes the hash: then
  /// the number of the layout has to change with it.
  @Test("The number of the layout changes with the bytes of a fixed life")
  func golden() {
    var run = Fixture.opened
    run.perform(Fixture.allocation("A1", number: 1, hours: 40, decided: 1))
    run.perform(Fixture.allocation("A2", number: 1, hours: 30, decided: 2))
    run.perform(
      Fixture.allocation("A3", number: 2, hours: 9, decided: 1, client: Fixture.otherClient)
    )
    let first = [
      Fixture.line("R1", month: 1, hours: 10), Fixture.line("R2", month: 1, hours: 99),
      Fixture.line("R3", month: 1, hours: 9, allocation: 2, client: 1),
    ]
    run.perform(Fixture.received("M1", Fixture.claim("D1", month: 1, first)))
    let second = [
      Fixture.line("C1", month: 1, hours: 10, credits: "R1"),
      Fixture.line("R4", month: 2, hours: 12),
    ]
    run.perform(Fixture.received("M2", Fixture.claim("D2", month: 2, second)))
    run.perform(Fixture.refusal("X1", of: "A2"))
    run.perform(Fixture.takenOver(1, allocation: 5, hours: 40, awarded: 35))
    let rows = [
      Fixture.delivered(2, month: 3, hours: 2, allocation: 5, client: Fixture.otherClient),
      Fixture.delivered(3, law: .participation, month: 3, hours: 4, product: "IAT"),
    ]
    run.perform(Fixture.deliveries(2, rows))
    for (command, at) in BookFixture.commands { run.perform(command, on: day(at)) }
    let bytes = run.state.snapshot()
    #expect(RegionState.snapshotLayout == 8)
    #expect(String(StableHash.of(bytes.span), radix: 16) == "fbf875f0d910a057")
  }

  @Test("A snapshot of another layout is not read")
  func otherLayout() throws {
    var bytes = Fixture.opened.state.snapshot()
    #expect(RegionState.snapshotPosition(bytes) == Position(2))
    // The mark is a length and eleven bytes; the number of the layout follows it.
    bytes[12] += 1
    #expect(RegionState.snapshotPosition(bytes) == nil)
    #expect(throws: SnapshotFailure.self) { try RegionState(snapshot: bytes) }
  }
}
