import Commissioning
import Generators
import Quantities
import Testing

@Suite("Old and new contracted providers, with the residents affected (001:38-46)")
struct ContractedDifferenceTests {
  private func difference(
    _ script: TransitionScript,
    _ trajectories: [Trajectory],
    own: Set<ProviderCode> = []
  ) throws -> ContractedDifference {
    ContractedDifference(
      script.contracts.book,
      from: try date("2021-12-31"),
      to: try date("2022-01-01"),
      running: trajectories,
      ownDelivery: own
    )
  }

  @Test("Who leaves, stays and enters, and which residents it touches")
  func kinds() throws {
    let script = try TransitionScript()
    let found = try difference(
      script,
      [
        try trajectory(1, bought: "2021-01-01", through: "2021-12-31", resident: 1),
        try trajectory(2, bought: "2021-01-01", through: "2022-06-30", resident: 2),
        try trajectory(3, bought: "2021-01-01", resident: 2),
        try trajectory(4, bought: "2021-01-01", through: "2021-12-30", resident: 3),
        try trajectory(5, provider: 1, bought: "2021-01-01", resident: 4),
        try trajectory(6, bought: "2021-01-01", product: "CAT", resident: 5),
        try trajectory(7, bought: "2021-01-01", product: nil, resident: 6),
      ]
    )
    #expect(
      found.providers.map { "\($0.provider) \($0.kind.rawValue)" } == [
        "90000001 blijft", "90000002 vertrekt", "90000003 nieuw",
      ]
    )
    let leaving = try #require(found.providers(.leaves).first)
    #expect(leaving.lost.map { "\($0.municipality) \($0.product)" } == ["0983 IAT", "0984 IAT"])
    // Residents 1 and 2: the support of resident 1 ends by itself, resident 2 counts once.
    #expect(leaving.affectedResidents == 2)
    #expect(leaving.stillRunning == 1)
    #expect(found.affectedResidents == 2 && found.stillRunning == 1)
  }

  @Test("Annex F: what leaves the case level hides small counts and what gives them away")
  func published() throws {
    let script = try TransitionScript()
    func shown(staying: Int, ending: Int) throws -> [String] {
      let trajectories = try (1...staying + ending).map { number in
        try trajectory(
          Int64(number),
          bought: "2021-01-01",
          through: number <= staying ? "2022-06-30" : "2021-12-31",
          resident: number
        )
      }
      let difference = try difference(script, trajectories)
      #expect(difference.affectedResidents == staying + ending)
      #expect(difference.exact.providers.map(\.stillRunning.count).contains(staying))
      let published = difference.published
      let place = try #require(difference.providers.firstIndex { $0.kind == .leaves })
      return [published.providers[place]].flatMap {
        [$0.affectedResidents.text, $0.stillRunning.text]
      } + [published.affectedResidents.text, published.stillRunning.text]
    }
    #expect(try shown(staying: 2, ending: 1) == [".", ".", ".", "."])
    #expect(try shown(staying: 22, ending: 20) == ["40", "20", "40", "20"])
    // Three residents whose support ended would follow from the two others.
    #expect(try shown(staying: 22, ending: 3) == ["25", ".", "25", "."])
    #expect(try shown(staying: 3, ending: 22) == ["25", ".", "25", "."])
  }

  @Test("001:28-31 own delivery is not counted")
  func own() throws {
    let script = try TransitionScript()
    let found = try difference(
      script,
      [try trajectory(1, bought: "2021-01-01")],
      own: [try claimCode("99990102")]
    )
    #expect(found.affectedResidents == 0)
  }

  @Test("A provider that loses one municipality only loses a part")
  func part() throws {
    var script = try TransitionScript()
    let half = try draft(
      "nieuw-2",
      start: "2022-01-01",
      pattern: "1",
      provider: "90000002",
      claimCode: "99990102",
      municipalities: ["0983"],
      products: ["IAT"]
    )
    try script.contracts.run(.conclude(half), on: "2021-12-01")
    let found = try difference(
      script,
      [
        try trajectory(1, bought: "2021-01-01", resident: 1),
        try trajectory(2, bought: "2021-01-01", municipality: "0984", resident: 2),
      ]
    )
    let change = try #require(found.providers(.losesPart).first)
    #expect(change.lost.map(\.municipality.description) == ["0984"])
    #expect(change.affectedResidents == 1)
  }

  @Test("Counts never exceed the residents, and compared with itself a day changes nothing")
  func properties() throws {
    let script = try TransitionScript()
    for seed in UInt64(1)...60 {
      var generator = SeededGenerator(seed: seed)
      var trajectories: [Trajectory] = []
      for number in 1...20 {
        let bought = try date("2021-01-01").adding(days: generator.number(0...364))
        let last = bought.adding(days: generator.number(0...500))
        trajectories.append(
          try trajectory(
            Int64(number),
            provider: generator.number(1...3),
            bought: bought.description,
            through: generator.chance(percent: 70) ? last.description : nil,
            municipality: generator.chance(percent: 50) ? "0983" : "0984",
            resident: generator.number(1...8)
          )
        )
      }
      let found = try difference(script, trajectories)
      let residents = Set(trajectories.map(\.resident)).count
      #expect(found.affectedResidents <= residents, "seed \(seed)")
      #expect(found.stillRunning <= found.affectedResidents, "seed \(seed)")
      let sum = found.providers.map(\.affectedResidents).reduce(0, +)
      #expect(found.affectedResidents <= sum, "seed \(seed)")
      #expect(found.providers(.stays).allSatisfy { $0.affectedResidents == 0 }, "seed \(seed)")
      let same = ContractedDifference(
        script.contracts.book,
        from: try date("2021-12-31"),
        to: try date("2021-12-31"),
        running: trajectories
      )
      #expect(same.providers.allSatisfy { $0.kind == .stays }, "seed \(seed)")
      #expect(same.affectedResidents == 0, "seed \(seed)")
    }
  }

  @Test("001:80-85 contracted providers that did not say what they stand for")
  func profiles() throws {
    var script = try TransitionScript()
    try script.contracts.run(
      .recordProvider(try record(1, profile: "Wij begeleiden naar werk.")),
      on: "2022-01-01"
    )
    try script.contracts.run(.recordProvider(try record(3, profile: " ")), on: "2022-01-01")
    let missing = script.contracts.book.providersWithoutProfile(on: try date("2022-02-01"))
    #expect(missing.map(\.description) == ["90000003"])
  }
}
