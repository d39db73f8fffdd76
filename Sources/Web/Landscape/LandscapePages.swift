/// The pages of the room: what the region chose, where it stands, and the market it buys on.
enum LandscapePages {
  static func reply(to address: LandscapeAddress, _ visit: Visit) async throws -> Reply {
    switch address {
    case .steering: return try SteeringPage(visit).reply
    case .rule(let strategy, let segment, let element):
      return .page(try RulePage(visit, strategy, segment, element).page)
    case .segments: return try SegmentsPage(visit).reply
    case .segment(let strategy, let segment):
      return .page(try SegmentPage(visit, strategy, segment).page)
    case .goals: return try GoalsPage(visit).reply
    case .decisions: return try DecisionsPage(visit).reply
    case .versions: return try VersionsPage(visit).reply
    case .comparison: return .page(ComparisonPage(visit).page)
    case .market: return try MarketPage(visit).reply
    }
  }
}
