import Digests
import Landscape
import Quantities
import Rules
import StrategyFiles
import Synthetic

/// A synthetic region as the demo plays it: what is adopted, decided and sent, each on its day.
struct DemoRegion {
  /// The name of its data folder.
  let folderName: String
  let support: SyntheticRegion
  /// What every table of the region must say about its figures; nil for the quick one.
  let caption: BilingualText?
  /// What was adopted, decided, tendered and contracted.
  let steps: [CommissioningStep]
  var deliveries: [DeliveryFile] = []
  /// What the deliveries must come to; empty without any.
  var deliveryFigures: [MunicipalityFigure] = []

  var municipalities: [MunicipalityCode] { support.municipalities.map(\.municipality) }
}

// MARK: - Making

extension DemoRegion {
  /// The regions of the demo: those of the strategies, or small ones for a quick look.
  static func all(small: Bool) throws -> [DemoRegion] {
    do throws(ShapeFault) {
      return [try lekstroom(small: small), try noordLimburg(small ? .small : .demonstration)]
    } catch {
      throw ProgramFailure(Status.ourFault, "demo.region", error.text)
    }
  }

  private static func lekstroom(small: Bool) throws(ShapeFault) -> DemoRegion {
    let region = try Lekstroom.make(
      Lekstroom.Strategies(
        earlier: try strategy(.lekstroomEarlierWmo),
        later: try strategy(.lekstroomWmo),
        completed: try completed(.lekstroomWmo)
      ),
      size: small ? .small : .demonstration,
      tools: tools
    )
    return DemoRegion(
      folderName: small ? "klein" : "lekstroom",
      support: region.support,
      caption: small
        ? nil : BilingualText(SyntheticRegion.caption, SyntheticRegion.englishCaption),
      steps: region.steps
    )
  }

  private static func noordLimburg(_ size: RegionSize) throws(ShapeFault) -> DemoRegion {
    let region = try NoordLimburg.make(
      NoordLimburg.Strategies(
        socialSupport: try law(.noordLimburgWmo),
        participation: try law(.noordLimburgParticipation),
        youth: try law(.noordLimburgYouth)
      ),
      size: size,
      tools: tools
    )
    return DemoRegion(
      folderName: "noord-limburg",
      support: region.support,
      caption: BilingualText(NoordLimburg.caption, NoordLimburg.englishCaption),
      steps: region.steps,
      deliveries: region.deliveries,
      deliveryFigures: region.deliveryFigures
    )
  }

  /// The rooms that the makers of regions do not know.
  private static var tools: RegionTools {
    RegionTools(
      digest: { StandardDigest.sha256($0.span) },
      readPlan: { bytes in
        let check = ProcedurePlanFile.check(bytes)
        if let plan = check.plan { return .success(plan) }
        let found = check.findings.map(\.message.dutch).joined(separator: " ")
        return .failure(.refused(step: "een planbestand", why: found))
      }
    )
  }

  private static func law(
    _ next: CompletedStrategy
  ) throws(ShapeFault) -> NoordLimburg.Strategies.Law {
    NoordLimburg.Strategies.Law(
      shipped: try strategy(next.shipped),
      completed: try completed(next)
    )
  }

  private static func completed(_ next: CompletedStrategy) throws(ShapeFault) -> Strategy {
    guard let strategy = next.strategy else { throw .noStrategy(next.fileName) }
    return strategy
  }

  private static func strategy(_ shipped: ShippedStrategy) throws(ShapeFault) -> Strategy {
    guard let strategy = shipped.strategy else { throw .noStrategy(shipped.fileName) }
    return strategy
  }
}

// MARK: - In order of time

/// Something that happens in a region of the demo.
enum DemoEvent {
  case step(CommissioningStep)
  /// A message by its place in the order of sending.
  case message(Int)
  case deliveries(DeliveryFile)
}

extension DemoRegion {
  /// Everything that happens, in order of days; on one day first what was decided.
  var timeline: [(day: CivilDate, event: DemoEvent)] {
    var events: [(day: CivilDate, rank: Int, event: DemoEvent)] = []
    for step in steps { events.append((step.moment.date, 1, .step(step))) }
    for index in 0..<support.fileCount { events.append((support.day(index), 2, .message(index))) }
    for file in deliveries { events.append((file.day, 3, .deliveries(file))) }
    return events.enumerated().sorted { left, right in
      (left.element.day, left.element.rank, left.offset)
        < (right.element.day, right.element.rank, right.offset)
    }.map { ($0.element.day, $0.element.event) }
  }
}
