import Exchange
import Foundation
import Journal
import Quantities
import Region
import Rules
import Synthetic

/// A year of a synthetic region through the ordinary intake.
struct DemoRun {
  let synthetic: SyntheticRegion
  let region: OpenRegion
  let folder: DataFolder

  /// Opens the region, puts its prices in force, and takes every message in on its own day.
  func play() async throws -> DemoReport {
    let municipalities = synthetic.municipalities.map(\.municipality)
    guard case .success(let prices) = ContractTable.readPriceList(synthetic.contractList) else {
      throw ProgramFailure(.demoPrices)
    }
    var refusals: [String: Int] = [:]
    var outcomes: [String: Int] = [:]
    do {
      try await perform(.open(RegionProfile(municipalities: municipalities)), "demo-open")
      try await perform(.importPrices(prices), "demo-prices")
      let intake = MessageIntake(
        office: region.office,
        vault: region.vault,
        accessLog: region.accessLog,
        party: Party(role: .municipality, municipalities: municipalities, provider: nil),
        randomness: SystemRandomness()
      )
      let outbox = Outbox(folder: folder, replies: folder.path + "/replies")
      try outbox.prepare()
      var done = 0
      StopRequest.listen()
      for file in synthetic.messages {
        try StopRequest.check()
        let result = try await intake.take(
          file.bytes,
          at: MessageIntake.Moment(today: file.day, now: Clock.now)
        )
        if let reply = result.reply { try outbox.write(reply) }
        outcomes[result.outcome.rawValue, default: 0] += 1
        for finding in result.findings {
          let code = finding.code.isEmpty ? "" : " (\(finding.code))"
          refusals[finding.rule + code, default: 0] += 1
        }
        done += 1
        try await region.heads.goOn()
        if done % 50 == 0 {
          Console.progress(
            BilingualText(
              "\(done) van \(synthetic.fileCount) berichten, tot en met \(file.day)",
              "\(done) of \(synthetic.fileCount) messages, up to \(file.day)"
            )
          )
        }
      }
      Console.endProgress()
      try outbox.setMark(await region.office.published.head.position)
    } catch let request as StopRequest {
      throw request
    } catch {
      throw ProgramFailure(any: error)
    }
    return DemoReport(
      synthetic: synthetic,
      figures: DemoFigures(await region.office.published),
      outcomes: outcomes,
      refusals: refusals
    )
  }

  private func perform(_ command: Command, _ key: String) async throws {
    let first = synthetic.messages.first { _ in true }?.day ?? Clock.today
    _ = try await region.office.perform(
      command,
      region.context(key, body: Array(key.utf8), today: first)
    )
  }
}
