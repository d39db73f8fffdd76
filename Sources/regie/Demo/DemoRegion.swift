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
  /// The strategies that it runs by, with the day on which each is adopted.
  var strategies: [(strategy: Strategy, on: CivilDate)] = []
  var steps: [CommissioningStep] = []
  var deliveries: [DeliveryFile] = []
  /// What the deliveries must come to; empty without any.
  var participation: [MunicipalityFigure] = []

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
    let earlier = try strategy(.lekstroomEarlierWmo)
    let support = small ? try SyntheticRegion.small(earlier) : try .lekstroom(earlier)
    let first = support.firstDay
    return DemoRegion(
      folderName: small ? "klein" : "lekstroom",
      support: support,
      caption: small
        ? nil : BilingualText(SyntheticRegion.caption, SyntheticRegion.englishCaption),
      strategies: [(earlier, first), (try strategy(.lekstroomWmo), first)]
    )
  }

  private static func noordLimburg(_ size: RegionSize) throws(ShapeFault) -> DemoRegion {
    let strategies = NoordLimburg.Strategies(
      socialSupport: try strategy(.noordLimburgWmo),
      participation: try strategy(.noordLimburgParticipation)
    )
    let region = try NoordLimburg.make(strategies, size: size) { StandardDigest.sha256($0.span) }
    let adopted = NoordLimburg.adoptionDay
    return DemoRegion(
      folderName: "noord-limburg",
      support: region.support,
      caption: BilingualText(NoordLimburg.caption, NoordLimburg.englishCaption),
      strategies: [
        strategies.socialSupport, strategies.participation, try strategy(.noordLimburgYouth),
      ].map { ($0, adopted) },
      steps: region.steps,
      deliveries: region.deliveries,
      participation: region.participation
    )
  }

  private static func strategy(_ shipped: ShippedStrategy) throws(ShapeFault) -> Strategy {
    guard let strategy = shipped.strategy else { throw .noStrategy(shipped.fileName) }
    return strategy
  }
}

// MARK: - In order of time

/// Something that happens in a region of the demo.
enum DemoEvent {
  case adoption(Strategy)
  case step(CommissioningStep)
  /// A message by its place in the order of sending.
  case message(Int)
  case deliveries(DeliveryFile)
}

extension DemoRegion {
  /// Everything that happens, in order of days; on one day first what was decided.
  var timeline: [(day: CivilDate, event: DemoEvent)] {
    var events: [(day: CivilDate, rank: Int, event: DemoEvent)] = []
    for (strategy, day) in strategies { events.append((day, 0, .adoption(strategy))) }
    for step in steps { events.append((step.moment.date, 1, .step(step))) }
    for index in 0..<support.fileCount { events.append((support.day(index), 2, .message(index))) }
    for file in deliveries { events.append((file.day, 3, .deliveries(file))) }
    return events.enumerated().sorted { left, right in
      (left.element.day, left.element.rank, left.offset)
        < (right.element.day, right.element.rank, right.offset)
    }.map { ($0.element.day, $0.element.event) }
  }
}
