import Digests
import Landscape
import Rules
import StrategyFiles
import Synthetic
import Testing

/// The regions under test, made once for all tests.
enum Regions {
  static let lekstroom = Result { try lekstroom(seed: SyntheticRegion.lekstroomSeed) }
  static let small = Result { try small(seed: 1) }

  static func lekstroom(seed: UInt64) throws -> SyntheticRegion {
    try .lekstroom(try #require(ShippedStrategy.lekstroomEarlierWmo.strategy), seed: seed)
  }

  static func small(seed: UInt64) throws -> SyntheticRegion {
    try .small(try #require(ShippedStrategy.lekstroomEarlierWmo.strategy), seed: seed)
  }

  /// The whole of Lekstroom: its strategies and contracts with its year of support.
  static func wholeLekstroom(_ size: RegionSize = .small) throws -> Lekstroom {
    try .make(
      Lekstroom.Strategies(
        earlier: try #require(ShippedStrategy.lekstroomEarlierWmo.strategy),
        later: try #require(ShippedStrategy.lekstroomWmo.strategy),
        completed: try #require(CompletedStrategy.lekstroomWmo.strategy)
      ),
      size: size,
      tools: tools
    )
  }

  static func noordLimburg(
    size: RegionSize = .small,
    seed: UInt64
  ) throws -> NoordLimburg {
    try .make(
      NoordLimburg.Strategies(
        socialSupport: try law(.noordLimburgWmo),
        participation: try law(.noordLimburgParticipation),
        youth: try law(.noordLimburgYouth)
      ),
      size: size,
      seed: seed,
      tools: tools
    )
  }

  private static func law(_ next: CompletedStrategy) throws -> NoordLimburg.Strategies.Law {
    NoordLimburg.Strategies.Law(
      shipped: try #require(next.shipped.strategy),
      completed: try #require(next.strategy)
    )
  }

  static let tools = RegionTools(
    digest: { StandardDigest.sha256($0.span) },
    readPlan: { bytes in
      let check = ProcedurePlanFile.check(bytes)
      if let plan = check.plan { return .success(plan) }
      let found = check.findings.map(\.message.dutch).joined(separator: " ")
      return .failure(.refused(step: "een planbestand", why: found))
    }
  )
}
