import Commissioning
import Landscape
import Quantities
import Region
import StrategyFiles
import Synthetic
import Testing

@Suite("The story of commissioning in Lekstroom")
struct LekstroomStoryTests {
  @Test("In order of time no step is refused, and every provider has its contracts")
  func order() throws {
    let region = try Regions.wholeLekstroom(.demonstration)
    let state = try PlayedRegion(region.steps, of: region.support).state
    let contracts = state.contracts.contracts.values
    for (day, lot) in [("2021-06-01", "lek-ozr"), ("2025-06-01", "lek-ib-regio")] {
      let day = try #require(CivilDate(day))
      let running = contracts.filter { $0.period?.contains(day) == true }
      #expect(Set(running.map(\.draft.provider)).count == 49)
      #expect(running.allSatisfy { $0.draft.lot?.description == lot })
    }
    #expect(AgreementIndex.make(state.contracts).conflicts.isEmpty)
    #expect(
      state.strategies.current.map(\.strategy.code) == ["lek-wmo-ozr-2015", "lek-wmo-ib-2022"]
    )
  }

  @Test("The next strategy touches every contract that runs")
  func impact() throws {
    let region = try Regions.wholeLekstroom()
    let later = try #require(ShippedStrategy.lekstroomWmo.strategy)
    let day = try #require(CivilDate("2021-04-06"))
    let before = region.steps.filter { $0.moment.date < day }
    let state = try PlayedRegion(before, of: region.support).state
    let impact = StrategyImpact(
      of: later,
      on: day,
      strategies: state.strategies,
      contracts: state.contracts
    )
    #expect(impact.runningCount > 0 && impact.contracts.count == impact.runningCount)
  }

  @Test("The price of every line that is accepted follows from a contract")
  func prices() throws {
    let region = try Regions.wholeLekstroom(.demonstration)
    let contracts = try PlayedRegion(region.steps, of: region.support).state.contracts
    let index = AgreementIndex.make(contracts).index
    for line in region.support.lines where line.isAccepted {
      let allocation = region.support.allocations[line.allocation]
      let terms = index.terms(
        product: try #require(ProductCode(line.content.product.code)),
        provider: region.support.providers[allocation.provider].code,
        municipality: region.support.municipalities[allocation.municipality].municipality,
        on: line.content.period.first
      )
      let price = try #require(terms, "\(allocation.number)").price
      if line.content.unit == .hour { #expect(price.rawValue == line.content.tariff) }
    }
  }

  @Test(
    "Every allocation is under a contract on the days for which it is given",
    arguments: [1, 4]
  )
  func allocations(seed: UInt64) throws {
    let lekstroom = try Regions.wholeLekstroom()
    let noordLimburg = try Regions.noordLimburg(seed: seed)
    for (support, steps) in [
      (lekstroom.support, lekstroom.steps), (noordLimburg.support, noordLimburg.steps),
    ] {
      let contracts = try PlayedRegion(steps, of: support).state.contracts
      let index = AgreementIndex.make(contracts).index
      for allocation in support.allocations {
        guard case .specific(let product) = allocation.product else { continue }
        for version in allocation.versions {
          for day in [version.first, version.last].compactMap(\.self) {
            let terms = index.terms(
              product: try #require(ProductCode(product.code)),
              provider: support.providers[allocation.provider].code,
              municipality: support.municipalities[allocation.municipality].municipality,
              on: day
            )
            #expect(terms != nil, "\(support.name) \(allocation.number) \(day)")
          }
        }
      }
    }
  }
}
