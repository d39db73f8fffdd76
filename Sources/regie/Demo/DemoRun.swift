import Exchange
import Foundation
import Journal
import Landscape
import Quantities
import Region
import Rules
import Synthetic

/// A synthetic region through the ordinary commands and the ordinary intake.
struct DemoRun {
  let demo: DemoRegion
  let region: OpenRegion
  let folder: DataFolder

  /// Opens the region and lets everything happen on its own day.
  func play() async throws -> DemoReport {
    var tally = DemoTally()
    do {
      let timeline = demo.timeline
      try await begin(on: timeline.first?.day ?? Clock.today)
      let intake = MessageIntake(
        office: region.office,
        vault: region.vault,
        accessLog: region.accessLog,
        party: Party(role: .municipality, municipalities: demo.municipalities, provider: nil),
        randomness: SystemRandomness()
      )
      let outbox = Outbox(folder: folder, replies: folder.path + "/replies")
      try outbox.prepare()
      StopRequest.listen()
      for (number, (day, event)) in timeline.enumerated() {
        try StopRequest.check()
        switch event {
        case .message(let index):
          let file = demo.support.file(index)
          let moment = MessageIntake.Moment(today: day, now: Clock.now)
          let result = try await intake.take(file.bytes, at: moment)
          if let reply = result.reply { try outbox.write(reply) }
          tally.add(result)
        case .deliveries(let file): try await take(file, &tally)
        case .step(let step):
          try await perform(step.command, "demo-\(number)", on: day)
          tally.commands += 1
        }
        try await region.heads.goOn()
        if number % 50 == 0 { show(number, of: timeline.count, day) }
      }
      Console.endProgress()
      try outbox.setMark(await region.office.published.head.position)
    } catch let request as StopRequest {
      throw request
    } catch {
      throw ProgramFailure(any: error)
    }
    return DemoReport(
      demo: demo,
      figures: DemoFigures(await region.office.published, on: SyntheticRegion.lastDeliveryDay),
      tally: tally
    )
  }

  private func show(_ number: Int, of count: Int, _ day: CivilDate) {
    Console.progress(
      BilingualText(
        "\(demo.support.name): \(number) van \(count) stappen en berichten, tot en met \(day)",
        "\(demo.support.name): \(number) of \(count) steps and messages, up to \(day)"
      )
    )
  }
}

// MARK: - Commands

extension DemoRun {
  /// Opens the region; its prices follow from its contracts.
  private func begin(on day: CivilDate) async throws {
    let profile = RegionProfile(municipalities: demo.municipalities)
    try await perform(.open(profile), "demo-open", on: day)
  }

  /// Has a table of deliveries judged, and writes its results beside the replies.
  private func take(_ file: DeliveryFile, _ tally: inout DemoTally) async throws {
    let intake = TableIntake(
      office: region.office,
      vault: region.vault,
      randomness: SystemRandomness()
    )
    let moment = MessageIntake.Moment(today: file.day, now: Clock.now)
    switch try await intake.importDeliveries(file.bytes, at: moment) {
    case .success(let judged):
      let results = folder.path + "/results"
      try DurableText.makeFolder(results)
      try DurableText.replace(results + "/" + file.name, with: judged.results)
      tally.add(judged)
    case .failure(let refusal):
      throw ProgramFailure(.tableRefused(file: file.name), refusal, file: file.name)
    }
  }

  private func perform(_ command: Command, _ key: String, on day: CivilDate) async throws {
    _ = try await region.office.perform(
      command,
      region.context(key, body: Array(key.utf8), today: day)
    )
  }
}

/// What came of everything in a region of the demo.
struct DemoTally {
  var outcomes: [String: Int] = [:]
  /// Findings by rule, with the return code of the standard.
  var refusals: [String: Int] = [:]
  var commands = 0
  /// Rows of tables of deliveries, and how many of them each rule refused.
  var rows = 0
  var approvedRows = 0
  var rowRefusals: [String: Int] = [:]

  mutating func add(_ result: IntakeResult) {
    outcomes[result.outcome.rawValue, default: 0] += 1
    for finding in result.findings {
      let code = finding.code.isEmpty ? "" : " (\(finding.code))"
      refusals[finding.rule + code, default: 0] += 1
    }
  }

  mutating func add(_ judged: DeliveriesJudged) {
    rows += judged.rows
    approvedRows += judged.approved
    for (rule, count) in judged.refusals { rowRefusals[rule, default: 0] += count }
  }
}
