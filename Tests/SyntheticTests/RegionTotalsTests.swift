import Quantities
import Synthetic
import Testing

@Suite("The figures of the region")
struct RegionTotalsTests {
  @Test("Clients and cost per municipality come out of the accepted lines to the cent")
  func municipalities() throws {
    let planned = try Regions.lekstroom.get().plannedMunicipalities
    let expected: [(String, Int, Int64)] = [
      ("0321", 363, 214_586_800), ("0353", 242, 106_680_500), ("0331", 66, 30_667_700),
      ("0356", 886, 320_706_900), ("1961", 320, 122_696_541),
    ]
    #expect(planned.map(\.municipality.description) == expected.map(\.0))
    #expect(planned.map(\.clients) == expected.map(\.1))
    #expect(planned.map(\.cost.rawValue) == expected.map(\.2))
    #expect(try planned == Regions.lekstroom.get().municipalities)
    #expect(planned.reduce(0) { $0 + $1.clients } == 1877)
    #expect(planned.reduce(0) { $0 + $1.cost.rawValue } == 795_338_441)
  }

  @Test("The spread over providers comes out of the accepted lines to the cent")
  func concentration() throws {
    let expected: [(ConcentrationLine, Int, Int64)] = [
      (.all, 49, 672_641_900), (.top12, 12, 606_847_600), (.top7, 7, 538_113_500),
      (.beyond12, 37, 65_794_300), (.fewerThan7Clients, 27, 22_564_500),
    ]
    let planned = try Regions.lekstroom.get().plannedConcentration
    #expect(planned.map(\.line) == expected.map(\.0))
    #expect(planned.map(\.providers) == expected.map(\.1))
    #expect(planned.map(\.cost.rawValue) == expected.map(\.2))
    #expect(try planned == Regions.lekstroom.get().concentration)
  }

  @Test("Other seeds and the small region meet their figures too", arguments: [2, 3, 77, 4_000])
  func otherSeeds(seed: UInt64) throws {
    for region in [try Regions.lekstroom(seed: seed), try Regions.small(seed: seed)] {
      #expect(region.plannedMunicipalities == region.municipalities, "seed \(seed)")
      #expect(region.plannedConcentration == region.concentration, "seed \(seed)")
    }
  }

  @Test("Every provider serves every municipality, at a believable cost per client")
  func cells() throws {
    struct Cell: Hashable {
      let provider: Int
      let municipality: Int
    }
    let region = try Regions.lekstroom.get()
    var clients: [Cell: Set<Int>] = [:]
    var cents: [Cell: Int64] = [:]
    for line in region.lines where line.isAccepted {
      let allocation = region.allocations[line.allocation]
      let cell = Cell(provider: allocation.provider, municipality: allocation.municipality)
      clients[cell, default: []].insert(allocation.client)
      cents[cell, default: 0] += line.acceptedCents
    }
    #expect(clients.count == 49 * 5)
    for (cell, money) in cents {
      let each = money / Int64(clients[cell]?.count ?? 1)
      #expect((20_000...1_500_000).contains(each), "\(cell): \(each) cents")
    }
  }

  @Test("Nearly three lines in a hundred go wrong")
  func shareOfFaults() throws {
    let lines = try Regions.lekstroom.get().lines
    let refused = lines.count { !$0.isAccepted }
    let mistaken = lines.count { $0.isAccepted && $0.fault != nil && !$0.isCredit }
    #expect((15...35).contains(refused * 1000 / lines.count), "\(refused) of \(lines.count)")
    #expect((3...15).contains(mistaken * 1000 / lines.count), "\(mistaken) of \(lines.count)")
    for region in [try Regions.lekstroom.get(), try Regions.small.get()] {
      let missing = Set(LineFault.allCases).subtracting(region.lines.compactMap(\.fault))
      // A month without support inside an allocation is too rare for the small region.
      let isSmall = region.name == "Klein"
      #expect(missing.subtracting(isSmall ? [.mistakenLine] : []).isEmpty, "\(missing)")
    }
  }
}
