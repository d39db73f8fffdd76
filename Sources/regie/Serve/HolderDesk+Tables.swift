import Commissioning
import Exchange
import Journal
import Quantities
import Region

extension HolderDesk {
  func takeDeliveries(
    _ bytes: [UInt8],
    on today: CivilDate
  ) async throws -> Result<DeliveriesJudged, ImportRefusal> {
    try await holder.takeTurn { region in
      let intake = try await Self.tables(region)
      return try await intake.importDeliveries(
        bytes,
        at: MessageIntake.Moment(today: today, now: Clock.now)
      )
    }
  }

  func takeAllocations(
    _ bytes: [UInt8],
    on today: CivilDate
  ) async throws -> Result<AllocationsTaken, ImportRefusal> {
    try await holder.takeTurn { region in
      let intake = try await Self.tables(region)
      return try await intake.importAllocations(
        bytes,
        at: MessageIntake.Moment(today: today, now: Clock.now)
      )
    }
  }

  func answer(to entries: [Entry], on today: CivilDate) async throws -> ReplyFile? {
    let region = holder.region
    let profile = await region.office.published.profile
    let intake = MessageIntake(
      office: region.office,
      vault: region.vault,
      accessLog: region.accessLog,
      party: Party(
        role: .municipality,
        municipalities: profile?.municipalities ?? [],
        provider: nil
      ),
      randomness: SystemRandomness()
    )
    return try await intake.missingReply(
      entries,
      at: MessageIntake.Moment(today: today, now: Clock.now)
    )
  }

  private static func tables(_ region: OpenRegion) async throws -> TableIntake {
    let intake = TableIntake(
      office: region.office,
      vault: region.vault,
      randomness: SystemRandomness()
    )
    try await intake.tidyVault(region.journal)
    return intake
  }
}
