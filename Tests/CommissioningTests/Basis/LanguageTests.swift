import Commissioning
import Quantities
import Rules
import Testing

/// Everything that can be listed of this room exists in Dutch and in English.
@Suite("Contracts, procedures and programmes in two languages")
struct LanguageTests {
  private func isTranslated(_ text: BilingualText) -> Bool {
    !text.dutch.isEmpty && !text.english.isEmpty && text.dutch != text.english
      && !text.dutch.contains("(s)") && !text.english.contains("(s)")
  }

  @Test("Every fault of a plan is a sentence in both languages")
  func plans() throws {
    for fault in PlanFault.allCases { #expect(isTranslated(fault.text), "\(fault)") }
    let code = try #require(MilestoneCode("m1"))
    let faults: [ProgrammeFault] = [
      .milestoneTwice(code), .unknownMilestone(code, after: code), .circle(code),
      .startsAfterDue(code), .noMunicipalities,
    ]
    for fault in faults {
      #expect(isTranslated(fault.text), "\(fault)")
      #expect(ProgrammeRefusal.plan(fault).sentence.english.hasSuffix(fault.text.english))
    }
  }

  @Test("Every fault of a calendar is a sentence in both languages")
  func calendars() throws {
    let day = try #require(CivilDate("2026-01-01"))
    let faults: [CalendarFault] = [
      .tooShort(.standstillEnd, CalendarRule.standstill), .noSuchStep(.entryOpens),
      .validityEnds(day, finalAward: day),
    ]
    for fault in faults {
      #expect(isTranslated(fault.text), "\(fault)")
      #expect(!isDutch(fault.text.english), "\(fault.text.english)")
      let refusal = ProcedureRefusal.calendar(fault)
      #expect(refusal.sentence.english.contains(fault.text.english))
    }
  }

  /// Whether a text of ours still has Dutch words outside the brackets of a Dutch name.
  private func isDutch(_ text: String) -> Bool {
    var depth = 0
    var outside = ""
    for character in text {
      if character == "(" { depth += 1 }
      if depth == 0 { outside.append(character) }
      if character == ")" { depth -= 1 }
    }
    let words = outside.split { !$0.isLetter }
    return ["de", "het", "een", "van", "niet", "vooraf", "binnen", "termijn", "dagen"].contains {
      words.contains(Substring($0))
    }
  }

  /// The grounds that the rules of this room stand on.
  private static let grounds: [Basis] =
    ProcedureKind.allCases.flatMap { CalendarRule.rules(of: $0).map(\.term.basis) }
    + [
      CalendarRule.validityAfterRuling.basis, CalendarRule.complaint.basis,
      CalendarRule.integrityForm.basis, TermPattern.longestWithoutReason.basis,
      DutyTerms.extensionNotice.basis, DutyTerms.useMeasured.basis, DutyTerms.useNotice.basis,
      DutyTerms.noDelivery.basis, DutyTerms.transition.basis, DutyTerms.careEnding.basis,
      DutyTerms.supervisorMeasure.basis, DutyTerms.forceMajeure.basis, DutyTerms.adaptation.basis,
      DutyTerms.standardChange.basis, DutyTerms.requestAnswer.basis,
      DutyTerms.requestDecision.basis, DutyTerms.inquiry.basis, DutyTerms.decision.basis,
      DutyTerms.notice.basis, IntakeStop.request.basis,
    ] + EarlyTermination.Ground.allCases.compactMap(\.notice?.basis)
    + ContinuityRisk.allCases.map(\.measures.basis) + CommissioningStandard.allCases.map(\.basis)

  @Test("Every ground of ours has its English, with the Dutch name of an act or a clause beside it")
  func basis() {
    #expect(Self.grounds.count > 40)
    for basis in Self.grounds {
      if case .document = basis { continue }
      #expect(isTranslated(basis.text), "\(basis)")
      #expect(!isDutch(basis.text.english), "\(basis.text.english)")
      if case .standard(let name) = basis { #expect(basis.text.english.contains("(\(name))")) }
    }
    for (dutch, english) in BasisWords.table {
      #expect(dutch != english && !english.isEmpty && !isDutch(english), "\(english)")
    }
    let refusal = ProcedureRefusal.noRankingInAdmission.sentence
    #expect(refusal.english.contains("Ground: EU Court of Justice (HvJ EU)"))
  }

  @Test("A ground with a value in it keeps the value, and what others wrote stays as it is")
  func values() {
    #expect(
      Basis.clause("looptijd 3+1+1 vanaf 2022-01-01").text.english == "term 3+1+1 from 2022-01-01"
    )
    for ground in EarlyTermination.Ground.allCases {
      let clause = Basis.clause("opzegging: \(ground.dutchText)")
      #expect(clause.text.english == "notice: \(ground.text.english)")
    }
    #expect(
      Basis.standard("continuïteit: stap 4 van 6").text.english
        == "contract standard: continuity: step 4 of 6 (continuïteit: stap 4 van 6)"
    )
    #expect(Basis.clause("besluit van de regio").text.english == "besluit van de regio")
  }

  @Test("Every word that a contract, a procedure or a programme shows has its English")
  func words() {
    let texts =
      CalendarStep.allCases.map(\.text) + DecisiveDate.Kind.allCases.map(\.text)
      + EarlyTermination.Ground.allCases.map(\.text)
      + Commissioning.ContractForm.allCases.map(\.text)
      + TermPattern.Mode.allCases.map(\.text) + Commissioning.ProcedureKind.allCases.map(\.text)
      + EvidenceKind.allCases.filter { $0 != .certificate }.map(\.text)
      + ContinuityRisk.allCases.map(\.text) + ContinuityRisk.allCases.map(\.measures.text)
      + CostElement.allCases.map(\.text) + CommissioningStandard.allCases.map(\.text)
      + ProcurementProcedure.Stage.allCases.map(\.text) + CouncilAdvice.Verdict.allCases.map(\.text)
      + Lot.Kind.allCases.map(\.text) + Commissioning.EntryPolicy.allCases.map(\.text)
    for text in texts { #expect(isTranslated(text) && !isDutch(text.english), "\(text)") }
    for kind in ContractPart.Kind.allCases { #expect(!kind.text.english.isEmpty) }
  }

  @Test("Counts in the reasons of coverage are singular for one")
  func counts() {
    #expect(
      CoverageReason.notReported(providers: 1).text.dutch
        == "Van 1 aanbieder is er geen actuele opgave van plaats en wachttijd; vraag ernaar."
    )
    #expect(CoverageReason.notReported(providers: 2).text.english.hasPrefix("Of 2 providers there"))
    #expect(
      ProcedureRefusal.notAllScored(missing: 1).text.hasPrefix("Nog 1 beoordelaar gaf geen punten")
    )
    #expect(
      ProcedureRefusal.notAllScored(missing: 3).text.hasPrefix(
        "Nog 3 beoordelaars gaven geen punten"
      )
    )
    #expect(ProcedureRefusal.tooMany(1).text.hasSuffix("ten hoogste 1 contract."))
  }
}
