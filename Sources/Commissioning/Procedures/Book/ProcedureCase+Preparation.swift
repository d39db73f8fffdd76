import Quantities

extension ProcedureCase {
  func chooseLots(
    _ municipality: MunicipalityCode,
    _ lots: Set<LotCode>
  ) throws(ProcedureRefusal) -> ProcedureChange {
    guard !procedure.isPublished else { throw .lotsFrozen }
    guard plan.municipalities.contains(municipality) else { throw .notParticipating(municipality) }
    guard !lots.isEmpty else { throw .nothingChosen }
    let chosen = lots.sorted()
    for lot in chosen where plan.lot(lot) == nil { throw .unknownLot(lot) }
    return .lotsChosen(municipality, chosen)
  }

  func approve(_ body: BodyCode) throws(ProcedureRefusal) -> ProcedureChange {
    guard !procedure.isPublished else { throw .published }
    guard plan.gates.contains(where: { $0.contains(body) }) else { throw .unknownBody(body) }
    guard procedure.approvals[body] == nil else { throw .alreadyApproved(body) }
    let missing = procedure.missingApprovals
    guard missing.contains(body) else { throw .notYourTurn(missing) }
    return .approved(body, on: today)
  }

  /// Takes up an opener's half of the key; it stays as it is once something was sealed under it.
  func provideKey(
    _ officer: OfficerCode,
    _ key: OpenerKey
  ) throws(ProcedureRefusal) -> ProcedureChange {
    guard plan.kind.hasSealedBids else { throw .noBidsInAdmission }
    guard plan.openers.contains(officer) else { throw .unknownOpener(officer) }
    guard !procedure.isOpened else { throw .alreadyOpened }
    guard procedure.bids.isEmpty else { throw .keyInUse }
    guard !procedure.openerKeys.values.contains(key) else { throw .keyTwice }
    return .keyed(officer, key, on: today)
  }

  func publish() throws(ProcedureRefusal) -> ProcedureChange {
    guard !procedure.isPublished else { throw .published }
    let missing = procedure.missingApprovals
    guard missing.isEmpty else { throw .notDecided(missing) }
    let undecided = procedure.withoutLots
    guard undecided.isEmpty else { throw .lotsNotChosen(undecided) }
    for lot in plan.lots where procedure.participants(in: lot.code).isEmpty {
      throw .lotWithoutMunicipality(lot.code)
    }
    do throws(CalendarFault) {
      let calendar = try ProcedureCalendar(
        plan.kind,
        published: today,
        choices: plan.choices,
        entryOpens: plan.entryOpens,
        calendar: work
      )
      return .published(calendar.days)
    } catch {
      throw .calendar(error)
    }
  }

  func ask(_ provider: ChamberNumber, _ text: String) throws(ProcedureRefusal) -> ProcedureChange {
    guard !text.isEmpty else { throw .noReason }
    if let last = procedure.calendar?[.questionsClose], today > last {
      throw .questionsClosed(last)
    }
    return .asked(provider, text, on: today)
  }

  func answer(_ number: Int, _ text: String) throws(ProcedureRefusal) -> ProcedureChange {
    guard let question = procedure.questions.first(where: { $0.number == number }) else {
      throw .unknownQuestion(number)
    }
    guard question.note == nil else { throw .questionAnswered(number) }
    guard !text.isEmpty else { throw .noReason }
    return .answered(question: number, text)
  }

  /// Gives all answers that were not given yet to everyone at once, without the names of askers.
  func publishNote() throws(ProcedureRefusal) -> ProcedureChange {
    let open = procedure.questions.filter { $0.note == nil }
    guard !open.isEmpty else { throw .nothingToTell }
    let unanswered = open.filter { $0.answer == nil }.map(\.number)
    guard unanswered.isEmpty else { throw .questionsOpen(unanswered) }
    if let closing = procedure.closing {
      // Between the last note and the closing everybody has the same time to use it.
      let time = procedure.calendar?.rule(of: .closing)?.term
      let latest = time?.latestDay(before: closing.date, in: work) ?? closing.date
      guard today <= latest else { throw .noteTooLate(latest) }
    }
    let note = ClarificationNote(
      number: procedure.notes.count + 1,
      on: today,
      items: open.map { ClarificationNote.Item(question: $0.text, answer: $0.answer ?? "") }
    )
    return .noted(note, questions: open.map(\.number))
  }

  func postpone(_ moment: CivilMoment) throws(ProcedureRefusal) -> ProcedureChange {
    guard let closing = procedure.closing, let calendar = procedure.calendar else {
      throw .noBidsInAdmission
    }
    guard self.moment <= closing else { throw .closed(closing) }
    guard moment > closing else { throw .notLater(closing) }
    do throws(CalendarFault) {
      return .postponed(moment, try calendar.closing(on: moment.date, calendar: work).days)
    } catch {
      throw .calendar(error)
    }
  }

  func answerComplaint(_ number: Int) throws(ProcedureRefusal) -> ProcedureChange {
    guard let complaint = procedure.complaints.first(where: { $0.number == number }) else {
      throw .unknownComplaint(number)
    }
    guard complaint.answered == nil else { throw .complaintAnswered(number) }
    return .complaintAnswered(number, on: today)
  }
}
