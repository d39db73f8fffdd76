import Quantities

extension ContractRefusal {
  /// The sentence in English.
  package var english: String { englishStart ?? englishChange ?? "This cannot be done now." }

  /// What stands in the way of concluding, extending or reviewing.
  private var englishStart: String? {
    switch self {
    case .exists(let code): "Contract \(code) exists already; choose another code."
    case .unknown(let code): "Contract \(code) is not known; check the code."
    case .noMunicipality: "Name at least one municipality for which the contract holds."
    case .noClaimCode: "Name at least one AGB code under which the provider claims."
    case .partAfterEnd(let end): "The document holds after \(end), the last end of the contract."
    case .partExists(let code): "Document \(code) is of this contract already."
    case .onlyMunicipalityExtends: "Only the municipality can extend the contract."
    case .extendsByReview:
      "This contract is extended for every good year; record the review of the year."
    case .extendsByOption: "This contract is extended by options, not by a review."
    case .atMaximum(let end): "The contract runs until its last end already, \(end)."
    case .noticeTooLate(let latest):
      "The extension had to be announced by \(latest), 6 months before."
    case .ended(let date): "The contract ended on \(date)."
    case .notStarted(let date): "The contract begins on \(date)."
    case .yearNotOver(let date): "This contract year runs through \(date); review it then."
    case .yearUnknown(let year): "Contract year \(year) is outside the term."
    case .reviewed(let year): "Contract year \(year) was reviewed already."
    case .tariffAmbiguous(let from, let last?):
      "From \(from) a tariff holds already, through \(last); no two may hold. Let the new tariff "
        + "begin after that day, or end before."
    case .tariffAmbiguous(let from, nil):
      "From \(from) a tariff without an end date holds already; no two may hold. A new tariff "
        + "replaces it only when it begins on a later day."
    case .tariffNotPositive: "A tariff is above zero."
    case .claimCodesOverlap(let code): "AGB code \(code) stands there twice for the same day."
    default: nil
    }
  }

  /// What stands in the way of a change, an end, a stop or a ceiling.
  private var englishChange: String? {
    switch self {
    case .formForbidsChange: "Contract form b knows no change, unless the law asks for it."
    case .materialChange: "This is a material change; a new procedure is needed for it."
    case .changeInThePast: "A change cannot begin before the day on which it was agreed."
    case .alreadyTerminated(let date): "The contract was terminated already, as of \(date)."
    case .terminatesTooEarly(let earliest):
      "With this term of notice the contract can end on \(earliest) at the earliest."
    case .terminatesAfterEnd(let end): "The contract ends on \(end) already."
    case .mayNotDissolve: "This contract knows no dissolution after its first year."
    case .firstYearNotReviewed:
      "Dissolving after the first year needs a review that says that year was not good."
    case .stopAskedTooLate(let earliest):
      "An intake stop asks for 14 days; it can begin on \(earliest) at the earliest."
    case .stopNeverForCrisis: "An intake stop is not possible for crisis support."
    case .stopEndsBeforeItBegins: "The intake stop ends before it begins."
    case .stopPending: "A request for an intake stop lies there already."
    case .noStopPending: "There is no request for an intake stop."
    case .noStopRunning: "No intake stop is running."
    case .ceiling(let refusal): refusal.english
    default: nil
    }
  }
}

extension CeilingRefusal {
  /// The sentence in English.
  package var english: String {
    switch self {
    case .notForeseen: "A ceiling is possible only when the clause on changes announces it."
    case .taskVariant: "A ceiling exists only for effort and output, not for a task."
    case .tooLate(let earliest):
      "A ceiling is announced 6 months before; it can begin on \(earliest) at the earliest."
    case .underWay: "A ceiling or its preparation is under way already."
    case .notAnnounced: "No ceiling was announced."
    case .alreadyDecided: "This ceiling was decided on already."
    case .notDecided: "This ceiling was not decided on yet."
    case .decidedTooLate(let latest):
      "The ceiling had to be decided on by \(latest), 3 months before."
    case .planTooLate(let latest): "The joint plan had to be there by \(latest), 2 months before."
    case .planAgreed: "The joint plan is there already."
    case .endsBeforeItBegins: "The ceiling ends before it begins."
    case .endsAfterContract(let end): "The contract ends earlier, on \(end)."
    case .amountNotPositive: "A ceiling is above zero."
    case .belowWarning(let share):
      "\(share) % is used; the notice belongs to 70 % or an overrun that is expected."
    case .noWarning: "No notice was given."
    case .alreadyTalked: "The talk about this notice was held already."
    case .notTalked: "Deciding is possible after the talk only."
    case .alreadySettled: "This notice was decided on already."
    case .warningOpen: "The notice before this one was not decided on yet."
    }
  }
}
