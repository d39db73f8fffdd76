import Commissioning
import Exchange
import Journal
import Quantities
import Region
import Web

/// Takes in what is handed in with the real intake.
struct TestDesk: UploadDesk {
  let intake: MessageIntake
  let tables: TableIntake
  let clock: TestClock

  private func moment(_ today: CivilDate) -> MessageIntake.Moment {
    MessageIntake.Moment(today: today, now: clock.now)
  }

  func take(_ bytes: [UInt8], on today: CivilDate) async throws -> IntakeResult {
    try await intake.take(bytes, at: moment(today))
  }

  func takeDeliveries(
    _ bytes: [UInt8],
    on today: CivilDate
  ) async throws -> Result<DeliveriesJudged, ImportRefusal> {
    try await tables.importDeliveries(bytes, at: moment(today))
  }

  func takeAllocations(
    _ bytes: [UInt8],
    on today: CivilDate
  ) async throws -> Result<AllocationsTaken, ImportRefusal> {
    try await tables.importAllocations(bytes, at: moment(today))
  }

  func answer(to entries: [Entry], on today: CivilDate) async throws -> ReplyFile? {
    try await intake.missingReply(entries, at: moment(today))
  }
}
