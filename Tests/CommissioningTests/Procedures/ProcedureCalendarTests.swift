import Commissioning
import Generators
import Quantities
import Testing

@Suite("Calendars of procedures (B.12, B.13)")
struct ProcedureCalendarTests {
  @Test(
    "A tender published on 1 February 2021 starts its contracts before 2022"
  )
  func regional() throws {
    let calendar = try ProcedureCalendar(.awardCriteria, published: try date("2021-02-01"))
    #expect(
      calendar.ordered.map { "\($0.step.rawValue) \($0.day)" } == [
        "publicatie 2021-02-01", "vragen-sluiten 2021-02-22", "nota-van-inlichtingen 2021-03-04",
        "inschrijving-sluit 2021-03-19", "openen 2021-03-22", "beoordeling-gereed 2021-04-19",
        "gunningsbesluit 2021-04-26", "bewijsstukken 2021-05-10",
        "einde-opschortingstermijn 2021-05-17", "definitieve-gunning 2021-05-18",
        "aankondiging-gunning 2021-06-17", "einde-gestanddoening 2021-06-17",
        "start-contract 2021-12-01",
      ]
    )
  }

  @Test("The calendar of a procedure is always in order, whatever the day and the chosen terms")
  func alwaysInOrder() throws {
    let origin = try date("2015-01-01")
    for seed in UInt64(1)...150 {
      var generator = SeededGenerator(seed: seed)
      let kind = try #require(ProcedureKind.allCases.randomElement(using: &generator))
      let published = origin.adding(days: Int.random(in: 0..<11_000, using: &generator))
      var choices: [CalendarStep: TermLength] = [:]
      for rule in CalendarRule.rules(of: kind) where Int.random(in: 0..<4, using: &generator) == 0 {
        choices[rule.step] = .days(Int.random(in: 1...60, using: &generator))
      }
      let made: ProcedureCalendar
      do {
        made = try ProcedureCalendar(kind, published: published, choices: choices)
      } catch {
        continue
      }
      for rule in CalendarRule.rules(of: kind) {
        let day = try #require(made[rule.step])
        let before = try #require(made[rule.after])
        #expect(day > before, "seed \(seed): \(rule.step) after \(rule.after)")
      }
      let days = made.ordered.map(\.day)
      #expect(days == days.sorted(), "seed \(seed)")
      if let end = made[.bidValidityEnd], let award = made[.finalAward] {
        #expect(end >= award, "seed \(seed)")
      }
    }
  }

  @Test("With the terms of the rules a calendar can be made on every day of thirty years")
  func everyDay() throws {
    let origin = try date("2020-01-01")
    for offset in stride(from: 0, to: 11_000, by: 3) {
      for kind in ProcedureKind.allCases {
        let made = try ProcedureCalendar(kind, published: origin.adding(days: offset))
        let days = made.ordered.map(\.day)
        #expect(days == days.sorted() && made[.publication] == days.first)
      }
    }
  }

  @Test("A legal term may be made longer and not shorter; assumptions may be both")
  func choices() throws {
    let day = try date("2021-02-01")
    func made(_ choices: [CalendarStep: TermLength]) throws(CalendarFault) -> ProcedureCalendar {
      try ProcedureCalendar(.awardCriteria, published: day, choices: choices)
    }
    #expect(throws: CalendarFault.tooShort(.standstillEnd, CalendarRule.standstill)) {
      try made([.standstillEnd: .days(19)])
    }
    #expect(try made([.standstillEnd: .days(25)])[.standstillEnd]?.description == "2021-05-21")
    #expect(try made([.closing: .days(5)])[.closing]?.description == "2021-03-09")
    #expect(throws: CalendarFault.noSuchStep(.entryOpens)) { try made([.entryOpens: .days(5)]) }
    #expect(throws: CalendarFault.self) { try made([.assessment: .weeks(12)]) }
    // The region's own dates (fixture F7): award before 1 July, start on 1 January.
    let own = try made([
      .closing: .weeks(6), .assessment: .weeks(6), .bidValidityEnd: .days(120),
    ])
    #expect(try #require(own[.finalAward]) < date("2021-07-01"))
    #expect(own[.contractStart]?.description == "2022-01-01")
  }

  @Test("An admission opens on its own day (001:74-78) and has no closing")
  func admission() throws {
    let calendar = try ProcedureCalendar(
      .admission,
      published: try date("2021-10-01"),
      entryOpens: try date("2022-04-01")
    )
    #expect(calendar[.entryOpens]?.description == "2022-04-01")
    #expect(calendar[.closing] == nil)
    #expect(calendar.rule(of: .award)?.term.basis.isAssumption == true)
  }

  @Test("Proof has an age: 24 months for a behaviour declaration, 6 for the others")
  func evidence() throws {
    let received = try date("2021-05-01")
    func proof(_ kind: EvidenceKind, _ issued: String, _ end: String? = nil) throws -> Evidence {
      Evidence(
        kind: kind,
        issued: try date(issued),
        validThrough: end.flatMap { CivilDate($0) },
        received: received
      )
    }
    #expect(try proof(.behaviourDeclaration, "2019-05-01").isValid(on: received))
    #expect(try !proof(.behaviourDeclaration, "2019-04-30").isValid(on: received))
    #expect(try proof(.taxDeclaration, "2020-11-01").isValid(on: received))
    #expect(try !proof(.registerExtract, "2020-10-31").isValid(on: received))
    #expect(try !proof(.certificate, "2020-01-01", "2021-04-30").isValid(on: received))
    #expect(try proof(.reference, "2000-01-01").isValid(on: received))
    #expect(try !proof(.reference, "2021-05-02").isValid(on: received))
    #expect(EvidenceKind.integrityForm.handedInWithin == CalendarRule.integrityForm)
    #expect(EvidenceKind.certificate.handedInWithin == CalendarRule.evidence)
  }
}
