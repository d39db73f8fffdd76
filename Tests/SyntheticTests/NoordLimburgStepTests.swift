import Commissioning
import Quantities
import Region
import Synthetic
import Testing

/// A region after all its steps, decided on one after another as the office would.
struct PlayedRegion {
  private(set) var state = RegionState()

  init(_ steps: [CommissioningStep], of region: SyntheticRegion) throws {
    let profile = RegionProfile(municipalities: region.municipalities.map(\.municipality))
    state.evolve(.opened(profile), command: 0)
    for (place, step) in steps.enumerated() {
      for event in try state.decide(step.command, on: step.moment.date) {
        state.evolve(event, command: Int64(place + 1))
      }
    }
  }

  init(_ region: NoordLimburg) throws { try self.init(region.steps, of: region.support) }
}

@Suite("What Noord-Limburg decided, tendered and contracted")
struct NoordLimburgStepTests {
  @Test("In order of time no step is refused, at any seed", arguments: [1, 2, 3, 4, 5])
  func order(seed: UInt64) throws {
    let region = try Regions.noordLimburg(seed: seed)
    let steps = region.steps
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.moment <= $1.moment })
    #expect(throws: Never.self, "seed \(seed)") { try PlayedRegion(region) }
  }

  @Test("The same seed gives the same steps, another seed gives others")
  func determinism() throws {
    let steps = try Regions.noordLimburg(seed: 7).steps
    #expect(try Regions.noordLimburg(seed: 7).steps == steps)
    #expect(try Regions.noordLimburg(seed: 8).steps != steps)
  }

  @Test("The demonstration has the numbers of the strategies: F4, F5, F6, F7")
  func numbers() throws {
    let region = try Regions.noordLimburg(size: .demonstration, seed: NoordLimburg.demoSeed)
    let books = try PlayedRegion(region).state
    var contracts: [String: Int] = [:]
    for contract in books.contracts.contracts.values {
      contracts[contract.draft.lot?.description ?? "", default: 0] += 1
    }
    let expected = [
      "wmo-s1a-regionaal": 15, "wmo-s1a-lokaal": 24, "wmo-s1b-regionaal": 12, "wmo-s1b-lokaal": 35,
      "wmo-s2a-regionaal": 15, "wmo-s2a-lokaal": 35, "wmo-s2b-regionaal": 7, "wmo-s2b-lokaal": 15,
      "wmo-s3a-regionaal": 4, "wmo-s3a-lokaal": 7, "wmo-s3b": 20, "pw-s1": 3, "pw-s2": 43,
      "pw-s3": 4, "jeugd-3": 12,
    ]
    #expect(contracts == expected)
    let starts = books.contracts.contracts.values.filter { $0.draft.lot?.description == "pw-s2" }
      .count { $0.draft.start == CivilDate("2022-01-01") }
    #expect(starts == 41)
    let programmes = books.programmes.programmes
    let programme = programmes.values.first { $0.plan.code.description == "nl-sturing-en-inkoop" }
    #expect(programme?.reached.count == 10)
    #expect(programmes.count == 2)
    let first = books.procedures.procedures.values.filter {
      !$0.plan.code.description.hasSuffix("-2027")
    }
    #expect(first.count == 10)
    for procedure in first {
      #expect(procedure.calendar?[.publication] == CivilDate("2021-02-01"))
      #expect(procedure.awards.values.allSatisfy { $0.finalOn != nil })
    }
  }

  @Test("Every contract runs as long as its options allow and sets one price: F6")
  func terms() throws {
    let books = try PlayedRegion(try Regions.noordLimburg(seed: 2)).state
    let ends = ["wmo": "2026-12-31", "pw-s1": "2027-12-31", "pw-s3": "2027-12-31"]
    for contract in books.contracts.contracts.values {
      let lot = contract.draft.lot?.description ?? ""
      for (prefix, end) in ends where lot.hasPrefix(prefix) {
        #expect(contract.lastDay == CivilDate(end), "\(contract.draft.code)")
      }
      #expect(contract.lastDay >= CivilDate("2025-12-31") ?? contract.lastDay)
    }
    #expect(AgreementIndex.make(books.contracts).conflicts.isEmpty)
  }

  @Test("Who sends messages has a contract for each product at the price that is claimed")
  func agreed() throws {
    let region = try Regions.noordLimburg(seed: 3)
    let index = AgreementIndex.make(try PlayedRegion(region).state.contracts).index
    for line in region.support.lines where line.isAccepted {
      let allocation = region.support.allocations[line.allocation]
      let terms = index.terms(
        product: try #require(ProductCode(line.content.product.code)),
        provider: region.providers[allocation.provider].code,
        municipality: region.support.municipalities[allocation.municipality].municipality,
        on: line.content.period.first
      )
      let price = try #require(terms, "\(allocation.number)").price
      if line.content.unit == .hour { #expect(price.rawValue == line.content.tariff) }
    }
  }

  @Test("The matrix of the last quarter has places of every colour, and one provider stopped")
  func coverage() throws {
    let books = try PlayedRegion(try Regions.noordLimburg(seed: 4)).state
    let day = try #require(CivilDate("2025-11-03"))
    let matrix = CoverageMatrix(books.coverage, contracts: books.contracts, on: day)
    let findings = matrix.findings(
      municipalities: Set(books.coverage.reports.keys.map(\.municipality)).sorted(),
      targetGroups: [],
      products: Set(books.coverage.reports.keys.map(\.product)).sorted()
    )
    let colours = Set(findings.map(\.colour))
    #expect(colours.count > 1, "\(colours)")
    #expect(books.contracts.contracts.values.contains { $0.state(on: day) == .intakeStopped })
  }
}
