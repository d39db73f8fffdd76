import Landscape
import Quantities
import Testing

/// The concrete numbers of the source documents (fixtures F4 to F10), held against what was loaded.
@Suite("Fixtures against the loaded strategies")
struct FixtureTests {
  private func wmo() throws -> Strategy { try ShippedStrategies.strategy("noord-limburg-wmo-2022") }
  private func work() throws -> Strategy {
    try ShippedStrategies.strategy("noord-limburg-participatie-2022")
  }
  private func youth() throws -> Strategy {
    try ShippedStrategies.strategy("noord-limburg-jeugd-2022")
  }
  private func lekstroom() throws -> Strategy {
    try ShippedStrategies.strategy("lekstroom-wmo-ib-2022")
  }

  /// Minimum, maximum and target of a lot, `-` where unknown.
  private func numbers(_ segment: Segment, _ lot: String) throws -> String {
    let lot = try #require(segment.lots.first { $0.code == lot })
    let count = try #require(lot.providers.value)
    func text(_ value: Known<Int>) -> String { value.value.map(String.init) ?? "-" }
    let reach = count.reach == .wholeRegion ? " whole" : ""
    return "\(text(count.minimum)) \(text(count.maximum)) \(text(count.target))\(reach)"
  }

  @Test(
    "F4: Wmo Noord-Limburg, numbers per lot, term, funding and entry (004:32-39)",
    arguments: [
      ("wmo-s1a", "10 20 -", "- 30 -", PaymentModel.Kind.trajectory, EntryPolicy.closed),
      ("wmo-s1b", "10 15 -", "- - 35 whole", .trajectory, .closed),
      ("wmo-s2a", "- - 15", "- - 35 whole", .population, .closed),
      ("wmo-s2b", "5 10 -", "- - 15 whole", .population, .closed),
      ("wmo-s3a", "- - 4", "- - 7 whole", .population, .closed),
    ]
  )
  func lots(
    code: String,
    regional: String,
    local: String,
    model: PaymentModel.Kind,
    policy: EntryPolicy
  ) throws {
    let segment = try #require(try wmo().segment(code))
    #expect(try numbers(segment, "regionaal") == regional)
    #expect(try numbers(segment, "lokaal") == local)
    for lot in segment.lots {
      #expect(lot.contract.element?.term.value?.patternText == "3+1+1")
      #expect(lot.contract.element?.entry.value?.policy.value == policy)
      #expect(lot.payment.element?.models.value?.map(\.kind) == [model])
    }
    let ceiling = segment.lots.map { $0.payment.element?.budgetFrame.value }
    #expect(
      ceiling == [model == .trajectory ? .ceilingPerProvider : .agreement, nil]
    )
  }

  @Test("F4: respite is an Open House on unit prices, and the sums of places")
  func respiteAndSums() throws {
    let strategy = try wmo()
    let respite = try #require(strategy.segment("wmo-s3b"))
    #expect(respite.lots.isEmpty)
    #expect(respite.contract.element?.isAdmission == true)
    #expect(respite.contract.element?.entry.value?.policy.value == .openHouse)
    #expect(respite.contract.element?.term.value?.patternText == "3+1+1")
    #expect(respite.payment.element?.models.value?.map(\.kind) == [.unitPrice])
    let counts = strategy.segments.flatMap(\.lots).compactMap { lot in
      lot.providers.value.map { (lot.code, $0) }
    }
    func sum(_ lot: String, _ read: (ProviderCount) -> Known<Int>) -> Int {
      counts.filter { $0.0 == lot }.reduce(0) { total, count in
        total + (read(count.1).value ?? count.1.target.value ?? 0)
      }
    }
    #expect(sum("regionaal", \.minimum) == 44)
    #expect(sum("regionaal", \.maximum) == 64)
    #expect(sum("lokaal", \.maximum) == 122)
  }

  @Test("F5: Participation, planned and contracted, entry, dates and companies (000, 001)")
  func participation() throws {
    let strategy = try work()
    let collective = try #require(strategy.segment("pw-s1"))
    let individual = try #require(strategy.segment("pw-s2"))
    let employers = try #require(strategy.segment("pw-s3"))
    #expect(collective.providers?.target.value == 15)
    #expect(collective.providers?.isApproximate == true)
    #expect(collective.outcome?.providers.value == 3)
    #expect(individual.outcome?.providers.value == 41)
    #expect(employers.providers?.maximum.value == 4)
    #expect(
      strategy.segments.map { $0.contract.element?.term.value?.patternText }
        == ["3+3+3", "3+3+3", "3+3+3"]
    )
    #expect(employers.contract.element?.term.value?.way.value == .rolling)
    #expect(individual.contract.element?.form.value == .openFramework)
    #expect(individual.contract.element?.entry.value?.from?.value?.description == "2022-04-01")
    #expect(strategy.region.members.count == 7)
    #expect(strategy.region.organisations.filter { $0.kind.value == .ownDelivery }.count == 3)
    let milestones = strategy.programme.value?.milestones.value ?? []
    let dates = milestones.filter { $0.code.hasPrefix("pw-") }.map { $0.due.value?.description }
    #expect(
      dates == ["2021-09-16", "2021-09-30", "2021-10-19", "2022-04-01", "2022-12-31"]
    )
    #expect(strategy.transitionRules.count == 7)
    #expect(strategy.transitionRules.allSatisfy { $0.weight == .advice })
  }

  @Test(
    "F6: terms and their end dates",
    arguments: [
      ("noord-limburg-wmo-2022", "wmo-s1a", ["2024-12-31", "2025-12-31", "2026-12-31"]),
      ("noord-limburg-participatie-2022", "pw-s1", ["2024-12-31", "2027-12-31", "2030-12-31"]),
      ("lekstroom-wmo-ib-2022", "lek-ib", ["2023-12-31", "2024-12-31", "2025-12-31"]),
    ]
  )
  func terms(name: String, code: String, ends: [String]) throws {
    let segment = try #require(try ShippedStrategies.strategy(name).segment(code))
    let term = try #require(segment.contract.element?.term.value)
    #expect(term.endDates.map(\.description) == ends)
  }

  @Test("F6: the first day of Lekstroom is our assumption, that of Noord-Limburg is printed")
  func starts() throws {
    #expect(try lekstroom().validFrom.provenance.origin == .assumption)
    #expect(try wmo().validFrom.provenance.origin == .source)
    #expect(try wmo().validFrom.value.value?.description == "2022-01-01")
  }

  @Test("F7: the dates of the programme (002)")
  func programme() throws {
    for strategy in [try wmo(), try youth(), try work()] {
      let programme = try #require(strategy.programme.value)
      let phases = try #require(programme.phases.value)
      #expect(
        phases.map { $0.from.value?.description } == ["2019-04", "2019-10", "2020-04/2020-05"]
      )
      #expect(phases.map { $0.through.value?.description } == ["2019-09", "2020-03", nil])
      let milestones = try #require(programme.milestones.value).filter { $0.code.hasPrefix("nl-") }
      #expect(milestones.count == 10)
      #expect(
        milestones.map { $0.due.value?.description } == [
          "2020-07-01/2020-07-15", "2020-10-01/2020-11-01", nil, "2020-12-15", "2021-01-04",
          "2020-12-31", "2021-01-16/2021-01-31", "2021-02-01", "2021-07-01", "2022-01-01",
        ]
      )
      #expect(
        [PolicyLaw.socialSupport, .participation, .youth].map {
          milestones[1].due(for: $0).value?.description
        } == ["2020-10-01", "2020-10-01", "2020-11-01"]
      )
      #expect(milestones[3].start?.value?.description == "2020-10-01")
      #expect(milestones[4].start?.value?.description == "2020-11-01")
      #expect(milestones[6].isGate)
    }
  }

  @Test("F8: durations (003:358-361)")
  func durations() throws {
    let grid = try #require(try lekstroom().productGrid)
    #expect(grid.durations.map(\.type) == ["ontwikkelen", "behouden"])
    #expect(grid.durations.map(\.averageMonths) == [12, 24])
    #expect(grid.durations.map(\.maximumMonths) == [24, 60])
    #expect(grid.durations[0].shorterWhen != nil)
  }

  @Test("F9: the product grid has 18 cells and five result areas (003:326-340)")
  func grid() throws {
    let strategy = try lekstroom()
    let grid = try #require(strategy.productGrid)
    let weight = try #require(grid.axes.first { $0.kind == .weight })
    #expect(weight.values.map(\.from) == [1, 3, 5])
    #expect(weight.values.map(\.through) == [2, 4, 5])
    #expect(grid.axes.map(\.values.count) == [3, 2, 3])
    let forms = try #require(grid.forms.value)
    #expect(forms.count == 18)
    var cells: Set<String> = []
    for form in forms {
      for (axis, code) in zip(grid.axes, [form.weight, form.type, form.intensity]) {
        #expect(axis.values.contains { $0.code == code })
      }
      cells.insert("\(form.weight) \(form.type) \(form.intensity)")
    }
    #expect(cells.count == 18)
    #expect(strategy.resultAreas.map(\.number) == [1, 2, 3, 4, 5])
    #expect(strategy.resultAreas.filter(\.needsAnother).map(\.code) == ["rg-3"])
  }

  @Test("F10: the other numbers, and the counts of the data sheets")
  func others() throws {
    let strategies = [try wmo(), try youth(), try work(), try lekstroom()]
    #expect(strategies.map(\.segments.count) == [6, 4, 3, 1])
    #expect(strategies.map { $0.segments.reduce(0) { $0 + $1.lots.count } } == [10, 0, 0, 1])
    #expect(strategies.map(\.region.members.count) == [7, 7, 7, 5])
    for strategy in strategies.prefix(3) {
      let numbered = strategy.decisions.value?.filter { ("nl-b01"..."nl-b10").contains($0.code) }
      #expect(numbered?.count == 10)
    }
    let lekstroom = strategies[3]
    #expect(lekstroom.targetGroups.filter(\.countsForCoverage).count == 5)
    #expect(
      lekstroom.goals.value?.prefix(4).map(\.code) == ["lek-g1", "lek-g2", "lek-g3", "lek-g4"]
    )
    #expect(lekstroom.segments[0].contract.element?.wantedProviders.count == 4)
    #expect(SteeringElement.allCases.count == 4)
    #expect(ExecutionVariant.allCases.count == 3)
    #expect(strategies[0].segment("wmo-s2b")?.population.signalAge == 75)
    let rules = strategies[2].segments.flatMap { $0.access.element?.rules ?? [] }
    #expect(rules.filter { $0.value.hasPrefix("uiterlijk 1 maand vóór het einde") }.count == 2)
    let texts = lekstroom.principles.map(\.text).joined(separator: " ")
    for word in ["16 tot 23", "18", "Big 5"] { #expect(texts.contains(word)) }
    let group = try #require(lekstroom.scope.first { $0.item == "begeleiding groep" })
    #expect(group.arrangement.value?.contains("maximaal één jaar") == true)
  }

  @Test("F1 and F2: the figures of 2020 in the predecessor, and their sums")
  func figures() throws {
    let strategy = try ShippedStrategies.strategy("lekstroom-wmo-ozr-2015")
    let perMunicipality = strategy.figures.filter { $0.municipality != nil }
    #expect(perMunicipality.compactMap(\.clients).reduce(0, +) == 1877)
    #expect(perMunicipality.compactMap(\.cents).reduce(0, +) == 795_338_441)
    let totals = Dictionary(uniqueKeysWithValues: strategy.figures.map { ($0.code, $0) })
    #expect(totals["f2-totaal"]?.cents == 672_641_900)
    #expect(
      ["f2-totaal", "f2-90", "f2-80", "f2-10", "f2-klein"].map { totals[$0]?.providers }
        == [49, 12, 7, 37, 27]
    )
    // The prices of the three levels are ours and say so, and rise as the source says.
    let prices = strategy.products.compactMap { $0.price?.value.value?.rawValue }
    #expect(prices.count == 3 && prices == prices.sorted())
    #expect(strategy.products.allSatisfy { $0.price?.provenance.origin == .own })
  }

  @Test("F3: the worked example of the month price (003:391)")
  func monthPrice() throws {
    let example = try #require(try lekstroom().segments[0].payment.element?.example)
    #expect(example.hourPrice.multiplied(by: example.hoursPerWeek) == example.weekPrice)
    #expect(example.weekPrice.scaled(by: 13, over: 3) == example.monthPrice)
    #expect(example.monthPrice == Cents(52_000))
  }
}
