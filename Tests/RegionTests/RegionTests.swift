import Testing

@Suite("Region")
struct RegionTests {}
