import Digests
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

  static func noordLimburg(
    size: RegionSize = .small,
    seed: UInt64
  ) throws -> NoordLimburg {
    try .make(
      NoordLimburg.Strategies(
        socialSupport: try #require(ShippedStrategy.noordLimburgWmo.strategy),
        participation: try #require(ShippedStrategy.noordLimburgParticipation.strategy)
      ),
      size: size,
      seed: seed,
      digest: { StandardDigest.sha256($0.span) }
    )
  }
}
